//===- FunctionText.h - What a fix must know of its function ----*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Facts of one function's source text, for those who want to edit it. All
// answers are about the text; none about paths.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_RULES_FUNCTIONTEXT_H
#define CUSTODY_RULES_FUNCTIONTEXT_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "clang/AST/ParentMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <string>

namespace custody {

/// How a function uses one of its variables.
struct VariableUse {
  /// Everything that it is initialized with or assigned, in order.
  llvm::SmallVector<const clang::Expr *, 4> Values;
  /// Every place that names it, in order, assignments too.
  llvm::SmallVector<const clang::DeclRefExpr *, 8> Mentions;
  /// Something else may change it: its address is taken, it is captured,
  /// counted up, bound to a reference.
  bool Opaque = false;
};

class FunctionText {
public:
  FunctionText(const clang::Decl &Function, const clang::Stmt &Body,
               const clang::ParentMap &Parents)
      : Ctx(Function.getASTContext()), Function(Function), Body(Body),
        Parents(Parents) {}

  clang::ASTContext &Ctx;
  const clang::Decl &Function;
  const clang::Stmt &Body;

  /// The parent of \p S, whatever parentheses and casts nobody wrote stand
  /// between them.
  const clang::Stmt *parent(const clang::Stmt *S) const;
  /// The innermost T around \p S, or \p S itself; null if there is none.
  template <typename T> const T *around(const clang::Stmt *S) const {
    for (; S; S = Parents.getParent(S))
      if (const auto *Found = llvm::dyn_cast<T>(S))
        return Found;
    return nullptr;
  }
  /// True when \p Inner stands in \p Outer.
  bool isIn(const clang::Stmt *Inner, const clang::Stmt *Outer) const;
  /// True when \p S is a statement of its own, whose value nobody uses.
  bool isStatement(const clang::Stmt *S) const;
  /// The statement after \p S in its block, or null.
  const clang::Stmt *next(const clang::Stmt *S) const;
  void forEach(llvm::function_ref<void(const clang::Stmt *)> Do) const;

  /// True when \p R can be edited: in the main file, outside macros.
  bool isEditable(clang::SourceRange R) const;
  bool isBefore(clang::SourceLocation A, clang::SourceLocation B) const;
  /// What is written at \p R.
  std::string written(clang::SourceRange R) const;
  /// The white space that the line of \p L begins with.
  std::string indent(clang::SourceLocation L) const;
  /// The place just behind the last token of \p R.
  clang::SourceLocation behind(clang::SourceRange R) const;
  /// Behind the `;` that ends \p S; invalid if something else follows.
  clang::SourceLocation behindSemicolon(const clang::Stmt *S) const;

  /// The local variable that \p E is, casts aside; null for anything else.
  const clang::VarDecl *localVariable(const clang::Expr *E) const;
  VariableUse useOf(const clang::VarDecl *V) const;
  /// True when \p E, casts aside, is what \p Source gives: the name of a
  /// function, "new" or "new[]".
  bool isFrom(const clang::Expr *E, llvm::StringRef Source) const;
  /// True when \p E can hold nothing but null and what \p Source gives.
  bool alwaysFrom(const clang::Expr *E, llvm::StringRef Source) const;
  /// True for `!x`, `x == NULL` and the like: \p Tested is then `x`.
  bool isNullTest(const clang::Expr *E, const clang::Expr *&Tested) const;

  /// The one function that the plain name \p Name means at \p At, if it has
  /// one parameter and \p Arg can be given to it as it is; null otherwise.
  const clang::FunctionDecl *callable(llvm::StringRef Name,
                                      const clang::Expr *Arg,
                                      clang::SourceLocation At) const;
  /// True when no declaration and no macro of this name is in sight.
  bool isUnused(llvm::StringRef Name) const;

private:
  const clang::ParentMap &Parents;
};

} // namespace custody

#endif // CUSTODY_RULES_FUNCTIONTEXT_H
