//===- Project.h - The units of a program -----------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A unit is one compilation: a source file with the flags that it is compiled
// with. They come from a compilation database, or from the command line.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_CHECK_PROJECT_H
#define CUSTODY_DRIVER_CHECK_PROJECT_H

#include "driver/check/Issue.h"

namespace custody {

struct Unit {
  std::string Name;      ///< Names its files in the work folder; stable.
  std::string File;      ///< Absolute, without dots, as bytes.
  std::string Directory; ///< Where it is compiled.
  std::vector<std::string> Flags; ///< For clang, with the source file.
  std::string Models; ///< `custody:Models=`: files with ';' between.
};

struct Project {
  std::string Database;         ///< compile_commands.json; empty without one.
  std::vector<Unit> Units;      ///< To be analyzed.
  size_t Whole = 0;             ///< How many units the program has.
  std::vector<Failure> Missing; ///< Sources of the database that are gone.
};

/// Finds compile_commands.json: \p Given is the file or its folder; if it is
/// empty, the current folder and those above are looked through, with their
/// `build` folders. Empty if there is none.
std::string findDatabase(llvm::StringRef Given);

/// Reads the database at \p Path into \p To. Returns an error in words, empty
/// if there is none.
std::string loadDatabase(llvm::StringRef Path, Project &To);

/// Makes a unit of each of \p Files with \p Flags.
void addFiles(llvm::ArrayRef<std::string> Files,
              llvm::ArrayRef<std::string> Flags, Project &To);

/// Keeps the units whose source is one of \p Wanted or lies in one of them, and
/// drops those that are in or are one of \p Excluded. Returns the first of
/// \p Wanted that no unit belongs to.
std::string selectUnits(Project &P, llvm::ArrayRef<std::string> Wanted,
                        llvm::ArrayRef<std::string> Excluded);

/// Sets the models of every unit: the `.custody.yaml` that is nearest above its
/// source, then \p More. Returns all model files in use, each once.
std::vector<std::string> assignModels(Project &P,
                                      llvm::ArrayRef<std::string> More);

/// \p Path made absolute from the current folder, without `.` and `..`.
std::string absolutePath(llvm::StringRef Path);

} // namespace custody

#endif // CUSTODY_DRIVER_CHECK_PROJECT_H
