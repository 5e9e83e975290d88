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
#include "clang/AST/ParentMap.h"
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

/// The type of a declared parameter, or none.
QualType parameterType(const CallEvent &Call, unsigned Index) {
  return Index < Call.parameters().size() ? Call.parameters()[Index]->getType()
                                          : QualType();
}

/// True for an argument that `...` takes.
bool isVariadic(const CallEvent &Call, unsigned Index) {
  const auto *F = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  return F && F->isVariadic() && Index >= F->getNumParams();
}

const NamedDecl *callee(const CallEvent &Call) {
  return cast<NamedDecl>(Call.getDecl());
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

/// The handles that a structure or a pointer given as argument leads to, where
/// an attribute speaks of what is inside.
llvm::SmallVector<SVal, 2> handlesInside(const CallEvent &Call,
                                         const FunctionModel &M,
                                         const ArgEffect &E,
                                         ProgramStateRef State) {
  llvm::SmallVector<SVal, 2> Found;
  SVal V = Call.getArgSVal(E.Index);
  if (M.From != Source::Attribute || !E.Fam || lookUp(State, symbolOf(V)))
    return Found;
  for (SymbolRef S : reachable(V, State))
    if (const Record *R = lookUp(State, S))
      if (R->Fam && sameFamily(R->Fam, E.Fam) &&
          S->getType()->isIntegralOrEnumerationType())
        Found.push_back(nonloc::SymbolVal(S));
  return Found;
}

/// True if nobody looks at the value of \p E.
bool isDiscarded(const Expr *E, const LocationContext *L) {
  if (!E)
    return false;
  const ParentMap &Parents = L->getParentMap();
  const Stmt *Outer = Parents.getParentIgnoreParenCasts(E);
  while (const auto *Choice = dyn_cast_or_null<ConditionalOperator>(Outer)) {
    if (Choice->getCond()->IgnoreParenCasts() == E->IgnoreParenCasts())
      return false;
    E = Choice;
    Outer = Parents.getParentIgnoreParenCasts(E);
  }
  return !isa_and_nonnull<StmtExpr>(Outer ? Parents.getParent(Outer)
                                          : nullptr) &&
         !Parents.isConsumedExpr(E);
}

/// A library function that takes such a pointer fills or changes the bytes.
bool takesBuffer(QualType T) {
  if (T.isNull() || !T->isPointerType())
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
  const Decl *D = Call.getDecl();
  auto Named = [&] {
    if (const auto *Method = dyn_cast_or_null<ObjCMethodDecl>(D))
      return actor(Actor(bracketedName(Method)));
    const auto *F = dyn_cast_or_null<FunctionDecl>(D);
    return actor(Actor(F ? F->getNameAsString() : "a call"));
  };
  for (unsigned I = 0; I < Call.getNumArgs() && !P.Stopped; ++I) {
    SVal V = Call.getArgSVal(I);
    SymbolRef Sym = symbolOf(V);
    const Record *R = lookUp(P.State, Sym);
    if (!R) {
      if (const ArgEffect *E = M ? M->effectOn(I) : nullptr)
        if (E->Action == ArgAction::Uses)
          for (SVal Inner : handlesInside(Call, *M, *E, P.State))
            apply({EventKind::Use, Inner, Named()}, P);
      continue;
    }
    ArgAction Action = M ? M->actionOn(I) : ArgAction::Keeps;
    if (Action == ArgAction::Releases || Action == ArgAction::Adopts ||
        Action == ArgAction::Resizes || Action == ArgAction::Revives ||
        Action == ArgAction::Compares)
      continue;
    // `%p` shows the pointer, not what it points to.
    const Expr *Arg = Call.getArgExpr(I);
    if (M && isVariadic(Call, I) && Arg && Arg->getType()->isVoidPointerType())
      continue;
    // A number is a handle only where the model says so.
    const ArgEffect *E = M ? M->effectOn(I) : nullptr;
    if (!V.getAs<Loc>() && (!E || !E->Fam))
      continue;
    // What could have been adopted is not const, whether it is or not.
    bool Looks = M && M->From == Source::Shipped &&
                 Action == ArgAction::Uses && !(E && E->If);
    bool Writes = Looks && takesBuffer(parameterType(Call, I));
    apply({Writes ? EventKind::Write : EventKind::Use, V, Named()}, P);
    // printf and its like are forgiving where they are given a null string.
    if (!P.Stopped && V.getAs<Loc>() && Call.getArgExpr(I) &&
        !isVariadic(Call, I) && (R->OverwroteIfFailed || Looks))
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
  for (const ArgEffect &E : M.Args) {
    if (P.Stopped)
      return;
    if (E.Index >= Call.getNumArgs())
      continue;
    Event Ev{EventKind::Use, Call.getArgSVal(E.Index),
             actorFor(callee(Call), M, E.Fam), E.Fam};
    if (E.Indirect || E.Action == ArgAction::Replaces)
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
    if (QualType T = parameterType(Call, E.Index); !T.isNull()) {
      QualType To = T->getPointeeType();
      Ev.TakesConst = !To.isNull() && To.isConstQualified();
    }
    switch (E.Action) {
    case ArgAction::Replaces:
      Ev.Kind = EventKind::Release;
      break;
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
      Ev.Size = argument(Call, M.OldSizeArg);
      Ev.Align = argument(Call, M.AlignArg);
      break;
    case ArgAction::Retains:
      Ev.Kind = EventKind::Retain;
      break;
    case ArgAction::Revives:
      if (SymbolRef Sym = symbolOf(Ev.Value))
        P.State = forget(P.State, Sym);
      continue;
    case ArgAction::Keeps:
      if (!E.If)
        continue;
      // Perhaps the body, if there is one, releases it on this path.
      Ev.Kind = EventKind::Escape;
      break;
    case ArgAction::Uses:
    case ArgAction::WritesOwned:
    case ArgAction::Fills:
    case ArgAction::Compares:
    case ArgAction::Reopens:
      continue;
    }
    apply(Ev, P);
    for (SVal Inner : handlesInside(Call, M, E, P.State)) {
      Ev.Value = Inner;
      apply(Ev, P);
    }
  }
}

void Engine::acquireOut(const CallEvent &Call, const FunctionModel &M,
                        const ArgEffect &E, Path &P) {
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
    R.From = actorFor(callee(Call), M, E.Fam);
    if (M.OnSuccess != Success::Always)
      if (SymbolRef Result = symbolOf(Call.getReturnValue()))
        R.Exists = {Result, M.OnSuccess};
    if (M.OnSuccess == Success::Always && Type->isPointerType())
      R.Exists = {Sym, Success::NonNull};
    acquire(Sym, R, P);
    if (hasCleanup(Region))
      giveToCleanup(L->getAsRegion(), P.State->getSVal(*L, Type), P);
  }
}

/// memset(p, 0, sizeof *p) makes a known object of it, whether or not the
/// analyzer's own model of strings is on.
void Engine::fill(const CallEvent &Call, const FunctionModel &M,
                  const ArgEffect &E, Path &P) {
  SVal Dest = Call.getArgSVal(E.Index);
  std::optional<int64_t> Size = numberOf(argument(Call, M.SizeArg));
  const MemRegion *R = Dest.getAsRegion();
  if (P.C.wasInlined || !R || !Size || !Dest.getAs<Loc>() ||
      !Call.getArgSVal(E.FilledWith).isZeroConstant())
    return;
  R = R->StripCasts();
  QualType T;
  if (const auto *Typed = dyn_cast<TypedValueRegion>(R))
    T = Typed->getValueType();
  else
    T = pointeeType(Call, E.Index);
  if (T.isNull() || T->isIncompleteType() || T->isVoidType() ||
      *Size != Ctx.getTypeSizeInChars(T).getQuantity())
    return;
  P.State =
      P.State->bindDefaultZero(loc::MemRegionVal(R), P.C.getLocationContext());
}

/// The value comes back as it was, or the call fails and has released it. The
/// two cannot be told apart later by any one value, so the path splits.
void Engine::reopen(const CallEvent &Call, const FunctionModel &M,
                    const ArgEffect &E, Path &P) {
  SVal V = Call.getArgSVal(E.Index);
  const Record *Known = lookUp(P.State, symbolOf(V));
  const Expr *Origin = Call.getOriginExpr();
  auto Result = Call.getReturnValue().getAs<DefinedOrUnknownSVal>();
  if (!Known || Known->State == Custody::Released || !Origin || !Result)
    return;
  const LocationContext *L = P.C.getLocationContext();
  Record R = *Known;
  R.State = Custody::Released;
  R.By = actorFor(cast<FunctionDecl>(Call.getDecl()), M, E.Fam);
  if (ProgramStateRef Failed = P.State->assume(*Result, false))
    P.C.addTransition(remember(Failed, symbolOf(V), R));
  if (ProgramStateRef Succeeded = P.State->assume(*Result, true))
    P.State = Succeeded->BindExpr(Origin, L, V);
  else
    P.Stopped = true;
}

/// What is certain of a release only once the call has returned.
void Engine::released(const CallEvent &Call, const FunctionModel &M,
                      const ArgEffect &E, Path &P) {
  SVal V = Call.getArgSVal(E.Index);
  if (!E.Field.empty()) {
    // The call made the whole structure unknown: put the released value back,
    // so that its second release is seen.
    const FieldDecl *Field = fieldOf(pointeeType(Call, E.Index), E.Field);
    const ExplodedNode *N = P.C.getPredecessor();
    constexpr unsigned Steps = 6; // The nodes of one call's evaluation.
    for (unsigned Step = 0; Field && N && Step < Steps;
         ++Step, N = N->getFirstPred()) {
      auto L = N->getState()->getLValue(Field, V).getAs<Loc>();
      SVal Old =
          L ? N->getState()->getSVal(*L, Field->getType()) : SVal(UnknownVal());
      const Record *R = lookUp(P.State, symbolOf(Old));
      if (!R || R->State != Custody::Released)
        continue;
      P.State = P.State->bindLoc(*L, Old, P.C.getLocationContext());
      return;
    }
    return;
  }
  // close() that fails has not certainly released.
  const Record *Old = lookUp(P.State, symbolOf(V));
  SymbolRef Result = symbolOf(Call.getReturnValue());
  if (M.OnSuccess != Success::Zero || E.Indirect || !Old || !Result ||
      Old->State != Custody::Released || P.C.wasInlined)
    return;
  Record R = *Old;
  R.Done = {Result, M.OnSuccess};
  P.State = remember(P.State, symbolOf(V), R);
}

void Engine::acquireResults(const CallEvent &Call, const FunctionModel &M,
                            Path &P) {
  SVal Result = Call.getReturnValue();
  SymbolRef Sym = symbolOf(Result);
  bool Freed = false;
  for (const ArgEffect &E : M.Args) {
    if (E.Index >= Call.getNumArgs())
      continue;
    SymbolRef Arg = symbolOf(Call.getArgSVal(E.Index));
    switch (E.Action) {
    case ArgAction::WritesOwned:
    case ArgAction::Replaces:
      if (!inLibraryCode(P))
        acquireOut(Call, M, E, P);
      break;
    case ArgAction::Fills:
      fill(Call, M, E, P);
      break;
    case ArgAction::Reopens:
      reopen(Call, M, E, P);
      break;
    case ArgAction::Keeps:
      if (const Record *Old = lookUp(P.State, Arg); Old && E.ByReturn && Sym) {
        Record R = *Old;
        R.Kept = {Sym, M.OnSuccess};
        P.State = remember(P.State, Arg, R);
      }
      break;
    case ArgAction::Releases:
      released(Call, M, E, P);
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
      // Whether an initializer that returns nil has released it, nobody says.
      if (isa<ObjCMethodCall>(&Call) && R.Before == Custody::Owned)
        R.Before = Custody::Escaped;
      P.State = remember(P.State, Arg, R);
      break;
    }
    default:
      break;
    }
  }
  // Statuses and descriptors are -1 or not negative.
  bool Failed = M.OnSuccess == Success::Never;
  bool Signed = M.OnSuccess == Success::NonNegative ||
                M.OnSuccess == Success::NotMinusOne;
  if (Sym && Result.getAs<NonLoc>() && M.From == Source::Shipped &&
      (Failed || (Signed && Sym->getType()->isSignedIntegerType()))) {
    SValBuilder &B = P.C.getSValBuilder();
    auto Range =
        B.evalBinOp(P.State, Failed ? BO_EQ : BO_GE, Result,
                    B.makeIntVal(-1, Sym->getType()), B.getConditionType())
            .getAs<DefinedOrUnknownSVal>();
    if (ProgramStateRef Next = Range ? P.State->assume(*Range, true) : nullptr)
      P.State = Next;
  }
  switch (M.Returns) {
  case ReturnAction::Unknown:
    return;
  case ReturnAction::Argument:
    // Keep the identity that the analyzer loses in a call without a body.
    if (const Expr *E = Call.getOriginExpr())
      if (M.ReturnArg < Call.getNumArgs() &&
          (!P.C.wasInlined || M.From == Source::Shipped))
        P.State = P.State->BindExpr(E, P.C.getLocationContext(),
                                    Call.getArgSVal(M.ReturnArg));
    return;
  case ReturnAction::Inside:
    if (SymbolRef Outer = symbolOf(argument(Call, M.ReturnArg));
        Sym && lookUp(P.State, Outer) && Sym != Outer && !P.C.wasInlined) {
      Record R;
      R.Within = Outer;
      P.State = remember(P.State, Sym, R);
    }
    return;
  case ReturnAction::Owned:
  case ReturnAction::Lent:
    break;
  }
  if (Freed || inLibraryCode(P))
    return;
  // `p = s->str; g_string_free(s, FALSE);`: what a value leaves behind where it
  // is released may be known already.
  if (llvm::any_of(M.Args,
                   [](const ArgEffect &E) {
                     return E.Action == ArgAction::Releases;
                   }) &&
      isDiscarded(Call.getOriginExpr(), P.C.getLocationContext()))
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
          takesBuffer(Call.parameters().size() > I
                          ? parameterType(Call, I)
                          : Call.getArgExpr(I)->getType()) &&
          Old->Fam == M.ReturnFamily)
        return;
  Record R;
  R.Fam = M.ReturnFamily;
  R.From = actorFor(callee(Call), M, M.ReturnFamily);
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
  const FunctionModel *M = modelOf(Call, P.State);
  // Symbols that the analyzer does not think of: numbers, and whatever a
  // structure carries along by value.
  for (unsigned I = 0; I < Call.getNumArgs(); ++I) {
    const ArgEffect *E = M ? M->effectOn(I) : nullptr;
    if (M && (M->actionOn(I) != ArgAction::Keeps || (E && E->ByReturn)))
      continue;
    SVal V = Call.getArgSVal(I);
    if (V.getAs<nonloc::LazyCompoundVal>() || V.getAs<nonloc::CompoundVal>()) {
      for (SymbolRef S : reachable(V, P.State))
        if (lookUp(P.State, S))
          apply({EventKind::Escape, nonloc::SymbolVal(S)}, P);
    } else if (V.getAs<NonLoc>() || M)
      // The analyzer sends no escape for a pointer to const either.
      if (SymbolRef S = symbolOf(V))
        if (lookUp(P.State, S))
          apply({EventKind::Escape, V}, P);
    // It may have been checked there.
    if (const Record *Known = lookUp(P.State, symbolOf(V));
        Known && !M && V.getAs<Loc>()) {
      Record R = *Known;
      R.Shown = true;
      P.State = remember(P.State, symbolOf(V), R);
    }
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
  const FunctionModel *M = modelOf(Call, P.State);
  useArguments(Call, M, P);
  if (M && !P.Stopped)
    releaseArguments(Call, *M, P);
}

void Engine::afterCall(const CallEvent &Call, Path &P) {
  if (insideModelled(P.C.getLocationContext()))
    return;
  afterOwnerCall(Call, P);
  shownToOthers(Call, P);
  const FunctionModel *M = modelOf(Call, P.State);
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
