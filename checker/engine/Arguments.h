//===- Arguments.h - The arguments of a call --------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_ENGINE_ARGUMENTS_H
#define CUSTODY_ENGINE_ARGUMENTS_H

#include "state/Ownership.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExplodedGraph.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <optional>

namespace custody {

/// Argument \p Index of \p Call; undefined if it has none (or Index is -1).
clang::ento::SVal argument(const clang::ento::CallEvent &Call, int Index);

/// What pointer argument \p V points to, as a value of type \p T.
clang::ento::SVal pointee(clang::ento::SVal V, clang::QualType T,
                          clang::ento::ProgramStateRef State);

/// The field called \p Name, or with the underscores that C libraries put
/// before it where the name is not theirs to take.
const clang::FieldDecl *fieldOf(clang::QualType T, llvm::StringRef Name);

/// The type of a declared parameter, or none.
clang::QualType parameterType(const clang::ento::CallEvent &Call,
                              unsigned Index);

/// What argument \p Index points to, as its caller wrote it.
clang::QualType pointeeType(const clang::ento::CallEvent &Call, unsigned Index);

/// A library function that takes such a pointer fills or changes the bytes.
bool takesBuffer(clang::QualType T);

/// The declaration of what is called, which has a name where there is a model.
const clang::NamedDecl *callee(const clang::ento::CallEvent &Call);

/// What \p Place, read as \p T, held before the call that has just been
/// evaluated up to \p N: the last value that \p IsIt accepts. (The analyzer
/// forgets what a call without a body may have changed.)
std::optional<clang::ento::SVal>
heldBefore(const clang::ento::ExplodedNode *N, clang::ento::Loc Place,
           clang::QualType T, llvm::function_ref<bool(clang::ento::SVal)> IsIt);

/// The same for a value of which \p State now says that it is \p Is.
std::optional<clang::ento::SVal> heldBefore(const clang::ento::ExplodedNode *N,
                                            clang::ento::Loc Place,
                                            clang::QualType T, Custody Is,
                                            clang::ento::ProgramStateRef State);

/// The field that carries what a structure of type \p T, passed by value, owns:
/// its only pointer, beside numbers (a buffer with its length). Null if there
/// is none, or if \p T is something else.
const clang::FieldDecl *carrier(clang::QualType T);

/// What \p Field holds in the structure \p Whole, passed by value.
clang::ento::SVal carried(clang::ento::SVal Whole,
                          const clang::FieldDecl *Field,
                          clang::ento::ProgramStateRef State);

} // namespace custody

#endif // CUSTODY_ENGINE_ARGUMENTS_H
