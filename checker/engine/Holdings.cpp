//===- Holdings.cpp - Which object holds what -----------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The holdings map tells which value an owning object has. A value that is
// shared has one entry for each owner that the path can follow. Once a copy is
// made that it cannot follow (by a container, a function without a body, into
// a temporary), the value has an owner out of sight, and the end of those in
// sight releases nothing for certain: then they hold nothing any more.
//
//===----------------------------------------------------------------------===//

#include "engine/Engine.h"
#include "engine/Objects.h"

using namespace clang;
using namespace ento;

namespace custody {

bool Engine::isShared(const Record &R) {
  const auto *C = R.By && R.State == Custody::Adopted
                      ? dyn_cast_or_null<CXXRecordDecl>(R.By->Declared)
                      : nullptr;
  const ClassModel *M = C ? Models.classModel(C) : nullptr;
  return M && M->Shared;
}

/// True if an object that \p T points to can hand out owners of itself.
bool Engine::sharesItself(QualType T) const {
  const CXXRecordDecl *C = T->getPointeeCXXRecordDecl();
  if (!C || !(C = C->getDefinition()))
    return false;
  bool Itself = false;
  C->forallBases([&](const CXXRecordDecl *Base) {
    Itself |= Base->isInStdNamespace() && Base->getIdentifier() &&
              Base->getName() == "enable_shared_from_this";
    return true;
  });
  return Itself;
}

ProgramStateRef Engine::shareOutOfSight(ProgramStateRef State, SymbolRef Sym) {
  const Record *Known = lookUp(State, Sym);
  if (!Known || !isShared(*Known))
    return State;
  Record R = *Known;
  R.OwnerRegion = nullptr;
  State = remember(State, Sym, R);
  for (const auto &Entry : allHoldings(State))
    if (Entry.second == Sym)
      State = letGo(State, Entry.first);
  // Who has the object can copy the owners that it has in its turn.
  for (const auto &Entry : allHoldings(State)) {
    const SymbolicRegion *Base = Entry.first->getSymbolicBase();
    if (Base && stripCasts(Base->getSymbol()) == Sym)
      State = shareOutOfSight(State, Entry.second);
  }
  return State;
}

ProgramStateRef Engine::loseHolder(ProgramStateRef State, const MemRegion *R) {
  SymbolRef Sym = heldBy(State, R);
  State = letGo(State, R);
  for (const auto &Entry : allHoldings(State))
    if (Entry.second == Sym)
      return shareOutOfSight(State, Sym);
  return State;
}

void Engine::transfer(const MemRegion *From, const MemRegion *To, bool Share,
                      const ClassModel &M, const CXXRecordDecl *Class,
                      Path &P) {
  SymbolRef Sym = heldBy(P.State, From);
  if (!Share)
    P.State = letGo(P.State, From);
  if (!Sym)
    return;
  // Of a temporary's end the analyzer says nothing certain.
  if (!To || (Share && !isa<VarRegion, SymbolicRegion>(To->getBaseRegion()))) {
    P.State = shareOutOfSight(P.State, Sym);
    return;
  }
  P.State = hold(P.State, To, Sym);
  if (const Record *Old = lookUp(P.State, Sym)) {
    Record R = *Old;
    R.OwnerRegion = To;
    // A shared_ptr made of a unique_ptr.
    if (R.By && M.Shared && !isShared(R) && R.State == Custody::Adopted)
      R.By = ownerActor(Class, M, R.By->Fam);
    P.State = remember(P.State, Sym, R);
  }
}

void Engine::ownerReleases(const MemRegion *Owner, const ClassModel &M,
                           const CXXRecordDecl *Class, Path &P) {
  SymbolRef Sym = heldBy(P.State, Owner);
  if (!Sym)
    return;
  P.State = letGo(P.State, Owner);
  for (const auto &Other : allHoldings(P.State))
    if (Other.second == Sym)
      return;
  const Record *R = lookUp(P.State, Sym);
  if (!R)
    return;
  // A shared pointer that was not made on this path may have other owners.
  if (M.Shared && R->Before == Custody::Unknown && !R->From) {
    apply({EventKind::Escape, SVal(P.C.getSValBuilder().makeLoc(Sym))}, P);
    P.State = forget(P.State, Sym);
    return;
  }
  apply({EventKind::ReleaseByOwner, P.C.getSValBuilder().makeLoc(Sym),
         ownerActor(Class, M, R->By ? R->By->Fam : nullptr)},
        P);
  if (P.Stopped)
    return;
  // What the object lent goes with it.
  for (const auto &Entry : allRecords(P.State))
    if (const MemRegion *Lender = Entry.second.Lender)
      if (const SymbolicRegion *Base = Lender->getSymbolicBase())
        if (stripCasts(Base->getSymbol()) == Sym)
          invalidateLoans(Lender, ownerActor(Class, M, nullptr), P);
}

/// Owners given to a container: it copies or moves them where nobody looks.
void Engine::handOver(const CallEvent &Call, Path &P) {
  if (allHoldings(P.State).isEmpty())
    return;
  const auto *F = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  for (unsigned I = 0; I < Call.getNumArgs(); ++I) {
    const MemRegion *Given = objectRegion(Call.getArgSVal(I));
    bool Moved = F && I < F->getNumParams() &&
                 F->getParamDecl(I)->getType()->isRValueReferenceType() &&
                 Call.getArgExpr(I) && Call.getArgExpr(I)->isXValue();
    for (const auto &Entry : allHoldings(P.State)) {
      if (!liesIn(Entry.first, Given))
        continue;
      if (Moved)
        P.State = letGo(P.State, Entry.first);
      P.State = shareOutOfSight(P.State, Entry.second);
    }
  }
}

/// A function out of sight that can look at an owner can copy it, too.
void Engine::shownToOthers(const CallEvent &Call, Path &P) {
  if (allHoldings(P.State).isEmpty() || P.C.wasInlined)
    return;
  if (isa_and_nonnull<CXXMethodDecl>(Call.getDecl())) {
    const CXXRecordDecl *Class = nullptr;
    if (ownerClass(Call, Class))
      return; // Told before.
  }
  auto Show = [&](SVal V) {
    const MemRegion *Shown = objectRegion(V);
    if (auto Whole = V.getAs<nonloc::LazyCompoundVal>())
      Shown = Whole->getRegion();
    for (const auto &Entry : allHoldings(P.State)) {
      const SymbolicRegion *Inside = Entry.first->getSymbolicBase();
      if (liesIn(Entry.first, Shown) ||
          (Inside && stripCasts(Inside->getSymbol()) == symbolOf(V)))
        P.State = shareOutOfSight(P.State, Entry.second);
    }
  };
  for (unsigned I = 0; I < Call.getNumArgs(); ++I)
    Show(Call.getArgSVal(I));
  if (const auto *Instance = dyn_cast<CXXInstanceCall>(&Call))
    if (!isa<CXXDestructorCall>(&Call))
      Show(Instance->getCXXThisVal());
}

} // namespace custody
