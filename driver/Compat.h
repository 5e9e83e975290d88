//===- Compat.h - LLVM's releases, as the driver sees them ------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What differs between the LLVM releases and concerns the command alone. Room
// for the plugin's differences is in checker/plugin/Compat.h.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_COMPAT_H
#define CUSTODY_DRIVER_COMPAT_H

#include "clang/Basic/Version.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#if CLANG_VERSION_MAJOR >= 22
#include "clang/Options/Options.h"
#else
#include "clang/Driver/Options.h"
#endif
#if CLANG_VERSION_MAJOR >= 16
#include <optional>
#endif

namespace custody {
namespace compat {

// StringRef spells these otherwise in older releases.
inline bool startsWith(llvm::StringRef Text, llvm::StringRef Start) {
  return Text.take_front(Start.size()) == Start;
}
inline bool endsWith(llvm::StringRef Text, llvm::StringRef End) {
  return Text.take_back(End.size()) == End;
}

#if CLANG_VERSION_MAJOR >= 22
namespace clang_options = clang::options;
#else
namespace clang_options = clang::driver::options;
#endif

/// The options of clang's command line.
inline const llvm::opt::OptTable &clangOptions() {
#if CLANG_VERSION_MAJOR >= 22
  return clang::getDriverOptTable();
#else
  return clang::driver::getDriverOptTable();
#endif
}

/// Reads \p Words as gcc and clang do (not as cl.exe). What follows an option
/// that misses its value is left out.
inline llvm::opt::InputArgList
parseClangOptions(llvm::ArrayRef<const char *> Words) {
  unsigned MissingIndex, MissingCount;
#if CLANG_VERSION_MAJOR >= 19
  return clangOptions().ParseArgs(
      Words, MissingIndex, MissingCount,
      llvm::opt::Visibility(clang_options::ClangOption));
#else
  return clangOptions().ParseArgs(
      Words, MissingIndex, MissingCount, /*FlagsToInclude=*/0,
      clang_options::CLOption | clang_options::NoDriverOption);
#endif
}

/// What \p Value holds, or \p Default: optionals have changed their types.
template <class Optional, class T> T orElse(const Optional &Value, T Default) {
  return Value ? T(*Value) : Default;
}

/// Prepends \p Folder to a relative \p Path.
inline void makeAbsolute(llvm::StringRef Folder,
                         llvm::SmallVectorImpl<char> &Path) {
#if CLANG_VERSION_MAJOR >= 22
  llvm::sys::path::make_absolute(Folder, Path);
#else
  llvm::sys::fs::make_absolute(Folder, Path);
#endif
}

/// How a process that ran to an end, or was ended, has done.
struct Finished {
  int Status = 0;             ///< Exit status; negative if it has none.
  bool NotStarted = false;    ///< The program could not be executed.
  std::string Error;          ///< Why it has no exit status.
  double Seconds = 0;         ///< CPU time in user mode and in the kernel.
  uint64_t PeakKilobytes = 0; ///< Largest resident memory.
};

/// Runs \p Program with \p Words (the first names it) and waits, at most
/// \p Seconds unless 0, with at most \p Megabytes of memory unless 0. Its
/// input is empty; its output and errors go to the files named, or where the
/// caller's go for an empty name.
inline Finished run(llvm::StringRef Program, llvm::ArrayRef<std::string> Words,
                    const std::string &OutputTo, const std::string &ErrorsTo,
                    unsigned Seconds = 0, unsigned Megabytes = 0) {
#if CLANG_VERSION_MAJOR >= 16
  using Maybe = std::optional<llvm::StringRef>;
  std::optional<llvm::sys::ProcessStatistics> Statistics;
  std::optional<llvm::ArrayRef<llvm::StringRef>> Environment;
#else
  using Maybe = llvm::Optional<llvm::StringRef>;
  llvm::Optional<llvm::sys::ProcessStatistics> Statistics;
  llvm::Optional<llvm::ArrayRef<llvm::StringRef>> Environment;
#endif
  std::vector<llvm::StringRef> Args(Words.begin(), Words.end());
  auto To = [](const std::string &Name) {
    return Name.empty() ? Maybe() : Maybe(llvm::StringRef(Name));
  };
  // The empty name is /dev/null to LLVM.
  Maybe Redirects[] = {Maybe(llvm::StringRef()), To(OutputTo), To(ErrorsTo)};
  Finished F;
  F.Status = llvm::sys::ExecuteAndWait(Program, Args, Environment, Redirects,
                                       Seconds, Megabytes, &F.Error,
                                       &F.NotStarted, &Statistics);
  if (Statistics) {
    F.Seconds = std::chrono::duration<double>(Statistics->TotalTime).count();
    F.PeakKilobytes = Statistics->PeakMemory;
  }
  return F;
}

} // namespace compat
} // namespace custody

#endif // CUSTODY_DRIVER_COMPAT_H
