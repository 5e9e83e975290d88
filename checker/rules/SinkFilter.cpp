//===- SinkFilter.cpp - Losses on paths that end the program --------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/SinkFilter.h"
#include "plugin/Compat.h"
#include "clang/Analysis/CFG.h"
#include "clang/StaticAnalyzer/Core/BugReporter/BugReporter.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExplodedGraph.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;
using namespace ento;

namespace custody {
namespace {

/// A sink made because the analyzer had seen enough of a loop.
bool gaveUp(const ExplodedNode *N) {
  const ProgramPointTag *Tag = N->getLocation().getTag();
  return Tag && compat::tagText(Tag).contains("Block count exceeded");
}

} // namespace

bool endsInevitably(const ExplodedNode *N) {
  for (; N; N = N->getFirstPred())
    if (auto Edge = N->getLocation().getAs<BlockEntrance>())
      return Edge->getBlock()->isInevitablySinking();
  return false;
}

void SinkFilter::Profile(llvm::FoldingSetNodeID &ID) const {
  static int Tag = 0;
  ID.AddPointer(&Tag);
}

void SinkFilter::finalizeVisitor(BugReporterContext &, const ExplodedNode *,
                                 PathSensitiveBugReport &BR) {
  llvm::SmallVector<const ExplodedNode *, 32> Todo{BR.getErrorNode()};
  llvm::SmallPtrSet<const ExplodedNode *, 32> Seen;
  bool GoesOn = false;
  while (!Todo.empty() && !GoesOn) {
    const ExplodedNode *N = Todo.pop_back_val();
    if (!Seen.insert(N).second)
      continue;
    if (N->succ_empty()) {
      GoesOn = !N->isSink() || gaveUp(N);
      continue;
    }
    Todo.append(N->succ_begin(), N->succ_end());
  }
  if (!GoesOn || endsInevitably(BR.getErrorNode())) {
    static const char Why[] = "the program ends on every path from here";
    BR.markInvalid(Why, BR.getErrorNode());
  }
}

} // namespace custody
