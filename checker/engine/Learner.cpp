//===- Learner.cpp - What the paths of a unit teach -----------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/Learner.h"
#include "engine/Arguments.h"
#include "engine/Values.h"
#include "model/Deleters.h"
#include "plugin/Compat.h"
#include "clang/AST/RecursiveASTVisitor.h"
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
namespace {

/// True for a bit field without a name, which no initializer counts.
bool isPadding(const FieldDecl *F) {
  return F->isBitField() && !F->getDeclName();
}

/// True for what can be a pointer to something owned, or a descriptor.
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

} // namespace

//===----------------------------------------------------------------------===//
// Places
//===----------------------------------------------------------------------===//

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

void Learner::stored(const ValueDecl *Where, Origin From, SourceLocation At) {
  const PlaceName &P = Names.place(Where);
  if (P.empty())
    return;
  auto &Origins = Learnt.Stored[P];
  if (!Origins.count(From))
    Origins.emplace(std::move(From), Names.where(At));
}

void Learner::learnInitializer(const ValueDecl *D, const Expr *Init) {
  Init = Init->IgnoreParenCasts();
  QualType T = D->getType();
  if (const auto *List = dyn_cast<InitListExpr>(Init)) {
    const RecordDecl *R = List->getType()->getAsRecordDecl();
    if (!R || !R->getDefinition() || R->isUnion()) {
      for (const Expr *One : List->inits())
        learnInitializer(D, One);
      return;
    }
    unsigned I = 0;
    if (const auto *C = dyn_cast<CXXRecordDecl>(R))
      I = C->isCompleteDefinition() ? C->getNumBases() : 0;
    for (const FieldDecl *F : R->fields())
      if (!isPadding(F) && I < List->getNumInits())
        learnInitializer(F, List->getInit(I++));
    return;
  }
  if (!T->isAnyPointerType() && !T->isArrayType())
    return;
  Origin From;
  if (const FunctionDecl *F = functionNamedBy(Init)) {
    From.K = Origin::Function;
    From.Name = Names.function(F);
  } else if (isa<ImplicitValueInitExpr>(Init) ||
             Init->isNullPointerConstant(Ctx,
                                         Expr::NPC_ValueDependentIsNotNull)) {
    From.K = Origin::Null;
  }
  stored(D, std::move(From), Init->getExprLoc());
}

void Learner::learnClass(const CXXRecordDecl *C) {
  if (C->isDependentContext())
    return;
  for (const CXXMethodDecl *M : C->methods()) {
    if (!M->isVirtual() || isa<CXXDestructorDecl>(M))
      continue;
    const Symbol &Name = Names.function(M);
    if (compat::isPure(M))
      Learnt.Pure.insert(Name);
    for (const CXXMethodDecl *Base : M->overridden_methods())
      Learnt.Overriders[Names.function(Base)].insert(Name);
  }
}

namespace {

/// Functions whose address somebody takes: they can be called out of sight.
struct AddressTaken : RecursiveASTVisitor<AddressTaken> {
  llvm::DenseSet<const Decl *> Found;
  llvm::SmallPtrSet<const Expr *, 8> Callees;

  bool VisitCallExpr(CallExpr *E) {
    Callees.insert(E->getCallee()->IgnoreParenImpCasts());
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    if (const auto *F = dyn_cast<FunctionDecl>(E->getDecl()))
      if (!Callees.erase(E))
        Found.insert(F->getCanonicalDecl());
    return true;
  }
};

} // namespace

void Learner::declarations(const TranslationUnitDecl *TU) {
  const SourceManager &SM = Ctx.getSourceManager();
  auto Walk = [&](auto &Self, const DeclContext *In) -> void {
    for (const Decl *D : In->decls()) {
      if (SM.isInSystemHeader(SM.getExpansionLoc(D->getLocation())))
        continue;
      if (const auto *V = dyn_cast<VarDecl>(D))
        if (V->hasGlobalStorage() && V->hasInit() &&
            !V->getType()->isDependentType() &&
            !V->getInit()->isValueDependent())
          learnInitializer(V, V->getInit());
      if (const auto *C = dyn_cast<CXXRecordDecl>(D))
        if (C->isThisDeclarationADefinition())
          learnClass(C);
      if (isa<NamespaceDecl>(D) || isa<LinkageSpecDecl>(D) ||
          isa<RecordDecl>(D))
        Self(Self, cast<DeclContext>(D));
    }
  };
  Walk(Walk, TU);
  AddressTaken Taken;
  Taken.TraverseDecl(const_cast<TranslationUnitDecl *>(TU));
  Pointed = std::move(Taken.Found);
}

