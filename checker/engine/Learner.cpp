//===- Learner.cpp - What the paths of a unit teach -----------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/Learner.h"
#include "engine/Arguments.h"
#include "engine/Values.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramStateTrait.h"

using namespace clang;
using namespace ento;

/// Calls out of sight to which a value was passed; see Learner::Pass.
REGISTER_SET_WITH_PROGRAMSTATE(PassesOnPath, const void *)
/// Values that something out of sight may keep.
REGISTER_SET_WITH_PROGRAMSTATE(KeptOnPath, clang::ento::SymbolRef)
/// In how many places that outlive the function a value was stored.
REGISTER_MAP_WITH_PROGRAMSTATE(StoresOnPath, clang::ento::SymbolRef, unsigned)

namespace custody {

bool canOwn(QualType T) {
  return (T->isPointerType() && !T->isFunctionPointerType()) ||
         T->isSpecificBuiltinType(BuiltinType::Int);
}

SVal valueOf(SymbolRef S, ProgramStateRef State) {
  SValBuilder &B = State->getStateManager().getSValBuilder();
  return ento::Loc::isLocType(S->getType()) ? SVal(B.makeLoc(S))
                                            : SVal(nonloc::SymbolVal(S));
}

Signs signsOf(SVal V, ProgramStateRef State) {
  auto D = V.getAs<DefinedOrUnknownSVal>();
  if (!D || D->isUnknown())
    return AnySign;
  Signs S = 0;
  ConditionTruthVal Null = State->isNull(*D);
  if (!Null.isConstrainedFalse())
    S |= Zero;
  if (Null.isConstrainedTrue())
    return S;
  if (V.getAs<ento::Loc>())
    return S | Positive;
  SValBuilder &B = State->getStateManager().getSValBuilder();
  QualType T = V.getType(B.getContext());
  if (T.isNull() || !T->isIntegralOrEnumerationType())
    return AnySign;
  auto MayBe = [&](BinaryOperatorKind Op) {
    auto Condition =
        B.evalBinOp(State, Op, *D, B.makeZeroVal(T), B.getConditionType())
            .getAs<DefinedOrUnknownSVal>();
    return !Condition || State->assume(*Condition, true);
  };
  if (MayBe(BO_LT))
    S |= Negative;
  if (MayBe(BO_GT))
    S |= Positive;
  return S;
}

/// Sees to it that other units can know \p F as well.
const Family *Learner::note(const Family *F) {
  if (!F || F->From == Source::Shipped)
    return F;
  FamilyFacts &To = Learnt.Families[F->Name];
  To.Noun = F->Noun;
  To.Releasers.assign(F->Releasers.begin(), F->Releasers.end());
  To.Integer = F->Type == ValueType::Integer;
  To.Refcounted = F->Kind == FamilyKind::Refcounted;
  return F;
}

ProgramStateRef Learner::bound(SVal Loc, SVal Val, const Stmt *S,
                               ProgramStateRef State) {
  const MemRegion *R = Loc.getAsRegion();
  if (S)
    SeenStores.insert(S);
  if (!R)
    return State;
  SourceLocation At = S ? S->getBeginLoc() : SourceLocation();
  const auto *Typed = dyn_cast<TypedValueRegion>(R);
  QualType T = Typed ? Typed->getValueType() : QualType();
  if (!T.isNull() && T->isRecordType()) {
    storedWhole(T, Val, State, At);
    return State;
  }
  if (const ValueDecl *Container = elementIn(R)) {
    SeenFills.insert(S);
    storedAt(Names.elements(Container), originOf(Val, State), At);
  }
  // Where local variables got their values matters to nobody.
  const ValueDecl *D = storedIn(R);
  if (D && !T.isNull() && (T->isAnyPointerType() || canOwn(T)) &&
      !Names.place(D).empty())
    stored(D, originOf(Val, State), At);
  SymbolRef Sym = symbolOf(Val);
  if (!Sym || isLocal(R) || isPartOf(R, Sym))
    return State;
  const unsigned *Before = State->get<StoresOnPath>(Sym);
  return State->set<StoresOnPath>(Sym,
                                  std::min(2u, (Before ? *Before : 0) + 1));
}

ProgramStateRef Learner::called(const CallEvent &Call, const FunctionModel *M,
                                ProgramStateRef State) {
  const auto *F = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  auto PlaceGiven = [&](unsigned I) -> const ValueDecl * {
    QualType T = pointeeType(Call, I);
    return !T.isNull() && (T->isAnyPointerType() || canOwn(T))
               ? storedIn(Call.getArgSVal(I).getAsRegion())
               : nullptr;
  };
  if (M && isStated(M->From)) {
    for (const ArgEffect &E : M->Args)
      if (E.Action == ArgAction::WritesOwned && E.Index < Call.getNumArgs())
        if (const ValueDecl *D = PlaceGiven(E.Index)) {
          Origin From;
          From.K = Origin::Owned;
          From.MayFail = true;
          if (note(E.Fam))
            From.Name = E.Fam->Name;
          stored(D, E.Fam ? From : Origin(), Call.getSourceRange().getBegin());
        }
    return State;
  }
  Symbol Callee;
  if (F) {
    if (F->getBuiltinID() || isa<CXXConstructorDecl>(F) ||
        isa<CXXDestructorDecl>(F) || F->isOverloadedOperator())
      return State;
    const auto *Written =
        dyn_cast_or_null<CXXMemberCallExpr>(Call.getOriginExpr());
    const auto *Member =
        Written ? dyn_cast<MemberExpr>(Written->getCallee()->IgnoreParens())
                : nullptr;
    Callee =
        Member && Member->hasQualifier() ? Names.function(F) : Names.called(F);
  } else if (const auto *E = dyn_cast_or_null<CallExpr>(Call.getOriginExpr())) {
    Callee = Names.calledThrough(E->getCallee());
  }
  if (Callee.empty())
    return State;
  Learnt.Calls.insert(Callee);
  SymbolRef Result = symbolOf(Call.getReturnValue());
  if (Result)
    Gifts.try_emplace(Result, Gift{Callee, std::nullopt});
  for (unsigned I = 0; I < Call.getNumArgs(); ++I) {
    SVal V = Call.getArgSVal(I);
    QualType T = pointeeType(Call, I);
    if (auto L = V.getAs<ento::Loc>();
        L && !T.isNull() && !T.isConstQualified() && canOwn(T)) {
      if (SymbolRef Given = symbolOf(State->getSVal(*L, T)))
        if (isa<SymbolConjured>(Given) || isa<SymbolDerived>(Given))
          Gifts.try_emplace(Given, Gift{Callee, I});
      if (const ValueDecl *D = PlaceGiven(I)) {
        Origin From;
        From.K = Origin::Out;
        From.Name = Callee;
        From.Index = I;
        From.MayFail = true;
        stored(D, From, Call.getSourceRange().getBegin());
      }
    }
    SymbolRef Sym = symbolOf(V);
    if (!Sym || (!V.getAs<ento::Loc>() && !canOwn(Sym->getType())))
      continue;
    Passing To;
    To.Callee = Callee;
    To.Arg = I;
    QualType Param = parameterType(Call, I);
    To.OnlyLooks =
        !V.getAs<ento::Loc>() || (!Param.isNull() && Param->isPointerType() &&
                                  Param->getPointeeType().isConstQualified());
    if (M) {
      const ArgEffect *E = M->effectOn(I);
      if (E && E->Action == ArgAction::Releases && !E->Indirect && note(E->Fam))
        To.Otherwise = E->Fam->Name;
      To.OnlyLooks |= M->actionOn(I) == ArgAction::Uses;
    }
    const Pass &P = *Passes.insert({Sym, Result, std::move(To)}).first;
    State = State->add<PassesOnPath>(&P);
  }
  return State;
}

ProgramStateRef Learner::escaped(ProgramStateRef State,
                                 const InvalidatedSymbols &Symbols,
                                 const CallEvent *Call, const FunctionModel *M,
                                 PointerEscapeKind Kind) {
  for (SymbolRef Sym : Symbols) {
    if (Call) {
      bool Direct = false, Keeps = false;
      for (unsigned I = 0; I < Call->getNumArgs(); ++I)
        if (symbolOf(Call->getArgSVal(I)) == Sym) {
          Direct = true;
          Keeps |= M && M->actionOn(I) == ArgAction::Keeps && isStated(M->From);
        }
      // Those that are passed themselves are followed: see `called`.
      if (Direct ? !Keeps : Kind == PSK_DirectEscapeOnCall)
        continue;
      if (!Direct && M)
        continue;
    } else if (State->get<StoresOnPath>(Sym)) {
      continue; // Counted.
    }
    State = State->add<KeptOnPath>(Sym);
  }
  return State;
}

void Learner::keepAlive(ProgramStateRef State, SymbolReaper &Reaper) const {
  // Whether a parameter was null is asked at the end.
  for (const PartAtCall &P : Parameters)
    Reaper.markLive(P.Value);
  for (const auto &Entry : allRecords(State))
    if (partOf(Entry.first))
      Reaper.markLive(Entry.first);
  // What a call returned decides over what it has done.
  for (const void *P : State->get<PassesOnPath>())
    if (SymbolRef Result = static_cast<const Pass *>(P)->Result)
      Reaper.markLive(Result);
}

/// The index of the parameter whose value at the call \p S is.
std::optional<unsigned> Learner::parameter(SymbolRef S) const {
  const auto *Value = dyn_cast_or_null<SymbolRegionValue>(S);
  const auto *Region =
      Value ? dyn_cast<VarRegion>(Value->getRegion()) : nullptr;
  const auto *P = Region ? dyn_cast<ParmVarDecl>(Region->getDecl()) : nullptr;
  if (!P || !Current || Region->getStackFrame() != Top ||
      P->getFunctionScopeIndex() >= Current->getNumParams())
    return std::nullopt;
  return P->getFunctionScopeIndex();
}

/// The part of a parameter whose value at the call \p S is.
std::optional<Part> Learner::partOf(SymbolRef S) const {
  if (auto Index = parameter(S))
    return Part{*Index, ""};
  const auto *Value = dyn_cast_or_null<SymbolRegionValue>(S);
  if (!Value)
    return std::nullopt;
  const MemRegion *R = Value->getRegion();
  std::string Of = "*";
  if (const auto *Field = dyn_cast<FieldRegion>(R)) {
    if (!Field->getDecl()->getIdentifier())
      return std::nullopt;
    Of = "." + Field->getDecl()->getName().str();
    R = Field->getSuperRegion();
  } else if (const auto *Element = dyn_cast<ElementRegion>(R)) {
    if (!Element->getIndex().isZeroConstant())
      return std::nullopt;
    R = Element->getSuperRegion();
  }
  if (const auto *Element = dyn_cast<ElementRegion>(R);
      Element && Element->getIndex().isZeroConstant())
    R = Element->getSuperRegion(); // A cast.
  const auto *Base = dyn_cast<SymbolicRegion>(R);
  auto Index = Base ? parameter(stripCasts(Base->getSymbol())) : std::nullopt;
  if (!Index)
    return std::nullopt;
  return Part{*Index, Of};
}

Origin Learner::originOf(SVal V, ProgramStateRef State) {
  Origin O;
  if (const FunctionDecl *F = V.getAsFunctionDecl()) {
    O.K = Origin::Function;
    O.Name = Names.function(F);
    return O;
  }
  auto D = V.getAs<DefinedOrUnknownSVal>();
  if (numberOf(V) ||
      (D && !D->isUnknown() && State->isNull(*D).isConstrainedTrue())) {
    O.K = Origin::Null;
    return O;
  }
  Target T = classify(V, State);
  if (T.K != Target::Symbol || !T.atStart())
    return O;
  bool Pointer = bool(V.getAs<ento::Loc>());
  bool NonNull = D && State->isNull(*D).isConstrainedFalse();
  const Record *Known = lookUp(State, T.Sym);
  auto Given = Gifts.find(T.Sym);
  if (Known) {
    Record R = resolved(State, *Known);
    if (!R.From || !R.Fam || !R.Fam->leakMatters() ||
        (R.State != Custody::Owned && R.State != Custody::Escaped))
      return O;
    bool Exists =
        Pointer ? NonNull
                : !R.Exists.Sym || evaluate(State, R.Exists) == Holds::Yes;
    O.MayFail = !Exists;
    O.K = Origin::Owned;
    O.Name = note(R.Fam)->Name;
    if (R.From->From != Source::Inferred || Given == Gifts.end())
      return O;
    O.Otherwise = O.Name;
  } else if (auto Index = parameter(T.Sym)) {
    O.K = Origin::Param;
    O.Index = *Index;
    return O;
  } else if (Given == Gifts.end()) {
    return O;
  } else {
    O.MayFail = !NonNull;
  }
  O.K = Given->second.Arg ? Origin::Out : Origin::Result;
  O.Name = Given->second.Callee;
  O.Index = Given->second.Arg.value_or(0);
  return O;
}

Origin Learner::exclusive(SVal V, ProgramStateRef State, unsigned Stores) {
  Origin O = originOf(V, State);
  if (O.K == Origin::Null || O.K == Origin::Param || O.K == Origin::Function)
    return O;
  SymbolRef Sym = symbolOf(V);
  if (!Sym)
    return Origin();
  const unsigned *Count = State->get<StoresOnPath>(Sym);
  if (State->contains<KeptOnPath>(Sym) || (Count && *Count > Stores))
    return Origin();
  // Escaped, and not in a way that is written down.
  const Record *R = lookUp(State, Sym);
  if (R && R->State == Custody::Escaped && !Count &&
      passings(Sym, nullptr, State).empty())
    return Origin();
  return O;
}

std::vector<Passing> Learner::passings(SymbolRef S, SymbolRef Returned,
                                       ProgramStateRef State) const {
  std::vector<Passing> All;
  for (const void *Raw : State->get<PassesOnPath>()) {
    const auto *P = static_cast<const Pass *>(Raw);
    if (P->What != S)
      continue;
    Passing To = P->To;
    if (P->Result) {
      To.Returned = signsOf(valueOf(P->Result, State), State);
      To.IsResult = P->Result == Returned;
    }
    All.push_back(std::move(To));
  }
  llvm::sort(All);
  return All;
}

llvm::SmallVector<SymbolRef, 8> Learner::passed(ProgramStateRef State) const {
  llvm::SmallVector<SymbolRef, 8> All;
  for (const void *P : State->get<PassesOnPath>())
    All.push_back(static_cast<const Pass *>(P)->What);
  return All;
}

bool Learner::isKept(SymbolRef S, ProgramStateRef State) const {
  return State->get<StoresOnPath>(S) || State->contains<KeptOnPath>(S);
}

} // namespace custody
