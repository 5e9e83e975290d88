//===- Relinking.cpp - A value read again may be another one --------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `while (l->head) item_free(l->head);` is right where item_free takes the item
// out of its list. The analyzer does not always see that l->head has changed:
// before a value that was read from a field is called dead, the path is asked
// whether the field may hold another one by now.
//
//===----------------------------------------------------------------------===//

#include "engine/Engine.h"

using namespace clang;
using namespace ento;

namespace custody {

/// The record that a pointer of type \p T points to, or null.
static const RecordDecl *recordBehind(QualType T) {
  QualType Pointee = T->getPointeeType();
  return Pointee.isNull() ? nullptr : Pointee->getAsRecordDecl();
}

/// True if \p S was read through \p Value, however many steps away.
static bool leadsFrom(SymbolRef S, SymbolRef Value) {
  while (S && S != Value) {
    const MemRegion *Place = S->getOriginRegion();
    const SymbolicRegion *Base = Place ? Place->getSymbolicBase() : nullptr;
    S = Base ? Base->getSymbol() : nullptr;
  }
  return S;
}

/// True if what released \p Sym, which was read from \p Place, may have
/// unlinked it. On the path to \p N it has looked at the same field, or at the
/// owner of the field, through the value (`if (b->owner->first == b)`), or the
/// releasing function has shown the value to code out of sight before.
bool Engine::unlinkedBeforeRelease(SymbolRef Sym, const FieldRegion *Place,
                                   const ExplodedNode *N) {
  auto IsReleased = [&](const ExplodedNode *At) {
    const Record *R = lookUp(At->getState(), Sym);
    return R && R->State == Custody::Released;
  };
  const StackFrameContext *Here = N->getStackFrame();
  while (N && !IsReleased(N))
    N = N->getFirstPred();
  while (N && N->getFirstPred() && IsReleased(N->getFirstPred()))
    N = N->getFirstPred();
  const StackFrameContext *Releaser = N ? N->getStackFrame() : Here;
  for (; N; N = N->getFirstPred()) {
    const auto Point = N->getLocationAs<StmtPoint>();
    if (!Point)
      continue;
    if (const auto *Member = dyn_cast<MemberExpr>(Point->getStmt())) {
      const auto *F =
          dyn_cast_or_null<FieldRegion>(N->getSVal(Member).getAsRegion());
      const SymbolicRegion *Base = F ? F->getSymbolicBase() : nullptr;
      if (Base && F != Place && leadsFrom(Base->getSymbol(), Sym)) {
        bool SameField =
            Base->getSymbol() != Sym && F->getDecl() == Place->getDecl();
        const RecordDecl *List = Place->getDecl()->getParent();
        bool ToOwner = recordBehind(F->getDecl()->getType()) == List &&
                       recordBehind(Sym->getType()) != List;
        if (SameField || ToOwner)
          return true;
      }
    }
    const auto *Call = dyn_cast<CallExpr>(Point->getStmt());
    const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
    if (!F || F->hasBody() || Models.function(F) ||
        N->getStackFrame() != Releaser || Releaser == Here ||
        Releaser->isParentOf(Here))
      continue;
    for (const Expr *Arg : Call->arguments())
      if (symbolOf(N->getSVal(Arg)) == Sym)
        return true;
  }
  return false;
}

/// True if \p Sym may be another value than the one that was released: the
/// analyzer read it from a field that it thinks unchanged, but a list was
/// relinked through a pointer that leads there, or by the releasing function;
/// or it was resized without being moved.
bool Engine::mayBeAnother(SymbolRef Sym, const Record &R, Path &P) {
  if (areOneAddress(Sym, R.ResizedTo, P.State))
    return true;
  const MemRegion *Place = Sym->getOriginRegion();
  if (R.From || !Place || isa<VarRegion>(Place))
    return false;
  if (storedOutOfSight(P.State, Sym->getType()) ||
      (R.By &&
       (R.By->From == Source::Inferred || R.By->From == Source::Learned)))
    return true;
  const auto *Field = dyn_cast<FieldRegion>(Place);
  return Field && unlinkedBeforeRelease(Sym, Field, P.C.getPredecessor());
}

} // namespace custody
