//===- Statement.h - One sentence about a function in its source -*- C++
//-*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What an attribute or a comment says, whatever its spelling.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_STATEMENT_H
#define CUSTODY_MODEL_STATEMENT_H

#include "clang/AST/Decl.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"

namespace custody {

enum class Verb { Returns, Borrows, Releases, Adopts, Out, Uses };

/// "The result / parameter Index is acquired / released ... as Family".
struct Statement {
  Verb What;
  int Param; ///< -1: the result.
  llvm::StringRef Family;
  clang::SourceLocation At;
  int SizeArg = -1;
  /// `releases F*`: the pointer to release lies where the argument points.
  bool Indirect = false;
  /// Clang's own acquire_handle, whose functions return zero for success.
  bool IsHandle = false;
  /// `malloc(f, n)`: the family is the one that f releases.
  const clang::FunctionDecl *Deallocator = nullptr;
  unsigned DeallocatorParam = 0;
};

/// Called with what cannot be meant.
using MistakeHandler =
    llvm::function_ref<void(clang::SourceLocation, const llvm::Twine &)>;

} // namespace custody

#endif // CUSTODY_MODEL_STATEMENT_H
