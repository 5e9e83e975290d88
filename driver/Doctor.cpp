//===- Doctor.cpp - custody doctor ----------------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Looks at everything that a check needs, and tries one: that a plugin loads is
// only known when it has been loaded.
//
//===----------------------------------------------------------------------===//

#include "driver/Compat.h"
#include "driver/Subcommands.h"
#include "driver/Toolchain.h"
#include "driver/Words.h"
#include "driver/check/Build.h"
#include "driver/check/Project.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace custody {

namespace {

cl::SubCommand Doctor("doctor", "Look for what keeps custody from working");
cl::OptionCategory Category("Options of 'custody doctor'");
cl::opt<std::string> DatabasePath("p", cl::value_desc("folder"),
                                  cl::desc("build folder to look at"),
                                  cl::sub(Doctor), cl::cat(Category));
cl::opt<std::string> ClangPath("clang", cl::value_desc("path"),
                               cl::desc("the clang to analyze with"),
                               cl::sub(Doctor), cl::cat(Category));
cl::opt<std::string> PluginPath("plugin", cl::value_desc("path"),
                                cl::desc("the custody.so to analyze with"),
                                cl::sub(Doctor), cl::cat(Category));

bool Sick = false;

void good(const Twine &What) { outs() << "ok: " << What << '\n'; }
void advice(const Twine &What) { outs() << "note: " << What << '\n'; }
void bad(const Twine &What) {
  outs() << "problem: " << What << '\n';
  Sick = true;
}

/// Analyzes a program that releases something twice.
void tryCheck(const Toolchain &Tools) {
  SmallString<128> Folder, Source;
  if (std::error_code EC =
          sys::fs::createUniqueDirectory("custody-doctor", Folder))
    return bad("cannot make a folder for temporary files: " + EC.message());
  Source = Folder;
  sys::path::append(Source, "trial.c");
  {
    std::error_code EC;
    raw_fd_ostream OS(Source, EC);
    OS << "#include <stdlib.h>\n"
          "void trial(void) {\n"
          "  char *p = malloc(1);\n"
          "  free(p);\n"
          "  free(p);\n"
          "}\n";
  }
  Project P;
  addFiles({Source.str().str()}, {}, P);
  BuildOptions Options;
  Options.Progress = false;
  SmallString<128> Work(Folder);
  sys::path::append(Work, "work");
  {
    Build B(Work.str().str(), Tools, Options);
    std::string Error = B.open();
    if (Error.empty())
      Error = B.write(P, /*Forget=*/false);
    BuildRun Run;
    if (Error.empty()) {
      Run = B.run(P);
      Error = Run.Error;
    }
    UnitResult Result;
    if (!Error.empty())
      bad("a trial could not be run: " + Error);
    else if (P.Units.empty() || !B.read(P.Units[0], Result))
      bad("a trial left no result");
    else if (!Result.Failures.empty())
      bad("a trial failed: " + Result.Failures[0].Why);
    else if (Result.Issues.size() != 1 || Result.Issues[0].Rule != "own-01")
      bad("a trial did not find the double free that is in it");
    else
      good("a trial found the double free that is in it");
  }
  sys::fs::remove_directories(Folder);
}

/// Who builds without what clangd needs gets everything else.
void lookAtEditors(const Toolchain &Tools) {
  if (!Tools.Clangd.empty())
    return good("for editors, there is '" + Tools.Clangd + "'");
  if (CLANG_VERSION_MAJOR < 19)
    return advice("there is no custody-clangd, for editors; it needs clang 19");
  advice("there is no custody-clangd, for editors, beside '" + Tools.Self +
         "'; to have it, install libgrpc++-dev and libprotobuf-dev, and build "
         "custody again");
}

void lookAtDatabase() {
  std::string Path = findDatabase(DatabasePath);
  if (Path.empty()) {
    std::string How = "; CMake writes it with "
                      "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON, Meson always, any "
                      "other build under 'bear -- make' (apt-get install bear)";
    if (DatabasePath.empty())
      return advice("no compile_commands.json here, above, or in build/" + How);
    return bad("no compile_commands.json in '" + DatabasePath + "'" + How);
  }
  Project P;
  std::string Error = loadDatabase(Path, P);
  if (!Error.empty())
    return bad(Error);
  good("'" + Path + "' has " + counted(P.Units.size(), "unit", "units"));
  if (!P.Missing.empty())
    bad(counted(P.Missing.size(), "entry", "entries") +
        " of the database cannot be analyzed, the first is '" +
        P.Missing[0].File + "': " + P.Missing[0].Why);
  for (const std::string &Model : assignModels(P, {}))
    good("models in '" + Model + "'");
}

} // namespace

int runDoctor(const Invocation &Call) {
  if (!Doctor)
    return -1;
  Toolchain Tools = findToolchain(Call.Program, ClangPath, PluginPath);
  good("this is custody " CUSTODY_VERSION " for clang " +
       Twine(BuiltForVersion));
  std::string Version = Tools.Clang.empty() ? "" : versionOf(Tools.Clang);
  if (!Version.empty())
    good("clang is '" + Tools.Clang + "', release " + Version);
  if (!Tools.Plugin.empty())
    good("the plugin is '" + Tools.Plugin + "'");
  if (!Tools.Ninja.empty())
    good("ninja is '" + Tools.Ninja + "'");
  std::vector<std::string> All = problems(Tools);
  for (const std::string &Problem : All)
    bad(Problem);
  if (All.empty())
    tryCheck(Tools);
  lookAtEditors(Tools);
  if (!sys::findProgramByName("git"))
    advice("git was not found; only --diff needs it");
  lookAtDatabase();
  outs() << (Sick ? "custody: see the problems above\n"
                  : "custody: all is well\n");
  return Sick;
}

} // namespace custody