void Learner::loaded(const MemRegion *From) {
  const ValueDecl *D = storedIn(From);
  if (!D || !Loaded.insert(D).second)
    return;
  QualType T = D->getType();
  if (const ArrayType *A = Ctx.getAsArrayType(T))
    T = A->getElementType();
  const PlaceName &P = Names.place(D);
  if (!P.empty() && (canOwn(T) || T->isFunctionPointerType()))
    Learnt.Reads.insert(P);
}

namespace {

/// What may be stored in code that no path led through: the analyzer does not
/// go through a loop for ever, nor through every way of a long function.
struct UnseenStores : RecursiveASTVisitor<UnseenStores> {
  const llvm::DenseSet<const Stmt *> &Seen;
  const SourceManager &SM;
  llvm::SmallPtrSet<const Expr *, 8> Arguments;
  std::vector<std::pair<const ValueDecl *, SourceLocation>> Found;

  UnseenStores(const llvm::DenseSet<const Stmt *> &Seen,
               const SourceManager &SM)
      : Seen(Seen), SM(SM) {}

  bool TraverseDecl(Decl *D) {
    if (D && !isa<TranslationUnitDecl>(D) &&
        SM.isInSystemHeader(SM.getExpansionLoc(D->getLocation())))
      return true;
    return RecursiveASTVisitor::TraverseDecl(D);
  }
  void found(const Expr *Where) {
    Where = Where->IgnoreParenImpCasts();
    while (const auto *Element = dyn_cast<ArraySubscriptExpr>(Where))
      Where = Element->getBase()->IgnoreParenImpCasts();
    if (const auto *Member = dyn_cast<MemberExpr>(Where))
      Found.push_back({Member->getMemberDecl(), Where->getExprLoc()});
    else if (const auto *Ref = dyn_cast<DeclRefExpr>(Where))
      Found.push_back({Ref->getDecl(), Where->getExprLoc()});
  }
  bool VisitBinaryOperator(BinaryOperator *E) {
    if (E->isAssignmentOp() && !Seen.count(E))
      found(E->getLHS());
    return true;
  }
  bool VisitCallExpr(CallExpr *E) {
    for (const Expr *Arg : E->arguments())
      Arguments.insert(Arg->IgnoreParenCasts());
    return true;
  }
  bool VisitUnaryOperator(UnaryOperator *E) {
    // What calls do with it is followed.
    if (E->getOpcode() == UO_AddrOf && !Arguments.count(E))
      found(E->getSubExpr());
    return true;
  }
};

} // namespace

void Learner::finish(const TranslationUnitDecl *TU) {
  UnseenStores Unseen(SeenStores, Ctx.getSourceManager());
  Unseen.TraverseDecl(const_cast<TranslationUnitDecl *>(TU));
  for (const auto &[Where, At] : Unseen.Found) {
    QualType T = Where->getType();
    if (const ArrayType *A = Ctx.getAsArrayType(T))
      T = A->getElementType();
    if (T->isAnyPointerType() || canOwn(T))
      stored(Where, Origin(), At);
  }
}

