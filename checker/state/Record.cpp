//===- Record.cpp - What is known of one symbol on one path ---------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "state/Record.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramStateTrait.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SValBuilder.h"

using namespace clang;
using namespace ento;

REGISTER_MAP_WITH_PROGRAMSTATE(CustodyRecords, SymbolRef, custody::Record)
REGISTER_MAP_WITH_PROGRAMSTATE(CustodyHoldings, const MemRegion *, SymbolRef)
REGISTER_TRAIT_WITH_PROGRAMSTATE(CustodyStandardClosed, bool)
REGISTER_SET_WITH_PROGRAMSTATE(CustodyStoredTypes, const clang::Type *)

namespace custody {

bool Record::operator==(const Record &O) const {
  return State == O.State && Fam == O.Fam && From == O.From && By == O.By &&
         Exists == O.Exists && Done == O.Done && Before == O.Before &&
         Size == O.Size && Align == O.Align && Lives == O.Lives &&
         Lender == O.Lender && OwnerSym == O.OwnerSym &&
         OwnerRegion == O.OwnerRegion &&
         OverwroteIfFailed == O.OverwroteIfFailed && ReadOnly == O.ReadOnly &&
         OutOfStockSight == O.OutOfStockSight && SoftOwner == O.SoftOwner &&
         NewSize == O.NewSize && ResizedTo == O.ResizedTo &&
         Inside == O.Inside && References == O.References &&
         Cleanup == O.Cleanup && Trimmed == O.Trimmed && Shown == O.Shown &&
         Kept == O.Kept && Within == O.Within && StartOf == O.StartOf &&
         Floats == O.Floats;
}

void Record::Profile(llvm::FoldingSetNodeID &ID) const {
  ID.AddInteger(static_cast<unsigned>(State));
  ID.AddPointer(Fam);
  ID.AddPointer(From);
  ID.AddPointer(By);
  ID.AddPointer(Exists.Sym);
  ID.AddInteger(static_cast<unsigned>(Exists.When));
  ID.AddPointer(Done.Sym);
  ID.AddInteger(static_cast<unsigned>(Done.When));
  ID.AddInteger(static_cast<unsigned>(Before));
  Size.Profile(ID);
  Align.Profile(ID);
  ID.AddPointer(Lives);
  ID.AddPointer(Lender);
  ID.AddPointer(OwnerSym);
  ID.AddPointer(OwnerRegion);
  ID.AddPointer(OverwroteIfFailed);
  ID.AddBoolean(Floats);
  ID.AddBoolean(ReadOnly);
  ID.AddBoolean(OutOfStockSight);
  ID.AddBoolean(SoftOwner);
  ID.AddPointer(NewSize);
  ID.AddPointer(ResizedTo);
  ID.AddPointer(Inside);
  ID.AddInteger(References);
  ID.AddPointer(Cleanup);
  Trimmed.Profile(ID);
  ID.AddBoolean(Shown);
  ID.AddPointer(Kept.Sym);
  ID.AddInteger(static_cast<unsigned>(Kept.When));
  ID.AddPointer(Within);
  ID.AddPointer(StartOf);
}

const Record *lookUp(ProgramStateRef State, SymbolRef S) {
  return S ? State->get<CustodyRecords>(S) : nullptr;
}

ProgramStateRef remember(ProgramStateRef State, SymbolRef S, const Record &R) {
  const Record *Old = State->get<CustodyRecords>(S);
  return Old && *Old == R ? State : State->set<CustodyRecords>(S, R);
}

ProgramStateRef forget(ProgramStateRef State, SymbolRef S) {
  return State->get<CustodyRecords>(S) ? State->remove<CustodyRecords>(S)
                                       : State;
}

ProgramStateRef forget(ProgramStateRef State,
                       llvm::ArrayRef<SymbolRef> Symbols) {
  if (Symbols.empty())
    return State;
  RecordMap Left = State->get<CustodyRecords>();
  auto &Factory = State->get_context<CustodyRecords>();
  for (SymbolRef S : Symbols)
    Left = Factory.remove(Left, S);
  return State->set<CustodyRecords>(Left);
}

RecordMap allRecords(ProgramStateRef State) {
  return State->get<CustodyRecords>();
}

SymbolRef heldBy(ProgramStateRef State, const MemRegion *R) {
  if (!R)
    return nullptr;
  const SymbolRef *S = State->get<CustodyHoldings>(R);
  return S ? *S : nullptr;
}

ProgramStateRef hold(ProgramStateRef State, const MemRegion *R, SymbolRef S) {
  return State->set<CustodyHoldings>(R, S);
}

ProgramStateRef letGo(ProgramStateRef State, const MemRegion *R) {
  return State->get<CustodyHoldings>(R) ? State->remove<CustodyHoldings>(R)
                                        : State;
}

HoldingMap allHoldings(ProgramStateRef State) {
  return State->get<CustodyHoldings>();
}

Holds evaluate(ProgramStateRef State, const Guard &G) {
  if (!G.Sym || G.When == Success::Always)
    return Holds::Yes;
  SValBuilder &B = State->getStateManager().getSValBuilder();
  QualType T = G.Sym->getType();
  // A comparison of the symbol with a constant, as the programmer would write.
  auto Against = [&](BinaryOperatorKind Op, int64_t Value) {
    SVal Sym = Loc::isLocType(T) ? SVal(B.makeLoc(G.Sym))
                                 : SVal(nonloc::SymbolVal(G.Sym));
    SVal Const = Loc::isLocType(T) && Value == 0
                     ? SVal(B.makeNullWithType(T))
                     : (Loc::isLocType(T)
                            ? SVal(B.makeIntLocVal(llvm::APSInt(
                                  llvm::APInt(B.getContext().getTypeSize(T),
                                              static_cast<uint64_t>(Value),
                                              /*isSigned=*/true),
                                  /*isUnsigned=*/true)))
                            : SVal(B.makeIntVal(Value, T)));
    return B.evalBinOp(State, Op, Sym, Const, B.getConditionType())
        .getAs<DefinedOrUnknownSVal>();
  };
  auto Decide = [&](BinaryOperatorKind Op, int64_t Value) {
    auto Cond = Against(Op, Value);
    if (!Cond)
      return Holds::Maybe;
    auto [CanHold, CanFail] = State->assume(*Cond);
    if (bool(CanHold) == bool(CanFail))
      return Holds::Maybe;
    return CanHold ? Holds::Yes : Holds::No;
  };
  // What is asked most, and of plain symbols: their range alone can tell. To
  // try an assumption makes states, and this is asked at every step.
  bool AsksForZero = G.When == Success::NonNull || G.When == Success::Zero;
  if (AsksForZero && isa<SymbolData>(G.Sym)) {
    ConditionTruthVal Null =
        State->getStateManager().getConstraintManager().isNull(State, G.Sym);
    if (Null.isUnderconstrained())
      return Holds::Maybe;
    return Null.isConstrainedTrue() == (G.When == Success::Zero) ? Holds::Yes
                                                                 : Holds::No;
  }
  switch (G.When) {
  case Success::Always:
    return Holds::Yes;
  case Success::NonNull:
    return Decide(BO_NE, 0);
  case Success::Zero:
    return Decide(BO_EQ, 0);
  case Success::NotMinusOne:
    return Decide(BO_NE, -1);
  case Success::NonNegative:
    return T->isUnsignedIntegerOrEnumerationType() ? Decide(BO_NE, -1)
                                                   : Decide(BO_GE, 0);
  case Success::Positive:
    return Decide(BO_GT, 0);
  case Success::One:
    return Decide(BO_EQ, 1);
  case Success::Never:
    return Holds::No;
  }
  return Holds::Maybe;
}

/// True if \p Sym \p Op \p Value is possible on this path.
static bool possible(ProgramStateRef State, SymbolRef Sym,
                     BinaryOperatorKind Op, int64_t Value) {
  SValBuilder &B = State->getStateManager().getSValBuilder();
  auto Cond =
      B.evalBinOp(State, Op, nonloc::SymbolVal(Sym),
                  B.makeIntVal(Value, Sym->getType()), B.getConditionType())
          .getAs<DefinedOrUnknownSVal>();
  return !Cond || State->assume(*Cond, true);
}

bool mayExceed(ProgramStateRef State, SymbolRef Sym, int64_t Value) {
  return possible(State, Sym, BO_GT, Value);
}

bool mayBeAtMost(ProgramStateRef State, SymbolRef Sym, int64_t Value) {
  return possible(State, Sym, BO_LE, Value);
}

Record resolved(ProgramStateRef State, const Record &R) {
  if (!R.Done.Sym ||
      (R.State != Custody::Adopted && R.State != Custody::Resized &&
       R.State != Custody::Released))
    return R;
  Record Now = R;
  switch (evaluate(State, R.Done)) {
  case Holds::Maybe:
    return R;
  case Holds::Yes:
    if (R.State == Custody::Resized) {
      Now.State = Custody::Released;
      Now.ResizedTo = R.Done.Sym;
    }
    break;
  case Holds::No:
    if (R.State == Custody::Released) {
      // A release that failed: the value is in nobody's certain custody, unless
      // it is known that nothing happened to it.
      Now.State = R.Before == Custody::Unknown ? Custody::Escaped : R.Before;
      Now.By = nullptr;
      break;
    }
    if (R.State == Custody::Resized && R.NewSize &&
        evaluate(State, {R.NewSize, Success::Zero}) == Holds::Yes) {
      Now.State = Custody::Released;
      break;
    }
    Now.State = R.Before;
    Now.By = nullptr;
    Now.OwnerSym = nullptr;
    Now.OwnerRegion = nullptr;
    break;
  }
  Now.Done = Guard();
  return Now;
}

Record exposed(ProgramStateRef State, const Record &R) {
  Record Now = resolved(State, R);
  Now.State = transition(Now.State, EventKind::Escape, true).Next;
  // Should the owner let go, or the resize fail, it is still out of sight.
  if (Now.State != Custody::Escaped && Now.Before == Custody::Owned)
    Now.Before = Custody::Escaped;
  return Now;
}

bool storedOutOfSight(ProgramStateRef State, QualType T) {
  return State->contains<CustodyStoredTypes>(T.getCanonicalType().getTypePtr());
}

ProgramStateRef storeOutOfSight(ProgramStateRef State, QualType T) {
  return State->add<CustodyStoredTypes>(T.getCanonicalType().getTypePtr());
}

bool standardClosed(ProgramStateRef State) {
  return State->get<CustodyStandardClosed>();
}

ProgramStateRef closeStandard(ProgramStateRef State) {
  return State->set<CustodyStandardClosed>(true);
}

} // namespace custody
