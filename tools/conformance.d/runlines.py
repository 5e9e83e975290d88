"""Reads the RUN lines of clang's analyzer tests and runs what they say.

Only the analyzer invocation of a RUN line matters here: the command that
`%clang_analyze_cc1` or `%clang_cc1 -analyze` stands for. It is cut out of
pipes and redirections, its test-suite substitutions are made, and the parts
that a caller wants changed (checkers, output, -verify) are taken off it.
"""

import os
import re
import shlex
import signal
import subprocess
import threading

RUN = re.compile(r"\bRUN(?:\(.*?\))?:\s?(.*)$")
DEFINE = re.compile(r"\b(?:RE)?DEFINE:\s*%\{([\w-]+)\}\s*=\s*(.*)$")


class Clang:
    """One installed clang, with the folder of its own headers."""

    def __init__(self, major, path=None):
        self.major = major
        self.path = path or "/usr/lib/llvm-%d/bin/clang" % major
        out = subprocess.run([self.path, "-print-resource-dir"],
                             capture_output=True, text=True, check=True)
        self.resources = out.stdout.strip()
        out = subprocess.run([self.path, "-dumpversion"],
                             capture_output=True, text=True, check=True)
        self.version = out.stdout.strip()


class Run:
    """One analyzer invocation: its arguments after `clang -cc1`."""

    def __init__(self, test, number, args, setup):
        self.test = test      # path below the test folder
        self.number = number  # 1 for the first RUN line that analyzes
        self.args = args
        self.setup = setup    # RUN lines before it that make its inputs
        self.checkers = []    # what the line names with -analyzer-checker
        self.verifies = False
        self.paths = False    # reports are chosen by their paths
        self.strip()

    def strip(self):
        """Takes off what callers put on themselves."""
        kept = []
        args = iter(self.args)
        for arg in args:
            if arg.partition("=")[0] == "-analyzer-checker":
                value = arg.partition("=")[2] or next(args, "")
                if not self.checkers:  # -analyzer-disable-checker may follow
                    kept.append("-analyzer-checker=")
                self.checkers += value.split(",")
            elif arg.startswith("-analyzer-output"):
                value = arg.partition("=")[2] or next(args, "")
                self.paths = value == "text"
            elif arg == "-o":
                next(args, None)
            elif arg == "-verify" or arg.startswith("-verify="):
                self.verifies = True
                kept.append(arg)
            else:
                kept.append(arg)
        self.args = kept

    def verifying_only(self):
        """The arguments that make -verify complain of every expectation."""
        return [a for a in self.args if a != "-analyzer-checker="] + [
            "-analyzer-disable-all-checks"]

    def with_checkers(self, checkers):
        r"""The arguments with \p checkers for the line's own, where the line
        has them, and without -verify."""
        option = ["-analyzer-checker=" + ",".join(checkers)] if checkers else []
        args = []
        for arg in self.args:
            if arg == "-analyzer-checker=":
                args, option = args + option, []
            elif not arg.startswith("-verify"):
                args.append(arg)
        return args + option


def run_lines(text):
    """The RUN lines of a test, continuations joined, %{names} replaced."""
    lines, pending, defined, pending_define = [], None, {}, None
    for line in text.splitlines():
        found = DEFINE.search(line)
        if found or pending_define is not None:
            if found:
                name, part = found.groups()
                pending_define = (name, "")
            else:
                part = re.sub(r"^.*?(?:RE)?DEFINE:\s?", "", line)
            name, before = pending_define
            if part.rstrip().endswith("\\"):
                pending_define = (name, before + part.rstrip()[:-1] + " ")
            else:
                defined[name] = before + part
                pending_define = None
            continue
        found = RUN.search(line)
        if not found:
            continue
        part = found.group(1).rstrip()
        whole = part if pending is None else pending + " " + part
        if whole.endswith("\\"):
            pending = whole[:-1]
            continue
        pending = None
        for _ in range(4):  # a definition may use another
            whole = re.sub(r"%\{([\w-]+)\}",
                           lambda m: defined.get(m.group(1), m.group(0)), whole)
        lines.append(whole)
    return lines


def tokens_of(line):
    lexer = shlex.shlex(line, posix=True, punctuation_chars="|&;<>")
    lexer.whitespace_split = True
    lexer.commenters = ""
    return list(lexer)


