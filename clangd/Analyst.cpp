//===- Analyst.cpp - The process that analyzes, from outside --------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "clangd/Analyst.h"
#include "clangd/Frame.h"
#include "tidy/Layout.h"
#include <algorithm>
#include <csignal>
#include <ctime>
#include <unistd.h>

using namespace llvm;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace custody {
namespace {

/// Somebody who types is let type: the analysis begins this long after the last
/// key, or an eighth of what it took the last time, but not later than that.
constexpr milliseconds Shortest(15), Longest(400);
/// A file that is opened is the server's first, so that what it says comes no
/// later than without us; but one that says nothing is not waited for longer.
constexpr milliseconds Courtesy(5000);
/// So long after a quick answer, all is analyzed.
constexpr milliseconds Quiet(400);
/// More CPU time than any analysis takes: the process has lost its way. On a
/// busy machine, time alone says nothing.
constexpr seconds Patience(120);
/// One that works uses more than this in such a time, however busy the machine
/// is: a process that does not wake up any more is replaced.
constexpr seconds Idling(20);
constexpr milliseconds Idle(5);

/// The CPU time that \p Process has used; nothing if it cannot be told.
std::chrono::nanoseconds used(pid_t Process) {
  clockid_t Clock;
  timespec Time;
  if (::clock_getcpuclockid(Process, &Clock) || ::clock_gettime(Clock, &Time))
    return {};
  return seconds(Time.tv_sec) + std::chrono::nanoseconds(Time.tv_nsec);
}

} // namespace

void Analyst::start(json::Object Params) {
  std::lock_guard<std::mutex> Guard(Lock);
  if (Feeder.joinable())
    return;
  Initialize = std::move(Params);
  Feeder = std::thread([this] { feed(); });
}

void Analyst::set(StringRef Uri, StringRef Language, std::string Text,
                  int64_t Serial) {
  std::lock_guard<std::mutex> Guard(Lock);
  Document &D = Documents[Uri.str()];
  D.Closing = false;
  D.Language = Language.str();
  D.Text = std::make_shared<const std::string>(std::move(Text));
  D.Serial = Serial;
  D.Due = Clock::now();
  if (D.Sent)
    D.Due += std::clamp<Clock::duration>(D.Took / 8, Shortest, Longest);
  else
    D.Due += Courtesy;
  Changed.notify_all();
}

void Analyst::mayBegin(StringRef Uri) {
  std::lock_guard<std::mutex> Guard(Lock);
  auto At = Documents.find(Uri.str());
  if (At == Documents.end() || At->second.Sent)
    return;
  At->second.Due = Clock::now();
  Changed.notify_all();
}

void Analyst::close(StringRef Uri) {
  std::lock_guard<std::mutex> Guard(Lock);
  auto At = Documents.find(Uri.str());
  if (At == Documents.end())
    return;
  // See Bridge::Closing for why it is not closed at once.
  if (At->second.Waiting)
    At->second.Closing = true;
  else
    forget(At);
}

void Analyst::forget(std::map<std::string, Document>::iterator At) {
  if (At->second.Sent)
    Queue.push_back(notification(
        "textDocument/didClose",
        json::Object{{"textDocument", json::Object{{"uri", At->first}}}}));
  Documents.erase(At);
  Changed.notify_all();
}

void Analyst::notify(StringRef Method, json::Value Params, bool Keep) {
  std::lock_guard<std::mutex> Guard(Lock);
  std::string Message = notification(Method, std::move(Params));
  if (Keep)
    Kept.push_back(Message);
  if (Ready)
    Queue.push_back(std::move(Message));
  Changed.notify_all();
}

void Analyst::stop() {
  {
    std::lock_guard<std::mutex> Guard(Lock);
    Stopping = true;
    if (Process.Process > 0)
      ::kill(Process.Process, SIGKILL);
    Changed.notify_all();
  }
  if (Feeder.joinable())
    Feeder.join();
}

bool Analyst::launch(std::string &Error) {
  if (!custody::start(Command, /*WithNotes=*/true, Process, Error))
    return false;
  Told.clear();
  Dead = Ready = false;
  Queue.clear();
  for (auto I = Documents.begin(); I != Documents.end();) {
    I->second.Sent = 0;
    I->second.Waiting = I->second.IsQuick = false;
    I = I->second.Closing ? Documents.erase(I) : std::next(I);
  }
  Queue.push_back(frame(json::Object{{"jsonrpc", "2.0"},
                                     {"id", 0},
                                     {"method", "initialize"},
                                     {"params", json::Object(Initialize)}}));
  Listener = std::thread([this, From = Process.From] { listen(From); });
  return true;
}

/// What is to be sent now, if there is anything; else \p Wake is when to look
/// again.
std::string Analyst::nextMessage(Clock::time_point Now,
                                 Clock::time_point &Wake) {
  if (!Queue.empty()) {
    std::string All;
    for (const std::string &Message : Queue)
      All += Message;
    Queue.clear();
    return All;
  }
  if (!Ready)
    return "";
  for (auto &[Uri, D] : Documents) {
    bool IsNew = D.Sent != D.Serial;
    if (D.Waiting) {
      if (!isAlive(D, Now)) {
        ::kill(Process.Process, SIGKILL);
        return "";
      }
      Wake = std::min<Clock::time_point>(Wake, Now + Idling);
      // The second time, the process stops when there is something new.
      if (!D.IsSecond || !IsNew || D.Closing)
        continue;
    }
    if ((!IsNew && !D.IsQuick) || (D.Fatal == D.Serial && D.Ends > 1))
      continue;
    if (Now < D.Due) {
      Wake = std::min(Wake, D.Due);
      continue;
    }
    bool Opens = D.Sent == 0;
    D.IsSecond = !IsNew;
    bool IsKnown = !Opens && D.Given == *D.Text;
    D.Given = *D.Text + (IsKnown ? "\n" : "");
    D.Sent = D.Serial;
    D.Since = Now;
    D.Used = D.Seen = used(Process.Process);
    D.SeenAt = Now;
    D.Waiting = true;
    json::Object Document{{"uri", Uri}, {"version", 2 * D.Serial + D.IsSecond}};
    if (Opens) {
      Document["languageId"] = D.Language;
      Document["text"] = D.Given;
      return notification("textDocument/didOpen",
                          json::Object{{"textDocument", std::move(Document)}});
    }
    // That findings are wanted in any case spares clangd's own waiting for the
    // next key.
    return notification(
        "textDocument/didChange",
        json::Object{
            {"textDocument", std::move(Document)},
            {"contentChanges", json::Array{json::Object{{"text", D.Given}}}},
            {"wantDiagnostics", true}});
  }
  return "";
}

/// Whether the process gets on with \p D, whose findings it owes.
bool Analyst::isAlive(Document &D, Clock::time_point Now) {
  std::chrono::nanoseconds Used = used(Process.Process);
  IsLost |= Used - D.Used >= Patience;
  bool Sleeps = false;
  if (Now - D.SeenAt >= Idling) {
    Sleeps = Used - D.Seen < Idle;
    D.Seen = Used;
    D.SeenAt = Now;
  }
  return !IsLost && !Sleeps;
}

void Analyst::feed() {
  std::unique_lock<std::mutex> Guard(Lock);
  while (!Stopping) {
    Clock::time_point Now = Clock::now(), Wake = Now + seconds(3600);
    if (Dead) {
      if (Listener.joinable()) {
        Guard.unlock();
        Listener.join();
        Guard.lock();
        hangUp(Process);
        int Status = wait(Process);
        if (!Stopping)
          say(Guard, ended(Status));
        continue;
      }
      std::string Error;
      if (Documents.empty() || Now < StartAt) {
        Wake = std::max(StartAt, Documents.empty() ? Wake : StartAt);
      } else if (!launch(Error)) {
        StartAt = Now + seconds(60);
        if (++Failures == 1)
          say(Guard, {"custody: cannot start " + Command[0] + ": " + Error});
        continue;
      }
    }
    if (!Dead) {
      std::string Message = nextMessage(Now, Wake);
      if (!Message.empty()) {
        int To = Process.To;
        Guard.unlock();
        writeAll(To, Message);
        Guard.lock();
        continue;
      }
    }
    Changed.wait_until(Guard, Wake);
  }
  Guard.unlock();
  if (Listener.joinable()) {
    Listener.join();
    hangUp(Process);
    wait(Process);
  }
}

/// Tells it without the lock: who listens may be waiting for us.
void Analyst::say(std::unique_lock<std::mutex> &Guard,
                  const std::vector<std::string> &Messages) {
  Guard.unlock();
  for (const std::string &Message : Messages)
    Tell(Message);
  Guard.lock();
}

/// After the end of a process that nobody has asked to end. Whom somebody else
/// has killed has not ended because of a text. Returns what to tell of it.
std::vector<std::string> Analyst::ended(int Status) {
  std::vector<std::string> Messages;
  bool IsKilled = Status == 128 + SIGKILL && !IsLost;
  IsLost = false;
  for (auto &[Uri, D] : Documents) {
    if (!D.Waiting || IsKilled)
      continue;
    D.Ends = D.Fatal == D.Sent ? D.Ends + 1 : 1;
    D.Fatal = D.Sent;
    if (D.Ends == 2)
      Messages.push_back(
          "custody: the analysis of " + Uri +
          " ended twice over the same text; it is tried again after an edit");
  }
  ++Failures;
  StartAt = Clock::now() + milliseconds(250u << std::min(Failures, 8u));
  return Messages;
}

void Analyst::listen(int From) {
  FrameReader Reader(From);
  Frame F;
  while (Reader.next(F)) {
    if (!F.isMessage())
      continue;
    Expected<json::Value> Message = json::parse(F.body());
    if (!Message) {
      consumeError(Message.takeError());
      continue;
    }
    if (const json::Object *Object = Message->getAsObject())
      listened(*Object);
  }
  std::lock_guard<std::mutex> Guard(Lock);
  Dead = true;
  Ready = false;
  Changed.notify_all();
}

void Analyst::listened(const json::Object &Message) {
  StringRef Method = Message.getString("method").value_or("");
  const json::Value *Id = Message.get("id");
  if (Method.empty()) {
    // The one reply that is waited for, to "initialize".
    std::lock_guard<std::mutex> Guard(Lock);
    if (Ready)
      return;
    Ready = true;
    Queue.push_back(notification("initialized", json::Object()));
    Queue.insert(Queue.end(), Kept.begin(), Kept.end());
    Changed.notify_all();
  } else if (Id) {
    // Nobody is there to answer what it asks of an editor.
    std::lock_guard<std::mutex> Guard(Lock);
    Queue.push_back(frame(
        json::Object{{"jsonrpc", "2.0"}, {"id", *Id}, {"result", nullptr}}));
    Changed.notify_all();
  } else if (Method == "textDocument/publishDiagnostics") {
    const json::Object *Params = Message.getObject("params");
    const json::Array *Diagnostics =
        Params ? Params->getArray("diagnostics") : nullptr;
    auto Uri = Params ? Params->getString("uri") : std::nullopt;
    auto Serial = Params ? Params->getInteger("version") : std::nullopt;
    if (Diagnostics && Uri && Serial)
      published(*Uri, *Serial, *Diagnostics);
  }
}

void Analyst::published(StringRef Uri, int64_t Version,
                        const json::Array &Diagnostics) {
  {
    std::lock_guard<std::mutex> Guard(Lock);
    Failures = 0;
    hear();
    for (auto I = Documents.begin(); I != Documents.end();) {
      auto Each = I++;
      Document &D = Each->second;
      if (!D.Waiting || Version != 2 * D.Sent + D.IsSecond)
        continue;
      D.Waiting = false;
      if (!D.IsSecond)
        D.Took = Clock::now() - D.Since;
      D.IsQuick = !Told.isComplete(hashOfText(*D.Text));
      if (D.IsQuick && D.Sent == D.Serial)
        D.Due = Clock::now() + Quiet;
      if (D.Closing)
        forget(Each);
    }
    Changed.notify_all();
  }
  Take(Uri, Version / 2, Diagnostics);
}

/// Reads the notes that have come so far.
void Analyst::hear() {
  char Bytes[4096];
  ssize_t Got;
  while ((Got = ::read(Process.Notes, Bytes, sizeof(Bytes))) > 0)
    Told.add(StringRef(Bytes, Got));
}

} // namespace custody
