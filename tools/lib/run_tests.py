"""Builds custody for each LLVM major and runs its tests; called by tools/test."""

import json
import os
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# The folders of the rules' own tests, which every LLVM major must pass.
RULE_TESTS = r":: (mem|ffi|own)-[0-9]+/"
# The folders whose tests go through clang-tidy too.
TIDY_TESTS = r":: ((mem|ffi|own)-[0-9]+|false-alarms|families)/"


class Tally:
    def __init__(self):
        self.passed, self.failed, self.failures = 0, 0, []

    def add(self, name, good):
        if good:
            self.passed += 1
        else:
            self.failed += 1
            self.failures.append(name)


def step(title):
    print("== " + title, flush=True)
    return time.monotonic()


def build(major, tally):
    """Configures and builds one major; one test of its own in the tally."""
    folder = os.path.join(ROOT, "build", "llvm-" + major)
    since = step("LLVM %s: build" % major)
    good = True
    for command in (["cmake", "-G", "Ninja", "-S", ROOT, "-B", folder,
                     "-DCUSTODY_LLVM_MAJOR=" + major], ["cmake", "--build", folder]):
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              text=True, errors="replace", check=False)
        if done.returncode != 0:
            print("\n".join(done.stdout.splitlines()[-60:]))
            good = False
            break
    tally.add("LLVM %s: build" % major, good)
    if good:
        print("   built in %d s" % (time.monotonic() - since))
    return folder if good else None


def unit_tests(major, folder, tally):
    """ctest runs the test programs; what they count are their GoogleTest cases."""
    since = step("LLVM %s: unit tests" % major)
    reports = os.path.join(folder, "gtest")
    shutil.rmtree(reports, ignore_errors=True)
    status = subprocess.call(["ctest", "--test-dir", folder, "-LE", "lit", "-Q",
                              "--output-on-failure"],
                             env=dict(os.environ, GTEST_OUTPUT="xml:" + reports + os.sep))
    ran, bad = 0, 0
    for report in sorted(os.listdir(reports)) if os.path.isdir(reports) else []:
        for case in ElementTree.parse(os.path.join(reports, report)).getroot().iter("testcase"):
            ran += 1
            good = case.find("failure") is None
            bad += not good
            tally.add("LLVM %s: unit %s.%s" % (major, case.get("classname"), case.get("name")),
                      good)
    # A program that crashed or was not built has written no report.
    if not ran or (status != 0 and not bad):
        tally.add("LLVM %s: unit tests (a test program did not run)" % major, False)
    print("   %d unit tests in %d s" % (ran, time.monotonic() - since))


def lit_tests(major, folder, only, tally, door="plugin"):
    """door: "plugin" for the suite as it is, "tidy" for clang-tidy beside it."""
    since = step("LLVM %s: lit%s" % (major, "" if door == "plugin" else " through " + door))
    report = os.path.join(folder, "lit-%s.json" % door)
    if os.path.exists(report):
        os.remove(report)
    with open(os.path.join(folder, "CMakeCache.txt"), encoding="utf-8") as cache:
        lit = [line.partition("=")[2].strip() for line in cache
               if line.startswith("CUSTODY_LIT:")]
    command = lit + ["-sv", "--no-progress-bar", "-o", report, os.path.join(folder, "tests", "lit")]
    command += ["--param", "door=" + door]
    if only:
        command += ["--filter", only]
    subprocess.run([sys.executable] + command, check=False)
    tests = []
    if os.path.exists(report):
        with open(report, encoding="utf-8") as file:
            tests = json.load(file)["tests"]
    ran = 0
    for test in tests:
        if test["code"] not in ("UNSUPPORTED", "EXCLUDED", "SKIPPED"):
            tally.add("LLVM %s: %s" % (major, test["name"]), test["code"] in ("PASS", "XFAIL",
                                                                             "FLAKYPASS"))
            ran += 1
    if not ran:
        tally.add("LLVM %s: lit (no test ran)" % major, False)
    print("   %d lit tests in %d s" % (ran, time.monotonic() - since))


def main():
    majors, also = sys.argv[1].split(), sys.argv[2].split()
    tally = Tally()
    for major in majors + also:
        folder = build(major, tally)
        if not folder:
            continue
        unit_tests(major, folder, tally)
        lit_tests(major, folder, RULE_TESTS if major in also else "", tally)
        if os.path.exists(os.path.join(folder, "lib", "custody_tidy.so")):
            lit_tests(major, folder, TIDY_TESTS, tally, door="tidy")
        elif major not in also:
            tally.add("LLVM %s: the clang-tidy module was not built" % major, False)
    if tally.failures:
        print("== failed")
        for name in tally.failures:
            print("   " + name)
    print("%d passed, %d failed" % (tally.passed, tally.failed))
    sys.exit(1 if tally.failed else 0)


if __name__ == "__main__":
    main()
