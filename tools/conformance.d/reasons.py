r"""The data files beside the scripts: which tests count, and why custody and a
test differ.

files.txt:     `skip PATTERN: reason`.
reasons.txt:   `missed|extra|other WHERE [RULE-OR-KIND] [@MAJOR]: reason`, where
               WHERE is FILE:LINE, FILE:FIRST-LAST, FILE:* or FILE:"text of the
               line". `refused FILE:NUMBER: reason` is a RUN line that clang
               does not run, by its number among those that analyze. An
               indented line continues the reason.
               `elsewhere FILE:LINE [KIND] at LINE [RULE] [@MAJOR]: reason`
               is an expectation that another report of custody's stands for.
An entry that matches nothing is an error: it describes a difference that is
gone.
"""

import fnmatch
import re

ENTRY = re.compile(
    r'^(?P<what>missed|extra|other|refused) (?P<file>\S+?):'
    r'(?:(?P<first>\d+)(?:-(?P<last>\d+))?|(?P<any>\*)|"(?P<text>[^"]+)")'
    r'(?: \[(?P<kind>[^\]]+)\])?(?: @(?P<major>\d+))?: (?P<reason>.+)$')
ELSEWHERE = re.compile(
    r'^elsewhere (?P<file>\S+?):(?P<line>\d+) \[(?P<kind>[^\]]+)\] '
    r'at (?P<at>\d+) \[(?P<rule>[^\]]+)\](?: @(?P<major>\d+))?: '
    r'(?P<reason>.+)$')


class Mistake(Exception):
    pass


def entries(path):
    """The logical lines of a data file, with their line numbers."""
    found = []
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            line = line.rstrip()
            if not line or line.startswith("#"):
                continue
            if line[0].isspace():
                if not found:
                    raise Mistake("%s:%d: continues nothing" % (path, number))
                found[-1][1] += " " + line.strip()
            else:
                found.append([number, line])
    return found


class Skipped:
    """The tests that files.txt leaves out, and why."""

    def __init__(self, path):
        self.path = path
        self.rules = []
        for number, line in entries(path):
            match = re.match(r"^skip (\S+): (.+)$", line)
            if not match:
                raise Mistake("%s:%d: not 'skip PATTERN: reason'" %
                              (path, number))
            self.rules.append((number, match[1], match[2]))
        self.used = set()

    def why(self, test):
        r"""Why \p test is left out, or None. The first entry decides."""
        for number, pattern, reason in self.rules:
            if fnmatch.fnmatchcase(test, pattern):
                self.used.add(number)
                return reason
        return None

    def stale(self):
        return ["%s:%d: '%s' matches no test that would be compared" %
                (self.path, number, pattern)
                for number, pattern, _ in self.rules
                if number not in self.used]


class Reasons:
    def __init__(self, path, major):
        self.path = path
        self.rules, self.pairs = [], []
        for number, line in entries(path):
            pair = ELSEWHERE.match(line)
            match = pair or ENTRY.match(line)
            if not match:
                raise Mistake("%s:%d: not understood: %s" %
                              (path, number, line))
            if match["major"] is None or int(match["major"]) == major:
                (self.pairs if pair else self.rules).append((number, match))
        self.used = set()

    def of(self, what, file, line, kind, text):
        """Why; None if nobody has said so. The first entry decides."""
        for number, match in self.rules:
            if match["what"] != what or match["file"] != file:
                continue
            if match["kind"] and match["kind"] != kind:
                continue
            if match["first"]:
                first = int(match["first"])
                if not first <= line <= int(match["last"] or first):
                    continue
            if match["text"] and match["text"] not in text:
                continue
            self.used.add(number)
            return match["reason"]
        return None

    def elsewhere(self, file, line, kind, reports):
        r"""The report among \p reports (file, line, rule) that stands for the
        expectation, and why; None if there is none. Each entry serves once."""
        for number, match in self.pairs:
            key = (file, int(match["at"]), match["rule"])
            if number not in self.used and match["kind"] == kind and \
                    (match["file"], int(match["line"])) == (file, line) and \
                    key in reports:
                self.used.add(number)
                return key, match["reason"]
        return None

    def stale(self):
        return ["%s:%d: matches no difference any more" % (self.path, number)
                for number, _ in self.rules + self.pairs
                if number not in self.used]
