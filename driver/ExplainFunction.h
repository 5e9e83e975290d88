//===- ExplainFunction.h - What is known of one function --------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For people who wonder why custody says what it says of a function: what is
// known, from which source, and which other source that overrides.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_EXPLAINFUNCTION_H
#define CUSTODY_DRIVER_EXPLAINFUNCTION_H

#include "driver/ModelLibrary.h"

namespace custody {

/// What `custody models --explain` was asked.
struct Question {
  std::string Name;                    ///< Of a function, class or method.
  std::vector<std::string> ModelFiles; ///< The user's.
  std::vector<std::string> Headers;    ///< Included together.
  std::vector<std::string> Sources;    ///< Each read as it stands.
  std::vector<std::string> ClangFlags;
};

/// Prints the answer; the exit status: 0 something is known, 1 nothing is, 2
/// the headers or sources could not be read or do not declare the function.
int explain(const ModelLibrary &Known, const Question &Q);

/// True if a file called \p Path is a header.
bool isHeader(llvm::StringRef Path);

} // namespace custody

#endif // CUSTODY_DRIVER_EXPLAINFUNCTION_H
