//===- BodyScan.h - What one body does to one value -------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Walks through the body of a deleter, wrapper or destructor and asks what it
// certainly does to a parameter or field. "Certainly" leaves room for a check
// against null, -1 and the like, and for nothing else: a deleter with a switch
// in it, or one that counts references, may do anything.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_BODYSCAN_H
#define CUSTODY_MODEL_BODYSCAN_H

#include "model/Deleters.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>

namespace custody {

class BodyScan {
public:
  BodyScan(clang::ASTContext &Ctx, Deleters &Others,
           const clang::ValueDecl *What)
      : Ctx(Ctx), Others(Others) {
    Names.push_back({What, 0});
  }

  /// What \p Body does to the value.
  Deleter run(const clang::Stmt *Body);
  /// True if \p F does no more than tell whether there is a value at all.
  bool onlyAsks(const clang::FunctionDecl *F);
  /// How many times the value must be dereferenced to get \p E, which is -1
  /// for its address; nothing where \p E is something else.
  std::optional<int> levelOf(const clang::Expr *E) const;

private:
  void scan(const clang::Stmt *S, bool Conditional);
  void scanCall(const clang::CallExpr *Call, bool Conditional);
  void follow(const clang::CXXMemberCallExpr *Call, bool Conditional);
  void found(const Deleter &D, int Level, bool Conditional);
  bool mentions(const clang::Stmt *S) const;
  bool isConstant(const clang::Expr *E) const;
  bool asksForNull(const clang::CallExpr *Call);
  bool isNullCheck(const clang::Expr *E);

  clang::ASTContext &Ctx;
  Deleters &Others;
  /// The value, and local variables that hold it, with the number of times
  /// each must be dereferenced to get the value (-1: it is a reference to it).
  llvm::SmallVector<std::pair<const clang::ValueDecl *, int>, 2> Names;
  /// Parameters of followed methods that are null.
  llvm::SmallPtrSet<const clang::ValueDecl *, 2> Nulls;
  /// Methods of the same object under way.
  llvm::SmallVector<const clang::FunctionDecl *, 2> Followed;
  Deleter Result;
  /// A function out of sight was given it.
  bool Unseen = false;
  /// It is released on some condition, or in more than one way.
  bool Uncertain = false;
  /// The body may have been left before this point.
  bool MayHaveLeft = false;
};

/// \p E without parentheses, casts, and wrappers that change no value.
const clang::Expr *stripped(const clang::Expr *E);

} // namespace custody

#endif // CUSTODY_MODEL_BODYSCAN_H
