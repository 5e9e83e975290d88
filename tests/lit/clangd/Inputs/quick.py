"""What an edit has changed is analyzed first, and all of it a little later: the last word is
what clang-tidy says."""

import os
import re
import subprocess
import sys
import time

from lsp import Editor, check

folder, tidy, module, command = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]
header, path = os.path.join(folder, "run.h"), os.path.join(folder, "main.cpp")
HEADER = """#pragma once
#include <cstdlib>
#include <cstring>
template <typename Job> void run(Job job, int *p) { job.go(p); }
"""
TEXT = """#include "run.h"
#define GONE(P) free(P)
struct Job {
  void go(int *p) { /*go*/ }
};
void worker(int *p) {
  run(Job(), p);
  free(p); // worker
}
static void drop(int *p) { /*drop*/ }
void first(int *p) {
  drop(p);
  free(p); // first
}
void middle(const char *text) {
  char *copy = strdup(text);
  delete copy; // middle
}
void macros(int *p) {
  GONE(p);
  GONE(p); // macros
}
/*around*/
void last(const char *text) {
  char *copy = strdup(text);
  free(copy + 1); // last
}
"""
for name, text in ((header, HEADER), (path, TEXT)):
    with open(name, "w", encoding="utf-8") as file:
        file.write(text)
editor = Editor(command)
editor.open(path)
marks = {"middle": "custody-mem-03", "macros": "custody-own-01", "last": "custody-own-03"}


def tell(**more):
    """Waits for the findings of `marks` and `more`."""
    marks.update(more)
    want = sorted((editor.line_of(path, "// " + mark), code) for mark, code in marks.items())
    editor.wait(lambda: editor.findings(path) == want, "just these findings: %s" % want)


def everything():
    """All that clang-tidy says of the text."""
    copy = os.path.join(folder, "copy.cpp")
    with open(copy, "w", encoding="utf-8") as file:
        file.write(editor.texts[path])
    out = subprocess.run([tidy, "-load=" + module, "-checks=-*,custody-*", copy, "--"],
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                         check=True).stdout
    return sorted((int(line), check) for line, check in
                  re.findall(r"^[^\n]*copy\.cpp:(\d+):\d+: warning: .*\[(custody-[a-z0-9-]+)\]$",
                             out, re.MULTILINE))


tell()
# Above all, below some, within one; the findings of the others move.
editor.replace(path, "struct Job", "\n// more\nstruct Job")
tell()
editor.replace(path, "delete copy; // middle", "/* longer */\n  delete copy; // middle")
tell()
editor.replace(path, "/*around*/", "int around(int n) { return n; }\n/*around*/")
tell()
# Who calls a function that has changed is analyzed anew.
editor.replace(path, "/*drop*/", "free(p); /*drop*/")
tell(first="custody-own-01")
editor.replace(path, "free(p); /*drop*/", "/*drop*/")
del marks["first"]
tell()
# That `worker` comes to Job::go is seen when all is analyzed, and not before.
editor.replace(path, "/*go*/", "free(p); /*go*/")
tell(worker="custody-own-01")
# A declaration, a macro, a silence.
editor.replace(path, "#define GONE(P) free(P)", "#define GONE(P) (void)(P)")
del marks["macros"]
tell()
editor.replace(path, "#define GONE(P) (void)(P)", "#define GONE(P) free(P)")
tell(macros="custody-own-01")
editor.replace(path, "delete copy; // middle", "delete copy; // NOLINT // middle")
del marks["middle"]
tell()
# What does not compile has none; then they are as they were.
editor.replace(path, "int around(", "int around((")
editor.wait(lambda: editor.findings(path) == [], "an end of all findings")
editor.replace(path, "int around((", "int around(")
tell()
# Nothing is lost and nothing is old when it is quiet.
quiet = everything()
check(quiet == editor.findings(path) and len(quiet) == 3,
      "clang-tidy says %s, the editor shows %s" % (quiet, editor.findings(path)))
time.sleep(3)
check(quiet == editor.findings(path), "later, it shows %s" % editor.findings(path))
# clangd says nothing of a text that it has already; that must not be waited for.
analysts = editor.analysts()
editor.change(path, editor.texts[path] + "\n")
tell()
editor.replace(path, "/*drop*/", "free(p); /*drop*/")
tell(first="custody-own-01")
editor.change(path, editor.texts[path][:-1])
tell()
check(len(analysts) == 1 and analysts == editor.analysts(), "the analyst was replaced")
editor.quit()
print("done")
