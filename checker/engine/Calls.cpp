//===- Calls.cpp - What a modelled call does to its arguments -------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a call takes is taken before its body is looked at; what it gives is
// given after (Results.cpp). In between the analyzer may walk through the body,
// where everything is ignored: the model has spoken for it.
//
//===----------------------------------------------------------------------===//

#include "engine/Arguments.h"
#include "engine/Engine.h"

using namespace clang;
using namespace ento;

namespace custody {
namespace {

/// True for an argument that `...` takes.
bool isVariadic(const CallEvent &Call, unsigned Index) {
  const auto *F = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  return F && F->isVariadic() && Index >= F->getNumParams();
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
  for (SymbolRef S : reachable(V, State, /*AndWhatIsThere=*/true))
    if (const Record *R = lookUp(State, S))
      if (R->Fam && sameFamily(R->Fam, E.Fam) &&
          S->getType()->isIntegralOrEnumerationType())
        Found.push_back(nonloc::SymbolVal(S));
  return Found;
}

/// True for `(struct base *)p` where what \p p points to begins with a base:
/// who declares such a structure may allocate it for the base's release
/// function.
bool isDerivedObject(const Expr *Arg, QualType Param) {
  auto RecordOf = [](QualType T) {
    QualType Pointee = T.isNull() ? T : T->getPointeeType();
    return Pointee.isNull() ? nullptr : Pointee->getAsRecordDecl();
  };
  const RecordDecl *Base = RecordOf(Param);
  const RecordDecl *R =
      Arg ? RecordOf(Arg->IgnoreParenCasts()->getType()) : nullptr;
  if (!Base || !R || R->getCanonicalDecl() == Base->getCanonicalDecl())
    return false;
  while (R && (R = R->getDefinition()) && !R->field_empty()) {
    R = R->field_begin()->getType()->getAsRecordDecl();
    if (R && R->getCanonicalDecl() == Base->getCanonicalDecl())
      return true;
  }
  return false;
}

bool isOperatorDelete(const CallEvent &Call) {
  const auto *F = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  return F && (F->getOverloadedOperator() == OO_Delete ||
               F->getOverloadedOperator() == OO_Array_Delete);
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
        Action == ArgAction::Compares || Action == ArgAction::Drops)
      continue;
    // `%p` shows the pointer, not what it points to.
    const Expr *Arg = Call.getArgExpr(I);
    if (M && isVariadic(Call, I) && Arg && Arg->getType()->isVoidPointerType())
      continue;
    // A number is a handle only where the model says so.
    const ArgEffect *E = M ? M->effectOn(I) : nullptr;
    if (!V.getAs<Loc>() && (!E || !E->Fam))
      continue;
    // A function of the program's own that only looks whether it is null, or
    // releases it once more.
    if (R->State == Custody::Released && !M)
      if (const auto *F = dyn_cast_or_null<FunctionDecl>(D);
          F && F->hasBody() && I < F->getNumParams()) {
        if (Releases.onlyAsks(F, I))
          continue;
        Deleter Body = Releases.ofFunction(F, I);
        if (Body.Known && Body.Fam && !Body.Indirect) {
          apply({EventKind::Release, V,
                 actor(Actor(F->getNameAsString(), Body.Fam)), Body.Fam},
                P);
          continue;
        }
      }
    // What could have been adopted is not const, whether it is or not.
    bool Looks = M && M->From == Source::Shipped && Action == ArgAction::Uses &&
                 !(E && E->If);
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

void Engine::disown(const Event &Ev, Path &P) {
  SymbolRef Sym = symbolOf(Ev.Value);
  if (!Sym || !classify(Ev.Value, P.State).atStart())
    return;
  Record R = recordOf(Sym, P.State);
  // What the path has not seen come to be is the caller's from now on, too.
  if (R.State != Custody::Adopted && R.State != Custody::Unknown &&
      R.State != Custody::Escaped)
    return;
  R.State = Custody::Owned;
  if (!R.Fam)
    R.Fam = Ev.Fam;
  R.From = Ev.By;
  R.OwnerRegion = nullptr;
  R.OwnerSym = nullptr;
  R.SoftOwner = false;
  acquire(Sym, R, P);
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
    if (const FieldDecl *Field = carrier(parameterType(Call, E.Index))) {
      Ev.Value = carried(Ev.Value, Field, P.State);
      // What such a structure leads to on the stack is no value of its own.
      if (!symbolOf(Ev.Value))
        continue;
    }
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
    Ev.CallersStorage =
        E.CallersStorage || (M.From == Source::Inferred &&
                             isDerivedObject(Call.getArgExpr(E.Index),
                                             parameterType(Call, E.Index)));
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
      if (Ev.Align.isUndef() && isOperatorDelete(Call))
        Ev.Align = alignmentOf(QualType(), P);
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
    case ArgAction::Drops:
      Ev.Kind = EventKind::ReleaseByOwner;
      Ev.By = asOwner(Ev.By);
      break;
    case ArgAction::Disowns:
      disown(Ev, P);
      continue;
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

void Engine::escapeByValue(const CallEvent &Call, const FunctionModel *M,
                           Path &P) {
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
  if (Learns)
    Learns->filling(Call, P.State);
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
  recallAnswer(Call, P);
  afterOwnerCall(Call, P);
  shownToOthers(Call, P);
  const FunctionModel *M = modelOf(Call, P.State);
  if (!P.C.wasInlined)
    escapeByValue(Call, M, P);
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
  if (Learns && !P.C.wasInlined)
    P.State = Learns->called(Call, M, P.State);
}

} // namespace custody
