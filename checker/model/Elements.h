//===- Elements.h - What containers of pointers hold ------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The analyzer does not look into the methods of the standard library's
// containers: `v[i]` and `*it` are references to something. Which container
// they lead into can be read off the source.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_ELEMENTS_H
#define CUSTODY_MODEL_ELEMENTS_H

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"

namespace custody {

/// \p E without what the compiler puts around an expression: casts, temporaries
/// and their copies.
const clang::Expr *bare(const clang::Expr *E);

/// What a container of the standard library holds, of a map the values; null if
/// \p T, or what it refers to, is no such container.
clang::QualType elementType(clang::QualType T);

/// The field or variable of container type that \p E names, also through a
/// local reference; null if it is something else.
const clang::ValueDecl *containerNamedBy(const clang::Expr *E);

/// The container that \p E, an iterator, a reference or a pointer, leads into;
/// null if that cannot be told.
const clang::ValueDecl *containerBehind(const clang::Expr *E);

} // namespace custody

#endif // CUSTODY_MODEL_ELEMENTS_H
