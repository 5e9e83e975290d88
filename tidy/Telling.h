//===- Telling.h - What is said of one defect -------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_TIDY_TELLING_H
#define CUSTODY_TIDY_TELLING_H

#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceLocation.h"
#include <string>
#include <vector>

namespace clang {
class Decl;
} // namespace clang

namespace custody {

/// A report of the analyzer, in the form that clang-tidy is given it.
struct Telling {
  struct Step {
    clang::SourceLocation At;
    std::string Text;
    std::vector<clang::SourceRange> Ranges;
    std::vector<clang::FixItHint> Fixes;
  };
  unsigned Rule = 0; ///< Its number in the catalogue.
  /// The function whose analysis has led to it.
  const clang::Decl *Entry = nullptr;
  std::vector<Step> Steps; ///< The warning first, then the path.
};

} // namespace custody

#endif // CUSTODY_TIDY_TELLING_H
