//===- Compat.h - The one place that knows LLVM's version -------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every difference between the LLVM releases that custody is built for lives
// here, behind a function or alias that reads the same for all of them.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_PLUGIN_COMPAT_H
#define CUSTODY_PLUGIN_COMPAT_H

#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/Version.h"
#include "clang/StaticAnalyzer/Core/Checker.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExplodedGraph.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SymbolManager.h"
#include "clang/StaticAnalyzer/Frontend/CheckerRegistry.h"
#include <utility>

namespace custody {
namespace compat {

/// The stock NewDeleteLeaks still reports the loss of what unique_ptr::release
/// returned: it walks through the method, instead of knowing what it does.
#if CLANG_VERSION_MAJOR >= 22
constexpr bool StockFollowsRelease = false;
#else
constexpr bool StockFollowsRelease = true;
#endif

/// The deallocator named by `__attribute__((malloc(f, n)))` and the index from
/// 0 of the parameter it releases; {null, 0} where this clang keeps no record.
inline std::pair<const clang::FunctionDecl *, unsigned>
mallocDeallocator(const clang::FunctionDecl *F) {
#if CLANG_VERSION_MAJOR >= 22
  if (const auto *A = F->getAttr<clang::RestrictAttr>())
    if (const clang::Expr *E = A->getDeallocator())
      if (const auto *Ref =
              llvm::dyn_cast<clang::DeclRefExpr>(E->IgnoreParenImpCasts()))
        if (const auto *D =
                llvm::dyn_cast<clang::FunctionDecl>(Ref->getDecl())) {
          unsigned Index = A->getDeallocatorPtrArgIndex().getASTIndex();
          return {D, Index};
        }
#else
  (void)F;
#endif
  return {nullptr, 0};
}

/// All nodes of \p G, in no certain order.
inline auto nodesOf(const clang::ento::ExplodedGraph &G) {
#if CLANG_VERSION_MAJOR >= 19
  return G.nodes();
#else
  return llvm::make_range(G.nodes_begin(), G.nodes_end());
#endif
}

/// The statement whose evaluation conjured \p S.
inline const clang::Stmt *conjuringStmt(const clang::ento::SymbolConjured *S) {
  return S->getStmt();
}

/// A fresh symbol of type \p T for the value that \p Call wrote or returned.
inline clang::ento::DefinedOrUnknownSVal
conjure(clang::ento::SValBuilder &B, const clang::ento::CallEvent &Call,
        const clang::LocationContext *L, clang::QualType T, unsigned Count,
        const void *Tag) {
#if CLANG_VERSION_MAJOR >= 21
  (void)L;
  return B.conjureSymbolVal(Call, T, Count, Tag);
#else
  return B.conjureSymbolVal(Tag, Call.getOriginExpr(), L, T, Count);
#endif
}

/// A fresh symbol of the type of \p E, which \p C is evaluating.
inline clang::ento::DefinedOrUnknownSVal
conjureAt(clang::ento::CheckerContext &C, const clang::Expr *E,
          const void *Tag) {
  clang::ento::SValBuilder &B = C.getSValBuilder();
#if CLANG_VERSION_MAJOR >= 21
  return B.conjureSymbolVal(Tag, C.getCFGElementRef(), C.getLocationContext(),
                            E->getType(), C.blockCount());
#else
  return B.conjureSymbolVal(Tag, E, C.getLocationContext(), E->getType(),
                            C.blockCount());
#endif
}

/// A number that orders symbols by their birth.
inline unsigned symbolId(clang::ento::SymbolRef S) {
#if CLANG_VERSION_MAJOR >= 21
  return S->getSymbolID();
#else
  const auto *Data = llvm::dyn_cast<clang::ento::SymbolData>(S);
  return Data ? Data->getSymbolID() : 0;
#endif
}

/// What a program point's tag says of itself.
inline llvm::StringRef tagText(const clang::ProgramPointTag *Tag) {
#if CLANG_VERSION_MAJOR >= 21
  return Tag->getDebugTag();
#else
  return Tag->getTagDescription();
#endif
}

/// The canonical type of objects of class \p C.
inline clang::QualType typeOf(const clang::CXXRecordDecl *C,
                              const clang::ASTContext &Ctx) {
#if CLANG_VERSION_MAJOR >= 22
  return Ctx.getCanonicalTagType(C);
#else
  return Ctx.getRecordType(C).getCanonicalType();
#endif
}

/// True for a virtual method that its class leaves to others.
inline bool isPure(const clang::FunctionDecl *F) {
#if CLANG_VERSION_MAJOR >= 18
  return F->isPureVirtual();
#else
  return F->isPure();
#endif
}

inline bool startsWith(llvm::StringRef S, llvm::StringRef Prefix) {
#if CLANG_VERSION_MAJOR >= 16
  return S.starts_with(Prefix);
#else
  return S.startswith(Prefix);
#endif
}

inline bool endsWith(llvm::StringRef S, llvm::StringRef Suffix) {
#if CLANG_VERSION_MAJOR >= 16
  return S.ends_with(Suffix);
#else
  return S.endswith(Suffix);
#endif
}

} // namespace compat
} // namespace custody

/// The head of the bind callback, whose parameters have grown.
#if CLANG_VERSION_MAJOR >= 22
#define CUSTODY_CHECK_BIND                                                     \
  void checkBind(SVal Loc, SVal Val, const Stmt *S, bool, CheckerContext &C)   \
      const
#else
#define CUSTODY_CHECK_BIND                                                     \
  void checkBind(SVal Loc, SVal Val, const Stmt *S, CheckerContext &C) const
#endif

#endif // CUSTODY_PLUGIN_COMPAT_H
