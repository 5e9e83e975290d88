//===- Uses.cpp - Dereferences, stores, returns ---------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/Engine.h"

using namespace clang;
using namespace ento;

namespace custody {

void Engine::accessed(SVal Loc, bool IsLoad, Path &P) {
  SymbolRef Sym = Loc.getLocSymbolInBase();
  if (!Sym)
    return;
  Sym = stripCasts(Sym);
  const Record *R = lookUp(P.State, Sym);
  bool MayBeLent = !IsLoad && !R && lentByConst(Sym);
  if (!R && !MayBeLent)
    return;
  if (insideModelled(P.C.getLocationContext()))
    return;
  if (MayBeLent) {
    const Actor *Lender = lentByConst(Sym);
    Record Lent;
    Lent.State = Custody::Lent;
    Lent.Fam = Lender->Fam;
    Lent.From = Lender;
    Lent.ReadOnly = true;
    P.State = remember(P.State, Sym, Lent);
  }
  apply({IsLoad ? EventKind::Use : EventKind::Write,
         P.C.getSValBuilder().makeLoc(Sym)},
        P);
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
  if (R && R->State == Custody::Owned && R->Exists.Sym == Sym &&
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
  Finding Found;
  Found.What = Defect::NullRejected;
  Found.Sym = Sym;
  Found.By = actor(Actor(F->getNameAsString()));
  Found.Place = "'" + Released->getNameAsString() + "'";
  if (Rules.wants(Found))
    report(Found, P);
}

void Engine::returned(const ReturnStmt *S, Path &P) {
  const Expr *E = S->getRetValue();
  if (!E || !E->getType()->isPointerType() ||
      insideModelled(P.C.getLocationContext()))
    return;
  SVal V = P.C.getSVal(E);
  if (!symbolOf(V) || !lookUp(P.State, symbolOf(V)))
    return;
  apply({EventKind::Use, V}, P);
}

} // namespace custody
