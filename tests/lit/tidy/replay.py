"""Runs one test of the plugin through clang-tidy as well, and tries its fixes.

Called by lit in place of clang where `--param door=tidy` was given; other
arguments are what the RUN line has for `%verify` or `%custody`. Three
things must hold:

- clang-tidy with the module finds what `clang --analyze` with the plugin finds:
  the same lines, rules, words and path notes;
- each fix that is offered, applied alone to a copy, compiles with no more
  warnings than before, and its finding is gone with no new one;
- so it is with all of them together, as clang-tidy applies them.

Prints the plugin's findings, so that the RUN line may pipe them to FileCheck.
"""

import argparse
import collections
import difflib
import json
import os
import re
import subprocess
import sys
import tempfile

LINE = re.compile(r"^(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): "
                  r"(?P<level>warning|note|error): (?P<text>.*)$")
TAG = re.compile(r"^(?P<text>.*) \[custody[.-](?P<rule>[a-z]+-\d\d)(,-warnings-as-errors)?\]$")
FIX = re.compile(r'^fix-it:".*":\{(\d+):(\d+)-(\d+):(\d+)\}:"(.*)"$')
EXPANSION = re.compile(r"expanded from macro|in instantiation of|while |\(skipping \d+ ")
Finding = collections.namedtuple("Finding", "file line column rule text notes")


class Wrong(Exception):
    """What is not as it should be, in one sentence."""


class Job:
    """The RUN line's words, as the plugin and as clang-tidy want them."""

    def __init__(self, words):
        self.flags, self.rules, self.options, self.source = [], [], {}, None
        position = 0
        while position < len(words):
            word = words[position]
            position += 1
            if word == "-Xclang":
                self.handed_through(words[position], words, position)
                position += 3 if words[position] == "-analyzer-config" else 1
            elif word.startswith("-") or not word.endswith((".c", ".cpp", ".m")):
                self.flags.append(word)
            else:
                self.source = word
        if not self.source:
            raise Wrong("the RUN line names no source file")

    def handed_through(self, word, words, position):
        checker = re.fullmatch(r"-analyzer-checker=custody\.([a-z0-9-]+)", word)
        if checker:
            self.rules.append(checker.group(1))
        elif word == "-analyzer-config":
            key, _, value = words[position + 2].partition("=")
            self.options[key] = value
        elif not word.startswith("-verify"):
            raise Wrong("'-Xclang %s' has no counterpart in clang-tidy here" % word)

    def plugin(self, tools, source):
        words = [tools.clang, "--analyze", "--analyzer-no-default-checks", "-o", os.devnull,
                 "--analyzer-output", "text", "-fdiagnostics-parseable-fixits"]
        for word in (["-load", tools.plugin, "-analyzer-checker=core,custody"]
                     + ["-analyzer-checker=custody." + rule for rule in self.rules]):
            words += ["-Xclang", word]
        for key, value in sorted(self.options.items()):
            words += ["-Xclang", "-analyzer-config", "-Xclang", key + "=" + value]
        return words + self.flags + self.beside() + [source]

    def tidy(self, tools, source, *more):
        checks = ["-*", "custody-*"] + ["custody-" + rule for rule in self.rules]
        options = {key.replace(":", "."): value for key, value in self.options.items()}
        return ([tools.tidy, "-load=" + tools.module, "-checks=" + ",".join(checks),
                 "-config=" + json.dumps({"CheckOptions": options}), "-header-filter=.*",
                 "-quiet"] + list(more) + [source, "--"] + self.flags + self.beside())

    def beside(self):
        """A copy elsewhere still includes what lies beside the test."""
        return ["-iquote", os.path.dirname(os.path.abspath(self.source))]


def run(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          errors="replace", check=False)
    if done.returncode < 0:
        raise Wrong("%s died of signal %d:\n%s" % (command[0], -done.returncode, done.stdout))
    return done.stdout


def unescaped(match):
    code = match.group(1)
    return chr(int(code, 8)) if len(code) == 3 else {"n": "\n", "t": "\t"}.get(code, code)


def edited(text, edits):
    """`text` with edits applied that clang counts in lines and columns from 1."""
    lines = text.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    for first, column, last, end, new in sorted(edits, reverse=True):
        begin, end = starts[first - 1] + column - 1, starts[last - 1] + end - 1
        text = text[:begin] + new + text[end:]
    return text


