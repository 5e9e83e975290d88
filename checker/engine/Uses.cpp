//===- Uses.cpp - Dereferences, stores, returns ---------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/Engine.h"
#include "clang/AST/ParentMap.h"

using namespace clang;
using namespace ento;

namespace custody {

/// Who reads \p Member of a union may get hold of what another member was
/// given.
void Engine::readFromUnion(const FieldRegion *Member, Path &P) {
  for (const FieldDecl *Other : Member->getDecl()->getParent()->fields()) {
    auto Place =
        P.State->getLValue(Other, loc::MemRegionVal(Member->getSuperRegion()));
    auto L = Place.getAs<ento::Loc>();
    if (Other == Member->getDecl() || !L)
      continue;
    SVal V = P.State->getSVal(*L, Other->getType());
    if (lookUp(P.State, symbolOf(V)))
      apply({EventKind::Escape, V}, P);
  }
}

void Engine::accessed(SVal Loc, bool IsLoad, Path &P) {
  if (Learns && IsLoad)
    Learns->loaded(Loc.getAsRegion());
  if (IsLoad && !allRecords(P.State).isEmpty())
    if (const auto *Member = dyn_cast_or_null<FieldRegion>(Loc.getAsRegion()))
      if (isWatchedUnion(Member))
        readFromUnion(Member, P);
  SymbolRef Sym = Loc.getLocSymbolInBase();
  if (!Sym)
    return;
  Sym = stripCasts(Sym);
  const Record *R = lookUp(P.State, Sym);
  Record Found = IsLoad || R ? Record() : foundIn(Sym, P.State);
  if (!R && Found.State != Custody::Lent)
    return;
  if (insideModelled(P.C.getLocationContext()))
    return;
  if (!R)
    P.State = remember(P.State, Sym, Found);
  apply({IsLoad ? EventKind::Use : EventKind::Write,
         P.C.getSValBuilder().makeLoc(Sym)},
        P);
}

/// True for the p of `&p->x`.
static bool onlyAddressed(const Expr *Pointer, const LocationContext *L) {
  const ParentMap &Parents = L->getParentMap();
  const Stmt *Above =
      Parents.getParentIgnoreParenImpCasts(const_cast<Expr *>(Pointer));
  while (isa_and_nonnull<MemberExpr, ArraySubscriptExpr>(Above))
    Above = Parents.getParentIgnoreParens(const_cast<Stmt *>(Above));
  const auto *U = dyn_cast_or_null<UnaryOperator>(Above);
  return U && U->getOpcode() == UO_AddrOf;
}

/// Looks at a pointer just before it is dereferenced, while the path still does
/// not know that it is not null.
void Engine::dereferenced(const Expr *Pointer, Path &P) {
  SVal V = P.C.getSVal(Pointer);
  SymbolRef Sym = symbolOf(V);
  const Record *R = lookUp(P.State, Sym);
  const ParmVarDecl *Released = nullptr;
  if (!R && Rules.isOn(RuleId::Own08) && Sym)
    if (const auto *Value = dyn_cast<SymbolRegionValue>(Sym))
      if (const auto *Region = dyn_cast<VarRegion>(Value->getRegion()))
        Released = dyn_cast<ParmVarDecl>(Region->getDecl());
  if (!R && !Released)
    return;
  // Another checker may have drawn the conclusion from this very use already.
  ProgramStateRef Before = P.State;
  if (const ExplodedNode *Pred = P.C.getPredecessor())
    if (Pred->getLocation().getTag())
      if (const ExplodedNode *Earlier = Pred->getFirstPred())
        Before = Earlier->getState();
  if (!V.getAs<ento::Loc>() ||
      evaluate(Before, {Sym, Success::NonNull}) != Holds::Maybe ||
      insideModelled(P.C.getLocationContext()))
    return;

  if (R && R->OverwroteIfFailed) {
    Finding F;
    F.What = Defect::Overwritten;
    F.Sym = Sym;
    F.Before = *R;
    F.By = R->From;
    if (Rules.wants(F)) {
      report(F, P);
      return;
    }
  }
  if (R && R->State == Custody::Owned && !R->Shown && R->Exists.Sym == Sym &&
      R->Exists.When == Success::NonNull) {
    Finding F;
    F.What = Defect::NullUnchecked;
    F.Sym = Sym;
    F.Before = *R;
    if (Rules.wants(F))
      report(F, P);
    return;
  }
  // A release function's own parameter, in the function itself.
  if (!Released || !P.C.inTopFrame())
    return;
  const auto *F =
      dyn_cast_or_null<FunctionDecl>(P.C.getLocationContext()->getDecl());
  if (!F || Released->getFunctionScopeIndex() >= F->getNumParams() ||
      F->getParamDecl(Released->getFunctionScopeIndex()) != Released ||
      Released->hasAttr<NonNullAttr>() || F->hasAttr<NonNullAttr>())
    return;
  Deleter D = Releases.ofFunction(F, Released->getFunctionScopeIndex());
  if (!D.Fam && !D.Perhaps)
    return;
  // `x_free(&x)` is never given null, and &p->x reads nothing.
  if (Released->getType()->getPointeeType()->isPointerType() ||
      onlyAddressed(Pointer, P.C.getLocationContext()))
    return;
  Finding Found;
  Found.What = Defect::NullRejected;
  Found.Sym = Sym;
  Found.By = actor(Actor(F->getNameAsString()));
  Found.Place = "'" + Released->getNameAsString() + "'";
  if (Rules.wants(Found))
    report(Found, P);
}

void Engine::calculated(const BinaryOperator *E, Path &P) {
  // A tagged pointer is still a pointer, but the analyzer loses sight of it.
  switch (E->getOpcode()) {
  case BO_Or:
  case BO_Xor:
  case BO_Add:
  case BO_Sub:
  case BO_OrAssign:
  case BO_XorAssign:
  case BO_AddAssign:
  case BO_SubAssign:
    break;
  default:
    return;
  }
  if (!E->getType()->isIntegerType() || allRecords(P.State).isEmpty())
    return;
  for (const Expr *Side : {E->getLHS(), E->getRHS()}) {
    SVal V = P.C.getSVal(Side);
    if (Side->isGLValue())
      if (auto L = V.getAs<ento::Loc>())
        V = P.State->getSVal(*L, Side->getType());
    if (V.getAs<nonloc::LocAsInteger>())
      apply({EventKind::Escape, V}, P);
  }
}

void Engine::returned(const ReturnStmt *S, Path &P) {
  if (insideModelled(P.C.getLocationContext()))
    return;
  const Expr *E = S->getRetValue();
  if (E && E->getType()->isPointerType()) {
    SVal V = P.C.getSVal(E);
    if (lookUp(P.State, symbolOf(V)))
      apply({EventKind::Use, V}, P);
  }
  if (!P.Stopped)
    cleanUp(S, P);
}

} // namespace custody
