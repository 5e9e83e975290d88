//===- Bridge.cpp - Between an editor, clangd and the analyst -------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "clangd/Bridge.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>
#include <csignal>
#include <thread>
#include <unistd.h>

using namespace llvm;

namespace custody {
namespace {

/// A server that has not published anything so long after a file was closed
/// will not: it is no clangd, or has other sorrows.
constexpr std::chrono::seconds Owing(60);
/// Who does not end when told to is ended.
constexpr std::chrono::seconds Leaving(20);

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

/// True if diagnostics about \p Version are those that were owed about \p Owed,
/// or come after them. Those about no version are the last of a document that
/// was closed, perhaps before this one was opened.
bool settles(const json::Value *Version, const json::Value &Owed) {
  auto Is = Version ? Version->getAsInteger() : std::nullopt;
  auto Was = Owed.getAsInteger();
  return !Was || (Is && *Is >= *Was);
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
  if (!start(Setup.Server, /*WithNotes=*/false, Server, Error)) {
    errs() << "error: custody-clangd cannot start '" << Setup.Server[0]
           << "': " << Error << "\n";
    return 2;
  }
  std::thread Editor([this] {
    FrameReader Reader(STDIN_FILENO);
    Frame F;
    bool Heard = true;
    while (Heard && Reader.next(F)) {
      std::lock_guard<std::mutex> Writing(Input);
      if (F.isMessage()) {
        if (Expected<json::Value> Message = json::parse(F.body())) {
          if (const json::Object *Object = Message->getAsObject())
            fromEditor(*Object, F.Bytes);
        } else {
          consumeError(Message.takeError());
        }
      }
      Heard = writeAll(Server.To, F.Bytes);
    }
    std::lock_guard<std::mutex> Writing(Input);
    std::lock_guard<std::mutex> Guard(Lock);
    ::close(Server.To);
    Server.To = -1;
    leave();
  });
  std::thread Timekeeper([this] { keepTime(); });
  FrameReader Reader(Server.From);
  Frame F;
  while (Reader.next(F)) {
    std::lock_guard<std::mutex> Guard(Output);
    if (F.isMessage())
      fromServer(F);
    // Without an editor, the server gets the end of its input next.
    (void)writeAll(STDOUT_FILENO, F.Bytes);
  }
  {
    // Before the process is waited for, and its number another's.
    std::lock_guard<std::mutex> Guard(Lock);
    HasEnded = true;
    Released.notify_all();
  }
  Timekeeper.join();
  int Status = wait(Server);
  if (IsLate)
    Status = IsShutDown ? 0 : 1; // What LSP asks for at the end.
  Analysis.stop();
  // The editor's thread may sit in a read that never ends.
  Editor.detach();
  return Status;
}

// --- what the editor says ---------------------------------------------------

/// Looks at a message to the server; \p Bytes is what it will be sent.
void Bridge::fromEditor(const json::Object &Message, std::string &Bytes) {
  StringRef Method = Message.getString("method").value_or("");
  const json::Object *Params = Message.getObject("params");
  const json::Value *Id = Message.get("id");
  std::lock_guard<std::mutex> Guard(Lock);
  if (Method == "exit")
    leave();
  else if (Method == "shutdown")
    IsShutDown = true;
  if (!Params)
    return;
  if (Method == "initialize" && Id) {
    Initialize = *Params;
    InitializeId = keyOf(*Id);
  } else if (Method == "textDocument/codeAction" && Id) {
    Asked[keyOf(*Id)] = *Params;
  } else if (Method == "textDocument/didOpen") {
    opened(*Params, Bytes);
  } else if (Method == "textDocument/didChange") {
    changed(*Params);
  } else if (Method == "textDocument/didClose") {
    closed(*Params, Bytes);
  } else if (Method == "textDocument/didSave" ||
             Method == "workspace/didChangeWatchedFiles") {
    Analysis.notify(Method, json::Object(*Params), /*Keep=*/false);
    anotherLook();
  } else if (Method == "workspace/didChangeConfiguration") {
    Analysis.notify(Method, json::Object(*Params), /*Keep=*/true);
    anotherLook();
  }
}

/// After this, clangd may look at every open file again.
void Bridge::anotherLook() {
  for (auto &Each : Documents)
    Each.second.IsFollowed = true;
}

void Bridge::leave() {
  if (!EndsBy)
    EndsBy = Clock::now() + Leaving;
  Released.notify_all();
}

void Bridge::opened(const json::Object &Params, std::string &Bytes) {
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
  D.Owed = D.Version;
  D.IsFollowed = D.IsReopened = reopened(*Opened, Bytes);
  D.Serial = ++Serials;
  Analysis.set(D.Uri, D.Language, D.Text, D.Serial);
}

/// For the server, a document that it does not know to be closed was changed.
bool Bridge::reopened(const json::Object &Opened, std::string &Bytes) {
  auto At = Held.find(fileOf(Opened.getString("uri").value_or("")));
  if (At == Held.end())
    return false;
  json::Object Document{{"uri", At->second.Uri}};
  if (const json::Value *Version = Opened.get("version"))
    Document["version"] = *Version;
  Bytes = notification("textDocument/didChange",
                       json::Object{{"textDocument", std::move(Document)},
                                    {"contentChanges",
                                     json::Array{json::Object{
                                         {"text", *Opened.getString("text")}}}},
                                    {"wantDiagnostics", true}});
  Held.erase(At);
  return true;
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
  if (Params.getBoolean("wantDiagnostics").value_or(false))
    D.Owed = D.Version;
  D.IsFollowed = true;
  D.Text = std::move(Text);
  D.IsCurrent = D.AreFresh = false;
  D.Serial = ++Serials;
  Analysis.set(D.Uri, D.Language, D.Text, D.Serial);
}

void Bridge::closed(const json::Object &Params, std::string &Bytes) {
  const json::Object *Closed = documentOf(Params);
  auto Uri = Closed ? Closed->getString("uri") : std::nullopt;
  auto At = Uri ? Documents.find(fileOf(*Uri)) : Documents.end();
  if (At == Documents.end())
    return;
  Document &D = At->second;
  Analysis.close(D.Uri);
  if (D.Owed && D.IsFollowed) {
    Held[At->first()] = {D.Uri, std::move(Bytes), std::move(*D.Owed),
                         Clock::now() + Owing};
    Bytes.clear();
    Released.notify_all();
  }
  Documents.erase(At);
}

/// Passes on what was held, and ends a server that does not end.
void Bridge::keepTime() {
  while (true) {
    Clock::time_point Now = Clock::now(), Wake = Now + std::chrono::hours(1);
    bool Any = false;
    {
      std::unique_lock<std::mutex> Guard(Lock);
      if (HasEnded)
        return;
      if (EndsBy && Now >= *EndsBy && !IsLate) {
        ::kill(Server.Process, SIGKILL);
        IsLate = true;
      }
      if (EndsBy && !IsLate)
        Wake = *EndsBy;
      for (auto &Each : Held) {
        Any |= Each.second.Until <= Now;
        Wake = std::min(Wake, Each.second.Until);
      }
      if (!Any) {
        Released.wait_until(Guard, Wake);
        continue;
      }
    }
    // What the editor says must neither overtake these nor be overtaken.
    std::lock_guard<std::mutex> Writing(Input);
    std::string Messages;
    {
      std::lock_guard<std::mutex> Guard(Lock);
      for (auto I = Held.begin(); I != Held.end();) {
        auto Each = I++;
        if (Each->second.Until > Now)
          continue;
        Messages += Each->second.Message;
        Held.erase(Each);
      }
    }
    if (Server.To >= 0)
      (void)writeAll(Server.To, Messages);
  }
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
    if (*Method == Publish && Params)
      published(*Params, F.Bytes);
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

/// \p Bytes is the message as the editor will get it.
void Bridge::published(const json::Object &Params, std::string &Bytes) {
  auto Uri = Params.getString("uri");
  std::string File = Uri ? fileOf(*Uri) : "";
  const json::Value *Version = Params.get("version");
  if (auto At = Held.find(File); At != Held.end()) {
    // For the editor, there is no such document any more.
    Bytes.clear();
    if (settles(Version, At->second.Owed)) {
      At->second.Until = Clock::now();
      Released.notify_all();
    }
    return;
  }
  auto At = Documents.find(File);
  if (At == Documents.end())
    return;
  Document &D = At->second;
  if (D.Owed && D.IsReopened && Version && *Version != *D.Owed) {
    // About what it was before, perhaps with a higher number.
    Bytes.clear();
    return;
  }
  if (D.Owed && settles(Version, *D.Owed)) {
    D.Owed.reset();
    D.IsReopened = false;
  }
  // A server that names no version, or an editor that has none: the last word
  // is about the last text.
  D.IsCurrent = !Version || D.Version.kind() != json::Value::Number ||
                *Version == D.Version;
  D.Published = Params;
  Analysis.mayBegin(D.Uri);
  if (!D.Findings.empty())
    Bytes = withFindings(D);
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
