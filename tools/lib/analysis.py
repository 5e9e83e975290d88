"""Runs clang with the plugin over one translation unit."""

import os
import plistlib
import subprocess
import tempfile

import projects


def build_folder(major):
    return os.path.join(projects.ROOT, "build", "llvm-%s" % major)


def command(unit, major, checkers, plugin, output):
    """The analysis of a unit with exactly the given checkers, as one clang process."""
    words = ["/usr/lib/llvm-%s/bin/clang" % major, "--analyze", "--analyzer-no-default-checks",
             "-w"]
    if plugin:
        words += ["-Xclang", "-load", "-Xclang", plugin]
    words += ["-Xclang", "-analyzer-checker=" + ",".join(checkers)]
    return words + output + unit.args + [unit.path]


class Report:
    """One finding: its place, its rule, its words, and the notes on the way there."""

    def __init__(self, place, rule, message, notes):
        self.place, self.rule, self.message, self.notes = place, rule, message, notes

    def key(self):
        return self.place + (self.rule, self.message)


def reports(unit, major, plugin, timeout=600):
    """(reports, failure): custody's findings in a unit; failure is None or one sentence."""
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "out.plist")
        words = command(unit, major, ["core", "custody"], plugin,
                        ["--analyzer-output", "plist-multi-file", "-o", out])
        try:
            done = subprocess.run(words, cwd=unit.folder, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                  timeout=timeout, check=False)
        except subprocess.TimeoutExpired:
            return [], "not done after %d s" % timeout
        if done.returncode != 0 or not os.path.exists(out):
            lines = done.stdout.decode("utf-8", "replace").strip().splitlines() or ["no output"]
            errors = [line for line in lines if "error:" in line] or lines
            return [], "clang ended with status %d: %s" % (done.returncode, errors[0])
        with open(out, "rb") as file:
            plist = plistlib.load(file)
    return [read(each, plist["files"], unit.folder) for each in plist["diagnostics"]
            if each["check_name"].startswith("custody")], None


def read(diagnostic, files, folder):
    def place(location):
        path = os.path.join(folder, files[location["file"]])
        return os.path.realpath(path), location["line"], location["col"]

    notes = [(place(piece["location"]), piece["message"]) for piece in diagnostic["path"]
             if piece["kind"] == "event"]
    return Report(place(diagnostic["location"]), diagnostic["check_name"],
                  diagnostic["description"], notes)
