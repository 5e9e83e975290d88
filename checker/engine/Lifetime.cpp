//===- Lifetime.cpp - Values that die or go out of sight ------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/Engine.h"
#include "plugin/Compat.h"
#include "state/Places.h"
#include "clang/AST/Attr.h"
#include "llvm/ADT/Sequence.h"

using namespace clang;
using namespace ento;

namespace custody {
namespace {

bool lendsFields(SymbolRef Sym, const Record &R) {
  QualType T = Sym->getType();
  return R.State == Custody::Lent && R.From && !R.From->IsOwner &&
         T->isPointerType() && T->getPointeeType()->isRecordType();
}

} // namespace

void Engine::keepAlive(ProgramStateRef State, SymbolReaper &Reaper) const {
  if (Learns)
    Learns->keepAlive(State, Reaper);
  for (const auto &Entry : allAnswers(State))
    Reaper.markLive(Entry.second.Result);
  for (const auto &[Sym, R] : allRecords(State)) {
    // A status that decides over a value must outlive its variable.
    for (SymbolRef Status : {R.Exists.Sym, R.Done.Sym, R.Kept.Sym, R.NewSize})
      if (Status && Status != Sym && !lookUp(State, Status))
        Reaper.markLive(Status);
    // So must what a cleanup function will look at when its function ends, and
    // a lent structure, whose fields may still be read.
    if (R.Cleanup || lendsFields(Sym, R))
      Reaper.markLive(Sym);
  }
}

/// Decides what the end of \p Sym means: nothing, a leak, or the loss of a
/// pointer that realloc's failure left behind.
void Engine::settle(SymbolRef Sym, const Record &Known, bool IsDead,
                    SymbolReaper *Reaper, Path &P, ExplodedNode *&Node) {
  Record R = resolved(P.State, Known);
  auto Forget = [&] { P.State = forget(P.State, Sym); };
  auto Gone = [&](SymbolRef S) { return Reaper && Reaper->isDead(S); };
  Finding F;
  F.Sym = Sym;

  // The result of a resize that was stored over the old pointer.
  if (R.OverwroteIfFailed) {
    SymbolRef Old = R.OverwroteIfFailed;
    const Record *OldRecord = lookUp(P.State, Old);
    Holds Succeeded = evaluate(P.State, {Sym, Success::NonNull});
    bool Ends = IsDead || Succeeded != Holds::Maybe || !Reaper;
    // A value from this path is reachable until the reaper says otherwise; for
    // one that was found in a field there is no telling.
    bool OldReachable = OldRecord && OldRecord->From && !Gone(Old);
    if (Ends && Succeeded != Holds::Yes && OldRecord &&
        OldRecord->State == Custody::Resized && !OldReachable) {
      F.What = Defect::Overwritten;
      F.Before = R;
      F.By = R.From;
      // Of what has escaped, others would have another pointer.
      if (OldRecord->Before == Custody::Owned)
        F.LostFrom = OldRecord->From;
      reportLoss(F, P, Node);
      P.State = forget(P.State, Old);
    }
    if (Ends) {
      R.OverwroteIfFailed = nullptr;
      P.State = remember(P.State, Sym, R);
    }
  }
  if (!IsDead)
    return;

  // What hangs on a result that nobody has looked at yet waits for that.
  if ((R.State == Custody::Resized || R.State == Custody::Adopted) &&
      R.Done.Sym && !Gone(R.Done.Sym))
    return;
  for (const auto &Entry : allRecords(P.State))
    if (Entry.second.OverwroteIfFailed == Sym && !Gone(Entry.first))
      return; // Told with the result that overwrote it.
  bool Exists = !R.Exists.Sym || evaluate(P.State, R.Exists) != Holds::No;
  if (Exists && R.Exists.Sym == Sym && R.Exists.When == Success::NonNegative)
    Exists = mayExceed(P.State, Sym, LastStandardDescriptor) &&
             !(standardClosed(P.State) &&
               mayBeAtMost(P.State, Sym, LastStandardDescriptor));
  // Zero is no handle; it may be a descriptor.
  if (Exists && (Sym->getType()->isPointerType() ||
                 (R.Fam && R.Fam->From == Source::Attribute)))
    Exists = evaluate(P.State, {Sym, Success::NonNull}) != Holds::No;
  // A sentinel is no allocation.
  if (Exists && Sym->getType()->isPointerType() &&
      P.State->getConstraintManager().getSymVal(P.State, Sym))
    Exists = false;
  if (Exists && R.Kept.Sym) {
    Holds IsKept = evaluate(P.State, R.Kept);
    if (IsKept == Holds::Maybe && !Gone(R.Kept.Sym))
      return;
    Exists = IsKept != Holds::Yes;
  }
  // A pointer into it lives on, and with it the value.
  for (const auto &Entry : allRecords(P.State)) {
    if (Entry.second.Within != Sym || Gone(Entry.first) ||
        evaluate(P.State, {Entry.first, Success::NonNull}) == Holds::No)
      continue;
    if (Entry.second.StartOf)
      return; // Judged when its other name is gone, too.
    Exists = false;
  }
  Step S = transition(R.State, EventKind::Die, true);
  bool WithContainer = R.Inside && lookUp(P.State, R.Inside) &&
                       lookUp(P.State, R.Inside)->State == Custody::Owned;
  if (S.What == Verdict::Lost && Exists && R.From && !WithContainer &&
      (!R.Fam || R.Fam->leakMatters())) {
    F.What = Defect::Lost;
    F.Before = R;
    if (!R.Trimmed.isUndef()) {
      F.What = Defect::LayoutMismatch;
      F.By = R.By;
      F.Layout = "size";
      F.Given = inWords(R.Trimmed);
      F.Wanted = inWords(R.Size);
    }
    reportLoss(F, P, Node);
  }
  Forget();
}

/// Most values that die have been released, or were never owned. They go in one
/// step, and out of \p Dying, unless another record refers to them.
void Engine::forgetUnmourned(
    llvm::SmallVectorImpl<std::pair<SymbolRef, bool>> &Dying, Path &P) {
  if (Dying.empty())
    return;
  llvm::SmallPtrSet<SymbolRef, 8> ReferredTo;
  for (const auto &Entry : allRecords(P.State))
    ReferredTo.insert({Entry.second.Within, Entry.second.OverwroteIfFailed});
  llvm::SmallVector<SymbolRef, 4> Unmourned;
  llvm::erase_if(Dying, [&](const auto &Each) {
    auto [Sym, Dead] = Each;
    const Record *R = lookUp(P.State, Sym);
    if (!Dead || R->OverwroteIfFailed || R->Done.Sym || ReferredTo.count(Sym) ||
        transition(R->State, EventKind::Die, true).What == Verdict::Lost)
      return false;
    Unmourned.push_back(Sym);
    return true;
  });
  P.State = forget(P.State, Unmourned);
}

void Engine::died(SymbolReaper &Reaper, Path &P) {
  RecordMap Records = allRecords(P.State);
  ExplodedNode *Node = P.C.getPredecessor();
  ExplodedNode *Start = Node;
  if (!Records.isEmpty()) {
    llvm::SmallVector<std::pair<SymbolRef, bool>, 4> Candidates;
    for (const auto &Entry : Records) {
      bool Dead = Reaper.isDead(Entry.first);
      if (Dead || Entry.second.OverwroteIfFailed)
        Candidates.push_back({Entry.first, Dead});
    }
    forgetUnmourned(Candidates, P);
    // Reports come in the order of the symbols' birth on every run.
    llvm::sort(Candidates, [](const auto &A, const auto &B) {
      return compat::symbolId(A.first) < compat::symbolId(B.first);
    });
    // What goes with its container is judged while that still stands.
    std::stable_partition(Candidates.begin(), Candidates.end(),
                          [&](const auto &C) {
                            const Record *R = lookUp(P.State, C.first);
                            return R && R->Inside;
                          });
    // A result that overwrote the old pointer speaks for both.
    std::stable_partition(Candidates.begin(), Candidates.end(),
                          [&](const auto &C) {
                            const Record *R = lookUp(P.State, C.first);
                            return R && R->OverwroteIfFailed;
                          });
    for (const auto &[Sym, Dead] : Candidates)
      if (const Record *R = lookUp(P.State, Sym)) {
        Record Copy = *R;
        settle(Sym, Copy, Dead, &Reaper, P, Node);
      }
    // A decided condition is written down before its symbol goes.
    auto Goes = [&](SymbolRef S) { return S && Reaper.isDead(S); };
    for (const auto &Entry : allRecords(P.State)) {
      const Record &Known = Entry.second;
      if (!Goes(Known.Done.Sym) && !Goes(Known.ResizedTo))
        continue;
      Record R = resolved(P.State, Known);
      if (Goes(R.Done.Sym))
        R.Done = Guard();
      if (areOneAddress(Entry.first, R.ResizedTo, P.State)) {
        P.State = forget(P.State, Entry.first);
        continue;
      }
      if (Goes(R.ResizedTo))
        R.ResizedTo = nullptr;
      P.State = remember(P.State, Entry.first, R);
    }
  }
  for (const auto &Entry : allHoldings(P.State))
    if (!Reaper.isLiveRegion(Entry.first))
      P.State = loseHolder(P.State, Entry.first);
  if (Node != Start)
    P.C.addTransition(P.State, Node);
  else
    P.finish();
}

void Engine::functionEnds(const ReturnStmt *S, Path &P) {
  if (Learns)
    Learns->ends(S, P.C);
  P.State = forgetAnswers(P.State, P.C.getStackFrame());
  // A pointer that the function's own locals took down with them.
  if (const Expr *E = S ? S->getRetValue() : nullptr)
    if (E->getType()->isPointerType() &&
        !insideModelled(P.C.getLocationContext())) {
      SVal V = P.C.getSVal(E);
      const Record *R = lookUp(P.State, symbolOf(V));
      if (R && R->State == Custody::Released &&
          (R->Lender || (R->By && R->By->IsOwner)))
        apply({EventKind::Use, V}, P);
    }
  if (P.Stopped || !P.C.inTopFrame()) {
    P.finish();
    return;
  }
  ExplodedNode *Node = P.C.getPredecessor();
  ExplodedNode *Start = Node;
  for (const auto &Entry : allRecords(P.State))
    if (Entry.second.OverwroteIfFailed) {
      Record Copy = Entry.second;
      settle(Entry.first, Copy, /*IsDead=*/false, nullptr, P, Node);
    }
  if (Node != Start)
    P.C.addTransition(P.State, Node);
  else
    P.finish();
}

ProgramStateRef Engine::escaped(ProgramStateRef State,
                                const InvalidatedSymbols &Symbols,
                                const CallEvent *Call, PointerEscapeKind Kind) {
  if (allRecords(State).isEmpty() && !Learns)
    return State;
  if (SymbolRef Kept = std::exchange(StoredInItself, nullptr);
      Kept && Kind == PSK_EscapeOnBind && Symbols.count(Kept)) {
    InvalidatedSymbols Others = Symbols;
    Others.erase(Kept);
    return escaped(State, Others, Call, Kind);
  }
  const FunctionModel *M = Call ? modelOf(*Call, State) : nullptr;
  if (Learns)
    State = Learns->escaped(State, Symbols, Call, M, Kind);
  // A placement new of the program's own may keep or release what it is given.
  if (M && isa<CXXAllocatorCall>(Call) &&
      !cast<FunctionDecl>(Call->getDecl())->isReservedGlobalPlacementOperator())
    M = nullptr;
  bool Shallow = Call && isa<CXXDeallocatorCall>(Call);
  if (M)
    for (const ArgEffect &E : M->Args)
      if (E.Action == ArgAction::Releases)
        // Of what a function elsewhere does to the parts, little is learnt.
        Shallow |= E.Fam && E.Fam->Shallow && M->From != Source::Learned;
  // A container keeps and releases what it holds, not itself.
  SymbolRef Itself = nullptr;
  if (const auto *Method =
          dyn_cast_or_null<CXXMethodDecl>(Call ? Call->getDecl() : nullptr))
    if (const auto *Instance = dyn_cast<CXXInstanceCall>(Call))
      if (Models.classModel(Method->getParent()))
        Itself = symbolOf(Instance->getCXXThisVal());
  for (SymbolRef Sym : Symbols) {
    const Record *R = lookUp(State, Sym);
    if (!R || Sym == Itself)
      continue;
    if (Kind == PSK_EscapeOnBind && R->Inside) {
      // Stored in memory that this path still owns: it shares its fate.
      const Record *Outer = lookUp(State, R->Inside);
      if (Outer && Outer->State == Custody::Owned && R->Inside != Sym &&
          !Symbols.count(R->Inside))
        continue;
    }
    if (M) {
      if (onlyLookedAt(Sym, *M, *Call, State))
        continue;
      bool Direct = false;
      ArgAction Action = ArgAction::Uses;
      for (unsigned I = 0; I < Call->getNumArgs(); ++I)
        if (symbolOf(Call->getArgSVal(I)) == Sym) {
          Direct = true;
          const ArgEffect *E = M->effectOn(I);
          Action = E && E->ByReturn && E->Action == ArgAction::Keeps
                       ? ArgAction::Uses
                       : M->actionOn(I);
          if (Action == ArgAction::Keeps)
            break;
        }
      if (Direct ? Action != ArgAction::Keeps : Shallow)
        continue;
    } else if (Shallow) {
      continue;
    }
    State = remember(State, Sym, exposed(State, *R));
    if (SymbolRef Outer = R->Within)
      if (const Record *Whole = lookUp(State, Outer))
        State = remember(State, Outer, exposed(State, *Whole));
  }
  return State;
}

/// True if \p Call reaches \p Sym only through structures that a function of a
/// library takes as const and merely uses, or through const storage of which an
/// attribute says so: it keeps nothing of what is inside.
bool Engine::onlyLookedAt(SymbolRef Sym, const FunctionModel &M,
                          const CallEvent &Call, ProgramStateRef State) {
  const auto *F = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  bool Annotated = M.From == Source::Attribute;
  if (!F || (M.From != Source::Shipped && !Annotated))
    return false;
  auto MerelyUses = [&](unsigned I) {
    QualType T = I < F->getNumParams()
                     ? F->getParamDecl(I)->getType()->getPointeeType()
                     : QualType();
    return !T.isNull() && T.isConstQualified() &&
           (T->isRecordType() || Annotated) && M.actionOn(I) == ArgAction::Uses;
  };
  // What an argument leads to takes time to find: most functions have no such
  // parameter.
  auto Arguments = llvm::seq(0u, Call.getNumArgs());
  if (llvm::none_of(Arguments, MerelyUses))
    return false;
  bool Seen = false;
  for (unsigned I : Arguments) {
    SVal V = Call.getArgSVal(I);
    if (!llvm::is_contained(reachable(V, State, Annotated), Sym))
      continue;
    if (symbolOf(V) == Sym || !MerelyUses(I))
      return false;
    Seen = true;
  }
  return Seen;
}

ProgramStateRef Engine::regionsChanged(ProgramStateRef State,
                                       ArrayRef<const MemRegion *> Regions,
                                       const CallEvent *Call) {
  if (!allAnswers(State).isEmpty())
    for (const MemRegion *R : Regions)
      State = forgetAnswers(State, R);
  if (!Call)
    return State;
  // A variable with a cleanup function may have been emptied.
  for (const auto &Entry : allRecords(State))
    if (Entry.second.Cleanup &&
        llvm::is_contained(Regions, Entry.second.Cleanup)) {
      Record R = exposed(State, Entry.second);
      R.Cleanup = nullptr;
      State = remember(State, Entry.first, R);
    }
  if (allHoldings(State).isEmpty())
    return State;
  // The owners' own functions were told at their call.
  if (const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Call->getDecl()))
    if (Models.classModel(Method->getParent()))
      return State;
  if (insideModelled(Call->getLocationContext()))
    return State;
  for (const auto &Entry : allHoldings(State)) {
    bool Touched = false;
    for (const MemRegion *R : Regions)
      Touched |= Entry.first == R || Entry.first->isSubRegionOf(R);
    if (!Touched)
      continue;
    State = letGo(State, Entry.first);
    if (const Record *R = lookUp(State, Entry.second)) {
      if (isShared(*R)) {
        State = shareOutOfSight(State, Entry.second);
        continue;
      }
      Record Next = *R;
      if (Next.State == Custody::Adopted) {
        // An owner that was passed by value owns what it had, or has handed it
        // to another owner; one that was passed by reference may be empty.
        const MemRegion *Base = Entry.first->getBaseRegion();
        const auto *Var = dyn_cast<VarRegion>(Base);
        if (!isa<CXXTempObjectRegion>(Base) &&
            !(Var && isa<ParmVarDecl>(Var->getDecl()) &&
              !Var->getStackFrame()->isParentOf(Call->getLocationContext()) &&
              Var->getStackFrame() !=
                  Call->getLocationContext()->getStackFrame()))
          Next.State = Custody::Escaped;
        Next.OwnerRegion = nullptr;
        State = remember(State, Entry.second, Next);
      }
    }
  }
  return State;
}

/// A value found equal to that of another variable (`if (f != stdin)
/// fclose(f)`) belongs to whoever put it there.
ProgramStateRef Engine::assumed(ProgramStateRef State, SVal Condition,
                                bool Assumption) {
  if (allRecords(State).isEmpty())
    return State;
  const auto *Compare = dyn_cast_or_null<SymSymExpr>(Condition.getAsSymbol());
  if (!Compare ||
      (Compare->getOpcode() != BO_EQ && Compare->getOpcode() != BO_NE))
    return State;
  if ((Compare->getOpcode() == BO_EQ) != Assumption)
    return State;
  for (SymbolRef Side : {Compare->getLHS(), Compare->getRHS()}) {
    const Record *R = lookUp(State, stripCasts(Side));
    if (!R)
      continue;
    // Numbers are given out again: the other side's may live.
    if (R->State == Custody::Released && !Loc::isLocType(Side->getType()))
      State = forget(State, stripCasts(Side));
    else if (R->State == Custody::Owned)
      State = remember(State, stripCasts(Side), exposed(State, *R));
  }
  return State;
}

} // namespace custody
