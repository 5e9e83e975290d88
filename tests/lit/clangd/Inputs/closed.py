"""Files that are changed and closed while clangd, which has one place for work, is busy with
another one. By itself, it would wait forever for the thread that builds the preamble."""

import os
import sys

from lsp import Editor, check, uri_of

folder, command = sys.argv[1], sys.argv[2:]
BUSY = "#include <map>\n#include <memory>\n#include <string>\n#include <vector>\n"
TEXT = BUSY + """#include <cstdlib>
void twice(int *numbers) {
  free(numbers);
  free(numbers); // own-01
}
"""
paths = [os.path.join(folder, name + ".cpp") for name in ("busy", "gone", "back", "last")]
busy, gone, back, last = paths
for path in paths:
    with open(path, "w", encoding="utf-8") as file:
        file.write(TEXT)


def hurried(path, then):
    editor.open(path, TEXT)
    editor.change(path, TEXT + "int more;\n")
    editor.change(path, TEXT + "int more, and_more;\n")
    then(path)


editor = Editor(command + ["-j=1"])
editor.open(busy, BUSY)
hurried(gone, editor.close)
hurried(back, editor.close)
# The same file again, with a lower version than it had.
editor.open(back, TEXT)
editor.open(last, TEXT)
editor.expect(last, "own-01")
editor.expect(back, "own-01")
editor.replace(back, "int *numbers) {\n", "int *) {\n  int *numbers = new int[4];\n")
editor.replace(back, "  free(numbers);\n", "")
editor.replace(back, "free(numbers); // own-01", "free(numbers); // mem-03")
editor.expect(back, "mem-03")
editor.replace(last, "  free(numbers);\n", "")
editor.expect(last)
# The last word about a file that is not open is that there is nothing to say.
shown = editor.published.get(uri_of(gone), {"diagnostics": []})
check(not shown["diagnostics"], "a closed file: %s" % shown)
editor.close(last)
editor.close(back)
editor.quit()

# An end in the same hurry is an end, too.
editor = Editor(command + ["-j=1"])
editor.open(busy, BUSY)
hurried(gone, lambda path: None)
editor.quit()
print("done")
