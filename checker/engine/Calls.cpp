//===- Calls.cpp - Calls of modelled functions ----------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a call takes is taken before its body is looked at; what it gives is
// given after. In between the analyzer may walk through the body, where
// everything is ignored: the model has spoken for it.
//
//===----------------------------------------------------------------------===//

#include "engine/Engine.h"
#include "plugin/Compat.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SValBuilder.h"

using namespace clang;
using namespace ento;

namespace custody {
namespace {

SVal argument(const CallEvent &Call, int Index) {
  if (Index < 0 || static_cast<unsigned>(Index) >= Call.getNumArgs())
    return UndefinedVal();
  return Call.getArgSVal(Index);
}

/// What pointer argument \p V points to, as a value of type \p T.
SVal pointee(SVal V, QualType T, ProgramStateRef State) {
  const MemRegion *R = V.getAsRegion();
  if (!R || T.isNull())
    return UnknownVal();
  return State->getSVal(V.castAs<Loc>(), T);
}

/// The field called \p Name, or with the underscores that C libraries put
/// before it where the name is not theirs to take.
const FieldDecl *fieldOf(QualType T, StringRef Name) {
  const RecordDecl *RD = T.isNull() ? nullptr : T->getAsRecordDecl();
  if (!RD || !(RD = RD->getDefinition()))
    return nullptr;
  for (const FieldDecl *F : RD->fields())
    if (F->getName() == Name || F->getName() == ("__" + Name).str())
      return F;
  return nullptr;
}

QualType pointeeType(const CallEvent &Call, unsigned Index) {
  const Expr *E = Call.getArgExpr(Index);
  if (!E)
    return QualType();
  // The cast to `void **` that many callers write hides the real type.
  QualType T = E->IgnoreParenCasts()->getType();
  if (T->isArrayType())
    return QualType(T->getPointeeOrArrayElementType(), 0);
  T = T->getPointeeType();
  return T;
}

/// A library function that takes such a pointer fills or changes the bytes.
bool takesBuffer(QualType T) {
  if (!T->isPointerType())
    return false;
  QualType Pointee = T->getPointeeType();
  return !Pointee.isConstQualified() &&
         (Pointee->isVoidType() || Pointee->isAnyCharacterType());
}

} // namespace

const Actor *Engine::releaser(const Actor *Named, SVal V, const Path &P) {
  const auto *Dtor = dyn_cast_or_null<CXXDestructorDecl>(
      P.C.getLocationContext()->getStackFrame()->getDecl());
  if (!Dtor || Releases.ownedFields(Dtor->getParent()).empty())
    return Named;
  Record R = recordOf(symbolOf(V), P.State);
  if (R.State != Custody::Released &&
      !(R.State == Custody::Adopted && R.SoftOwner))
    return Named;
  return asOwner(Named);
}

void Engine::useArguments(const CallEvent &Call, const FunctionModel *M,
                          Path &P) {
  const auto *F = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  auto Named = [&] {
    return actor(Actor(F ? F->getNameAsString() : "a call"));
  };
  for (unsigned I = 0; I < Call.getNumArgs() && !P.Stopped; ++I) {
    SVal V = Call.getArgSVal(I);
    SymbolRef Sym = symbolOf(V);
    const Record *R = lookUp(P.State, Sym);
    if (!R)
      continue;
    ArgAction Action = M ? M->actionOn(I) : ArgAction::Keeps;
    if (Action == ArgAction::Releases || Action == ArgAction::Adopts ||
        Action == ArgAction::Resizes)
      continue;
    // A number is a handle only where the model says so.
    if (!V.getAs<Loc>()) {
      const ArgEffect *E = M ? M->effectOn(I) : nullptr;
      if (!E || !E->Fam)
        continue;
    }
    bool Writes = M && M->From == Source::Shipped &&
                  Action == ArgAction::Uses && F && I < F->getNumParams() &&
                  takesBuffer(F->getParamDecl(I)->getType());
    apply({Writes ? EventKind::Write : EventKind::Use, V, Named()}, P);
    if (!P.Stopped && V.getAs<Loc>() && Call.getArgExpr(I) &&
        (R->OverwroteIfFailed ||
         (M && M->From == Source::Shipped && Action == ArgAction::Uses)))
      dereferenced(Call.getArgExpr(I), P);
  }
  if (P.Stopped)
    return;
  if (const auto *Member = dyn_cast<CXXInstanceCall>(&Call))
    if (!isa_and_nonnull<CXXDestructorDecl>(Call.getDecl()))
      apply({EventKind::Use, Member->getCXXThisVal(), Named()}, P);
}

void Engine::releaseArguments(const CallEvent &Call, const FunctionModel &M,
                              Path &P) {
  const auto *F = cast<FunctionDecl>(Call.getDecl());
  for (const ArgEffect &E : M.Args) {
    if (P.Stopped)
      return;
    if (E.Index >= Call.getNumArgs())
      continue;
    Event Ev{EventKind::Use, Call.getArgSVal(E.Index), actorFor(F, M, E.Fam),
             E.Fam};
    if (E.Indirect)
      Ev.Value = pointee(Ev.Value, pointeeType(Call, E.Index), P.State);
    if (!E.Field.empty()) {
      const FieldDecl *Field = fieldOf(pointeeType(Call, E.Index), E.Field);
      auto L = Field ? P.State->getLValue(Field, Ev.Value).getAs<Loc>()
                     : SVal(UnknownVal()).getAs<Loc>();
      if (!L)
        continue;
      Ev.Value = P.State->getSVal(*L, Field->getType());
      // Storage that nothing is known of may hold anything.
      if (!lookUp(P.State, symbolOf(Ev.Value)))
        continue;
    }
    Ev.Granule = M.Granule;
    Ev.CallersStorage = E.CallersStorage;
    switch (E.Action) {
    case ArgAction::Releases:
      Ev.Kind = EventKind::Release;
      Ev.Size = argument(Call, M.SizeArg);
      Ev.Align = argument(Call, M.AlignArg);
      Ev.By = releaser(Ev.By, Ev.Value, P);
      break;
    case ArgAction::Adopts:
      Ev.Kind = EventKind::Adopt;
      break;
    case ArgAction::Resizes:
      // realloc(p, 0) is free(p).
      Ev.Kind = argument(Call, M.SizeArg).isZeroConstant() ? EventKind::Release
                                                           : EventKind::Resize;
      break;
    case ArgAction::Retains:
      Ev.Kind = EventKind::Retain;
      break;
    case ArgAction::Uses:
    case ArgAction::Keeps:
    case ArgAction::WritesOwned:
      continue;
    }
    apply(Ev, P);
  }
}

void Engine::acquireOut(const CallEvent &Call, const FunctionModel &M,
                        const ArgEffect &E, Path &P) {
  const auto *F = cast<FunctionDecl>(Call.getDecl());
  SVal Dest = Call.getArgSVal(E.Index);
  const MemRegion *Region = Dest.getAsRegion();
  QualType T = pointeeType(Call, E.Index);
  if (!Region || T.isNull() || !Dest.getAs<Loc>())
    return;
  SValBuilder &B = P.C.getSValBuilder();
  for (unsigned I = 0; I < E.Elements; ++I) {
    SVal Place = Dest;
    QualType Type = T;
    if (!E.Field.empty()) {
      const FieldDecl *Field = fieldOf(T, E.Field);
      if (!Field)
        return;
      Place = P.State->getLValue(Field, Dest);
      Type = Field->getType();
    } else if (E.Elements > 1) {
      // An array decays to its first element; count from its start.
      SVal Base = Dest;
      if (const auto *Element = dyn_cast<ElementRegion>(Region))
        if (Element->getIndex().isZeroConstant())
          Base = loc::MemRegionVal(Element->getSuperRegion());
      Place = P.State->getLValue(T, B.makeArrayIndex(I), Base);
    }
    auto L = Place.getAs<Loc>();
    if (!L || !(Type->isPointerType() || Type->isIntegralOrEnumerationType()))
      continue;
    SVal Written = P.State->getSVal(*L, Type);
    SymbolRef Sym = symbolOf(Written);
    // Derived from what the call made of the whole object, it would not be
    // found when the object itself escapes (to its destructor, say).
    if (isa_and_nonnull<SymbolDerived>(Sym))
      P.State = P.State->bindLoc(*L, Written, P.C.getLocationContext());
    if (!Sym) {
      SVal Fresh = compat::conjure(B, Call, P.C.getLocationContext(), Type,
                                   P.C.blockCount() + I, this);
      P.State = P.State->bindLoc(*L, Fresh, P.C.getLocationContext());
      Sym = symbolOf(Fresh);
    }
    if (!Sym)
      continue;
    Record R;
    // What lands in somebody else's memory is theirs to keep.
    R.State = isLocal(Region) ? Custody::Owned : Custody::Escaped;
    R.Fam = E.Fam;
    R.From = actorFor(F, M, E.Fam);
    if (M.OnSuccess != Success::Always)
      if (SymbolRef Result = symbolOf(Call.getReturnValue()))
        R.Exists = {Result, M.OnSuccess};
    if (M.OnSuccess == Success::Always && Type->isPointerType())
      R.Exists = {Sym, Success::NonNull};
    acquire(Sym, R, P);
  }
}

void Engine::acquireResults(const CallEvent &Call, const FunctionModel &M,
                            Path &P) {
  const auto *F = cast<FunctionDecl>(Call.getDecl());
  SVal Result = Call.getReturnValue();
  SymbolRef Sym = symbolOf(Result);
  bool Freed = false;
  for (const ArgEffect &E : M.Args) {
    if (E.Index >= Call.getNumArgs())
      continue;
    SymbolRef Arg = symbolOf(Call.getArgSVal(E.Index));
    switch (E.Action) {
    case ArgAction::WritesOwned:
      if (!inLibraryCode(P))
        acquireOut(Call, M, E, P);
      break;
    case ArgAction::Resizes:
    case ArgAction::Adopts: {
      Freed |= E.Action == ArgAction::Resizes &&
               argument(Call, M.SizeArg).isZeroConstant();
      const Record *Old = lookUp(P.State, Arg);
      bool Conditional = E.Action == ArgAction::Resizes || E.ByReturn;
      if (!Old || !Sym || !Conditional ||
          (Old->State != Custody::Resized && Old->State != Custody::Adopted))
        break;
      Record R = *Old;
      R.Done = {Sym, M.OnSuccess};
      if (E.Action == ArgAction::Resizes)
        R.NewSize = argument(Call, M.SizeArg).getAsSymbol();
      if (E.ByReturn)
        R.OwnerSym = Sym;
      P.State = remember(P.State, Arg, R);
      break;
    }
    default:
      break;
    }
  }
  if (M.OnSuccess == Success::Never && Sym && Result.getAs<NonLoc>()) {
    SValBuilder &B = P.C.getSValBuilder();
    auto Failed =
        B.evalBinOp(P.State, BO_EQ, Result, B.makeIntVal(-1, Sym->getType()),
                    B.getConditionType())
            .getAs<DefinedOrUnknownSVal>();
    if (ProgramStateRef Next =
            Failed ? P.State->assume(*Failed, true) : nullptr)
      P.State = Next;
  }
  switch (M.Returns) {
  case ReturnAction::Unknown:
    return;
  case ReturnAction::Argument:
    // Keep the identity that the analyzer loses in a call without a body.
    if (const Expr *E = Call.getOriginExpr())
      if (M.ReturnArg < Call.getNumArgs() && !P.C.wasInlined)
        P.State = P.State->BindExpr(E, P.C.getLocationContext(),
                                    Call.getArgSVal(M.ReturnArg));
    return;
  case ReturnAction::Owned:
  case ReturnAction::Lent:
    break;
  }
  if (Freed || inLibraryCode(P))
    return;
  // An allocator of the user's own may hand out the middle of what it got;
  // to its callers that is a value of its own.
  if (P.C.wasInlined && Result.getAsRegion() && Call.getOriginExpr() &&
      (!Sym || !classify(Result, P.State).atStart())) {
    Result =
        compat::conjure(P.C.getSValBuilder(), Call, P.C.getLocationContext(),
                        Call.getResultType(), P.C.blockCount(), this);
    P.State = P.State->BindExpr(Call.getOriginExpr(), P.C.getLocationContext(),
                                Result);
    Sym = symbolOf(Result);
  }
  if (!Sym || !classify(Result, P.State).atStart())
    return;
  // mmap(p, ..., MAP_FIXED): a place inside what is owned already.
  for (unsigned I = 0; I < Call.getNumArgs(); ++I)
    if (const Record *Old = lookUp(P.State, symbolOf(Call.getArgSVal(I))))
      if (M.actionOn(I) == ArgAction::Uses && Old->Fam &&
          Call.getArgSVal(I).getAs<Loc>() && Call.getArgExpr(I) &&
          takesBuffer(F->getNumParams() > I ? F->getParamDecl(I)->getType()
                                            : Call.getArgExpr(I)->getType()) &&
          Old->Fam == M.ReturnFamily)
        return;
  Record R;
  R.Fam = M.ReturnFamily;
  R.From = actorFor(F, M, M.ReturnFamily);
  if (M.Returns == ReturnAction::Lent) {
    R.State = Custody::Lent;
    R.ReadOnly = !M.ReturnFamily || !M.ReturnFamily->Writable;
    acquire(Sym, R, P);
    return;
  }
  R.State = Custody::Owned;
  if (M.OnSuccess != Success::Always)
    R.Exists = {Sym, M.OnSuccess};
  R.Size = argument(Call, M.SizeArg);
  R.Align = argument(Call, M.AlignArg);
  if (M.CountArg >= 0) {
    SVal Count = argument(Call, M.CountArg);
    R.Size =
        R.Size.isUnknownOrUndef() || Count.isUnknownOrUndef()
            ? SVal(UndefinedVal())
            : P.C.getSValBuilder().evalBinOp(P.State, BO_Mul, R.Size, Count,
                                             P.C.getASTContext().getSizeType());
  }
  acquire(Sym, R, P);
}

void Engine::escapeByValue(const CallEvent &Call, Path &P) {
  const auto *F = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  const FunctionModel *M = F ? Models.function(F) : nullptr;
  // Symbols that the analyzer does not think of: numbers, and whatever a
  // structure carries along by value.
  class Collector : public SymbolVisitor {
  public:
    llvm::SmallVector<SymbolRef, 4> Found;
    bool VisitSymbol(SymbolRef S) override {
      Found.push_back(S);
      return true;
    }
  };
  for (unsigned I = 0; I < Call.getNumArgs(); ++I) {
    if (M && M->actionOn(I) != ArgAction::Keeps)
      continue;
    SVal V = Call.getArgSVal(I);
    if (V.getAs<nonloc::LazyCompoundVal>() || V.getAs<nonloc::CompoundVal>()) {
      Collector Inner;
      P.State->scanReachableSymbols(V, Inner);
      for (SymbolRef S : Inner.Found)
        if (lookUp(P.State, S))
          apply({EventKind::Escape, nonloc::SymbolVal(S)}, P);
    } else if (V.getAs<NonLoc>() || M)
      // The analyzer sends no escape for a pointer to const either.
      if (SymbolRef S = symbolOf(V))
        if (lookUp(P.State, S))
          apply({EventKind::Escape, V}, P);
  }
}

void Engine::beforeCall(const CallEvent &Call, Path &P) {
  if (insideModelled(P.C.getLocationContext()))
    return;
  if (const auto *Object = dyn_cast<CXXInstanceCall>(&Call))
    if (isa_and_nonnull<CXXDestructorDecl>(Call.getDecl()))
      destroying(*Object, P);
  if (const auto *Dtor = dyn_cast<CXXDestructorCall>(&Call))
    destroyingParameter(*Dtor, P);
  if (const auto *Dealloc = dyn_cast<CXXDeallocatorCall>(&Call)) {
    deallocating(*Dealloc, P);
    return;
  }
  if (P.Stopped || beforeOwnerCall(Call, P) || P.Stopped)
    return;
  const auto *F = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  const FunctionModel *M = F ? Models.function(F) : nullptr;
  useArguments(Call, M, P);
  if (M && !P.Stopped)
    releaseArguments(Call, *M, P);
}

void Engine::afterCall(const CallEvent &Call, Path &P) {
  if (insideModelled(P.C.getLocationContext()))
    return;
  afterOwnerCall(Call, P);
  shownToOthers(Call, P);
  const auto *F = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  const FunctionModel *M = F ? Models.function(F) : nullptr;
  if (!P.C.wasInlined)
    escapeByValue(Call, P);
  // A constructor out of sight that is given other objects may register the
  // new one with them (a parent that adopts its children).
  if (const auto *Ctor = dyn_cast<CXXConstructorCall>(&Call))
    if (!P.C.wasInlined && lookUp(P.State, symbolOf(Ctor->getCXXThisVal())))
      for (unsigned I = 0; I < Call.getNumArgs(); ++I) {
        QualType T = Ctor->getDecl()->getNumParams() > I
                         ? Ctor->getDecl()->getParamDecl(I)->getType()
                         : QualType();
        if (!T.isNull() && !T->getPointeeType().isNull() &&
            T->getPointeeType()->isRecordType() &&
            !T->getPointeeType().isConstQualified() &&
            !Call.getArgSVal(I).isZeroConstant())
          apply({EventKind::Escape, Ctor->getCXXThisVal()}, P);
      }
  if (M && !isa<CXXAllocatorCall>(&Call) && !isa<CXXDeallocatorCall>(&Call))
    acquireResults(Call, *M, P);
  escapeGuarded(P);
  leaveStockSight(Call, P);
}

} // namespace custody
