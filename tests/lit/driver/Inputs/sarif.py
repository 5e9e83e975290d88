"""sarif.py FILE: checks a SARIF file against what the 2.1.0 schema asks of the
objects that custody writes: their properties, types, and what must be there;
and that what refers to something refers to what is there."""

import json
import re
import sys

STRING, INTEGER, BOOLEAN = str, int, bool
BAG = dict


def listed(shape):
    return [shape]


def mapped(shape):
    return {"*": shape}


# A name that must be there ends with "!".
TEXT = {"text!": STRING, "markdown": STRING}
COMPONENT_REF = {"name": STRING, "index": INTEGER, "guid": STRING}
DESCRIPTOR_REF = {"id": STRING, "index": INTEGER, "guid": STRING,
                  "toolComponent": COMPONENT_REF}
REGION = {"startLine": INTEGER, "startColumn": INTEGER, "endLine": INTEGER,
          "endColumn": INTEGER}
ARTIFACT = {"uri": STRING, "uriBaseId": STRING}
LOCATION = {"physicalLocation": {"artifactLocation": ARTIFACT, "region": REGION},
            "logicalLocations": listed({"name": STRING, "kind": STRING}),
            "message": TEXT}
DESCRIPTOR = {"id!": STRING, "name": STRING, "shortDescription": TEXT,
              "fullDescription": TEXT, "help": TEXT, "helpUri": STRING,
              "defaultConfiguration": {"enabled": BOOLEAN, "level": STRING},
              "relationships": listed({"target!": DESCRIPTOR_REF, "kinds": listed(STRING)}),
              "properties": BAG}
COMPONENT = {"name!": STRING, "version": STRING, "fullName": STRING,
             "organization": STRING, "informationUri": STRING,
             "shortDescription": TEXT, "rules": listed(DESCRIPTOR),
             "taxa": listed(DESCRIPTOR), "supportedTaxonomies": listed(COMPONENT_REF)}
NOTIFICATION = {"message!": TEXT, "level": STRING, "locations": listed(LOCATION)}
FLOW = {"threadFlows!": listed({"locations!": listed(
    {"location": LOCATION, "nestingLevel": INTEGER, "importance": STRING})})}
RESULT = {"ruleId": STRING, "ruleIndex": INTEGER, "level": STRING, "message!": TEXT,
          "locations": listed(LOCATION), "partialFingerprints": mapped(STRING),
          "codeFlows": listed(FLOW), "taxa": listed(DESCRIPTOR_REF),
          "suppressions": listed({"kind!": STRING, "justification": STRING}),
          "properties": BAG}
RUN = {"tool!": {"driver!": COMPONENT}, "taxonomies": listed(COMPONENT),
       "originalUriBaseIds": mapped(ARTIFACT), "columnKind": STRING,
       "invocations": listed({"executionSuccessful!": BOOLEAN,
                              "toolExecutionNotifications": listed(NOTIFICATION)}),
       "results": listed(RESULT)}
LOG = {"$schema": STRING, "version!": STRING, "runs!": listed(RUN)}
WORDS = {"level": ("none", "note", "warning", "error"),
         "importance": ("important", "essential", "unimportant"),
         "columnKind": ("utf16CodeUnits", "unicodeCodePoints")}


def check(value, shape, where):
    if isinstance(shape, list):
        assert isinstance(value, list), where + " is no list"
        for number, each in enumerate(value):
            check(each, shape[0], "%s[%d]" % (where, number))
    elif shape is BAG or isinstance(shape, type):
        assert type(value) is shape, "%s is a %s" % (where, type(value).__name__)
    elif "*" in shape:
        for key, each in value.items():
            check(each, shape["*"], where + "." + key)
    else:
        names = {name.rstrip("!"): name for name in shape}
        for name in shape:
            assert not name.endswith("!") or name[:-1] in value, where + " lacks " + name
        for key, each in value.items():
            assert key in names, "%s has '%s'" % (where, key)
            check(each, shape[names[key]], where + "." + key)
            if key in WORDS:
                assert each in WORDS[key], where + "." + key


def regions(value):
    """Every region and every address in what a result says."""
    if isinstance(value, list):
        for each in value:
            regions(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key == "region":
                assert all(number >= 1 for number in each.values()), each
            if key == "uri":
                assert re.fullmatch(r"[A-Za-z0-9._~/:%-]+", each), each
            regions(each)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        log = json.load(file)
    check(log, LOG, "log")
    assert log["version"] == "2.1.0"
    for run in log["runs"]:
        regions(run)
        rules = run["tool"]["driver"]["rules"]
        weaknesses = {each["id"] for each in run["taxonomies"][0]["taxa"]}
        assert len({rule["id"] for rule in rules}) == len(rules)
        for rule in rules:
            assert rule["fullDescription"]["text"] and rule["help"]["markdown"], rule["id"]
            assert rule["relationships"], rule["id"]
            for each in rule["relationships"]:
                assert each["target"]["id"] in weaknesses, rule["id"]
        for base in run["originalUriBaseIds"].values():
            assert base["uri"].endswith("/")
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
            assert result["codeFlows"][0]["threadFlows"][0]["locations"]
            assert all(each["kind"] in ("inSource", "external")
                       for each in result["suppressions"])
            print(result["ruleId"], result["locations"][0]["physicalLocation"],
                  [each["kind"] for each in result["suppressions"]])


if __name__ == "__main__":
    main()
