//===- InferenceTypes.h - What types say of ownership -----------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_INFERENCETYPES_H
#define CUSTODY_MODEL_INFERENCETYPES_H

#include "model/FunctionModel.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include <optional>
#include <string>

namespace custody {

/// The pointee if \p T is a pointer to something that can be released.
clang::QualType releasablePointee(clang::QualType T);

/// A handle type that the library made for itself: the typedef says more than
/// the integer. Null if \p T is none.
const clang::TypedefNameDecl *handleTypedef(const clang::ASTContext &Ctx,
                                            clang::QualType T);

/// True if both are the same but for qualifiers and typedefs.
bool sameType(clang::QualType A, clang::QualType B);

/// What a function makes: its result, or what it writes through its only
/// `T **` where the result is a status or nothing.
struct Product {
  clang::QualType Type; ///< A pointer or a handle; null if it makes nothing.
  int Out = -1;         ///< The parameter that it is written through.
};
Product productOf(const clang::ASTContext &Ctx, const clang::FunctionDecl *A);

/// True if \p R can release what \p A makes; \p Indirect if it takes the
/// address of the pointer.
bool releases(const clang::ASTContext &Ctx, const clang::FunctionDecl *R,
              const clang::FunctionDecl *A, bool &Indirect);

/// True if \p A has a parameter of the type of \p Made, which it makes, or
/// another place where it may store that, too.
bool takesOwnResult(const clang::FunctionDecl *A, const Product &Made);

/// True if \p A is told of another object that it may change: a parent, a pool,
/// a list that owns what is made (`row_create(tree)`).
bool takesParent(const clang::FunctionDecl *A);

/// True if objects that \p T points to count their references.
bool hasCount(clang::QualType T);

/// The name by which the library calls what \p T points to; empty if it has
/// none.
llvm::StringRef pointeeName(clang::QualType T);

/// When \p A, which writes what it makes through a parameter, has succeeded;
/// nothing if its type leaves that open: some libraries return 0, others 1.
std::optional<Success> successOf(const clang::FunctionDecl *A);

/// What an inferred model rests on, for notes: both functions' declarations.
std::string declarationsOf(const clang::FunctionDecl *Allocator,
                           const clang::FunctionDecl *Releaser);

} // namespace custody

#endif // CUSTODY_MODEL_INFERENCETYPES_H
