//===- Comparisons.cpp - The same question gets the same answer -----------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `f = strcmp(name, "-") ? fopen(name, "r") : stdin; ... if (strcmp(name, "-"))
// fclose(f);`: the analyzer takes the two answers for unrelated. A function
// that is declared pure gives the same one as long as nothing has written to
// what its arguments point to. Only calls that a function's body spells twice
// are remembered: whatever is remembered keeps paths apart that could join.
//
//===----------------------------------------------------------------------===//

#include "engine/Engine.h"
#include "state/Places.h"
#include "clang/AST/Attr.h"

using namespace clang;
using namespace ento;

namespace custody {
namespace {

bool isPure(const FunctionDecl *F) {
  return F && (F->hasAttr<PureAttr>() || F->hasAttr<ConstAttr>()) &&
         F->getReturnType()->isIntegralOrEnumerationType();
}

void collectPureCalls(const Stmt *S, std::vector<const CallExpr *> &Found) {
  if (!S)
    return;
  if (const auto *Call = dyn_cast<CallExpr>(S))
    if (isPure(Call->getDirectCallee()))
      Found.push_back(Call);
  for (const Stmt *Child : S->children())
    collectPureCalls(Child, Found);
}

} // namespace

const CallExpr *Engine::spelledFirst(const CallExpr *Call, const Decl *In) {
  if (In && SearchedForCalls.insert(In).second) {
    std::vector<const CallExpr *> Calls;
    collectPureCalls(In->getBody(), Calls);
    std::map<llvm::FoldingSetNodeID, const CallExpr *> First;
    for (const CallExpr *C : Calls) {
      llvm::FoldingSetNodeID Id;
      C->Profile(Id, Ctx, /*Canonical=*/true);
      auto [It, New] = First.try_emplace(Id, C);
      if (!New)
        SpelledTwice[C] = SpelledTwice[It->second] = It->second;
    }
  }
  return SpelledTwice.lookup(Call);
}

void Engine::recallAnswer(const CallEvent &Call, Path &P) {
  const auto *E = dyn_cast_or_null<CallExpr>(Call.getOriginExpr());
  if (!E || P.C.wasInlined || !isPure(E->getDirectCallee()))
    return;
  const LocationContext *L = P.C.getLocationContext();
  const CallExpr *First = spelledFirst(E, L->getDecl());
  SymbolRef Result = symbolOf(Call.getReturnValue());
  if (!First || !Result)
    return;
  Answer Now{Result, L->getStackFrame(), 0, {nullptr, nullptr}};
  llvm::FoldingSetNodeID Id;
  unsigned Pointers = 0;
  for (unsigned I = 0; I < Call.getNumArgs(); ++I) {
    SVal V = Call.getArgSVal(I);
    const MemRegion *R = V.getAsRegion();
    if (R && isa<StringRegion>(R->getBaseRegion()))
      continue; // Two literals that read alike: the spelling has told.
    V.Profile(Id);
    if (!R)
      continue;
    if (Pointers == 2)
      return;
    Now.LooksAt[Pointers++] = R->getBaseRegion();
  }
  Now.Arguments = Id.ComputeHash();
  const Answer *Before = answerTo(P.State, First);
  if (Before && Before->Arguments == Now.Arguments)
    P.State = P.State->BindExpr(E, L, nonloc::SymbolVal(Before->Result));
  else
    P.State = rememberAnswer(P.State, First, Now);
}

} // namespace custody
