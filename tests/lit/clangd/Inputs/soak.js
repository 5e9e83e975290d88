// A client made of Visual Studio Code's own libraries that opens, edits, asks, cancels,
// renames and closes at random, over several files, and then looks whether what is shown is
// what the last texts deserve.
//
//   node soak.js FOLDER EDITS SEED [--kill] COMMAND...
//
// With --kill, the process that analyzes is killed now and then.
"use strict";
const fs = require("fs");
const path = require("path");
const { spawn, execFileSync } = require("child_process");
const { pathToFileURL } = require("url");
const rpc = require("vscode-languageserver-protocol/node");

const [folder, edits, seed, ...rest] = process.argv.slice(2);
const kills = rest[0] === "--kill";
const command = kills ? rest.slice(1) : rest;
const PATIENCE = 600000;

// The same numbers for the same seed.
let state = Number(seed) >>> 0 || 1;
function random(below) {
  state ^= state << 13; state >>>= 0;
  state ^= state >>> 17;
  state ^= state << 5; state >>>= 0;
  return state % below;
}

// A file is a few functions, each in one of these states; a comment says which finding it has.
const STATES = [
  n => `void f${n}(int *p) {\n  free(p);\n}`,
  n => `void f${n}(int *p) {\n  free(p);\n  free(p); // own-01\n}`,
  n => `void f${n}(char *t) {\n  char *p = strdup(t);\n  free(p + 1); // own-03\n}`,
  n => `int f${n}(int n) {\n  return n + ${n};\n}`,
  n => `void f${n}(char *t) {\n  char *p = strdup(t);\n  delete p; // mem-03\n}`,
];
class File {
  constructor(index) {
    this.name = path.join(folder, `soak-${index}.cpp`);
    this.uri = pathToFileURL(this.name).toString();
    this.states = Array.from({ length: 6 }, () => random(STATES.length));
    this.version = 0;
    this.isOpen = false;
    this.remarks = 0;
    this.broken = "";
    this.shown = undefined;
  }
  text() {
    return "#include <cstdlib>\n#include <cstring>\n" + "// \u{1F600}\n".repeat(this.remarks) +
      this.states.map((s, n) => STATES[s](n)).join("\n\n") + "\n" + this.broken;
  }
  wanted() {
    if (this.broken)
      return "";
    return this.text().split("\n").flatMap((line, n) => {
      const mark = /\/\/ ((?:own|mem|ffi)-\d\d)/.exec(line);
      return mark ? [`${n + 1} custody-${mark[1]}`] : [];
    }).sort().join("; ");
  }
  found() {
    if (!this.shown || this.shown.version !== this.version)
      return "nothing about version " + this.version;
    return this.shown.diagnostics.filter(d => String(d.code).startsWith("custody-"))
      .map(d => `${d.range.start.line + 1} ${d.code}`).sort().join("; ");
  }
}

function positionOf(text, offset) {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length - 1, character: offset - start };
}

function children(pid) {
  try {
    return execFileSync("ps", ["--ppid", String(pid), "-o", "pid=,args="], { encoding: "utf8" })
      .split("\n").filter(Boolean).map(line => {
        const [, id, args] = /^\s*(\d+)\s+(.*)$/.exec(line);
        return { id: Number(id), args };
      });
  } catch {
    return [];
  }
}

