"""validate.py SCHEMA FILE...: prints 'FILE: right' or what the schema finds
wrong with it; exit status 1 if anything is wrong."""

import json
import sys

import jsonschema
import yaml


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """What custody reads of YAML: of the plain words only true, false and null
    are no texts."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, words) for tag, words in resolvers
            if tag.rpartition(":")[2] in ("int", "null")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}
for word, value in (("true", True), ("false", False)):
    Loader.add_implicit_resolver("tag:custody:" + word, __import__("re").compile(word + "$"),
                                 [word[0]])
    Loader.add_constructor("tag:custody:" + word, lambda loader, node, value=value: value)


def keys_as_text(value):
    """Arguments are numbers in YAML; the keys of JSON are texts."""
    if isinstance(value, dict):
        return {str(key): keys_as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [keys_as_text(item) for item in value]
    return value


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    wrong = 0
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as file:
            documents = [keys_as_text(each) for each in yaml.load_all(file, Loader)]
        errors = [error for each in documents for error in validator.iter_errors(each)]
        for error in errors:
            print("%s: %s: %s" % (path, "/".join(str(part) for part in error.path),
                                  error.message[:120]))
        if not errors:
            print("%s: right" % path)
        wrong += bool(errors)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
