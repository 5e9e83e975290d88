"""An editor for tests: a client of the language server protocol that does what
a test says, and nothing of its own accord."""

import json
import os
import subprocess
import threading
import time
import urllib.parse

# A wait that comes to its end is a failure, however slow the machine.
PATIENCE = 300


def uri_of(path):
    return "file://" + urllib.parse.quote(os.path.abspath(path))


def position(text, offset):
    """The line and column of an offset, in UTF-16 as LSP counts."""
    before = text[:offset]
    column = len(before[before.rfind("\n") + 1:].encode("utf-16-le")) // 2
    return {"line": before.count("\n"), "character": column}


def offset_of(text, place):
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[:place["line"]])
    units = lines[place["line"]].encode("utf-16-le")[:2 * place["character"]]
    return start + len(units.decode("utf-16-le"))


def edited(text, edits):
    """What LSP's text edits make of a text."""
    for edit in sorted(edits, key=lambda e: (e["range"]["start"]["line"],
                                             e["range"]["start"]["character"]), reverse=True):
        start = offset_of(text, edit["range"]["start"])
        end = offset_of(text, edit["range"]["end"])
        text = text[:start] + edit["newText"] + text[end:]
    return text


def is_custodys(diagnostic):
    return str(diagnostic.get("code", "")).startswith("custody-")


class Editor:
    def __init__(self, command, capabilities=None, **more):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.replies, self.published, self.log = {}, {}, []
        self.texts, self.versions, self.count = {}, {}, 0
        self.changed = threading.Condition()
        self.ended = False
        threading.Thread(target=self.listen, daemon=True).start()
        if capabilities is None:
            capabilities = {"textDocument": {
                "publishDiagnostics": {"relatedInformation": True, "codeDescriptionSupport": True,
                                       "categorySupport": True},
                "codeAction": {"codeActionLiteralSupport": {
                    "codeActionKind": {"valueSet": ["quickfix", "refactor"]}}}}}
        self.server = self.ask("initialize", dict(more, processId=os.getpid(), rootUri=None,
                                                  capabilities=capabilities))["result"]
        self.tell("initialized", {})

    # --- the protocol ---------------------------------------------------------

    def send(self, message):
        body = json.dumps(dict(message, jsonrpc="2.0")).encode()
        self.raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def raw(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def tell(self, method, params):
        self.send({"method": method, "params": params})

    def request(self, method, params):
        self.count += 1
        self.send({"id": self.count, "method": method, "params": params})
        return self.count

    def reply(self, number):
        self.wait(lambda: number in self.replies, "the reply to request %d" % number)
        return self.replies.pop(number)

    def ask(self, method, params):
        return self.reply(self.request(method, params))

    def listen(self):
        out = self.process.stdout
        while True:
            length = 0
            while True:
                line = out.readline()
                if not line:
                    with self.changed:
                        self.ended = True
                        self.changed.notify_all()
                    return
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
                if line == b"\r\n":
                    break
            message = json.loads(out.read(length))
            with self.changed:
                if "method" not in message:
                    self.replies[message["id"]] = message
                elif "id" in message:
                    self.send({"id": message["id"], "result": None})
                    self.log.append(message)
                elif message["method"] == "textDocument/publishDiagnostics":
                    params = message["params"]
                    self.published[urllib.parse.unquote(params["uri"])] = params
                    self.log.append(message)
                else:
                    self.log.append(message)
                self.changed.notify_all()

    def wait(self, until, what):
        end = time.monotonic() + PATIENCE
        with self.changed:
            while not until():
                if self.ended:
                    raise SystemExit("FAIL: the server ended; waited for " + what)
                if time.monotonic() > end:
                    raise SystemExit("FAIL: there was never %s\nlast published: %s" %
                                     (what, json.dumps(self.published, indent=1)))
                self.changed.wait(1)

    # --- documents ------------------------------------------------------------

    def open(self, path, text=None, language="cpp"):
        if text is None:
            with open(path, encoding="utf-8") as file:
                text = file.read()
        self.texts[path], self.versions[path] = text, 1
        self.tell("textDocument/didOpen", {"textDocument": {
            "uri": uri_of(path), "languageId": language, "version": 1, "text": text}})

    def change(self, path, text, ranged=True):
        """Replaces the text: by the one edit that makes the new of the old, or as a whole."""
        old = self.texts[path]
        change = {"text": text}
        if ranged:
            front = len(os.path.commonprefix([old, text]))
            back = len(os.path.commonprefix([old[front:][::-1], text[front:][::-1]]))
            change = {"range": {"start": position(old, front),
                                "end": position(old, len(old) - back)},
                      "text": text[front:len(text) - back]}
        self.texts[path] = text
        self.versions[path] += 1
        self.tell("textDocument/didChange", {
            "textDocument": {"uri": uri_of(path), "version": self.versions[path]},
            "contentChanges": [change]})

    def replace(self, path, old, new, ranged=True):
        assert old in self.texts[path], "'%s' is not in %s" % (old, path)
        self.change(path, self.texts[path].replace(old, new), ranged)

    def close(self, path):
        self.tell("textDocument/didClose", {"textDocument": {"uri": uri_of(path)}})
        del self.texts[path]

    def diagnostics(self, path):
        """What was published last, if it is about the last text."""
        params = self.published.get(urllib.parse.unquote(uri_of(path)))
        if params is None or params.get("version") != self.versions[path]:
            return None
        return params["diagnostics"]

    def findings(self, path):
        """custody's part of diagnostics() as [(line from 1, code)]."""
        shown = self.diagnostics(path)
        return None if shown is None else sorted(
            (d["range"]["start"]["line"] + 1, d["code"]) for d in shown if is_custodys(d))

    def line_of(self, path, mark):
        lines = [n for n, line in enumerate(self.texts[path].split("\n"), 1) if mark in line]
        assert len(lines) == 1, "'%s' stands at lines %s" % (mark, lines)
        return lines[0]

    def expect(self, path, *marks):
        """Waits until custody's findings are those at the lines with the given comments:
        "free(s); // mem-03" in the text, "mem-03" here."""
        want = sorted((self.line_of(path, "// " + mark), "custody-" + mark) for mark in marks)
        self.wait(lambda: self.findings(path) == want, "just these findings: %s" % want)

    def finding(self, path, code):
        found = [d for d in self.diagnostics(path) if d.get("code") == code]
        assert len(found) == 1, "%d findings %s" % (len(found), code)
        return found[0]

    def actions(self, path, diagnostic):
        return self.ask("textDocument/codeAction", {
            "textDocument": {"uri": uri_of(path)}, "range": diagnostic["range"],
            "context": {"diagnostics": [diagnostic]}})["result"]

    def analysts(self):
        """The processes that analyze, by their numbers."""
        listed = subprocess.run(["ps", "--ppid", str(self.process.pid), "-o", "pid=,args="],
                                stdout=subprocess.PIPE, text=True, check=True).stdout
        return [int(line.split()[0]) for line in listed.splitlines()
                if "--custody-role=analyst" in line]

    def quit(self):
        self.ask("shutdown", None)
        self.send({"method": "exit"})
        self.process.stdin.close()
        status = self.process.wait(PATIENCE)
        assert status == 0, "the server's exit status is %d" % status


def check(condition, what):
    if not condition:
        raise SystemExit("FAIL: " + what)
