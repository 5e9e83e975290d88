"""Compares what an analyzer run reports with what the test expects of it."""

import os
import re

import runlines
import wording

UNSEEN = re.compile(
    r"^\s+(?:File (?P<file>.+?) )?Line (?P<line>\d+|\*)"
    r"(?: \(directive at .*?\))?(?: '(?P<kind>[^']*)')?: (?P<text>.*)$")
# Up to 19 for one prefix ('leak-warning'), and since then for several.
UNSEEN_HEAD = re.compile(
    r"^error: (?:'[^']*?(?P<one>warning|error|note|remark)' diagnostics|"
    r"diagnostics with '(?P<many>\w+)' severity) expected but not seen:")
DIAGNOSTIC = re.compile(
    r"^(?P<file>[^\s:][^:]*):(?P<line>\d+):(?P<column>\d+): "
    r"(?P<level>warning|note|error|fatal error): (?P<text>.*)$")
TAG = re.compile(r" \[([a-zA-Z][\w.+-]*\.[\w.+-]+)\]$")


class Report:
    def __init__(self, file, line, checker, text):
        self.file = file
        self.line = line
        self.checker = checker
        self.text = text
        self.notes = []  # lines of its path notes, same file

    def rule(self):
        return self.checker.removeprefix("custody.")


class Expectation:
    def __init__(self, file, line, kind, text, ordinal):
        self.file = file
        self.line = line
        self.kind = kind
        self.text = text
        self.ordinal = ordinal  # among those of this kind on this line

    def key(self):
        return (self.file, self.line, self.kind, self.ordinal)


class NotRun(Exception):
    """Clang refuses the command line or the source; says why, without the
    folders of this machine."""

    def __init__(self, why):
        super().__init__(re.sub(r"/\S*/", "", why))


def below(tests, path):
    path = os.path.normpath(path)
    return os.path.relpath(path, tests) if path.startswith("/") else path


def expectations_of(run, clang, tests):
    """What the test expects, as clang's own -verify reads it: analyzed with
    every check off, it complains of each expectation."""
    result = runlines.execute(
        clang, run.verifying_only(), tests)
    found, active = [], False
    for line in result.text.splitlines():
        if line.startswith("error: "):
            head = UNSEEN_HEAD.match(line)
            if not head and "expected but not seen" in line:
                raise RuntimeError("-verify says it in other words: " + line)
            active = head and (head["one"] or head["many"]) == "warning"
            continue
        match = active and UNSEEN.match(line)
        if match and match["line"] != "*":
            found.append((below(tests, match["file"] or run.test),
                          int(match["line"]), match["text"]))
    return found


def reports_of(result, tests):
    """The analyzer's reports in clang's text output, their notes attached."""
    reports, current = [], None
    for line in result.text.splitlines():
        match = DIAGNOSTIC.match(line)
        if not match:
            continue
        file, number = below(tests, match["file"]), int(match["line"])
        if match["level"] == "warning":
            tag = TAG.search(match["text"])
            current = None
            if tag:
                current = Report(file, number, tag[1],
                                 match["text"][:tag.start()])
                reports.append(current)
        elif match["level"] == "note":
            if current and current.file == file:
                current.notes.append(number)
        else:
            raise NotRun(match["text"])
    if "error: " in result.text:
        for line in result.text.splitlines():
            if line.startswith("error: "):
                raise NotRun(line[len("error: "):])
    return reports


class Source:
    """A test file, to tell statements that follow each other."""

    def __init__(self, path):
        with open(path, encoding="utf-8", errors="replace") as file:
            self.lines = file.read().splitlines()

    def line(self, number):
        return (self.lines[number - 1].strip()
                if 0 < number <= len(self.lines) else "")

    def code(self, number):
        """The line without its comment."""
        return re.sub(r"//.*$|/\*.*?\*/", "", self.line(number)).strip()

    def same_function(self, a, b):
        low, high = min(a, b), max(a, b)
        return not any(self.lines[n - 1].startswith("}")
                       for n in range(low, min(high, len(self.lines) + 1)))

    def adjacent(self, a, b):
        """At most one statement lies between the two lines: none is skipped
        but the one that starts at the first."""
        low, high = min(a, b), max(a, b)
        return not any(self.code(n) not in ("", "{", "}", ";")
                       for n in range(low + 1, high))


def near(expectation, report, source):
    """A leak reported one statement off: where the memory was acquired, or at
    the neighbour of the line where the stock checker sees the loss."""
    a, b = expectation.line, report.line
    return (expectation.file == report.file and
            source.same_function(a, b) and
            (a in report.notes or source.adjacent(a, b)))