/// All fields of an object of type \p T get their values at once.
void Learner::storedWhole(QualType T, SVal Val, ProgramStateRef State,
                          SourceLocation At) {
  auto Values = Val.getAs<nonloc::CompoundVal>();
  const RecordDecl *R = T.isNull() ? nullptr : T->getAsRecordDecl();
  if (!Values || !R || !(R = R->getDefinition()) || R->isUnion())
    return;
  if (const auto *C = dyn_cast<CXXRecordDecl>(R); C && C->getNumBases())
    return;
  auto Value = Values->begin();
  for (const FieldDecl *F : R->fields()) {
    if (isPadding(F))
      continue;
    if (Value == Values->end())
      break;
    if (F->getType()->isAnyPointerType() || canOwn(F->getType()))
      stored(F, originOf(*Value, State), At);
    else
      storedWhole(F->getType(), *Value, State, At);
    ++Value;
  }
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
  const ValueDecl *D = storedIn(R);
  if (D && !T.isNull() && (T->isAnyPointerType() || canOwn(T)))
    stored(D, originOf(Val, State), At);
  SymbolRef Sym = symbolOf(Val);
  if (!Sym || isLocal(R))
    return State;
  const unsigned *Before = State->get<StoresOnPath>(Sym);
  return State->set<StoresOnPath>(Sym,
                                  std::min(2u, (Before ? *Before : 0) + 1));
}

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

bool Learner::teaches(const FunctionDecl *F) {
  // Its callers have shown what it does, unless others can call it.
  return F->isExternallyVisible() || !Inlined.count(F->getCanonicalDecl()) ||
         Pointed.count(F->getCanonicalDecl());
}

void Learner::begins(CheckerContext &C) {
  const auto *F =
      dyn_cast_or_null<FunctionDecl>(C.getLocationContext()->getDecl());
  if (!C.inTopFrame()) {
    if (F)
      InlinedNow.push_back(F->getCanonicalDecl());
    return;
  }
  // Symbols are those of one analysis.
  Current = F;
  Top = C.getLocationContext()->getStackFrame();
  Gifts.clear();
  Passes.clear();
  Parameters.clear();
  if (!Current)
    return;
  if (!teaches(Current)) {
    C.generateSink(C.getState(), C.getPredecessor());
    return;
  }
  ProgramStateRef State = C.getState();
  SValBuilder &B = C.getSValBuilder();
  auto Add = [&](SVal Place) -> SVal {
    auto L = Place.getAs<loc::MemRegionVal>();
    const auto *R = L ? dyn_cast<TypedValueRegion>(L->getRegion()) : nullptr;
    if (!R)
      return UnknownVal();
    SVal V = B.getRegionValueSymbolVal(R);
    if (SymbolRef S = V.getAsSymbol())
      Parameters.push_back(S);
    return V;
  };
  for (const ParmVarDecl *P : Current->parameters()) {
    auto To = Add(State->getLValue(P, Top)).getAs<Loc>();
    QualType T = P->getType()->getPointeeType();
    if (!To || T.isNull() || !canOwn(P->getType()))
      continue;
    if (canOwn(T))
      Add(State->getLValue(T, B.makeZeroArrayIndex(), *To));
    const RecordDecl *R = T->getAsRecordDecl();
    if (R && (R = R->getDefinition()) && !R->isUnion())
      for (const FieldDecl *F : R->fields())
        if (F->getIdentifier() && canOwn(F->getType()))
          Add(State->getLValue(F, *To));
  }
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
  for (SymbolRef S : Parameters)
    Reaper.markLive(S);
  for (const auto &Entry : allRecords(State))
    if (partOf(Entry.first))
      Reaper.markLive(Entry.first);
  // What a call returned decides over what it has done.
  for (const void *P : State->get<PassesOnPath>())
    if (SymbolRef Result = static_cast<const Pass *>(P)->Result)
      Reaper.markLive(Result);
}

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

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
  bool Pointer = V.getAs<ento::Loc>().has_value();
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

//===----------------------------------------------------------------------===//
// The end of a path
//===----------------------------------------------------------------------===//

