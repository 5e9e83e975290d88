//===- Arguments.cpp - The arguments of a call ----------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/Arguments.h"
#include "engine/Values.h"
#include "model/LinkNames.h"
#include "state/Record.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramState.h"

using namespace clang;
using namespace ento;

namespace custody {

SVal argument(const CallEvent &Call, int Index) {
  if (Index < 0 || static_cast<unsigned>(Index) >= Call.getNumArgs())
    return UndefinedVal();
  return Call.getArgSVal(Index);
}

SVal pointee(SVal V, QualType T, ProgramStateRef State) {
  const MemRegion *R = V.getAsRegion();
  if (!R || T.isNull())
    return UnknownVal();
  return State->getSVal(V.castAs<Loc>(), T);
}

const FieldDecl *fieldOf(QualType T, StringRef Name) {
  const RecordDecl *RD = T.isNull() ? nullptr : T->getAsRecordDecl();
  if (!RD || !(RD = RD->getDefinition()))
    return nullptr;
  for (const FieldDecl *F : RD->fields())
    if (F->getName() == Name || F->getName() == ("__" + Name).str())
      return F;
  return nullptr;
}

const FieldDecl *carrier(QualType T) {
  const RecordDecl *R = T.isNull() ? nullptr : T->getAsRecordDecl();
  R = R ? R->getDefinition() : nullptr;
  if (!R || R->isUnion() || R->isInvalidDecl())
    return nullptr;
  if (const auto *Class = dyn_cast<CXXRecordDecl>(R))
    if (!Class->isTrivial() || Class->getNumBases())
      return nullptr;
  const FieldDecl *Found = nullptr;
  for (const FieldDecl *F : R->fields()) {
    if (F->getType()->isIntegralOrEnumerationType())
      continue;
    QualType Pointee = F->getType()->getPointeeType();
    if (Found || !F->getType()->isPointerType() || Pointee.isConstQualified() ||
        Pointee->isFunctionType())
      return nullptr;
    Found = F;
  }
  return Found;
}

SVal carried(SVal Whole, const FieldDecl *Field, ProgramStateRef State) {
  if (auto Copy = Whole.getAs<nonloc::LazyCompoundVal>()) {
    auto L = State->getLValue(Field, loc::MemRegionVal(Copy->getRegion()))
                 .getAs<Loc>();
    // As it was when it was copied: the variable may have had its last use.
    return L ? State->getStateManager().getStoreManager().getBinding(
                   Copy->getStore(), *L, Field->getType())
             : SVal(UnknownVal());
  }
  if (auto Parts = Whole.getAs<nonloc::CompoundVal>()) {
    unsigned I = 0;
    for (SVal Part : *Parts)
      if (I++ == Field->getFieldIndex())
        return Part;
  }
  return UnknownVal();
}

QualType parameterType(const CallEvent &Call, unsigned Index) {
  return Index < Call.parameters().size() ? Call.parameters()[Index]->getType()
                                          : QualType();
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

bool takesBuffer(QualType T) {
  if (T.isNull() || !T->isPointerType())
    return false;
  QualType Pointee = T->getPointeeType();
  return !Pointee.isConstQualified() &&
         (Pointee->isVoidType() || Pointee->isAnyCharacterType());
}

const NamedDecl *callee(const CallEvent &Call) {
  if (const Decl *D = Call.getDecl())
    return cast<NamedDecl>(D);
  // Nothing is known of what is called through other expressions.
  return pointerRead(cast<CallExpr>(Call.getOriginExpr())->getCallee());
}

std::optional<SVal> heldBefore(const ExplodedNode *N, Loc Place, QualType T,
                               llvm::function_ref<bool(SVal)> IsIt) {
  constexpr unsigned Steps = 6; // The nodes of one call's evaluation.
  for (unsigned Step = 0; N && Step < Steps; ++Step, N = N->getFirstPred()) {
    SVal Old = N->getState()->getSVal(Place, T);
    if (IsIt(Old))
      return Old;
  }
  return std::nullopt;
}

std::optional<SVal> heldBefore(const ExplodedNode *N, Loc Place, QualType T,
                               Custody Is, ProgramStateRef State) {
  return heldBefore(N, Place, T, [&](SVal Old) {
    const Record *R = lookUp(State, symbolOf(Old));
    return R && R->State == Is;
  });
}

} // namespace custody
