"""Builds custody and shows it at work; called by tools/quickstart."""

import glob
import html
import os
import re
import shutil
import subprocess
import sys
import time

import projects

BUILD = os.path.join(projects.ROOT, "build", "llvm-22")
HOME = os.path.join(projects.ROOT, "build", "quickstart")
PLUGIN = os.path.join(BUILD, "lib", "custody.so")
PROGRAM = "iproute2"
# custody works beside the stock checkers; here they are off, so that what is
# printed is custody's alone.
STOCK = ("apiModeling", "cplusplus", "deadcode", "nullability", "security", "unix", "optin")
REPORT = re.compile(r"^<!-- BUG(DESC|TYPE|FILE|LINE) (.*) -->$", re.M)
RULE = re.compile(r'^RULE\(\w+, "([^"]+)", "([^"]+)"', re.M)


def fail(text):
    sys.exit("quickstart: " + text)


def build():
    print("== building the plugin", flush=True)
    log = os.path.join(HOME, "build.log")
    for command in (["cmake", "-G", "Ninja", "-S", projects.ROOT, "-B", BUILD,
                     "-DCUSTODY_LLVM_MAJOR=22"], ["cmake", "--build", BUILD, "--target", "custody"]):
        with open(log, "w", encoding="utf-8") as out:
            if subprocess.call(command, stdout=out, stderr=subprocess.STDOUT) != 0:
                fail("the build failed; see " + log)


def scan(title, folder, command, reports):
    """Runs a build command under scan-build, prints the findings."""
    print("== %s" % title, flush=True)
    shutil.rmtree(reports, ignore_errors=True)
    os.makedirs(reports)
    since, log = time.monotonic(), os.path.join(reports, "log.txt")
    scan_build = ["scan-build-22", "-o", reports, "--keep-empty", "--use-cc=gcc",
                  "--use-c++=g++", "-load-plugin", PLUGIN, "-enable-checker", "custody"]
    for name in STOCK:
        scan_build += ["-disable-checker", name]
    with open(log, "w", encoding="utf-8") as out:
        status = subprocess.call(scan_build + ["sh", "-c", command], cwd=folder, stdout=out,
                                 stdin=subprocess.DEVNULL, stderr=subprocess.STDOUT,
                                 env=dict(os.environ, LC_ALL="C.UTF-8", OUT=reports))
    if status != 0:
        fail("scan-build ended with status %d; see %s" % (status, log))
    index = sorted(glob.glob(os.path.join(reports, "*", "index.html")))
    found = findings(os.path.dirname(index[0]), folder) if index else []
    for finding in found:
        print("   " + finding)
    print("   %d findings in %d s" % (len(found), time.monotonic() - since))
    if index:
        print("   with their paths: " + index[0], flush=True)


def findings(reports, folder):
    """The lines to print for custody's HTML reports; what core found is not among them."""
    with open(os.path.join(projects.ROOT, "checker", "rules", "Catalogue.def"),
              encoding="utf-8") as file:
        rules = {summary: rule for rule, summary in RULE.findall(file.read())}
    found = set()
    for path in glob.glob(os.path.join(reports, "report-*.html")):
        with open(path, encoding="utf-8", errors="replace") as file:
            facts = dict(REPORT.findall(file.read()))
        if facts["TYPE"] in rules:
            found.add((os.path.relpath(facts["FILE"], folder), int(facts["LINE"]),
                       html.unescape(facts["DESC"]), rules[facts["TYPE"]]))
    return ["%s:%d: %s [custody.%s]" % each for each in sorted(found)]


def main():
    os.makedirs(HOME, exist_ok=True)
    build()
    example = os.path.join(projects.ROOT, "examples", "rust-library")
    scan("examples/rust-library: C and C++ against a header that cbindgen wrote", example,
         "$CC -c main.c -o \"$OUT/main.o\" && $CXX -c owners.cpp -o \"$OUT/owners.o\"",
         os.path.join(HOME, "reports-example"))
    try:
        projects.fetch(PROGRAM, HOME)
        entry = projects.table()[PROGRAM]
        # A second run starts from clean sources: what is built already would not
        # be analyzed again.
        tree = os.path.join(HOME, PROGRAM, "scan")
        shutil.rmtree(tree, ignore_errors=True)
        shutil.copytree(os.path.join(HOME, PROGRAM, "tree"), tree, symlinks=True)
        log = os.path.join(HOME, PROGRAM, "log.txt")
        for command in entry["configure"]:
            if projects.run_logged(command, tree, log) != 0:
                fail("configuring '%s' failed; see %s" % (PROGRAM, log))
        title = "%s %s from Debian's sources (some minutes)" % (PROGRAM,
                                                               projects.version(PROGRAM, HOME))
        scan(title, tree, entry["scan"], os.path.join(HOME, "reports-" + PROGRAM))
    except projects.ProjectError as error:
        fail(str(error))


if __name__ == "__main__":
    main()
