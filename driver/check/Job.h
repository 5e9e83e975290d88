//===- Job.h - What a worker is to do ---------------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The analysis of one unit as a file, so that no shell has to read the flags
// and no limit on the length of a command line is met.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_CHECK_JOB_H
#define CUSTODY_DRIVER_CHECK_JOB_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include <string>
#include <vector>

namespace custody {

struct Job {
  std::string Source;               ///< The unit's file, absolute.
  std::string Directory;            ///< Where clang runs.
  std::string Result;               ///< The file to write.
  unsigned Seconds = 0;             ///< Limit of time; 0 is none.
  unsigned Megabytes = 0;           ///< Limit of memory; 0 is none.
  bool Learns = false;              ///< The result are facts, not findings.
  std::vector<std::string> Command; ///< Clang and its arguments, no outputs.

  std::string serialized() const;
  /// Reads what serialized() made. False if \p Text is something else.
  bool parse(llvm::StringRef Text);
};

/// `NAME.failed` for \p Result, `NAME.json`: what a worker leaves that has
/// failed.
std::string failureBeside(llvm::StringRef Result);

/// What is in the file \p Path; empty if it cannot be read.
std::string contentOf(const llvm::Twine &Path);

/// Writes \p Text to \p Path so that a reader sees all of it or what was there
/// before. Returns an error in words, empty if there is none.
std::string writeAtomically(llvm::StringRef Path, llvm::StringRef Text);

/// The same, but leaves alone a file that has this content already.
std::string writeIfChanged(llvm::StringRef Path, llvm::StringRef Text);

} // namespace custody

#endif // CUSTODY_DRIVER_CHECK_JOB_H
