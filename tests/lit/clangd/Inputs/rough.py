"""An editor without manners, and an analysis that is ended from outside."""

import os
import signal
import sys

from lsp import Editor, check, uri_of

path, command = sys.argv[1], [word for word in sys.argv[2:] if word != "--stop"]
TEXT = """#include <cstdlib>
void twice(int *numbers) {
  free(numbers);
  free(numbers); // own-01
}
"""
editor = Editor(command)


def kill_analyst(how=signal.SIGKILL):
    for pid in editor.analysts():
        os.kill(pid, how)


# Headers without a length, comments, things that are no JSON, or of another kind than they
# should be: clangd complains in its log and goes on, and so does what is before it.
editor.raw(b"# a comment\r\n\r\n")
editor.raw(b"Content-Type: application/json\r\n\r\n")
for body in (b"no JSON", b'"\xff\xfe"', b'{"jsonrpc":"2.0","id":"?","result":{}}',
             b'{"jsonrpc":"2.0","method":"textDocument/didChange","params":[]}',
             b'{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":7}}'):
    editor.raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)
for params in ({}, {"textDocument": {"uri": uri_of("/nowhere.c"), "version": 3},
                    "contentChanges": [{"text": "x"}]}):
    editor.tell("textDocument/didChange", params)
editor.tell("textDocument/didClose", {"textDocument": {"uri": uri_of("/nowhere.c")}})
check("error" in editor.ask("custody/unknown", {}), "an unknown request is refused")
check("error" in editor.ask("textDocument/hover", {}), "so is one without what it needs")

with open(path, "w", encoding="utf-8") as file:
    file.write(TEXT)
editor.open(path)
editor.expect(path, "own-01")
kill_analyst()
editor.replace(path, "\nvoid twice", "\n\nvoid twice")
editor.expect(path, "own-01")
editor.replace(path, "  free(numbers); // own-01\n", "")
editor.expect(path)
kill_analyst()
editor.replace(path, "  free(numbers);\n", "  free(numbers);\n  free(numbers); // own-01\n")
editor.expect(path, "own-01")
# In the middle of its work.
editor.replace(path, "free(numbers); // own-01", "free(numbers + 1); // own-03")
kill_analyst()
editor.wait(lambda: editor.findings(path) is not None, "clangd's own diagnostics")
editor.replace(path, "  free(numbers);\n  free(numbers + 1)", "  free(numbers + 1)")
editor.replace(path, "int *numbers) {\n", "int *) {\n  int *numbers = new int[4];\n")
kill_analyst()
editor.replace(path, "free(numbers + 1); // own-03", "free(numbers); // mem-03")
editor.expect(path, "mem-03")
# One that does nothing any more is noticed, too.
if "--stop" in sys.argv:
    kill_analyst(signal.SIGSTOP)
    editor.replace(path, "free(numbers); // mem-03", "delete[] numbers;")
    editor.expect(path)
    editor.replace(path, "delete[] numbers;", "delete numbers; // mem-03")
    editor.expect(path, "mem-03")
editor.quit()
print("done")
