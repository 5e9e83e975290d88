//===- SinkFilter.h - Losses on paths that end the program ------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_RULES_SINKFILTER_H
#define CUSTODY_RULES_SINKFILTER_H

#include "clang/StaticAnalyzer/Core/BugReporter/BugReporterVisitors.h"

namespace custody {

/// True when the function that \p N is in cannot but end the program.
bool endsInevitably(const clang::ento::ExplodedNode *N);

/// Drops a loss after which every path ends in exit(), abort() and the like. A
/// path on which the analyzer merely gave up, such as a long loop, counts as
/// going on; the analyzer's own filter for sinks does not make the difference.
class SinkFilter : public clang::ento::BugReporterVisitor {
public:
  void Profile(llvm::FoldingSetNodeID &ID) const override;
  clang::ento::PathDiagnosticPieceRef
  VisitNode(const clang::ento::ExplodedNode *,
            clang::ento::BugReporterContext &,
            clang::ento::PathSensitiveBugReport &) override {
    return nullptr;
  }
  void finalizeVisitor(clang::ento::BugReporterContext &BRC,
                       const clang::ento::ExplodedNode *EndPathNode,
                       clang::ento::PathSensitiveBugReport &BR) override;
};

} // namespace custody

#endif // CUSTODY_RULES_SINKFILTER_H
