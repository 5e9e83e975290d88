//===- LearnerOutcomes.cpp - What came of one way through a function ------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/Learner.h"
#include "engine/Values.h"
#include "plugin/Compat.h"
#include "clang/Analysis/CFG.h"

using namespace clang;
using namespace ento;

namespace custody {

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
  for (const ParmVarDecl *P : Current->parameters())
    if (canOwn(P->getType()))
      findParts(P, C.getState());
}

/// Writes down where \p P and what it points to are, before the function has
/// changed anything.
void Learner::findParts(const ParmVarDecl *P, ProgramStateRef State) {
  SValBuilder &B = State->getStateManager().getSValBuilder();
  unsigned Index = P->getFunctionScopeIndex();
  auto Add = [&](llvm::StringRef Of, QualType T, SVal Place) -> SVal {
    auto L = Place.getAs<loc::MemRegionVal>();
    const auto *R = L ? dyn_cast<TypedValueRegion>(L->getRegion()) : nullptr;
    if (!R)
      return UnknownVal();
    SVal V = B.getRegionValueSymbolVal(R);
    if (SymbolRef S = V.getAsSymbol())
      Parameters.push_back({{Index, Of.str()}, *L, T, S});
    return V;
  };
  auto To = Add("", P->getType(), State->getLValue(P, Top)).getAs<Loc>();
  QualType T = P->getType()->getPointeeType();
  if (!To || T.isNull())
    return;
  // Of element 0, the analyzer would give the array's own lvalue, which has no
  // type.
  if (const auto *At = dyn_cast_or_null<SubRegion>(To->getAsRegion());
      At && canOwn(T))
    Add("*", T,
        B.makeLoc(B.getRegionManager().getElementRegion(
            T, B.makeZeroArrayIndex(), At, Ctx)));
  const RecordDecl *R = T->getAsRecordDecl();
  if (!R || !(R = R->getDefinition()) || R->isUnion())
    return;
  for (const FieldDecl *F : R->fields())
    if (F->getIdentifier() && canOwn(F->getType()))
      Add("." + F->getName().str(),
          T.isConstQualified() ? F->getType().withConst() : F->getType(),
          State->getLValue(F, *To));
}

Fate Learner::fateOf(SymbolRef S, SymbolRef Returned, ProgramStateRef State) {
  Fate F;
  Signs Absent = ento::Loc::isLocType(S->getType()) ? Zero : Negative;
  if (!(signsOf(valueOf(S, State), State) & ~Absent)) {
    F.K = Fate::Absent;
    return F;
  }
  F.PassedTo = passings(S, Returned, State);
  if (isKept(S, State))
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
  // The parameters come before their parts.
  for (const PartAtCall &P : Parameters)
    if (P.Of.Of.empty())
      Add(P.Value);
  for (const PartAtCall &P : Parameters) {
    auto Whole = O.Fates.find({P.Of.Param, ""});
    if (!P.Of.Of.empty() &&
        (Whole == O.Fates.end() || Whole->second.K != Fate::Absent))
      written(P.Of, P.Where, P.Type, Returned, O, State);
  }
  for (const PartAtCall &P : Parameters)
    Add(P.Value);
  for (const auto &Entry : allRecords(State))
    Add(Entry.first);
  for (SymbolRef Sym : passed(State))
    Add(Sym);
  Facts.Outcomes.insert(std::move(O));
}

/// True if no path has come to some part of the function that \p G is of,
/// because the analyzer goes through a loop only so often.
static bool leavesOut(const ExplodedGraph &G, const LocationContext *Top) {
  const CFG *C = Top->getCFG();
  if (!C)
    return true;
  llvm::SmallVector<bool, 64> Seen(C->getNumBlockIDs());
  for (const ExplodedNode &N : compat::nodesOf(G))
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
