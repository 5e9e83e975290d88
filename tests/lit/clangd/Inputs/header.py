"""A source and its header, both open."""

import os
import sys

from lsp import Editor, check

folder, command = sys.argv[1], sys.argv[2:]
header, source = os.path.join(folder, "helpers.h"), os.path.join(folder, "main.cpp")
HEADER = """#pragma once
#include <cstdlib>
inline void drop(int *p) { free(p); }
inline void fail() { abort(); }
inline void checked(int *p) {
  if (!p)
    fail();
}
inline void twice(int *p) {
  free(p);
  free(p); // own-01
}
"""
SOURCE = """#include "helpers.h"
void gone(int *p) {
  drop(p);
  free(p); // own-01
}
void kept(bool ready) {
  int *p = static_cast<int *>(malloc(4));
  if (!ready) {
    free(p);
    fail();
  }
  free(p);
}
"""
for path, text in ((header, HEADER), (source, SOURCE)):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
editor = Editor(command)
editor.open(source)
editor.open(header)
editor.expect(source, "own-01")
editor.expect(header, "own-01")
steps = editor.finding(source, "custody-own-01")["relatedInformation"]
check(any(step["location"]["uri"].endswith("/helpers.h") for step in steps),
      "a step is in the header: %s" % steps)
# What is written into the header and saved counts in the source.
editor.replace(header, "{ free(p); }", "{ p[0] = 1; }")
editor.expect(header, "own-01")
with open(header, "w", encoding="utf-8") as file:
    file.write(editor.texts[header])
editor.tell("textDocument/didSave", {"textDocument": {"uri": "file://" + header}})
editor.wait(lambda: editor.findings(source) == [], "an end of the finding in the source")
editor.replace(source, "drop(p);", "free(p);")
editor.expect(source, "own-01")
editor.quit()
print("done")
