//===- Objects.h - Classes and regions of objects ---------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_ENGINE_OBJECTS_H
#define CUSTODY_ENGINE_OBJECTS_H

#include "clang/AST/DeclTemplate.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"

namespace custody {

/// The whole object that \p V is or is a base of.
inline const clang::ento::MemRegion *objectRegion(clang::ento::SVal V) {
  using namespace clang::ento;
  const MemRegion *R = V.getAsRegion();
  while (R && llvm::isa<CXXBaseObjectRegion, CXXDerivedObjectRegion>(R))
    R = llvm::cast<SubRegion>(R)->getSuperRegion();
  return R;
}

/// True when \p Part is \p Whole or lies in it.
inline bool liesIn(const clang::ento::MemRegion *Part,
                   const clang::ento::MemRegion *Whole) {
  return Whole && (Part == Whole || Part->isSubRegionOf(Whole));
}

inline const clang::CXXRecordDecl *classOf(clang::QualType T) {
  return T.isNull() ? nullptr : T.getNonReferenceType()->getAsCXXRecordDecl();
}

/// Template argument \p Index of \p C where that is a type.
inline clang::QualType templateType(const clang::CXXRecordDecl *C,
                                    unsigned Index) {
  using namespace clang;
  const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(C);
  if (!Spec || Index >= Spec->getTemplateArgs().size())
    return QualType();
  const TemplateArgument &A = Spec->getTemplateArgs()[Index];
  return A.getKind() == TemplateArgument::Type ? A.getAsType() : QualType();
}

/// The raw pointer among \p Call's arguments \p Index, else null.
inline const clang::Expr *rawPointer(const clang::ento::CallEvent &Call,
                                     unsigned Index) {
  if (Index >= Call.getNumArgs())
    return nullptr;
  const clang::Expr *E = Call.getArgExpr(Index);
  return E && E->getType()->isPointerType() ? E : nullptr;
}

/// The value of argument \p Index; a pointer passed by reference is read.
clang::ento::SVal pointerValue(const clang::ento::CallEvent &Call,
                               unsigned Index,
                               clang::ento::ProgramStateRef State);

} // namespace custody

#endif // CUSTODY_ENGINE_OBJECTS_H
