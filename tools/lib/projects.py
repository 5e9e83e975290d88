"""Real projects from Debian's sources: fetch, configure, and list the units.

projects.json holds one entry a project:

  about      one line for tables
  source     Debian source package, where it is not the entry's name
  packages   Debian packages that configuring and compiling need
  configure  shell commands, run once in the unpacked tree
  build      shell commands that compile; [] when CMake's own compile_commands.json
             says enough
  units      regular expression that a unit's path (relative to the tree) must
             match; default: everything
  scan       the build command that quickstart runs under scan-build, on one of
             the projects: $CC is to be the compiler
"""

import glob
import json
import os
import re
import shlex
import shutil
import subprocess
import sys

TOOLS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ROOT = os.path.dirname(TOOLS)
TABLE = os.path.join(TOOLS, "lib", "projects.json")
RECORDER = os.path.join(TOOLS, "lib", "record-compiler")
SOURCE_ENDINGS = (".c", ".cc", ".cpp", ".cxx", ".C")

# Options of the compiler that change what a unit means; everything else (code
# generation, warnings, dependency files) is gcc's and not wanted here.
WITH_VALUE = ("-I", "-D", "-U", "-isystem", "-iquote", "-idirafter", "-include",
              "-imacros", "-x")
PLAIN = ("-std=", "-ansi", "-pthread", "-fsigned-char", "-funsigned-char", "-fno-exceptions",
         "-fno-rtti", "-fexceptions", "-m32", "-m64", "-nostdinc")


class ProjectError(Exception):
    """One sentence for the user."""


class Unit:
    """One translation unit: its folder, its file and the arguments that matter."""

    def __init__(self, folder, path, args):
        self.folder, self.path, self.args = folder, path, args


def table():
    with open(TABLE, encoding="utf-8") as file:
        return json.load(file)


def known(names):
    """The given names, or all; an unknown one is an error."""
    entries = table()
    for name in names:
        if name not in entries:
            raise ProjectError("unknown project '%s'; known are: %s"
                               % (name, ", ".join(sorted(entries))))
    return list(names) or list(entries)


def run_logged(command, folder, log, env=None):
    with open(log, "a", encoding="utf-8") as out:
        out.write("$ %s\n" % command)
        out.flush()
        return subprocess.call(command, shell=True, cwd=folder, stdin=subprocess.DEVNULL,
                               stdout=out, stderr=subprocess.STDOUT,
                               env=dict(os.environ, **(env or {})))


def fetch(name, base):
    """Unpacks the Debian source of a project below base; returns its tree."""
    entry = table()[name]
    home = os.path.join(base, name)
    os.makedirs(home, exist_ok=True)
    tree, log = os.path.join(home, "tree"), os.path.join(home, "log.txt")
    if os.path.isdir(tree):
        return tree
    setup = [os.path.join(TOOLS, "setup"), "--sources"] + entry["packages"]
    if subprocess.call(setup) != 0:
        raise ProjectError("the packages that '%s' needs are not there" % name)
    source = entry.get("source", name)
    for old in glob.glob(os.path.join(home, "*.dsc")):
        os.remove(old)
    if run_logged("apt-get source --download-only -qq " + source, home, log) != 0:
        raise ProjectError("'apt-get source %s' failed; see %s" % (source, log))
    dsc = glob.glob(os.path.join(home, "*.dsc"))
    if len(dsc) != 1:
        raise ProjectError("'apt-get source %s' left no single .dsc file; see %s" % (source, log))
    half = tree + ".new"
    shutil.rmtree(half, ignore_errors=True)
    if run_logged("dpkg-source --no-check -x %s %s" % (shlex.quote(os.path.basename(dsc[0])),
                                                       shlex.quote(half)), home, log) != 0:
        raise ProjectError("the sources of '%s' do not unpack; see %s" % (name, log))
    with open(os.path.join(home, "version"), "w", encoding="utf-8") as file:
        file.write(re.search(r"_(.*)\.dsc$", dsc[0]).group(1) + "\n")
    os.rename(half, tree)
    return tree


