"""Runs every analyzer test with custody loaded, looking for crashes, failed
assertions and hangs that the same clang does not have without it."""

import concurrent.futures
import os
import re

import runlines

OPT_IN = ["custody.own-07", "custody.own-08", "custody.own-09"]
UNKNOWN = "no analyzer checkers or packages are associated with"
SUFFIXES = (".c", ".cpp", ".m", ".mm", ".cl", ".cu", ".i")


def tests_below(tests):
    found = []
    for folder, names, files in os.walk(tests):
        names[:] = sorted(n for n in names if n != "Inputs")
        found += [os.path.relpath(os.path.join(folder, f), tests)
                  for f in files if f.endswith(SUFFIXES)]
    return sorted(found)


def signature(result):
    if result.timed_out:
        return "hang"
    for line in result.text.splitlines():
        if "Assertion `" in line or "UNREACHABLE executed" in line:
            return re.sub(r"^.*?(Assertion `|UNREACHABLE)", r"\1", line)
    return "crash (exit status %d)" % result.code


def failed(result):
    return result.timed_out or result.crashed()


def check_test(test, clang, tests, scratch, plugin, timeout):
    """[(RUN line, how it failed, whether clang alone fails too)], how many
    invocations were made, and how many clang refused to analyze."""
    scratch = os.path.join(scratch, test.replace(os.sep, "_"))
    os.makedirs(scratch, exist_ok=True)
    failures, count, refused = [], 0, 0
    for run in runlines.runs_of(tests, test, clang, scratch):
        runlines.prepare(run, scratch)
        # Core in both: it runs the engine, whose crashes are not custody's.
        own = [c for c in run.checkers if c] + ["core"]
        text = ["-analyzer-output=text"]
        plain = run.with_checkers(own) + text
        custody = run.with_checkers(
            own + ["custody"] + OPT_IN) + text + ["-load", plugin]
        count += 1
        result = runlines.execute(clang, custody, scratch, timeout)
        if UNKNOWN in result.text:  # a checker that this clang has renamed
            plain = run.with_checkers(["core"]) + text
            custody = run.with_checkers(["core", "custody"] + OPT_IN) + text + [
                "-load", plugin]
            result = runlines.execute(clang, custody, scratch, timeout)
        refused += "\nerror: " in "\n" + result.text
        if failed(result):
            alone = runlines.execute(clang, plain, scratch, timeout)
            failures.append((run.number, signature(result), failed(alone)))
    return failures, count, refused


def check(names, clang, tests, scratch, plugin, jobs, timeout):
    """Prints what it finds; true if nothing is custody's doing."""
    ours, theirs, total, refusals = [], [], 0, 0
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        results = pool.map(
            lambda t: check_test(t, clang, tests, scratch, plugin, timeout),
            names)
        for name, (failures, count, refused) in zip(names, results):
            total += count
            refusals += refused
            for number, how, alone in failures:
                (theirs if alone else ours).append((name, number, how))
    print("clang %s: %d analyzer runs of %d tests, %d of which clang refuses" %
          (clang.version, total, len(names), refusals))
    for title, rows in (("with custody only", ours),
                        ("without custody too", theirs)):
        print("fails %s: %d" % (title, len(rows)))
        for name, number, how in rows:
            print("  %s, RUN line %d: %s" % (name, number, how))
    return not ours
