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

using namespace clang;
using namespace ento;

namespace custody {
namespace {

constexpr int64_t LastStandardDescriptor = 2;

} // namespace

void Engine::keepAlive(ProgramStateRef State, SymbolReaper &Reaper) const {
  // A status that decides whether a value exists must outlive its variable.
  for (const auto &Entry : allRecords(State))
    for (SymbolRef Status :
         {Entry.second.Exists.Sym, Entry.second.Done.Sym, Entry.second.NewSize})
      if (Status && Status != Entry.first && !lookUp(State, Status))
        Reaper.markLive(Status);
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
  // Programs that close only what lies above the standard descriptors, or test
  // for `> 0`, mean no leak of those.
  if (Exists && R.Exists.Sym == Sym && R.Exists.When == Success::NonNegative)
    Exists = mayExceed(P.State, Sym, LastStandardDescriptor);
  // Zero is no handle; it may be a descriptor.
  if (Exists && (Sym->getType()->isPointerType() ||
                 (R.Fam && R.Fam->From == Source::Attribute)))
    Exists = evaluate(P.State, {Sym, Success::NonNull}) != Holds::No;
  Step S = transition(R.State, EventKind::Die, true);
  bool WithContainer = R.Inside && lookUp(P.State, R.Inside) &&
                       lookUp(P.State, R.Inside)->State == Custody::Owned;
  if (S.What == Verdict::Lost && Exists && R.From && !WithContainer &&
      (!R.Fam || R.Fam->leakMatters())) {
    F.What = Defect::Lost;
    F.Before = R;
    reportLoss(F, P, Node);
  }
  Forget();
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
    // Reports come in the order of the symbols' birth on every run.
    llvm::sort(Candidates, [](const auto &A, const auto &B) {
      return compat::symbolId(A.first) < compat::symbolId(B.first);
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
    for (const auto &Entry : allRecords(P.State))
      if (Entry.second.Done.Sym && Reaper.isDead(Entry.second.Done.Sym)) {
        Record R = resolved(P.State, Entry.second);
        R.Done = Guard();
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
  if (P.Stopped || !P.C.inTopFrame())
    return;
  ExplodedNode *Node = P.C.getPredecessor();
  ExplodedNode *Start = Node;
  for (const auto &Entry : allRecords(P.State))
    if (Entry.second.OverwroteIfFailed) {
      Record Copy = Entry.second;
      settle(Entry.first, Copy, /*IsDead=*/false, nullptr, P, Node);
    }
  if (Node != Start)
    P.C.addTransition(P.State, Node);
}

ProgramStateRef Engine::escaped(ProgramStateRef State,
                                const InvalidatedSymbols &Symbols,
                                const CallEvent *Call, PointerEscapeKind Kind) {
  if (allRecords(State).isEmpty())
    return State;
  const auto *F =
      Call ? dyn_cast_or_null<FunctionDecl>(Call->getDecl()) : nullptr;
  const FunctionModel *M = F ? Models.function(F) : nullptr;
  // A placement new of the program's own may keep or release what it is given.
  if (M && isa<CXXAllocatorCall>(Call) &&
      !F->isReservedGlobalPlacementOperator())
    M = nullptr;
  bool Shallow = Call && isa<CXXDeallocatorCall>(Call);
  if (M)
    for (const ArgEffect &E : M->Args)
      if (E.Action == ArgAction::Releases)
        Shallow |= E.Fam && E.Fam->Shallow;
  // A container keeps and releases what it holds, not itself.
  SymbolRef Itself = nullptr;
  if (const auto *Method = dyn_cast_or_null<CXXMethodDecl>(F))
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
      bool Direct = false;
      ArgAction Action = ArgAction::Uses;
      for (unsigned I = 0; I < Call->getNumArgs(); ++I)
        if (symbolOf(Call->getArgSVal(I)) == Sym) {
          Direct = true;
          Action = M->actionOn(I);
          if (Action == ArgAction::Keeps)
            break;
        }
      if (Direct ? Action != ArgAction::Keeps : Shallow)
        continue;
    } else if (Shallow) {
      continue;
    }
    Record Next = *R;
    Next.State = transition(R->State, EventKind::Escape, true).Next;
    if (Next.State != R->State)
      State = remember(State, Sym, Next);
  }
  return State;
}

ProgramStateRef Engine::regionsChanged(ProgramStateRef State,
                                       ArrayRef<const MemRegion *> Regions,
                                       const CallEvent *Call) {
  if (!Call || allHoldings(State).isEmpty())
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
    if (!R || R->State != Custody::Owned)
      continue;
    Record Next = *R;
    Next.State = transition(R->State, EventKind::Escape, true).Next;
    State = remember(State, stripCasts(Side), Next);
  }
  return State;
}

void Engine::bound(SVal Loc, SVal Val, Path &P) {
  const MemRegion *Region = Loc.getAsRegion();
  if (!Region || allRecords(P.State).isEmpty())
    return;
  SymbolRef Sym = symbolOf(Val);
  if (guardedPlaces(P.State).contains(Region)) {
    apply({EventKind::Escape, Val}, P);
    return;
  }
  const Record *New = lookUp(P.State, Sym);
  const auto *Typed = dyn_cast<TypedValueRegion>(Region);
  QualType Type;
  if (Typed)
    Type = Typed->getValueType();
  else if (const auto *Pointee = dyn_cast<SymbolicRegion>(Region)) // *p = ...
    Type = Pointee->getSymbol()->getType()->getPointeeType();
  bool Scalar = !Type.isNull() &&
                (Type->isPointerType() || Type->isIntegralOrEnumerationType());
  SymbolRef Old =
      Scalar ? symbolOf(P.State->getSVal(Loc.castAs<ento::Loc>(), Type))
             : nullptr;

  // An owner's field is overwritten: it lets go of what it had.
  if (Old && Old != Sym)
    if (const Record *R = lookUp(P.State, Old))
      if (R->SoftOwner && R->State == Custody::Adopted && R->OwnerRegion &&
          (Region == R->OwnerRegion || Region->isSubRegionOf(R->OwnerRegion)) &&
          !insideModelled(P.C.getLocationContext())) {
        Record Next = *R;
        Next.State = R->From ? Custody::Owned : Custody::Escaped;
        Next.OwnerRegion = nullptr;
        Next.SoftOwner = false;
        P.State = remember(P.State, Old, Next);
      }
  if (!New)
    return;

  // p = realloc(p, n): the old value goes with its variable.
  if (Old && Old != Sym && !New->OverwroteIfFailed) {
    const Record *R = lookUp(P.State, Old);
    bool CallersCopy = false;
    if (const auto *Value = dyn_cast<SymbolRegionValue>(Old))
      if (const auto *V = dyn_cast<VarRegion>(Value->getRegion()))
        CallersCopy = V == Region && isa<ParmVarDecl>(V->getDecl());
    // So is a local copy of what had been stored elsewhere before.
    CallersCopy |= R && R->Before == Custody::Escaped && isLocal(Region);
    if (R && R->State == Custody::Resized && R->Done.Sym == Sym &&
        R->Done.When != Success::Always && !CallersCopy &&
        evaluate(P.State, R->Done) == Holds::Maybe) {
      Record Next = *New;
      Next.OverwroteIfFailed = Old;
      P.State = remember(P.State, Sym, Next);
      New = lookUp(P.State, Sym);
    }
  }

  if (insideModelled(P.C.getLocationContext()))
    return;

  // A union's members are one value under several names, of which the analyzer
  // follows only the one that was written.
  for (const MemRegion *R = Region; const auto *F = dyn_cast<FieldRegion>(R);
       R = F->getSuperRegion())
    if (F->getDecl()->getParent()->isUnion()) {
      apply({EventKind::Escape, Val}, P);
      return;
    }

  // A variable with a cleanup function owns what it is given.
  if (const auto *V = dyn_cast<VarRegion>(Region))
    if (const auto *A = V->getDecl()->getAttr<CleanupAttr>()) {
      Deleter D = Releases.ofFunction(A->getFunctionDecl());
      const Actor *By =
          actor(Actor(A->getFunctionDecl()->getNameAsString(), D.Fam, true));
      if (D.Fam)
        apply({EventKind::Adopt, Val, By, D.Fam, UndefinedVal(), UndefinedVal(),
               1, Region, /*SoftOwner=*/true},
              P);
      else
        apply({EventKind::Escape, Val}, P);
      return;
    }

  // A field that its class's destructor releases.
  if (const auto *F = dyn_cast<FieldRegion>(Region))
    if (const auto *Owned = Releases.ownedField(F->getDecl())) {
      if (New->State == Custody::Owned || New->State == Custody::Escaped) {
        apply({EventKind::Adopt, Val, userOwner(*Owned), Owned->Fam,
               UndefinedVal(), UndefinedVal(), 1, Region,
               /*SoftOwner=*/true},
              P);
        return;
      }
      if (New->State == Custody::Adopted && New->SoftOwner) {
        Record Next = *New;
        Next.OwnerRegion = Region;
        P.State = remember(P.State, Sym, Next);
        return;
      }
    }

  // Stored in memory that is itself owned.
  if (New->State == Custody::Owned) {
    const auto *Base = dyn_cast<SymbolicRegion>(Region->getBaseRegion());
    SymbolRef Outer = Base ? stripCasts(Base->getSymbol()) : nullptr;
    const Record *OuterRecord = lookUp(P.State, Outer);
    bool Nested =
        OuterRecord && OuterRecord->State == Custody::Owned && Outer != Sym;
    if (Nested && New->Inside != Outer) {
      Record Next = *New;
      Next.Inside = Outer;
      P.State = remember(P.State, Sym, Next);
    }
  }
}

} // namespace custody
