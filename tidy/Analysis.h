//===- Analysis.h - The analyzer inside another program ---------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs clang's path-sensitive analyzer with custody's checkers on a translation
// unit that another program has parsed, the way `clang --analyze` would have.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_TIDY_ANALYSIS_H
#define CUSTODY_TIDY_ANALYSIS_H

#include "model/ModelError.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <string>
#include <utility>
#include <vector>

namespace clang {
class ASTContext;
class Preprocessor;
namespace ento {
class PathDiagnostic;
} // namespace ento
} // namespace clang

namespace custody {

struct AnalysisRequest {
  /// The analyzer's checkers and packages to turn on, in this order.
  std::vector<std::string> Checkers;
  /// What -analyzer-config would be given: keys and values.
  std::vector<std::pair<std::string, std::string>> Config;
};

/// Analyzes \p Ctx, which has been parsed to its end with \p PP, and hands each
/// report to \p Take, in a fixed order. Does nothing if the source does not
/// compile. \p OnError takes the errors in models.
void analyze(
    clang::ASTContext &Ctx, clang::Preprocessor &PP,
    const AnalysisRequest &Request, ErrorHandler OnError,
    llvm::function_ref<void(const clang::ento::PathDiagnostic &)> Take);

} // namespace custody

#endif // CUSTODY_TIDY_ANALYSIS_H
