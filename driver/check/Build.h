//===- Build.h - The analysis as a build ------------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The work folder holds a manifest for ninja with one edge a unit, a job file
// and a result for each. Ninja decides what is out of date, runs it in
// parallel, and goes on where it was interrupted.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_CHECK_BUILD_H
#define CUSTODY_DRIVER_CHECK_BUILD_H

#include "driver/Toolchain.h"
#include "driver/check/Project.h"

namespace custody {

struct BuildOptions {
  unsigned Jobs = 0;                   ///< Units at a time; 0 is one a core.
  unsigned Seconds = 0;                ///< Limit of time a unit; 0 is none.
  unsigned Megabytes = 0;              ///< Limit of memory a unit; 0 is none.
  bool Progress = true;                ///< Show ninja's on a terminal.
  std::vector<std::string> OptInRules; ///< Rules to turn on, "own-09".
  bool CrossFile = true;               ///< Learn from each file for the others.
  bool OnlyLearn = false;              ///< And leave it at that.

  bool learns() const { return CrossFile || OnlyLearn; }
};

/// What a run of the build has done.
struct BuildRun {
  std::string Error; ///< Why it could not be run; empty if it could.
  unsigned Ran = 0;  ///< Units that were analyzed now.
  std::vector<Failure> Failures; ///< Units that left nothing behind.
  /// Units that teach nothing, because the analyzer failed.
  std::vector<std::string> Untaught;
  /// What models say against what bodies do, a line each.
  std::string Contradictions;
};

class Build {
public:
  Build(std::string Folder, const Toolchain &Tools, const BuildOptions &Options)
      : Folder(std::move(Folder)), Tools(Tools), Options(Options) {}
  ~Build();

  /// Makes the work folder and keeps other runs out of it until the end.
  /// Returns an error in words, empty if there is none.
  std::string open();

  /// Writes the manifest and the jobs of \p P. With \p Forget, what a former
  /// run left of units that are not in \p P is removed.
  std::string write(const Project &P, bool Forget);

  BuildRun run(const Project &P);

  /// Reads what the workers left. False if there is nothing for \p U.
  bool read(const Unit &U, UnitResult &Result) const;

  std::string manifest() const { return path("build.ninja"); }
  const std::string &folder() const { return Folder; }

private:
  std::string Folder;
  const Toolchain &Tools;
  const BuildOptions &Options;
  int Lock = -1;
  size_t Common = 0; ///< What all units' names begin with, in characters.

  std::string path(const llvm::Twine &Name) const;
  std::string jobFile(const Unit &U, bool Learns) const;
  std::string resultFile(const Unit &U) const;
  std::string factsFile(const Unit &U) const;
  std::string sliceFile(const Unit &U) const;
  std::vector<std::string> command(const Unit &U, bool Learns) const;
  std::string writeJob(const Unit &U, bool Learns, llvm::raw_ostream &OS);
  std::string writeLearning(const Project &P, bool Forget,
                            llvm::raw_ostream &OS);
  void learnWithout(const Project &P) const;
  void forget(const Project &P) const;
};

} // namespace custody

#endif // CUSTODY_DRIVER_CHECK_BUILD_H