def commands_of(line):
    """Splits a shell line into the commands between |, && and ;, and drops
    the redirections."""
    commands, current, skip = [], [], False
    for token in tokens_of(line):
        if skip:
            skip = False
        elif token and set(token) <= set("|&;<>"):
            if "<" in token or ">" in token:
                skip = True
                if current and current[-1] in ("1", "2"):
                    current.pop()
            elif current:
                commands.append(current)
                current = []
        else:
            current.append(token)
    return commands + [current] if current else commands


def substitute(line, path, scratch):
    stem = os.path.join(scratch, os.path.basename(path) + ".tmp")
    folder = os.path.dirname(path)
    for name, value in (("%/s", path), ("%/S", folder), ("%/t", stem),
                        ("%basename_t", os.path.basename(stem)),
                        ("%s", path), ("%S", folder), ("%p", folder),
                        ("%t", stem), ("%T", scratch)):
        line = re.sub(re.escape(name) + r"(?![a-zA-Z_])",
                      lambda _: shlex.quote(value) if "'" in value else value,
                      line)
    return line


def analyzer_args(command, clang):
    r"""The arguments after -cc1 if \p command analyzes, or None."""
    while command and (command[0] in ("not", "env", "--crash") or
                       "=" in command[0]):
        command = command[1:]
    if not command:
        return None
    common = ["-internal-isystem", os.path.join(clang.resources, "include"),
              "-nostdsysteminc"]
    if command[0] == "%clang_analyze_cc1":
        return common + ["-analyze", "-analyzer-constraints=range",
                         "-setup-static-analyzer"] + command[1:]
    if command[0] == "%clang_cc1" and "-analyze" in command:
        rest = [("-analyzer-constraints=range" if a == "%analyze" else a)
                for a in command[1:]]
        return common + rest
    return None


# What a test may do to prepare its inputs; nothing else is run.
PREPARE = {"rm", "mkdir", "cp", "echo", "cat", "touch", "cd", "sed",
           "%clang_cc1", "%clang_extdef_map"}


def prepares(line, scratch, clang):
    """The shell form of a preparing RUN line, or None."""
    for command in commands_of(line):
        if command[0] not in PREPARE:
            return None
        if command[0] == "rm" and not all(
                a.startswith("-") or a.startswith(scratch) for a in command[1:]):
            return None
    cc1 = "%s -cc1 -internal-isystem %s/include -nostdsysteminc" % (
        clang.path, clang.resources)
    folder = os.path.dirname(clang.path)
    return (line.replace("%clang_cc1", cc1)
            .replace("%clang_extdef_map", folder + "/clang-extdef-mapping"))


def runs_of(tests, test, clang, scratch):
    r"""Every analyzer invocation of \p test (a path below \p tests)."""
    path = os.path.join(tests, test)
    with open(path, encoding="utf-8", errors="replace") as source:
        text = source.read()
    runs, setup = [], []
    for line in run_lines(text):
        line = substitute(line, path, scratch)
        try:
            found = [analyzer_args(c, clang) for c in commands_of(line)]
            found = [a for a in found if a is not None]
            if not found:
                prepared = prepares(line, scratch, clang)
                if prepared:
                    setup.append(prepared)
                continue
        except ValueError:  # quotes that only a real shell understands
            continue
        for args in found:
            if not any(a.startswith("%") for a in args):
                runs.append(Run(test, len(runs) + 1, args, list(setup)))
    return runs


class Result:
    def __init__(self, code, text, timed_out):
        self.code = code
        self.text = text
        self.timed_out = timed_out

    def crashed(self):
        return (self.code < 0 or self.code >= 128 or
                "PLEASE submit a bug report" in self.text or
                "Assertion `" in self.text)


def execute(clang, args, folder, timeout=60):
    """Runs `clang -cc1`; a hang is a result, not an exception."""
    process = subprocess.Popen([clang.path, "-cc1"] + args, cwd=folder,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               stdin=subprocess.DEVNULL, start_new_session=True)
    timed_out = threading.Event()

    def stop():
        timed_out.set()
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass

    timer = threading.Timer(timeout, stop)
    timer.start()
    try:
        output = process.communicate()[0]
    finally:
        timer.cancel()
    return Result(process.returncode, output.decode("utf-8", "replace"),
                  timed_out.is_set())


def prepare(run, folder, timeout=60):
    for line in run.setup:
        subprocess.run(["/bin/sh", "-c", line], cwd=folder, timeout=timeout,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       stdin=subprocess.DEVNULL, check=False)
