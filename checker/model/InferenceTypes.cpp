//===- InferenceTypes.cpp - What types say of ownership -------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/InferenceTypes.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using llvm::StringRef;

namespace custody {

QualType releasablePointee(QualType T) {
  if (!T->isPointerType())
    return QualType();
  QualType Pointee = T->getPointeeType();
  if (Pointee.isConstQualified() || Pointee->isFunctionType() ||
      Pointee->isDependentType())
    return QualType();
  return Pointee;
}

const TypedefNameDecl *handleTypedef(const ASTContext &Ctx, QualType T) {
  const auto *TT = T->getAs<TypedefType>();
  if (!TT || !T->isIntegerType() || T->isBooleanType())
    return nullptr;
  const TypedefNameDecl *D = TT->getDecl();
  // size_t, int32_t, pid_t ... are everybody's.
  if (Ctx.getSourceManager().isInSystemHeader(D->getLocation()))
    return nullptr;
  return D->getCanonicalDecl();
}

bool sameType(QualType A, QualType B) {
  return A.getCanonicalType().getUnqualifiedType() ==
         B.getCanonicalType().getUnqualifiedType();
}

Product productOf(const ASTContext &Ctx, const FunctionDecl *A) {
  QualType Result = A->getReturnType();
  if (!releasablePointee(Result).isNull())
    return {Result, -1};
  // A status: enumerations, bool, integers; or none.
  Product Made;
  if (Result->isVoidType() || Result->isIntegralOrEnumerationType())
    for (const ParmVarDecl *P : A->parameters()) {
      QualType Place = P->getType();
      if (!Place->isPointerType() || Place->getPointeeType().isConstQualified())
        continue;
      QualType Pointee = releasablePointee(Place->getPointeeType());
      if (Pointee.isNull() || !Pointee->isRecordType())
        continue;
      if (Made.Out >= 0) // Which of the two it makes, nobody says.
        return {};
      Made = {Place->getPointeeType(), int(P->getFunctionScopeIndex())};
    }
  if (Made.Out < 0 && handleTypedef(Ctx, Result))
    return {Result, -1};
  return Made;
}

bool releases(const ASTContext &Ctx, const FunctionDecl *R,
              const FunctionDecl *A, bool &Indirect) {
  if (R->getNumParams() != 1 || R->isVariadic())
    return false;
  QualType Result = R->getReturnType();
  if (!Result->isVoidType() && !Result->isIntegralOrEnumerationType())
    return false;
  QualType Param = R->getParamDecl(0)->getType();
  QualType Value = productOf(Ctx, A).Type;
  if (Value.isNull())
    return false;
  Indirect = false;
  if (const TypedefNameDecl *Handle = handleTypedef(Ctx, Value))
    return handleTypedef(Ctx, Param) == Handle;
  if (releasablePointee(Value).isNull())
    return false;
  if (sameType(Param, Value))
    return true;
  Indirect = Param->isPointerType() && sameType(Param->getPointeeType(), Value);
  return Indirect;
}

bool takesOwnResult(const FunctionDecl *A, const Product &Made) {
  return llvm::any_of(A->parameters(), [&](const ParmVarDecl *P) {
    QualType T = P->getType();
    if (int(P->getFunctionScopeIndex()) == Made.Out)
      return false;
    return sameType(T, Made.Type) ||
           (T->isPointerType() && sameType(T->getPointeeType(), Made.Type));
  });
}

bool takesParent(const FunctionDecl *A) {
  return llvm::any_of(A->parameters(), [](const ParmVarDecl *P) {
    QualType Pointee = P->getType()->getPointeeType();
    return !Pointee.isNull() && Pointee->isRecordType() &&
           !Pointee.isConstQualified();
  });
}

bool hasCount(QualType T) {
  const RecordDecl *R =
      T->isPointerType() ? T->getPointeeType()->getAsRecordDecl() : nullptr;
  if (!R || !(R = R->getDefinition()))
    return false;
  return llvm::any_of(R->fields(), [](const FieldDecl *F) {
    std::string Name = F->getName().lower();
    return StringRef(Name).contains("ref") && !F->getType()->isPointerType() &&
           !F->getType()->isBooleanType();
  });
}

StringRef pointeeName(QualType T) {
  QualType Pointee = T->getPointeeType();
  if (Pointee.isNull())
    return StringRef();
  if (const auto *TT = Pointee->getAs<TypedefType>())
    return TT->getDecl()->getName();
  const RecordDecl *R = Pointee->getAsRecordDecl();
  return R ? R->getName() : StringRef();
}

std::optional<Success> successOf(const FunctionDecl *A) {
  QualType Result = A->getReturnType();
  if (Result->isVoidType())
    return Success::Always;
  if (Result->isBooleanType())
    return Success::NonNull;
  // An enumeration whose zero is called OK.
  if (const auto *E = Result->getAs<EnumType>())
    for (const EnumConstantDecl *C : E->getDecl()->enumerators()) {
      std::string Name = C->getName().lower();
      for (StringRef Word : {"ok", "success", "no_error", "none"})
        if (C->getInitVal() == 0 && StringRef(Name).contains(Word))
          return Success::Zero;
    }
  return std::nullopt;
}

std::string declarationsOf(const FunctionDecl *A, const FunctionDecl *R) {
  return "the declarations of '" + A->getNameAsString() + "' and '" +
         R->getNameAsString() + "'";
}

} // namespace custody