Fate Learner::fateOf(SymbolRef S, SymbolRef Returned, ProgramStateRef State) {
  Fate F;
  Signs Absent = ento::Loc::isLocType(S->getType()) ? Zero : Negative;
  if (!(signsOf(valueOf(S, State), State) & ~Absent)) {
    F.K = Fate::Absent;
    return F;
  }
  F.PassedTo = passings(S, Returned, State);
  if (State->get<StoresOnPath>(S) || State->contains<KeptOnPath>(S))
    F.K = Fate::Kept;
  const Record *Known = lookUp(State, S);
  if (!Known) {
    if (F.K == Fate::Kept)
      F.PassedTo.clear();
    return F;
  }
  Record R = resolved(State, *Known);
  auto Gone = [&](Fate::Kind K) {
    F.K = K;
    // What only names and types tell is told by the call.
    if (R.By && R.By->From == Source::Inferred) {
      F.K = F.PassedTo.empty() ? Fate::Kept : Fate::Used;
      return;
    }
    F.PassedTo.clear();
    const Family *Fam = R.By && R.By->Fam ? R.By->Fam : R.Fam;
    F.Family = Fam ? note(Fam)->Name : "";
  };
  switch (R.State) {
  case Custody::Released:
    Gone(Fate::Released);
    break;
  case Custody::Adopted:
    Gone(Fate::Adopted);
    break;
  case Custody::Lent:
  case Custody::Unknown:
    break;
  case Custody::Owned:
  case Custody::Escaped:
  case Custody::Resized:
    F.K = Fate::Kept;
    break;
  }
  if (F.K != Fate::Used)
    F.PassedTo.clear();
  return F;
}

/// What the part \p Of, of type \p T, holds in the end, if that is new.
void Learner::written(const Part &Of, Loc Where, QualType T, SymbolRef Returned,
                      Outcome &To, ProgramStateRef State) {
  if (T.isConstQualified() || !canOwn(T))
    return;
  SVal V = State->getSVal(Where, T);
  SymbolRef Sym = symbolOf(V);
  if (Sym && partOf(Sym) == Of)
    return;
  Fate F;
  F.K = Fate::Written;
  F.Value = exclusive(V, State, /*Stores=*/1);
  // Nothing but what a call out of sight has left there, or a plain number.
  bool Unseen =
      V.isUnknownOrUndef() || (F.Value.K == Origin::Unknown &&
                               !lookUp(State, Sym) && Sym && !parameter(Sym));
  if (Unseen || (!T->isPointerType() && F.Value.K != Origin::Owned &&
                 F.Value.K != Origin::Result && F.Value.K != Origin::Out))
    return;
  if (F.Value.K == Origin::Param)
    F.Value = Origin();
  if (Sym && F.Value.K == Origin::Owned)
    F.PassedTo = passings(Sym, Returned, State);
  To.Fates[Of] = std::move(F);
}

void Learner::describe(const FunctionDecl *F, FunctionFacts &Of) {
  Of.Name = qualifiedName(F);
  Of.Where = Names.where(F->getLocation());
  Of.Params = F->getNumParams();
  Of.ReturnsPointer = F->getReturnType()->isAnyPointerType();
  for (const ParmVarDecl *P : F->parameters())
    if (canOwn(P->getType()))
      Of.Owning.insert(P->getFunctionScopeIndex());
  const FunctionModel *M = Models.function(F);
  if (!M || !isStated(M->From))
    return;
  Of.Stated.Origin = M->Origin.empty() ? "an attribute" : M->Origin;
  if (M->Returns == ReturnAction::Owned && M->ReturnFamily && !M->ReturnIf)
    Of.Stated.Returns = M->ReturnFamily->Name;
  for (const ArgEffect &E : M->Args)
    if (E.Action == ArgAction::Releases && !E.Indirect && E.Field.empty() &&
        !E.If)
      Of.Stated.Releases[E.Index] = E.Fam ? E.Fam->Name : "";
}

