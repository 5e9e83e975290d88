//===- Issue.h - What the analysis of a unit brought ------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A finding on its way from the analyzer to the reports, and what happened to
// the unit that it was found in.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_CHECK_ISSUE_H
#define CUSTODY_DRIVER_CHECK_ISSUE_H

#include "llvm/Support/JSON.h"
#include <string>
#include <vector>

namespace custody {

/// A place in a source file. Lines and columns count from 1, columns in bytes;
/// the end is the last byte that belongs to it, or 0:0.
struct Place {
  std::string File; ///< Absolute, as bytes.
  unsigned Line = 0, Column = 0, EndLine = 0, EndColumn = 0;
};

/// One station on the path to a defect.
struct Step {
  Place Where;
  unsigned Depth = 0; ///< Number of calls that the path is inside of.
  std::string Text;
};

/// How much a finding rests on.
enum class Confidence {
  Low, ///< On what names and types of declarations suggest.
  High ///< On models, attributes and the code alone.
};

/// Why a finding is not to be acted on.
enum class Silenced {
  No,
  InSource,  ///< A NOLINT comment.
  InBaseline ///< It was known when the baseline was written.
};

struct Issue {
  std::string Rule; ///< "mem-03"
  std::string Message;
  Place Where;
  std::string Function; ///< The function that it is in; empty outside.
  std::string ClangHash;
  /// "malloc -> delete[]": the families that the value came from and went to;
  /// "malloc" if it went nowhere. Empty if they are not known.
  std::string Families;
  Confidence Sure = Confidence::High;
  std::vector<Step> Steps; ///< The last one is the defect itself.

  // What the driver adds when it merges.
  std::string Fingerprint; ///< Survives that lines move.
  Silenced Silence = Silenced::No;

  /// The stations before the defect itself.
  llvm::ArrayRef<Step> stepsBefore() const;
};

/// A unit that could not be analyzed, or not to its end.
struct Failure {
  enum Kind { Crash, Timeout, Memory, Compile, Missing, Setup } What = Setup;
  std::string File; ///< The unit's source, absolute, as bytes.
  std::string Why;  ///< One sentence, with the remedy if there is one.
};

/// What a worker leaves behind for one unit.
struct UnitResult {
  std::vector<Issue> Issues;
  std::vector<Failure> Failures; ///< None or one.
};

/// The file that a worker writes, as text. Deterministic.
std::string toJson(const UnitResult &Result);

/// Reads what toJson() wrote. False if \p Text is something else.
bool fromJson(llvm::StringRef Text, UnitResult &Result);

} // namespace custody

#endif // CUSTODY_DRIVER_CHECK_ISSUE_H