class Outcome:
    """One test file: what was found, in every RUN variant that expects it."""

    def __init__(self, test):
        self.test = test
        self.runs = 0
        self.not_run = []   # (number of the RUN line, why)
        self.expected = {}  # key -> (Expectation, how each variant met it)
        self.reports = {}   # (file, line, rule) -> Report
        self.used = set()   # keys of the reports that met an expectation
        self.unknown = []   # wording that no table knows
        self.told = {}      # key -> (key of the report elsewhere, why)

    def add_run(self, expectations, reports, sources):
        self.runs += 1
        for report in reports:
            self.reports.setdefault(
                (report.file, report.line, report.rule()), report)
        free = list(reports)

        def take(expectation, accept, how):
            for report in free:
                if accept(expectation, report):
                    if expectation.kind == "leak" or how == "near":
                        free.remove(report)
                    self.expected[expectation.key()][1].append(how)
                    self.used.add((report.file, report.line, report.rule()))
                    return True
            return False

        def exact(e, r):
            return (e.file, e.line) == (r.file, r.line)

        def agrees(e, r):
            return exact(e, r) and (
                r.rule() in wording.RULES[e.kind] or
                not r.checker.startswith("custody."))

        left = []
        for e in expectations:
            self.expected.setdefault(e.key(), (e, []))
            if not take(e, agrees, "found"):
                left.append(e)
        for e in list(left):
            if take(e, exact, "other rule"):
                left.remove(e)
        for e in left:
            leaks = e.kind == "leak" and take(
                e, lambda e, r: r.rule() in wording.RULES["leak"] and
                near(e, r, sources[e.file]), "near")
            if not leaks:
                self.expected[e.key()][1].append("missed")

    def pair(self, known):
        """Finds the reports that stand for an expectation on another line."""
        for key in sorted(self.expected):
            wanted = self.expected[key][0]
            if self.met(key) == "missed":
                told = known.elsewhere(wanted.file, wanted.line, wanted.kind,
                                       self.reports)
                if told:
                    self.told[key] = told
                    self.used.add(told[0])

    def met(self, key):
        """The worst of all RUN variants."""
        if key in self.told:
            return "elsewhere"
        ways = self.expected[key][1]
        return next(way for way in ("missed", "near", "other rule", "found")
                    if way in ways)

    def extra(self):
        """Reports on lines that no RUN variant expects one on, and that did
        not stand for a leak next to them."""
        lines = {key[:2] for key in self.expected}
        return [self.reports[key] for key in sorted(self.reports)
                if key[:2] not in lines and key not in self.used]


def analyze(run, clang, tests, subject, output):
    result = runlines.execute(clang, subject.arguments(run, output), tests)
    if result.timed_out:
        raise NotRun("hangs")
    if result.crashed():
        raise NotRun("crashes")
    return [r for r in reports_of(result, tests) if subject.owns(r)]


def as_without_paths(told, plain):
    r"""Of several losses of one allocation, the analyzer shows the shortest
    path when it prints paths, and the first otherwise. A test that prints none
    expects the first: \p plain, with what the notes of \p told add."""
    notes = {(r.file, r.line, r.checker): r.notes for r in told}
    for report in plain:
        report.notes = notes.get((report.file, report.line, report.checker), [])
    return plain


def compare_test(test, clang, tests, scratch, subject):
    r"""Runs every RUN line of \p test that verifies, as \p subject wants it."""
    outcome, sources = Outcome(test), {}
    for run in runlines.runs_of(tests, test, clang, scratch):
        if not run.verifies:
            continue
        runlines.prepare(run, scratch)
        expectations, ordinals = [], {}
        for file, line, text in expectations_of(run, clang, tests):
            try:
                kind = wording.kind_of(text)
            except ValueError:
                outcome.unknown.append((file, line, text))
                continue
            if kind:
                ordinal = ordinals.get((file, line, kind), 0)
                ordinals[(file, line, kind)] = ordinal + 1
                expectations.append(
                    Expectation(file, line, kind, text, ordinal))
            if file not in sources:
                sources[file] = Source(os.path.join(tests, file))
        try:
            reports = analyze(run, clang, tests, subject, "text")
            lines = {(r.file, r.line) for r in reports}
            if not run.paths and any((e.file, e.line) not in lines
                                     for e in expectations):
                reports = as_without_paths(
                    reports, analyze(run, clang, tests, subject,
                                     "text-minimal"))
        except NotRun as why:
            outcome.not_run.append((run.number, str(why)))
            continue
        outcome.add_run(expectations, reports, sources)
    return outcome
