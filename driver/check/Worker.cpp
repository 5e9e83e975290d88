//===- Worker.cpp - custody worker ----------------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A worker may be killed at any moment. Hence it first takes the old result
// away, so that what is there later is never out of date, and puts the new one
// in its place with one rename. A failure is left under another name: without
// its output the unit counts as not built, and is run again next time.
//
//===----------------------------------------------------------------------===//

#include "driver/check/Worker.h"
#include "driver/Compat.h"
#include "driver/Subcommands.h"
#include "driver/check/Bytes.h"
#include "driver/check/Depfile.h"
#include "driver/check/Issue.h"
#include "driver/check/Job.h"
#include "driver/check/Leash.h"
#include "driver/check/OddNames.h"
#include "driver/check/Plist.h"
#include "facts/Facts.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace custody {

namespace {

/// The first line of \p Output that has \p Mark, cleaned of its color.
std::string lineWith(StringRef Output, StringRef Mark) {
  while (!Output.empty()) {
    auto [Line, Rest] = Output.split('\n');
    if (Line.find(Mark) != StringRef::npos)
      return Line.trim().str();
    Output = Rest;
  }
  return "";
}

class Analysis {
public:
  explicit Analysis(const Job &J) : J(J), Base(J.Result) {
    sys::path::replace_extension(Base, "");
    // A worker that was left over when its driver was killed may still be busy
    // with the same unit.
    Base += ".";
    Base += utostr(sys::Process::getProcessId());
  }

  /// Runs clang and puts what came out into \p Result.
  void run(UnitResult &Result) {
    if (std::error_code EC = sys::fs::set_current_path(J.Directory)) {
      Result.Failures.push_back({Failure::Setup, J.Source,
                                 "cannot enter its folder '" +
                                     toReadable(J.Directory) +
                                     "': " + EC.message()});
      return;
    }
    std::vector<std::string> Command = J.Command;
    Command.insert(Command.end(),
                   {"-o", file("plist"), "-MD", "-MF", file("clang-d")});
    if (J.Learns)
      Command.insert(Command.end(), {"-Xclang", "-analyzer-config", "-Xclang",
                                     "custody:Learn=" + file("learned")});
    static int Anchor;
    Leash Tight;
    Tight.Hard = true;
    std::vector<std::string> Words =
        onLeash(sys::fs::getMainExecutable(nullptr, &Anchor), Tight, Command);
    compat::Finished End = compat::run(Words[0], Words, file("log"),
                                       file("log"), J.Seconds, J.Megabytes);
    Seconds = End.Seconds;
    PeakKilobytes = End.PeakKilobytes;
    std::string Log = contentOf(file("log"));
    std::string Why;
    if (failed(End, Log, Why))
      Result.Failures.push_back({Kind, J.Source, Why});
    if (J.Learns) {
      Learned = contentOf(file("learned"));
      return;
    }
    std::string Plist = contentOf(file("plist"));
    // A process that was ended in the midst has written half a report.
    std::string Error = Plist.empty()
                            ? "clang has written no report"
                            : readPlist(Plist, J.Directory, Result.Issues);
    if (!Error.empty() && Result.Failures.empty())
      Result.Failures.push_back({Failure::Setup, J.Source, Error});
  }

  /// What the unit teaches, after run().
  std::string Learned;

  /// Leaves the names of all files that the unit was made of for ninja.
  std::string writeDependencies() {
    std::vector<std::string> Files =
        readDepfile(contentOf(file("clang-d")), J.Directory);
    // Clang does not say where a name with a tab or a backslash ends: what such
    // a name breaks into is no file. The unit's own is an input anyway.
    llvm::erase_if(
        Files, [](const std::string &Name) { return !sys::fs::exists(Name); });
    for (std::string &Name : Files)
      Name = nameForNinja(Name, workFolder());
    SmallString<256> Path(J.Result);
    sys::path::replace_extension(Path, "d");
    // Ninja knows whose dependencies they are.
    return writeAtomically(Path, writeDepfile("result", Files));
  }

  /// A line for those who want to know what the analysis cost.
  void account(StringRef Ledger) const {
    std::error_code EC;
    raw_fd_ostream OS(Ledger, EC, sys::fs::OF_Append);
    if (EC)
      return;
    // One write, so that the lines of several workers do not mix.
    std::string Line;
    raw_string_ostream(Line) << format("%.3f", Seconds) << '\t' << PeakKilobytes
                             << '\t' << J.Source << '\n';
    OS.SetUnbuffered();
    OS << Line;
    OS.close();
    OS.clear_error();
  }

  /// Where the results, of which this is one, lie in a folder.
  StringRef workFolder() const {
    return sys::path::parent_path(sys::path::parent_path(J.Result));
  }

