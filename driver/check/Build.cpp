//===- Build.cpp - The analysis as a build --------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/check/Build.h"
#include "driver/Compat.h"
#include "driver/Subcommands.h"
#include "driver/check/Bytes.h"
#include "driver/check/Job.h"
#include "driver/check/Leash.h"
#include "driver/check/OddNames.h"
#include "driver/learn/MergeFacts.h"
#include "facts/Facts.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Threading.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace custody {

namespace {

/// \p Path as the manifest spells a path.
std::string ninjaPath(StringRef Path) {
  std::string Text;
  for (char C : Path) {
    if (C == '$' || C == ' ' || C == ':')
      Text += '$';
    Text += C;
  }
  return Text;
}

/// \p Word as one word for the shell, within a variable of the manifest.
std::string shellWord(StringRef Word) {
  std::string Text = "'";
  for (char C : Word) {
    if (C == '\'')
      Text += "'\\''";
    else if (C == '$')
      Text += "$$";
    else
      Text += C;
  }
  return Text + "'";
}

/// The length of the part of their names, a folder, that all units share.
size_t commonFolder(ArrayRef<Unit> Units) {
  if (Units.empty())
    return 0;
  StringRef Common = Units[0].File;
  for (const Unit &U : Units) {
    size_t Same = 0;
    while (Same < Common.size() && Same < U.File.size() &&
           Common[Same] == U.File[Same])
      ++Same;
    Common = Common.take_front(Same);
  }
  return Common.rfind('/') + 1;
}

} // namespace

Build::~Build() {
  if (Lock >= 0)
    sys::Process::SafelyCloseFileDescriptor(Lock);
}

std::string Build::path(const Twine &Name) const {
  SmallString<256> Path(Folder);
  sys::path::append(Path, Name);
  return Path.str().str();
}

std::string Build::jobFile(const Unit &U, bool Learns) const {
  return path("jobs/" + U.Name + (Learns ? ".learn" : ".job"));
}

std::string Build::resultFile(const Unit &U) const {
  return path("results/" + U.Name + ".json");
}

std::string Build::factsFile(const Unit &U) const {
  return path("facts/" + U.Name + ".facts");
}

std::string Build::sliceFile(const Unit &U) const {
  return path("slices/" + U.Name + ".slice");
}

std::string Build::open() {
  if (isUnspeakable(Folder))
    return "ninja cannot work in '" + toReadable(Folder) +
           "', for the '|' or the end of line in its name; choose another "
           "folder with --work-dir=FOLDER";
  for (const char *Name : {"jobs", "results", "facts", "slices"})
    if (std::error_code EC = sys::fs::create_directories(path(Name)))
      return "cannot make the work folder '" + Folder + "': " + EC.message() +
             "; choose another with --work-dir=FOLDER";
  // What is in it is nobody's source.
  std::string Error = writeIfChanged(path(".gitignore"), "*\n");
  if (!Error.empty())
    return Error;
  int FD;
  if (std::error_code EC =
          sys::fs::openFileForWrite(path("lock"), FD, sys::fs::CD_OpenAlways))
    return "cannot write '" + path("lock") + "': " + EC.message() +
           "; choose another work folder with --work-dir=FOLDER";
  Lock = FD;
  if (sys::fs::tryLockFile(Lock)) {
    warn("another custody works in '" + Folder + "'; waiting for its end");
    if (std::error_code EC = sys::fs::lockFile(Lock))
      return "cannot lock '" + path("lock") + "': " + EC.message();
  }
  return "";
}

std::vector<std::string> Build::command(const Unit &U, bool Learns) const {
  std::vector<std::string> Words = {
      Tools.Clang, "--analyze", "--analyzer-no-default-checks",
      // Flags of other compilers, and warnings, are not what this is about.
      "-w", "-Wno-error", "-Wno-unknown-warning-option", "-Qunused-arguments",
      "-fno-crash-diagnostics", "-fno-color-diagnostics", "--analyzer-output",
      "plist-multi-file"};
  auto FrontEnd = [&](const std::string &Word) {
    Words.push_back("-Xclang");
    Words.push_back(Word);
  };
  FrontEnd("-load");
  FrontEnd(Tools.Plugin);
  if (Learns) {
    FrontEnd("-analyzer-checker=core,custody.model");
    // Those that others in the file call, too.
    FrontEnd("-analyzer-inlining-mode=all");
    // What a function does for its callers shows early or not at all.
    FrontEnd("-analyzer-config");
    FrontEnd("max-nodes=40000");
  } else {
    FrontEnd("-analyzer-checker=core,custody");
    for (const std::string &Rule : Options.OptInRules)
      FrontEnd("-analyzer-checker=custody." + Rule);
    if (Options.CrossFile) {
      FrontEnd("-analyzer-config");
      FrontEnd("custody:Facts=" + sliceFile(U));
    }
  }
  if (!U.Models.empty()) {
    FrontEnd("-analyzer-config");
    FrontEnd("custody:Models=" + U.Models);
  }
  Words.insert(Words.end(), U.Flags.begin(), U.Flags.end());
  return Words;
}