def findings(output):
    """custody's findings and the edits that come with each."""
    found, fixed, notes = [], [], None
    for line in output.splitlines():
        match = LINE.match(line)
        if match and match.group("level") == "note":
            # The path ends where the warning stands, in the same words; clang itself
            # adds where a macro comes from.
            text = match.group("text")
            if notes is not None and text != found[-1].text and not EXPANSION.match(text):
                notes.append((os.path.basename(match.group("file")), int(match.group("line")),
                              int(match.group("column")), text))
        elif match:
            if match.group("level") == "error":
                raise Wrong("an error: " + line)
            tag = TAG.match(match.group("text"))
            notes = [] if tag else None
            if tag:
                found.append(Finding(os.path.basename(match.group("file")),
                                     int(match.group("line")), int(match.group("column")),
                                     tag.group("rule"), tag.group("text"), notes))
                fixed.append([])
        elif FIX.match(line) and notes is not None and not notes:
            fix = FIX.match(line)
            text = re.sub(r"\\([0-7]{3}|.)", unescaped, fix.group(5))
            fixed[-1].append(tuple(map(int, fix.groups()[:4])) + (text,))
    return found, fixed


def same(plugin, tidy):
    def told(found):
        return ["%s:%d:%d: %s [%s]%s" % (f.file, f.line, f.column, f.text, f.rule,
                                         "".join("\n    %s:%d:%d: %s" % note for note in f.notes))
                for f in sorted(found, key=lambda f: f[:5])]
    difference = list(difflib.unified_diff(told(plugin), told(tidy), "clang --analyze",
                                           "clang-tidy", lineterm="", n=0))
    if difference:
        raise Wrong("clang-tidy does not find what the plugin finds:\n" + "\n".join(difference))


def compiler_warnings(job, tools, source):
    output = run([tools.clang, "-fsyntax-only", "-Wall"] + job.flags + job.beside() + [source])
    if re.search(r"(?m): (fatal )?error: ", output):
        raise Wrong("a fix does not compile:\n" + output)
    return collections.Counter(re.findall(r": warning: (.*)", output))


def lines_now(before, after, line):
    """Where line number `line` of the text `before` is in `after`."""
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    now = set()
    for kind, first, end, new_first, new_end in matcher.get_opcodes():
        if first < line <= end:
            now |= ({new_first + line - first} if kind == "equal"
                    else set(range(new_first + 1, new_end + 1)))
    return now


def try_fix(job, tools, folder, before, mended, edits):
    """Makes a copy with the edits of the findings `mended`, or, where there are
    none, with what clang-tidy makes of all fixes, and looks again."""
    copy = os.path.join(folder, os.path.basename(job.source))
    with open(job.source, encoding="utf-8") as file:
        old = file.read()
    with open(copy, "w", encoding="utf-8") as file:
        file.write(edited(old, edits))
    if not edits:
        run(job.tidy(tools, copy, "-fix"))
    with open(copy, encoding="utf-8") as file:
        new = file.read()
    change = "\n".join(difflib.unified_diff(old.splitlines(), new.splitlines(), "before", "after",
                                            lineterm="", n=1))
    try:
        if old == new:
            raise Wrong("clang-tidy applies no fix")
        added = compiler_warnings(job, tools, copy) - compiler_warnings(job, tools, job.source)
        if added:
            raise Wrong("the fix brings a warning: " + ", ".join(added))
        after, _ = findings(run(job.plugin(tools, copy)))
        new_kinds = (collections.Counter((f.rule, f.text) for f in after)
                     - collections.Counter((f.rule, f.text) for f in before))
        if new_kinds:
            raise Wrong("the fix brings a finding: " + ", ".join(
                "%s [%s]" % (text, rule) for rule, text in new_kinds))
        for f in mended:
            now = lines_now(old.splitlines(), new.splitlines(), f.line)
            if any(a.rule == f.rule and a.text == f.text and a.line in now for a in after):
                raise Wrong("the finding at line %d is still there" % f.line)
    except Wrong as wrong:
        raise Wrong("%s\n%s" % (wrong, change)) from None
    return change


def main():
    parser = argparse.ArgumentParser(allow_abbrev=False)
    for name in ("clang", "plugin", "tidy", "module"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--show-fixes", action="store_true", help="print what each fix changes")
    tools, words = parser.parse_known_args()
    try:
        job = Job(words)
        output = run(job.plugin(tools, job.source))
        print(output, end="")
        plugin, fixed = findings(output)
        tidy, _ = findings(run(job.tidy(tools, job.source)))
        same(plugin, tidy)
        mended = [(f, edits) for f, edits in zip(plugin, fixed) if edits]
        with tempfile.TemporaryDirectory() as folder:
            for f, edits in mended:
                change = try_fix(job, tools, folder, plugin, [f], edits)
                if tools.show_fixes:
                    print("== %d: %s [%s]\n%s" % (f.line, f.text, f.rule, change))
            if mended:
                try_fix(job, tools, folder, plugin, [f for f, _ in mended], [])
    except Wrong as wrong:
        sys.exit("replay: %s" % wrong)


if __name__ == "__main__":
    main()