void Learner::ends(const ReturnStmt *S, CheckerContext &C) {
  if (!C.inTopFrame() || !Current || Current->isMain() ||
      isa<CXXConstructorDecl>(Current) || isa<CXXDestructorDecl>(Current))
    return;
  auto [It, New] =
      Learnt.Functions.try_emplace(Names.function(Current), FunctionFacts());
  FunctionFacts &Facts = It->second;
  if (New)
    describe(Current, Facts);
  if (Facts.Outcomes.size() > FunctionFacts::MostOutcomes)
    return;
  ProgramStateRef State = C.getState();
  Outcome O;
  SymbolRef Returned = nullptr;
  if (const Expr *E = S ? S->getRetValue() : nullptr) {
    SVal V = C.getSVal(E);
    Returned = symbolOf(V);
    O.Returned = signsOf(V, State);
    if (canOwn(E->getType()) || E->getType()->isAnyPointerType()) {
      O.Result = exclusive(V, State, /*Stores=*/0);
      if (Returned && O.Result.K == Origin::Owned)
        O.ResultPassedTo = passings(Returned, Returned, State);
    }
  }
  auto Add = [&](SymbolRef Sym) {
    auto Of = partOf(Sym);
    if (!Of)
      return;
    Fate F = fateOf(Sym, Returned, State);
    if (F.K == Fate::Used && F.PassedTo.empty())
      return;
    auto [Seen, First] = O.Fates.try_emplace(*Of, F);
    // Released and emptied; what it got instead would be a second thing.
    if (First || Seen->second.K != Fate::Written || F.K == Fate::Absent)
      return;
    bool Emptied = Seen->second.Value.K == Origin::Null;
    if (Emptied)
      F.Value.K = Origin::Null;
    else
      F.K = Fate::Kept;
    Seen->second = std::move(F);
  };
  SValBuilder &B = C.getSValBuilder();
  for (unsigned I : Facts.Owning) {
    const ParmVarDecl *P = Current->getParamDecl(I);
    auto L = State->getLValue(P, Top).getAs<loc::MemRegionVal>();
    const auto *Region =
        L ? dyn_cast<TypedValueRegion>(L->getRegion()) : nullptr;
    if (!Region)
      continue;
    SVal AtCall = B.getRegionValueSymbolVal(Region);
    SymbolRef Sym = AtCall.getAsSymbol();
    if (!Sym)
      continue;
    Add(Sym);
    auto To = AtCall.getAs<Loc>();
    QualType T = P->getType()->getPointeeType();
    if (!To || T.isNull() || T.isConstQualified() ||
        (O.Fates.count({I, ""}) && O.Fates[{I, ""}].K == Fate::Absent))
      continue;
    if (canOwn(T)) {
      written({I, "*"}, *To, T, Returned, O, State);
    } else if (const RecordDecl *R = T->getAsRecordDecl()) {
      if (!(R = R->getDefinition()) || R->isUnion())
        continue;
      for (const FieldDecl *Field : R->fields())
        if (Field->getIdentifier())
          if (auto Place = State->getLValue(Field, *To).getAs<Loc>())
            written({I, "." + Field->getName().str()}, *Place, Field->getType(),
                    Returned, O, State);
    }
  }
  for (SymbolRef Sym : Parameters)
    Add(Sym);
  for (const auto &Entry : allRecords(State))
    Add(Entry.first);
  for (const void *P : State->get<PassesOnPath>())
    Add(static_cast<const Pass *>(P)->What);
  Facts.Outcomes.insert(std::move(O));
}

/// True if no path has come to some part of the function that \p G is of,
/// because the analyzer goes through a loop only so often.
static bool leavesOut(const ExplodedGraph &G, const LocationContext *Top) {
  const CFG *C = Top->getCFG();
  if (!C)
    return true;
  llvm::SmallVector<bool, 64> Seen(C->getNumBlockIDs());
  for (const ExplodedNode &N : G.nodes())
    if (N.getLocationContext() == Top)
      if (auto Entered = N.getLocation().getAs<BlockEntrance>())
        Seen[Entered->getBlock()->getBlockID()] = true;
  for (const CFGBlock *B : *C)
    if (!Seen[B->getBlockID()] && B != &C->getExit() &&
        llvm::any_of(B->preds(), [&](const CFGBlock *From) {
          return From && Seen[From->getBlockID()] &&
                 llvm::is_contained(From->succs(), B);
        }))
      return true;
  return false;
}

void Learner::analyzed(const ExplodedGraph &G, const ExprEngine &Analyzer) {
  bool Complete = Analyzer.hasEmptyWorkList() &&
                  !Analyzer.getCoreEngine().wasBlockAborted();
  if (Complete)
    Inlined.insert(InlinedNow.begin(), InlinedNow.end());
  InlinedNow.clear();
  if (!Current)
    return;
  auto It = Learnt.Functions.find(Names.function(Current));
  if (It == Learnt.Functions.end())
    return;
  if (!Complete || (Analyzer.wasBlocksExhausted() && leavesOut(G, Top)))
    It->second.Complete = false;
}

} // namespace custody