void Build::forget(const Project &P) const {
  StringSet<> Known;
  for (const Unit &U : P.Units)
    Known.insert(U.Name);
  for (const char *Sub : {"jobs", "results", "facts", "slices"}) {
    std::error_code EC;
    for (sys::fs::directory_iterator I(path(Sub), EC), E; I != E && !EC;
         I.increment(EC))
      // NAME.json, but NAME.PID.plist and NAME.json.UNIQUE.tmp are of workers
      // that were killed.
      if (auto [Name, Rest] = sys::path::filename(I->path()).split('.');
          !Known.count(Name) || Rest.find('.') != StringRef::npos)
        sys::fs::remove(I->path());
  }
}

std::string Build::write(const Project &P, bool Forget) {
  if (Forget)
    forget(P);
  std::string Text;
  raw_string_ostream OS(Text);
  OS << "# Written by custody; 'custody check' and 'custody plan' write it "
        "anew.\n"
     << "ninja_required_version = 1.5\n"
     << "builddir = " << ninjaPath(Folder) << '\n'
     << "custody = " << shellWord(Tools.Self)
     << "\n\n"
     // The key stands for the whole command: another one, another analysis.
     << "rule analyze\n"
     << "  command = $custody worker $job $key\n"
     << "  description = $source\n"
     << "  depfile = $dependencies\n"
     << "  deps = gcc\n"
     << "  restat = 1\n\n";
  Common = commonFolder(P.Units);
  std::string Results, Error;
  if (Options.learns())
    Error = writeLearning(P, Forget, OS);
  for (const Unit &U : P.Units) {
    if (!Error.empty())
      return Error;
    Error = writeJob(U, /*Learns=*/false, OS);
    Results += " $\n  " + ninjaPath(resultFile(U));
  }
  if (!Error.empty())
    return Error;
  OS << "\nbuild results: phony" << Results << "\n\ndefault results\n";
  return writeIfChanged(manifest(), OS.str());
}

/// One unit's edge, and the job that its worker reads.
std::string Build::writeJob(const Unit &U, bool Learns, raw_ostream &OS) {
  Job J;
  J.Source = U.File;
  J.Directory = U.Directory;
  J.Result = Learns ? factsFile(U) : resultFile(U);
  J.Seconds = Options.Seconds;
  J.Megabytes = Options.Megabytes;
  J.Learns = Learns;
  J.Command = command(U, Learns);
  std::string Serialized = J.serialized();
  std::string File = jobFile(U, Learns);
  std::string Error = writeIfChanged(File, Serialized);
  if (!Error.empty())
    return Error;
  SmallString<256> Dependencies(J.Result);
  sys::path::replace_extension(Dependencies, "d");
  OS << "build " << ninjaPath(J.Result) << ": analyze "
     << ninjaPath(nameForNinja(U.File, Folder)) << " | "
     << ninjaPath(Tools.Plugin) << ' ' << ninjaPath(Tools.Clang);
  if (!Learns && Options.CrossFile)
    OS << ' ' << ninjaPath(sliceFile(U));
  SmallVector<StringRef, 4> Models;
  StringRef(U.Models).split(Models, ';', -1, /*KeepEmpty=*/false);
  for (StringRef Model : Models)
    OS << ' ' << ninjaPath(Model);
  OS << "\n  source = " << (Learns ? "learn from " : "")
     << ninjaPath(toReadable(StringRef(U.File).drop_front(Common)))
     << "\n  job = " << shellWord(File)
     << "\n  dependencies = " << ninjaPath(Dependencies)
     << "\n  key = " << utohexstr(xxHash64(StringRef(Serialized)), true)
     << '\n';
  return "";
}

/// The edges that come first: what each unit teaches, and what all of them come
/// to for each.
std::string Build::writeLearning(const Project &P, bool Forget,
                                 raw_ostream &OS) {
  std::string Names, Facts, Slices;
  StringSet<> Here;
  for (const Unit &U : P.Units) {
    // A unit that failed to teach is asked again.
    if (sys::fs::exists(failureBeside(factsFile(U))))
      sys::fs::remove(factsFile(U));
    std::string Error = writeJob(U, /*Learns=*/true, OS);
    if (!Error.empty())
      return Error;
    Names += U.Name + "\n";
    Here.insert(U.Name);
    Facts += " $\n  " + ninjaPath(factsFile(U));
    Slices += " $\n  " + ninjaPath(sliceFile(U));
  }
  // What former runs learned of the files that this one leaves out still holds.
  std::string Before = Forget ? "" : contentOf(path("units.txt"));
  for (StringRef Rest = Before; !Rest.empty();) {
    StringRef Name;
    std::tie(Name, Rest) = Rest.split('\n');
    std::string File = path("facts/" + Name + ".facts");
    if (Here.count(Name) || !sys::fs::exists(File))
      continue;
    Names += (Name + "\n").str();
    Facts += " $\n  " + ninjaPath(File);
  }
  OS << "\nrule merge\n"
     << "  command = $custody merge-facts " << shellWord(Folder) << "\n"
     << "  description = put together what the files teach\n"
     << "  restat = 1\n"
     << "build" << Slices << ": merge" << Facts << " | "
     << ninjaPath(path("units.txt")) << "\n\nbuild learned: phony" << Slices
     << "\n\n";
  return writeIfChanged(path("units.txt"), Names);
}

