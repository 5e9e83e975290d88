//===- Cleanup.cpp - Variables with a cleanup function --------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `__attribute__((cleanup(f)))` makes a variable the owner of what it is given:
// f runs on its address where its scope ends. Until then the program may empty
// it again, so a release or adoption by others is judged at the end.
//
//===----------------------------------------------------------------------===//

#include "engine/Engine.h"
#include "clang/AST/Attr.h"

using namespace clang;
using namespace ento;

namespace custody {

const Actor *Engine::cleanupActor(const CleanupAttr *A) {
  const FunctionDecl *F = A->getFunctionDecl();
  return actor(Actor(F->getNameAsString(), Releases.ofFunction(F).Fam,
                     /*IsOwner=*/true));
}

void Engine::giveToCleanup(const MemRegion *Variable, SVal V, Path &P) {
  const CleanupAttr *A = cleanupOf(Variable);
  const Actor *By = A ? cleanupActor(A) : nullptr;
  // Of a structure its cleanup function may release anything.
  if (!By || !By->Fam || Variable != Variable->getBaseRegion()) {
    apply({EventKind::Escape, V}, P);
    return;
  }
  apply({EventKind::Adopt, V, By, By->Fam, UndefinedVal(), UndefinedVal(), 1,
         Variable, /*SoftOwner=*/true},
        P);
  SymbolRef Sym = symbolOf(V);
  const Record *Known = lookUp(P.State, Sym);
  if (P.Stopped || !Known || Known->State != Custody::Adopted)
    return;
  Record R = *Known;
  R.Cleanup = Variable;
  P.State = remember(P.State, Sym, R);
}

/// The cleanup functions of the variables of the function that returns run now.
/// (From clang 18 on the analyzer ends a path where the first one runs.)
void Engine::cleanUp(const ReturnStmt *S, Path &P) {
  const StackFrameContext *Frame = P.C.getStackFrame();
  for (const auto &Entry : allRecords(P.State)) {
    const auto *V = dyn_cast_or_null<VarRegion>(Entry.second.Cleanup);
    if (!V || V->getStackFrame() != Frame || P.Stopped)
      continue;
    Record R = resolved(P.State, Entry.second);
    R.Cleanup = nullptr;
    SVal Value = P.C.getSValBuilder().makeLoc(Entry.first);
    if (!Loc::isLocType(Entry.first->getType()))
      Value = nonloc::SymbolVal(Entry.first);
    const Actor *By = cleanupActor(cleanupOf(V));
    P.State = remember(P.State, Entry.first, R);
    if (R.State == Custody::Released && R.By != By) {
      apply({EventKind::Release, Value, By, By->Fam}, P);
    } else if (R.State == Custody::Adopted && R.OwnerRegion == V) {
      apply({EventKind::ReleaseByOwner, Value, By, By->Fam}, P);
      const Expr *Result = S ? S->getRetValue() : nullptr;
      if (Result && Result->getType()->isPointerType() &&
          symbolOf(P.C.getSVal(Result)) == Entry.first)
        apply({EventKind::Use, Value}, P);
    }
  }
}

} // namespace custody
