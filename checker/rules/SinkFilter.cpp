//===- SinkFilter.cpp - Losses on paths that end the program --------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/SinkFilter.h"
#include "plugin/Compat.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Analysis/AnalysisDeclContext.h"
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

/// Finds out whether code cannot but end the program.
class Endings {
public:
  explicit Endings(AnalysisDeclContextManager &Bodies) : Bodies(Bodies) {}

  /// True if no way from \p Start leads to the end of its function, nor round
  /// and round for ever.
  bool areAhead(const CFGBlock *Start) {
    std::vector<const CFGBlock *> Ways{Start};
    llvm::SmallPtrSet<const CFGBlock *, 32> Seen{Start}, End;
    for (size_t I = 0; I < Ways.size(); ++I) {
      const CFGBlock *B = Ways[I];
      if (isEnd(B)) {
        End.insert(B);
        continue;
      }
      if (B == &B->getParent()->getExit())
        return false;
      for (const CFGBlock *Next : B->succs())
        if (Next && Seen.insert(Next).second)
          Ways.push_back(Next);
    }
    // From everywhere to one of the ends.
    for (bool Changed = true; Changed;) {
      Changed = false;
      for (const CFGBlock *B : llvm::reverse(Ways))
        if (!End.count(B) &&
            llvm::any_of(B->succs(), [&](const CFGBlock *Next) {
              return Next && End.count(Next);
            }))
          Changed |= End.insert(B).second;
    }
    return End.size() == Ways.size();
  }

private:
  AnalysisDeclContextManager &Bodies;
  /// Those that call each other return, for all that is known.
  llvm::DenseMap<const FunctionDecl *, bool> Ends;

  bool isEnd(const CFGBlock *B) {
    if (B->hasNoReturnElement())
      return true;
    for (const CFGElement &E : *B) {
      if (E.getKind() != CFGElement::Statement)
        continue;
      const Stmt *S = E.castAs<CFGStmt>().getStmt();
      if (isa<CXXThrowExpr>(S))
        return true;
      const auto *Call = dyn_cast<CallExpr>(S);
      if (Call && Call->getDirectCallee() && isEnd(Call->getDirectCallee()))
        return true;
    }
    return false;
  }
  bool isEnd(const FunctionDecl *F) {
    const FunctionDecl *Definition = nullptr;
    if (!F->hasBody(Definition) || Definition->isDependentContext())
      return false;
    auto [It, New] = Ends.try_emplace(Definition, false);
    if (!New)
      return It->second;
    const CFG *Body = Bodies.getContext(Definition)->getCFG();
    bool Answer = Body && areAhead(&Body->getEntry());
    return Ends[Definition] = Answer;
  }
};

} // namespace

bool endsInevitably(const ExplodedNode *N) {
  AnalysisDeclContextManager &Bodies =
      *N->getLocationContext()->getAnalysisDeclContext()->getManager();
  for (; N; N = N->getFirstPred())
    if (auto Edge = N->getLocation().getAs<BlockEntrance>())
      return Endings(Bodies).areAhead(Edge->getBlock());
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
