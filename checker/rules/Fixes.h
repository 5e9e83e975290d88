//===- Fixes.h - Edits that mend a finding ----------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A fix is offered only where the right code is certain: the value can come
// from nowhere else, the right function is declared, takes the value and means
// the same name there, and nothing of it stands in a macro. A fix that might
// not compile, or might exchange one defect for another, is worse than none.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_RULES_FIXES_H
#define CUSTODY_RULES_FIXES_H

#include "rules/Finding.h"
#include "rules/FunctionText.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExplodedGraph.h"

namespace custody {

/// The edits of one fix, all of which belong together.
using Fix = llvm::SmallVector<clang::FixItHint, 4>;

/// The fix of \p F, which \p Site committed on the path that ends in \p End;
/// empty when none is certain.
Fix fixFor(const Finding &F, const clang::ento::ExplodedNode *Site,
           const clang::ento::ExplodedNode *End);

/// mem-03: the release function or the form of `delete` that fits.
Fix fixReleaser(const Finding &F, const clang::Stmt *Release,
                const FunctionText &Text);
/// mem-03: a unique_ptr that calls the right function.
Fix fixOwner(const Finding &F, const clang::Stmt *Construction,
             const FunctionText &Text);
/// own-06: the result of realloc goes into a temporary first.
Fix fixOverwriting(const Finding &F, const clang::Stmt *Assignment,
                   const FunctionText &Text);
/// ffi-03: a release before an early return.
Fix fixEarlyReturn(const Finding &F, const clang::Stmt *At,
                   const clang::ento::ExplodedNode *End,
                   const FunctionText &Text);

} // namespace custody

#endif // CUSTODY_RULES_FIXES_H