// What all processes of the server have in memory, in megabytes.
function memory(pid) {
  return [pid, ...children(pid).map(c => c.id)].map(id => {
    try {
      return Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${id}/status`, "utf8"))[1]) / 1024;
    } catch {
      return 0;
    }
  }).reduce((a, b) => a + b);
}

function fail(text) {
  console.error("FAIL: " + text);
  process.exit(1);
}

async function main() {
  fs.mkdirSync(folder, { recursive: true });
  const server = spawn(command[0], command.slice(1), { stdio: ["pipe", "pipe", "inherit"] });
  let ending = false;
  server.on("exit", (code, signal) => { if (!ending) fail(`the server ended: ${code} ${signal}`); });
  const connection = rpc.createProtocolConnection(
    new rpc.StreamMessageReader(server.stdout), new rpc.StreamMessageWriter(server.stdin));
  connection.onError(([error]) => fail("the connection: " + error));
  const files = Array.from({ length: 4 }, (_, index) => new File(index));
  for (const file of files)
    fs.writeFileSync(file.name, file.text());
  let published = 0;
  connection.onNotification(rpc.PublishDiagnosticsNotification.type, params => {
    ++published;
    for (const file of files)
      if (decodeURIComponent(params.uri) === decodeURIComponent(file.uri))
        file.shown = params;
  });
  connection.onRequest(rpc.ApplyWorkspaceEditRequest.type, () => ({ applied: true }));
  connection.listen();
  await connection.sendRequest(rpc.InitializeRequest.type, {
    processId: process.pid, rootUri: null, workspaceFolders: null,
    capabilities: {
      textDocument: {
        publishDiagnostics: { relatedInformation: true, versionSupport: true,
                              codeDescriptionSupport: true },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } },
      },
    },
  });
  await connection.sendNotification(rpc.InitializedNotification.type, {});

  const tell = (type, params) => connection.sendNotification(type, params);
  const open = file => {
    file.version = 1 + random(3);
    file.isOpen = true;
    file.shown = undefined;
    return tell(rpc.DidOpenTextDocumentNotification.type, { textDocument: {
      uri: file.uri, languageId: "cpp", version: file.version, text: file.text() } });
  };
  const change = (file, edit) => {
    const old = file.text();
    edit();
    const text = file.text();
    if (text === old)
      return;
    let front = 0, back = 0;
    while (front < Math.min(old.length, text.length) && old[front] === text[front])
      ++front;
    while (back < Math.min(old.length, text.length) - front &&
           old[old.length - 1 - back] === text[text.length - 1 - back])
      ++back;
    // Not in the middle of a character of two units.
    const inside = at => /[\uDC00-\uDFFF]/.test(old[at] || "");
    while (front > 0 && inside(front))
      --front;
    while (back > 0 && inside(old.length - back))
      --back;
    ++file.version;
    const ranged = { range: { start: positionOf(old, front),
                              end: positionOf(old, old.length - back) },
                     text: text.slice(front, text.length - back) };
    return tell(rpc.DidChangeTextDocumentNotification.type, {
      textDocument: { uri: file.uri, version: file.version },
      contentChanges: [random(4) ? ranged : { text }] });
  };
  // Replies are waited for at the end; a request may fail, since the text has gone on, but
  // each must be answered.
  const asked = [];
  const ask = (type, params) => {
    const token = new rpc.CancellationTokenSource();
    asked.push(connection.sendRequest(type, params, token.token).then(() => 1, () => 0));
    if (!random(3))
      setTimeout(() => token.cancel(), random(30));
  };
  const somewhere = file => ({ textDocument: { uri: file.uri },
                               position: positionOf(file.text(), random(file.text().length)) });
  await Promise.all(files.map(open));
  let done = 0, killed = 0, most = 0;
  while (done < Number(edits)) {
    const file = files[random(files.length)];
    if (!file.isOpen) {
      await open(file);
      continue;
    }
    const dice = random(20);
    if (dice < 10) {
      await change(file, () => { file.states[random(file.states.length)] = random(STATES.length); });
      ++done;
    } else if (dice < 12) {
      await change(file, () => { file.remarks = random(4); });
      ++done;
    } else if (dice < 13) {
      await change(file, () => { file.broken = file.broken ? "" : "int f( {"; });
      ++done;
    } else if (dice < 14) {
      ask(rpc.CompletionRequest.type, somewhere(file));
    } else if (dice < 15) {
      ask(rpc.HoverRequest.type, somewhere(file));
    } else if (dice < 16) {
      ask(rpc.RenameRequest.type, { ...somewhere(file), newName: "renamed" });
    } else if (dice < 18) {
      const at = somewhere(file);
      const diagnostics = file.shown ? file.shown.diagnostics : [];
      ask(rpc.CodeActionRequest.type, { textDocument: at.textDocument,
        range: { start: at.position, end: at.position }, context: { diagnostics } });
    } else if (dice < 19) {
      await tell(rpc.DidSaveTextDocumentNotification.type, { textDocument: { uri: file.uri } });
    } else {
      await tell(rpc.DidCloseTextDocumentNotification.type, { textDocument: { uri: file.uri } });
      file.isOpen = false;
    }
    if (kills && !random(40))
      for (const child of children(server.pid))
        if (child.args.includes("--custody-role=analyst")) {
          try {
            process.kill(child.id, "SIGKILL");
            ++killed;
          } catch {
            // It was gone already.
          }
        }
    if (done % 50 === 0)
      most = Math.max(most, memory(server.pid));
    // Fast, as somebody types, or with a pause in which everything is told.
    if (!random(3))
      await new Promise(resume => setTimeout(resume, random(10) ? random(60) : 700));
  }
  for (const file of files)
    if (!file.isOpen)
      await open(file);
  const end = Date.now() + PATIENCE;
  while (files.some(file => file.found() !== file.wanted())) {
    if (Date.now() > end)
      fail(files.map(f => `${f.name}: wanted ${f.wanted()}; shown ${f.found()}`).join("\n"));
    await new Promise(resume => setTimeout(resume, 50));
  }
  const answers = await Promise.all(asked);
  most = Math.max(most, memory(server.pid));
  ending = true;
  await connection.sendRequest(rpc.ShutdownRequest.type);
  await connection.sendNotification(rpc.ExitNotification.type);
  const status = await new Promise(resume => server.on("exit", resume));
  if (status !== 0)
    fail("the exit status is " + status);
  console.log(`done: ${done} edits, ${answers.length} requests, ${published} publications` +
    (kills ? `, ${killed} times killed` : ""));
  console.error(`memory of all processes, at most: ${Math.round(most)} MB`);
  process.exit(0);
}
main().catch(error => fail(error.stack));
