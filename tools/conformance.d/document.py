"""Writes docs/conformance.md."""

import textwrap

import wording

HEAD = """\
# Conformance with clang's own tests

<!-- Written by tools/conformance; do not edit. -->

The stock checkers (`unix.Malloc`, `cplusplus.NewDelete`, `unix.Stream` and
their kin) come with tests. This page says how custody, with the stock checkers
off, does on the ownership part of them: the `clang/test/Analysis` files of
{package}, run by clang {version}.

    tools/conformance               # compare, and rewrite this page
    tools/conformance --check       # compare, and fail if this page is stale
    tools/conformance --self-check  # the stock checkers on their own tests
    tools/conformance --crash       # every analyzer test, looking for crashes

## Result

{found} of {total} expected reports found: **{percent:.1f} %**.
{rest}

{counting}
Every RUN line is run with its own flags; its
checkers are replaced by `core,custody`. Those that model functions stay, and
only custody's reports count: `unix.StdCLibraryFunctions`, `unix.cstring` with its hidden
`unix.cstring.CStringModeling` (which `unix.Malloc` and the `cplusplus` checkers
turn on because they depend on it), and the `cplusplus.SelfAssignment` of the
package `cplusplus`. Users have the string functions and the self assignment
modelled by default.
An expectation is found when custody reports on the same line *in every RUN
line that expects it*. "Near" ones are leaks that custody reports one statement
away, at the acquisition or beside the line where the stock checker sees the
loss; they count as found. So do those told "elsewhere", where another report of
custody's stands for the same defect of the same test function (listed below, one
by one). "Other rule" is a report on the same line by a rule
that does not speak of the same kind of defect; it does not. An extra report is
one on a line where no RUN line of the test expects any: a test that turns only
one stock checker on is full of defects of other kinds, so that an extra
report is a finding to explain, not an error as such.
"""


def escape(text):
    return text.replace("|", "\\|")


def write(outcomes, differences, skipped, facts):
    r"""The page, as a string. \p differences: (what, file, line, kind, text,
    reason) in order."""
    met = {way: 0 for way in ("found", "near", "elsewhere", "other rule",
                              "missed")}
    for outcome in outcomes:
        for key in outcome.expected:
            met[outcome.met(key)] += 1
    total = sum(met.values())
    found = met["found"] + met["near"] + met["elsewhere"]
    extras = sum(1 for d in differences if d[0] == "extra")
    out = [HEAD.format(
        found=found, total=total, percent=100.0 * found / max(total, 1),
        rest="%d of these are near and %d told elsewhere. %d are reported "
             "under another\nrule, %d are missed, and there are %d extra "
             "reports." %
             (met["near"], met["elsewhere"], met["other rule"], met["missed"],
              extras),
        counting=textwrap.fill(
            "A test counts when one of its verified RUN lines turns on one of "
            "%s, unless a section at the end names it." %
            ", ".join("`%s`" % c for c in wording.CHECKERS), 79), **facts)]

    out.append("## Test by test\n")
    out.append("| test | RUN lines | expected | found | near | elsewhere "
               "| other rule | missed | extra |")
    out.append("|---|---|---|---|---|---|---|---|---|")
    quiet = 0
    for outcome in outcomes:
        ways = [outcome.met(key) for key in outcome.expected]
        extra = len(outcome.extra())
        if not ways and not extra:
            quiet += not outcome.not_run
            continue
        out.append("| %s | %d | %d | %d | %d | %d | %d | %d | %d |" % (
            outcome.test, outcome.runs, len(ways), ways.count("found"),
            ways.count("near"), ways.count("elsewhere"),
            ways.count("other rule"), ways.count("missed"), extra))
    out.append("\nIn %d more tests nothing about ownership is expected, and "
               "custody says nothing.\n" % quiet)

    titles = (("missed", "Missed"),
              ("elsewhere", "Told elsewhere"),
              ("other", "Reported under another rule"),
              ("extra", "Extra reports"))
    for what, title in titles:
        rows = [d for d in differences if d[0] == what]
        out.append("## %s\n" % title)
        if not rows:
            out.append("None.\n")
            continue
        out.append("| where | what | reason |\n|---|---|---|")
        for _, file, line, kind, text, reason in rows:
            out.append("| %s:%d | %s: %s | %s |" % (
                file, line, kind, escape(text), escape(reason or "*open*")))
        out.append("")

    rows = [d for d in differences if d[0] == "refused"]
    if rows:
        out.append("## RUN lines that this clang refuses\n")
        out.append("| test | RUN line | clang says | reason |\n"
                   "|---|---|---|---|")
        for _, test, number, _, why, reason in rows:
            out.append("| %s | %d | %s | %s |" % (
                test, number, escape(why), escape(reason or "*open*")))
        out.append("")

    out.append("## What counts as ownership\n")
    out.append("Expectations are sorted by their words, the first match "
               "deciding.\n")
    out.append("| kind | meaning | words (regular expression) "
               "| custody's rules |\n|---|---|---|---|")
    for kind, meaning, words, rules in wording.OWNERSHIP:
        out.append("| %s | %s | `%s` | %s |" % (
            kind, meaning, escape(words), ", ".join(rules)))
    out.append("\nNot about ownership, and not compared:\n")
    for meaning, _ in wording.OTHER:
        out.append("- %s" % meaning)
    if skipped:
        out.append("\n## Tests left out\n")
        out.append("| test | reason |\n|---|---|")
        for test, reason in skipped:
            out.append("| %s | %s |" % (test, escape(reason)))
    return "\n".join(out).rstrip() + "\n"
