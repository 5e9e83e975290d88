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
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <string>
#include <utility>
#include <vector>

namespace clang {
class ASTContext;
class CallGraph;
class Decl;
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

/// Follows an analysis function by function, and spares it some.
class Follower {
public:
  virtual ~Follower() = default;

  /// \p Graph has all functions that there are, and who calls whom.
  virtual void begin(clang::CallGraph &Graph) = 0;
  /// True if \p D, which would be next, need not be analyzed. \p Inlined then
  /// gets what its analysis would have seen of others.
  virtual bool isKnown(const clang::Decl *D,
                       llvm::DenseSet<const clang::Decl *> &Inlined) = 0;
  /// \p D has been analyzed, which has seen \p Inlined of others.
  virtual void analyzed(const clang::Decl *D,
                        const llvm::DenseSet<const clang::Decl *> &Inlined) = 0;
  /// True if the rest is not wanted any more.
  virtual bool isInVain() = 0;
};

/// Analyzes \p Ctx, which has been parsed to its end with \p PP, and hands each
/// report to \p Take, in a fixed order. Does nothing if the source does not
/// compile. \p OnError takes the errors in models. \p Follow may be null.
void analyze(clang::ASTContext &Ctx, clang::Preprocessor &PP,
             const AnalysisRequest &Request, ErrorHandler OnError,
             llvm::function_ref<void(const clang::ento::PathDiagnostic &)> Take,
             Follower *Follow = nullptr);

} // namespace custody

#endif // CUSTODY_TIDY_ANALYSIS_H