def version(name, base):
    with open(os.path.join(base, name, "version"), encoding="utf-8") as file:
        return file.read().strip()


def prepare(name, base):
    """Fetches and configures a project once; returns its units in a fixed order."""
    home, entry = os.path.join(base, name), table()[name]
    units_file, tree = os.path.join(home, "units.json"), os.path.join(home, "tree")
    if not os.path.exists(units_file):
        # What an interrupted run has built already would not be compiled again.
        shutil.rmtree(tree, ignore_errors=True)
        fetch(name, base)
        log, record = os.path.join(home, "log.txt"), os.path.join(home, "record")
        if os.path.exists(record):
            os.remove(record)
        env = {"CC": RECORDER + " gcc", "CXX": RECORDER + " g++", "CUSTODY_RECORD": record}
        for command in entry["configure"]:
            # configure's own trial compilations are not the project's units.
            env_now = dict(env, CUSTODY_RECORD="/dev/null") if entry["build"] else {}
            if run_logged(command, tree, log, env_now) != 0:
                raise ProjectError("configuring '%s' failed; see %s" % (name, log))
        for command in entry["build"]:
            run_logged(command, tree, log, env)
        found = recorded(record) if entry["build"] else exported(tree)
        units = choose(found, tree)
        if not units:
            raise ProjectError("'%s' configured, but no unit was compiled; see %s" % (name, log))
        with open(units_file + ".new", "w", encoding="utf-8") as file:
            json.dump([[unit.folder, unit.path, unit.args] for unit in units], file, indent=1)
        os.rename(units_file + ".new", units_file)
    with open(units_file, encoding="utf-8") as file:
        units = [Unit(*each) for each in json.load(file)]
    return select(units, tree, entry.get("units", ""))


def select(units, tree, pattern):
    """The units whose path inside the tree matches."""
    top = os.path.realpath(tree)
    return [unit for unit in units if re.search(pattern, os.path.relpath(unit.path, top))]


def recorded(record):
    """(folder, arguments) of every compiler call that record-compiler noted."""
    if not os.path.exists(record):
        return
    with open(record, "rb") as file:
        for call in file.read().split(b"\0\x1e\0"):
            words = [word.decode("utf-8", "surrogateescape") for word in call.split(b"\0")]
            if len(words) > 2:
                yield words[0], words[2:]


def exported(tree):
    """(folder, arguments) of every entry of CMake's compile_commands.json."""
    for path in sorted(glob.glob(os.path.join(tree, "build", "compile_commands.json"))):
        with open(path, encoding="utf-8") as file:
            for entry in json.load(file):
                yield entry["directory"], shlex.split(entry["command"])[1:]


def choose(calls, tree):
    """The calls that compile a file of the tree, one unit a file, ordered by path."""
    units = {}
    for folder, words in calls:
        if "-c" not in words:
            continue
        args, sources, index = [], [], 0
        while index < len(words):
            word = words[index]
            if word == "-o":
                index += 1
            elif word in WITH_VALUE and index + 1 < len(words):
                args += [word, words[index + 1]]
                index += 1
            elif word.startswith(WITH_VALUE + PLAIN):
                args.append(word)
            elif word.endswith(SOURCE_ENDINGS) and not word.startswith("-"):
                sources.append(word)
            index += 1
        for source in sources:
            path = os.path.realpath(os.path.join(folder, source))
            inside = os.path.relpath(path, os.path.realpath(tree))
            if not inside.startswith(".."):
                units.setdefault(inside, Unit(folder, path, args))
    return [units[inside] for inside in sorted(units)]


def main():
    """Prepares the named projects (default: all) and says how many units each has."""
    base = os.environ.get("CUSTODY_PROJECTS", os.path.join(ROOT, "build", "projects"))
    try:
        for name in known(sys.argv[1:]):
            units = prepare(name, base)
            print("%-14s %-24s %4d units" % (name, version(name, base), len(units)), flush=True)
    except ProjectError as error:
        sys.exit("projects: " + str(error))


if __name__ == "__main__":
    main()
