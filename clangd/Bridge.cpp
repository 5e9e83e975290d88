//===- Bridge.cpp - Between an editor, clangd and the analyst -------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "clangd/Bridge.h"
#include "llvm/Support/raw_ostream.h"
#include <thread>
#include <unistd.h>

using namespace llvm;

namespace custody {
namespace {

/// An id as a key: 1 and "1" are two.
std::string keyOf(const json::Value &Id) {
  std::string Key;
  raw_string_ostream(Key) << Id;
  return Key;
}

const json::Object *documentOf(const json::Object &Params) {
  return Params.getObject("textDocument");
}

/// The object at \p Path in \p Root; null if there is none.
const json::Object *at(const json::Object &Root, ArrayRef<StringRef> Path) {
  const json::Object *O = &Root;
  for (StringRef Name : Path)
    if (O)
      O = O->getObject(Name);
  return O;
}

} // namespace

Bridge::Bridge(BridgeSetup From)
    : Setup(std::move(From)),
      Analysis(
          Setup.Analyst,
          [this](StringRef Uri, int64_t Serial, const json::Array &Found) {
            fromAnalyst(Uri, Serial, Found);
          },
          [this](const std::string &Text) { tell(Text); }) {}

int Bridge::run() {
  std::string Error;
  if (!start(Setup.Server, Server, Error)) {
    errs() << "error: custody-clangd cannot start '" << Setup.Server[0]
           << "': " << Error << "\n";
    return 2;
  }
  std::thread Editor([this] {
    FrameReader Reader(STDIN_FILENO);
    Frame F;
    bool Heard = true;
    while (Heard && Reader.next(F)) {
      if (F.isMessage()) {
        if (Expected<json::Value> Message = json::parse(F.body())) {
          if (const json::Object *Object = Message->getAsObject())
            fromEditor(*Object);
        } else {
          consumeError(Message.takeError());
        }
      }
      Heard = writeAll(Server.To, F.Bytes);
    }
    ::close(Server.To);
  });
  FrameReader Reader(Server.From);
  Frame F;
  while (Reader.next(F)) {
    std::lock_guard<std::mutex> Guard(Output);
    if (F.isMessage())
      fromServer(F);
    // Without an editor, the server gets the end of its input next.
    (void)writeAll(STDOUT_FILENO, F.Bytes);
  }
  int Status = wait(Server);
  Analysis.stop();
  // The editor's thread may sit in a read that never ends.
  Editor.detach();
  return Status;
}

// --- what the editor says ---------------------------------------------------

void Bridge::fromEditor(const json::Object &Message) {
  StringRef Method = Message.getString("method").value_or("");
  const json::Object *Params = Message.getObject("params");
  const json::Value *Id = Message.get("id");
  if (!Params)
    return;
  std::lock_guard<std::mutex> Guard(Lock);
  if (Method == "initialize" && Id) {
    Initialize = *Params;
    InitializeId = keyOf(*Id);
  } else if (Method == "textDocument/codeAction" && Id) {
    Asked[keyOf(*Id)] = *Params;
  } else if (Method == "textDocument/didOpen") {
    opened(*Params);
  } else if (Method == "textDocument/didChange") {
    changed(*Params);
  } else if (Method == "textDocument/didClose") {
    closed(*Params);
  } else if (Method == "textDocument/didSave" ||
             Method == "workspace/didChangeWatchedFiles") {
    Analysis.notify(Method, json::Object(*Params), /*Keep=*/false);
  } else if (Method == "workspace/didChangeConfiguration") {
    Analysis.notify(Method, json::Object(*Params), /*Keep=*/true);
  }
}

void Bridge::opened(const json::Object &Params) {
  const json::Object *Opened = documentOf(Params);
  auto Uri = Opened ? Opened->getString("uri") : std::nullopt;
  auto Text = Opened ? Opened->getString("text") : std::nullopt;
  if (!Uri || !Text)
    return;
  Document &D = Documents[fileOf(*Uri)];
  if (!D.Uri.empty())
    Analysis.close(D.Uri);
  D = Document();
  D.Uri = Uri->str();
  D.Language = Opened->getString("languageId").value_or("").str();
  D.Text = Text->str();
  if (const json::Value *Version = Opened->get("version"))
    D.Version = *Version;
  D.Serial = ++Serials;
  Analysis.set(D.Uri, D.Language, D.Text, D.Serial);
}

void Bridge::changed(const json::Object &Params) {
  const json::Object *Changed = documentOf(Params);
  const json::Array *Changes = Params.getArray("contentChanges");
  auto Uri = Changed ? Changed->getString("uri") : std::nullopt;
  auto At = Uri ? Documents.find(fileOf(*Uri)) : Documents.end();
  if (At == Documents.end() || !Changes)
    return;
  Document &D = At->second;
  std::string Text = D.Text;
  if (!applyChanges(Text, *Changes, Columns))
    return;
  const json::Value *Version = Changed->get("version");
  D.Version = Version ? *Version : json::Value(nullptr);
  moveFindings(D.Findings, At->first(), difference(D.Text, Text, Columns));
  D.Text = std::move(Text);
  D.IsCurrent = D.AreFresh = false;
  D.Serial = ++Serials;
  Analysis.set(D.Uri, D.Language, D.Text, D.Serial);
}

void Bridge::closed(const json::Object &Params) {
  const json::Object *Closed = documentOf(Params);
  auto Uri = Closed ? Closed->getString("uri") : std::nullopt;
  auto At = Uri ? Documents.find(fileOf(*Uri)) : Documents.end();
  if (At == Documents.end())
    return;
  Analysis.close(At->second.Uri);
  Documents.erase(At);
}

// --- what the server says ---------------------------------------------------

void Bridge::fromServer(Frame &F) {
  std::lock_guard<std::mutex> Guard(Lock);
  // Most of what a server says is none of our business, and may be long.
  constexpr StringRef Publish = "textDocument/publishDiagnostics";
  if (!InitializeId && Asked.empty() &&
      F.body().substr(0, 256).find(Publish) == StringRef::npos &&
      F.body().substr(F.body().size() - std::min<size_t>(256, F.body().size()))
              .find(Publish) == StringRef::npos)
    return;
  Expected<json::Value> Parsed = json::parse(F.body());
  if (!Parsed) {
    consumeError(Parsed.takeError());
    return;
  }
  json::Object *Message = Parsed->getAsObject();
  if (!Message)
    return;
  if (auto Method = Message->getString("method")) {
    const json::Object *Params = Message->getObject("params");
    if (*Method == Publish && Params) {
      std::string Merged = published(*Params);
      if (!Merged.empty())
        F.Bytes = std::move(Merged);
    }
    return;
  }
  const json::Value *Id = Message->get("id");
  if (!Id)
    return;
  std::string Key = keyOf(*Id);
  if (InitializeId == Key) {
    InitializeId.reset();
    if (const json::Object *Result = Message->getObject("result"))
      initialized(*Result);
    return;
  }
  auto At = Asked.find(Key);
  if (At == Asked.end())
    return;
  json::Object Params = std::move(At->second);
  Asked.erase(At);
  if (withFixes(*Message, Params))
    F.Bytes = frame(std::move(*Parsed));
}

/// The server has answered: now it is known how columns are counted.
void Bridge::initialized(const json::Object &Result) {
  StringRef Name = "utf-16";
  if (auto Old = Result.getString("offsetEncoding"))
    Name = *Old; // clangd's own, from before LSP had one.
  if (const json::Object *Server = Result.getObject("capabilities"))
    if (auto New = Server->getString("positionEncoding"))
      Name = *New;
  Columns = encoding(Name);
  json::Object Publish, Text, Workspace;
  if (const json::Object *O = at(
          Initialize, {"capabilities", "textDocument", "publishDiagnostics"}))
    Publish = *O;
  Can.InlineFixes = Publish.getBoolean("codeActionsInline").value_or(false);
  Publish["codeActionsInline"] = true;
  Text["publishDiagnostics"] = std::move(Publish);
  if (const json::Object *O =
          at(Initialize, {"capabilities", "textDocument", "codeAction"})) {
    Can.ActionLiterals = O->get("codeActionLiteralSupport") != nullptr;
    Text["codeAction"] = json::Object(*O);
  }
  if (const json::Object *O =
          at(Initialize, {"capabilities", "workspace", "workspaceEdit"}))
    Workspace["workspaceEdit"] = json::Object(*O);
  json::Object Params{
      {"processId", static_cast<int64_t>(::getpid())},
      {"capabilities",
       json::Object{
           {"textDocument", std::move(Text)},
           {"workspace", std::move(Workspace)},
           {"general", json::Object{{"positionEncodings",
                                     json::Array{nameOf(Columns)}}}}}}};
  for (StringRef Same :
       {"rootUri", "rootPath", "workspaceFolders", "initializationOptions"})
    if (const json::Value *Value = Initialize.get(Same))
      Params[Same] = *Value;
  Analysis.start(std::move(Params));
}

std::string Bridge::published(const json::Object &Params) {
  auto Uri = Params.getString("uri");
  auto At = Uri ? Documents.find(fileOf(*Uri)) : Documents.end();
  if (At == Documents.end())
    return "";
  Document &D = At->second;
  // A server that names no version, or an editor that has none: the last word
  // is about the last text.
  const json::Value *Version = Params.get("version");
  D.IsCurrent = !Version || D.Version.kind() != json::Value::Number ||
                *Version == D.Version;
  D.Published = Params;
  return D.Findings.empty() ? "" : withFindings(D);
}

std::string Bridge::withFindings(const Document &D) const {
  json::Object Params = *D.Published;
  addFindings(Params, D.Findings, Can);
  return notification("textDocument/publishDiagnostics", std::move(Params));
}

bool Bridge::withFixes(json::Object &Reply, const json::Object &Params) {
  const json::Object *Named = documentOf(Params);
  auto Uri = Named ? Named->getString("uri") : std::nullopt;
  auto At = Uri ? Documents.find(fileOf(*Uri)) : Documents.end();
  json::Value *Result = Reply.get("result");
  if (At == Documents.end() || !Result || !At->second.AreFresh)
    return false;
  const Document &D = At->second;
  json::Array More = fixesFor(Params, D.Findings, D.Version, Can);
  if (More.empty())
    return false;
  if (Result->kind() == json::Value::Null)
    *Result = json::Array();
  json::Array *All = Result->getAsArray();
  if (!All)
    return false;
  for (json::Value &Action : More)
    All->push_back(std::move(Action));
  return true;
}

// --- what the analyst says --------------------------------------------------

void Bridge::fromAnalyst(StringRef Uri, int64_t Serial,
                         const json::Array &Diagnostics) {
  std::vector<Diagnosed> New = findingsIn(Diagnostics, Setup.Pages);
  // What is written is what is known when it is written: the last word to the
  // editor is never an old one.
  std::lock_guard<std::mutex> Writing(Output);
  std::string Message;
  {
    std::lock_guard<std::mutex> Guard(Lock);
    auto At = Documents.find(fileOf(Uri));
    if (At == Documents.end() || At->second.Serial != Serial)
      return;
    Document &D = At->second;
    bool Had = !D.Findings.empty();
    D.Findings = std::move(New);
    D.AreFresh = true;
    // The server's own diagnostics come first; it has not got so far, and then
    // takes these along.
    if (!D.Published || !D.IsCurrent || (!Had && D.Findings.empty()))
      return;
    Message = withFindings(D);
  }
  (void)writeAll(STDOUT_FILENO, Message);
}

/// Into the editor's log; it is not worth a window.
void Bridge::tell(const std::string &Text) {
  std::lock_guard<std::mutex> Writing(Output);
  (void)writeAll(STDOUT_FILENO,
                 notification("window/logMessage",
                              json::Object{{"type", 2}, {"message", Text}}));
}

} // namespace custody
