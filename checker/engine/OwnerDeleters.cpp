//===- OwnerDeleters.cpp - What the deleter of an owner will release ------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/Engine.h"
#include "engine/Objects.h"
#include "model/BodyScan.h"
#include "state/Places.h"

using namespace clang;
using namespace ento;

namespace custody {
namespace {

/// The lambda that \p E is, or that the variable it names was given.
const LambdaExpr *lambdaOf(const Expr *E) {
  E = stripped(E);
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    if (const auto *V = dyn_cast<VarDecl>(Ref->getDecl()))
      if (const Expr *Init = V->getInit())
        E = stripped(Init);
  // A lambda without captures on its way to a function pointer.
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E))
    if (isa_and_nonnull<CXXConversionDecl>(Call->getMethodDecl()))
      E = stripped(Call->getImplicitObjectArgument());
  return dyn_cast<LambdaExpr>(E);
}

const Expr *deleterArgument(const CallEvent &Call, const ClassModel &M) {
  if (M.DeleterArg < 0 ||
      static_cast<unsigned>(M.DeleterArg) >= Call.getNumArgs())
    return nullptr;
  return Call.getArgExpr(M.DeleterArg);
}

} // namespace

SVal pointerValue(const CallEvent &Call, unsigned Index,
                  ProgramStateRef State) {
  SVal V = Call.getArgSVal(Index);
  const Expr *E = Call.getArgExpr(Index);
  const auto *F = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  bool ByReference = F && Index < F->getNumParams() &&
                     F->getParamDecl(Index)->getType()->isReferenceType();
  if (ByReference && E)
    if (auto L = V.getAs<Loc>())
      return State->getSVal(*L, E->getType());
  return V;
}

/// The deleter of an owner of class \p Class; \p Index is the argument of
/// \p Call that it adopts.
Deleter Engine::deleterOf(const CXXRecordDecl *Class, const ClassModel &M,
                          const CallEvent *Call, unsigned Index,
                          ProgramStateRef State) {
  if (M.Deleter)
    return {true, M.Deleter};
  if (const Expr *E = Call ? deleterArgument(*Call, M) : nullptr) {
    SVal V = Call->getArgSVal(M.DeleterArg);
    const FunctionDecl *F = V.getAsFunctionDecl();
    if (!F && V.getAsRegion() && E->getType()->isPointerType())
      if (auto L = V.getAs<Loc>())
        F = State->getSVal(*L, E->getType()).getAsFunctionDecl();
    if (!F)
      F = functionNamedBy(E);
    if (F)
      return Releases.ofFunction(F);
    // Also inside a std::function.
    if (const LambdaExpr *Lambda = lambdaOf(E))
      return Releases.ofFunctor(Lambda->getLambdaClass());
    return Releases.ofType(E->getType());
  }
  if (M.DeleterType >= 0) {
    QualType T = templateType(Class, M.DeleterType);
    return T.isNull() ? Deleter() : Releases.ofType(T, M.DeleterMethod);
  }
  // shared_ptr<T>(p): as a delete-expression on p itself would.
  QualType Pointee = templateType(Class, M.Pointee);
  if (Pointee.isNull())
    return {};
  if (const Expr *E = Call ? rawPointer(*Call, Index) : nullptr)
    if (!Pointee->isArrayType())
      Pointee = E->getType()->getPointeeType();
  return Releases.ofPointee(Pointee);
}

/// An owner was given the address \p V of a variable, to release what that
/// holds: now, or whenever the owner ends.
void Engine::guard(SVal V, Path &P) {
  const auto *R = dyn_cast_or_null<TypedValueRegion>(V.getAsRegion());
  if (!R)
    return;
  P.State = guardPlace(P.State, R);
  SVal Held = P.State->getSVal(R);
  if (lookUp(P.State, symbolOf(Held)))
    apply({EventKind::Escape, Held}, P);
}

/// A deleter that is a lambda may release what it has captured.
void Engine::guardCaptures(const CallEvent &Call, const ClassModel &M,
                           Path &P) {
  const Expr *E = deleterArgument(Call, M);
  const LambdaExpr *Lambda = E ? lambdaOf(E) : nullptr;
  if (!Lambda)
    return;
  for (const LambdaCapture &Capture : Lambda->captures())
    if (Capture.capturesVariable())
      if (const auto *V = dyn_cast<VarDecl>(Capture.getCapturedVar())) {
        SVal Place = P.State->getLValue(V, P.C.getLocationContext());
        guard(Place, P);
      }
}

/// What has come into a guarded variable is its owner's.
void Engine::escapeGuarded(Path &P) {
  for (const MemRegion *R : guardedPlaces(P.State)) {
    SVal Held = P.State->getSVal(R);
    const Record *Known = lookUp(P.State, symbolOf(Held));
    if (Known && Known->State == Custody::Owned)
      apply({EventKind::Escape, Held}, P);
  }
}

} // namespace custody