  void clean() const {
    for (const char *Extension : {"plist", "clang-d", "log", "learned"})
      sys::fs::remove(file(Extension));
  }

private:
  const Job &J;
  SmallString<256> Base;
  Failure::Kind Kind = Failure::Setup;
  double Seconds = 0;
  uint64_t PeakKilobytes = 0;

  std::string file(StringRef Extension) const {
    return (Base + "." + Extension).str();
  }

  bool failed(const compat::Finished &End, StringRef Log, std::string &Why) {
    if (End.NotStarted) {
      Kind = Failure::Setup;
      Why = "cannot start '" + J.Command[0] + "': " + End.Error +
            "; 'custody doctor' says what is missing";
      return true;
    }
    StringRef Unstarted = "custody: error: cannot start ";
    if (std::string Line = lineWith(Log, Unstarted);
        End.Status == LeashStatus && !Line.empty()) {
      Kind = Failure::Setup;
      Why = toReadable(Line.substr(strlen("custody: error: "))) +
            "; 'custody doctor' says what is missing";
      return true;
    }
    if (End.Status == 0)
      return false;
    std::string Error = toReadable(lineWith(Log, "error: "));
    if (End.Status == -2 &&
        StringRef(End.Error).contains_insensitive("timed")) {
      Kind = Failure::Timeout;
      Why = "not done after " + utostr(J.Seconds) +
            " s; allow more with --timeout=SECONDS, or leave the file out with "
            "--exclude";
    } else if (J.Megabytes && outOfMemory(Log)) {
      Kind = Failure::Memory;
      Why = "needs more than " + utostr(J.Megabytes) +
            " MB; allow more with --memory=MB";
    } else if (!lineWith(Log, "unable to load plugin").empty()) {
      Kind = Failure::Setup;
      Why = "clang cannot load custody: " +
            toReadable(lineWith(Log, "unable to load plugin")) +
            "; 'custody doctor' says why";
    } else if (End.Status == 1 && !Error.empty()) {
      Kind = Failure::Compile;
      Why = "does not compile: " + Error;
    } else {
      Kind = Failure::Crash;
      std::string Last = toReadable(lineWith(Log, "Assertion"));
      if (Last.empty())
        Last = Error;
      if (Last.empty())
        Last = toReadable(lineWith(Log, "LLVM ERROR"));
      Why = "clang crashed";
      // It reports its own signals as a shell would.
      if (End.Status > 128)
        Why += " (signal " + utostr(End.Status - 128) + ")";
      else if (!End.Error.empty())
        Why += " (" + End.Error + ")";
      if (!Last.empty() &&
          StringRef(Last).find("command failed") == StringRef::npos)
        Why += ": " + Last;
    }
    return true;
  }

  static bool outOfMemory(StringRef Log) {
    return !lineWith(Log, "out of memory").empty() ||
           !lineWith(Log, "bad_alloc").empty() ||
           !lineWith(Log, "cannot allocate memory").empty() ||
           !lineWith(Log, "Cannot allocate memory").empty() ||
           !lineWith(Log, "ailed to reserve memory").empty() ||
           // Not even its libraries fit.
           !lineWith(Log, "failed to map segment").empty();
  }
};

} // namespace

int runWorker(StringRef JobFile) {
  followParent();
  std::string Text = contentOf(JobFile);
  Job J;
  if (!J.parse(Text))
    return fail("'" + JobFile +
                "' is not a job; run 'custody check' or 'custody plan' anew");
  // Facts that have not changed stay the file that they were, so that nothing
  // that rests on them is done again. Not those that a killed worker has put
  // aside: to ninja they were missing. What the analysis finds is always new:
  // nothing rests on it, and ninja would take an old file for out of date where
  // it has lost, with a worker, what the file depends on.
  std::string Old = J.Result + ".old";
  std::string Mark = failureBeside(J.Result);
  sys::fs::remove(Mark);
  bool MayStay = !sys::fs::rename(J.Result, Old) && J.Learns;

  Analysis A(J);
  UnitResult Result;
  A.run(Result);
  std::string Error = A.writeDependencies();
  bool Failed = !Result.Failures.empty();
  if (Failed && Error.empty())
    Error = writeAtomically(Mark, toJson(Result));
  // A unit that cannot be analyzed teaches nothing, and the others go on; nor
  // does one that clang will not analyze, such as a parser made by Bison.
  if (Error.empty() && (!Failed || J.Learns)) {
    std::string Content = !J.Learns                     ? toJson(Result)
                          : Failed || A.Learned.empty() ? Facts().serialized()
                                                        : A.Learned;
    if (!MayStay || contentOf(Old) != Content || sys::fs::rename(Old, J.Result))
      Error = writeAtomically(J.Result, Content);
  }
  sys::fs::remove(Old);
  A.clean();
  SmallString<256> Ledger(A.workFolder());
  sys::path::append(Ledger, J.Learns ? "learned.log" : "ran.log");
  A.account(Ledger);
  return Error.empty() ? 0 : fail(Error);
}

} // namespace custody
