"""Files in folders with configurations of their own."""

import os
import sys

from lsp import Editor, check

folder, command = sys.argv[1], sys.argv[2:]
TEXT = """#include <stdlib.h>
void twice(int *numbers) {
  free(numbers);
  free(numbers); // own-01
}
#ifndef QUIET
void middle(void) {
  int *numbers = malloc(4);
  numbers[0] = 0; // own-09
  free(numbers + 1); // own-03
}
#endif
int size(int sum) { return sizeof(sizeof(sum)); }
"""
# A folder each: the files in it, and the findings.
CASES = {
    "plain": ({}, ("own-01", "own-03")),
    # A list that begins with -* says nothing of custody.
    "others": ({".clang-tidy": "Checks: '-*,bugprone-sizeof-expression'\n"},
               ("own-01", "own-03")),
    "one-off": ({".clang-tidy": "Checks: '-*,-custody-own-01'\n"}, ("own-03",)),
    "one-only": ({".clang-tidy": "Checks: '-custody-*,custody-own-01'\n"}, ("own-01",)),
    "opt-in": ({".clang-tidy": "Checks: 'custody-own-09'\n"}, ("own-01", "own-09")),
    "removed": ({".clangd": "Diagnostics: {ClangTidy: {Remove: custody-own-03}}\n"}, ("own-01",)),
    "suppressed": ({".clangd": "Diagnostics: {Suppress: [custody-own-01]}\n"}, ("own-03",)),
    "strict": ({".clangd": "Diagnostics: {ClangTidy: {FastCheckFilter: Strict}}\n"},
               ("own-01", "own-03")),
    # Each of them once: clangd for the editor has no part in them.
    "asked-for": ({".clangd": "Diagnostics: {ClangTidy: {Add: custody-*, FastCheckFilter: None}}\n"},
                  ("own-01", "own-03")),
    "compiled": ({".clangd": "CompileFlags: {Add: [-DQUIET]}\n"}, ("own-01",)),
}
editor = Editor(command)
paths = {}
for name, (files, marks) in CASES.items():
    home = os.path.join(folder, name)
    os.makedirs(home)
    for file, content in files.items():
        with open(os.path.join(home, file), "w", encoding="utf-8") as out:
            out.write(content)
    paths[name] = os.path.join(home, "a.c")
    editor.open(paths[name], TEXT, "c")
for name, (files, marks) in CASES.items():
    editor.expect(paths[name], *marks)
# clangd's own checks are as they are: this one was asked for.
codes = {d.get("code") for d in editor.diagnostics(paths["others"])}
check("bugprone-sizeof-expression" in codes, "a check of clang-tidy's: %s" % codes)
editor.quit()
print("done")
