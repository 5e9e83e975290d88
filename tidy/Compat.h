//===- Compat.h - What differs between clang-tidy's releases ----*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the clang-tidy module alone needs; everything else is in
// checker/plugin/Compat.h.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_TIDY_COMPAT_H
#define CUSTODY_TIDY_COMPAT_H

#include "clang-tidy/ClangTidyModule.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/Version.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/StaticAnalyzer/Core/PathDiagnosticConsumers.h"
#if CLANG_VERSION_MAJOR < 22
#include "clang-tidy/ClangTidyModuleRegistry.h"
#endif
#include <memory>

namespace custody {
namespace compat {

/// Lets \p CI refer to \p Ctx, which somebody else owns as well.
inline void shareContext(clang::CompilerInstance &CI, clang::ASTContext &Ctx) {
#if CLANG_VERSION_MAJOR >= 22
  CI.setASTContext(llvm::IntrusiveRefCntPtr<clang::ASTContext>(&Ctx));
#else
  CI.setASTContext(&Ctx);
#endif
}

/// The list that an AnalysisManager takes, and owns, with just \p Consumer.
inline clang::ento::PathDiagnosticConsumers
only(std::unique_ptr<clang::ento::PathDiagnosticConsumer> Consumer) {
  clang::ento::PathDiagnosticConsumers All;
#if CLANG_VERSION_MAJOR >= 22
  All.push_back(std::move(Consumer));
#else
  All.push_back(Consumer.release());
#endif
  return All;
}

} // namespace compat
} // namespace custody

#endif // CUSTODY_TIDY_COMPAT_H