/// Units whose workers were ended from outside teach nothing in this run, so
/// that the others can be analyzed.
void Build::learnWithout(const Project &P) const {
  for (const Unit &U : P.Units) {
    std::string File = factsFile(U);
    if (sys::fs::exists(File))
      continue;
    writeAtomically(File, Facts().serialized());
    writeAtomically(failureBeside(File), "");
  }
}

BuildRun Build::run(const Project &P) {
  BuildRun Run;
  std::string Ledger = path("ran.log"), Log = path("ninja.log");
  sys::fs::remove(Ledger);
  sys::fs::remove(path("learned.log"));
  unsigned Jobs = Options.Jobs
                      ? Options.Jobs
                      : llvm::hardware_concurrency().compute_thread_count();
  std::vector<std::string> Command = {Tools.Ninja, "-f", manifest(),  "-k",
                                      "0",         "-j", utostr(Jobs)};
  if (Options.OnlyLearn)
    Command.push_back("learned");
  bool OnTerminal = Options.Progress && sys::Process::StandardErrIsDisplayed();
  std::string Output = OnTerminal ? "/dev/stderr" : Log;
  Leash Loose;
  Loose.Folder = Folder;
  Loose.Lock = path("ninja.lock");
  Command = onLeash(Tools.Self, Loose, Command);
  compat::Finished End = compat::run(Tools.Self, Command, Output, Output);
  if (End.Status > 0 && Options.CrossFile &&
      llvm::any_of(P.Units, [&](const Unit &U) {
        return !sys::fs::exists(factsFile(U));
      })) {
    learnWithout(P);
    End = compat::run(Tools.Self, Command, Output, Output);
  }

  Run.Ran = StringRef(contentOf(Ledger)).count('\n');
  if (Options.learns()) {
    Run.Contradictions = contentOf(path("contradictions.txt"));
    for (const Unit &U : P.Units)
      if (sys::fs::exists(failureBeside(factsFile(U))))
        Run.Untaught.push_back(U.File);
  }
  if (End.Status == 0)
    return Run;
  if (End.NotStarted || End.Status < 0) {
    Run.Error = "ninja did not run to its end: " + End.Error;
    return Run;
  }
  // Workers succeed with units that cannot be analyzed. What ninja still wants
  // to run belongs to workers that were ended from outside, or cannot write.
  Command.insert(Command.end(), {"-n", "-v"});
  compat::Finished Dry =
      compat::run(Tools.Self, Command, path("todo.log"), path("todo.log"));
  std::string Todo = contentOf(path("todo.log"));
  if (Dry.Status != 0) {
    Run.Error = "ninja cannot run '" + manifest() +
                "': " + StringRef(Todo).trim().str();
    return Run;
  }
  // Nothing can be analyzed before the facts are put together.
  if (StringRef(Todo).contains(" merge-facts ")) {
    Facts Program;
    Run.Error = readFacts(Folder, Program);
    if (Run.Error.empty() && llvm::any_of(P.Units, [&](const Unit &U) {
          return !sys::fs::exists(sliceFile(U));
        }))
      Run.Error = "what the files teach cannot be put together in '" + Folder +
                  "'; see whether memory or the disk is full, and run again";
    if (!Run.Error.empty())
      return Run;
  }
  for (const Unit &U : P.Units)
    if (StringRef(Todo).find("/" + U.Name + ".job'") != StringRef::npos &&
        !sys::fs::exists(failureBeside(resultFile(U))))
      Run.Failures.push_back(
          {Failure::Crash, U.File,
           "its analysis was ended from outside, or could not write to '" +
               Folder +
               "'; see whether memory or the disk is full, and run "
               "again"});
  return Run;
}

bool Build::read(const Unit &U, UnitResult &Result) const {
  for (const std::string &File :
       {resultFile(U), failureBeside(resultFile(U))}) {
    std::string Text = contentOf(File);
    if (!Text.empty())
      return fromJson(Text, Result);
  }
  return false;
}

} // namespace custody
