"""Somebody writes code: findings appear, move, change and go; a fix is applied."""

import sys
import urllib.parse

from lsp import Editor, check, edited, uri_of

path, command = sys.argv[1], sys.argv[2:]
TEXT = """#include <cstdlib>
#include <cstring>

int copies(const char *text) {
  char *copy = strdup(text);
  if (!copy)
    return 1;
  delete copy; // mem-03
  return 0;
}

void twice(int *numbers) {
  free(numbers);
  free(numbers); // own-01
}
"""
with open(path, "w", encoding="utf-8") as file:
    file.write(TEXT)
editor = Editor(command)
editor.open(path)
editor.expect(path, "mem-03", "own-01")

finding = editor.finding(path, "custody-mem-03")
check("release it with 'free'" in finding["message"], "the message: " + finding["message"])
check(finding["severity"] == 2, "a finding is a warning")
page = urllib.parse.unquote(finding["codeDescription"]["href"])
check(page.startswith("file:///") and page.endswith("/rules/mem-03.md"), "the page: " + page)
with open(page[len("file://"):], encoding="utf-8") as file:
    check(file.read().startswith("# mem-03"), page + " is not the page of the rule")
steps = finding["relatedInformation"]
check([step["location"]["range"]["start"]["line"] for step in steps][:1] == [4],
      "the first step is where the string comes from: %s" % steps)
check(all(urllib.parse.unquote(step["location"]["uri"]) == urllib.parse.unquote(uri_of(path))
          for step in steps), "steps are in the file")
check("strdup" in steps[0]["message"], "the first step says whence: " + steps[0]["message"])

# A line above moves the findings, whether as an edit or as the whole text; letters that take
# two units of UTF-16, or three bytes, do not confuse the counting.
editor.replace(path, "\nint copies", "\n// \U0001F600 \u20ac\nint copies")
editor.expect(path, "mem-03", "own-01")
editor.replace(path, "\U0001F600 \u20ac\n", "\U0001F600 \u20ac!\n// more\n")
editor.expect(path, "mem-03", "own-01")
editor.replace(path, "// more\n", "", ranged=False)
editor.expect(path, "mem-03", "own-01")

# It goes, comes back, changes.
editor.replace(path, "delete copy; // mem-03", "free(copy);")
editor.expect(path, "own-01")
editor.replace(path, "free(copy);", "delete copy; // mem-03")
editor.expect(path, "mem-03", "own-01")
editor.replace(path, "delete copy; // mem-03", "free(copy + 1); // own-03")
editor.expect(path, "own-03", "own-01")
# Each text of the last function is analyzed anew, so that the silence above it counts.
editor.replace(path, "free(copy + 1); // own-03",
               "free(copy + 1); // NOLINT(custody-own-03)")
editor.replace(path, "  free(numbers); // own-01", "  free((numbers)); // own-01")
editor.expect(path, "own-01")
editor.replace(path, "  free(copy + 1); // NOLINT(custody-own-03)",
               "  // NOLINTNEXTLINE\n  free(copy + 1);")
editor.replace(path, "  free((numbers)); // own-01", "  free(numbers); // own-01")
editor.expect(path, "own-01")
editor.replace(path, "  // NOLINTNEXTLINE\n  free(copy + 1);", "  delete copy; // mem-03")
editor.expect(path, "mem-03", "own-01")

# A quick fix mends one finding and leaves the other.
finding = editor.finding(path, "custody-mem-03")
fixes = [a for a in editor.actions(path, finding) if a.get("kind") == "quickfix"]
check(len(fixes) == 1, "one fix: %s" % fixes)
check(fixes[0]["diagnostics"][0]["code"] == "custody-mem-03", "a fix says what it is for")
edits = [e for edits in fixes[0]["edit"]["changes"].values() for e in edits]
editor.change(path, edited(editor.texts[path], edits))
check("free(copy); // mem-03" in editor.texts[path], "the fix is free: " + editor.texts[path])
editor.expect(path, "own-01")

# Errors of the compiler are clangd's; custody says nothing of what does not compile.
editor.replace(path, "char *copy", "char copy")
editor.wait(lambda: any(d["severity"] == 1 for d in editor.diagnostics(path) or []), "an error")
editor.expect(path)
editor.replace(path, "char copy", "char *copy")
editor.expect(path, "own-01")

editor.close(path)
editor.open(path, TEXT)
editor.expect(path, "mem-03", "own-01")
editor.close(path)
editor.wait(lambda: all(not p["diagnostics"] for p in editor.published.values()),
            "an end of all diagnostics after the file was closed")
editor.quit()
print("done")
