//===- LinkNames.h - One name in all units ----------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the declarations of one thing in many units have in common: see `Symbol`
// and `PlaceName` in facts/Facts.h.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_LINKNAMES_H
#define CUSTODY_MODEL_LINKNAMES_H

#include "facts/Facts.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/Mangle.h"
#include <optional>
#include <set>
#include <unordered_map>

namespace custody {

/// The field or variable from which \p Callee reads the address of the function
/// to call; null if it is something else.
const clang::ValueDecl *pointerRead(const clang::Expr *Callee);

class LinkNames {
public:
  explicit LinkNames(clang::ASTContext &Ctx) : Ctx(Ctx), Mangled(Ctx) {}

  /// The function's own name.
  const Symbol &function(const clang::FunctionDecl *F);
  /// The name of what a call of \p F reaches: for a virtual method, whatever
  /// overrides it.
  Symbol called(const clang::FunctionDecl *F);
  /// Empty for what is no place: local variables, fields of nameless records.
  const PlaceName &place(const clang::ValueDecl *FieldOrVariable);
  /// The name of what the container \p C holds: a field, a variable that
  /// outlives its function, a parameter, or what the function returns. Empty
  /// for others.
  PlaceName elements(const clang::ValueDecl *C);
  /// What a container holds that \p F returns, or fills through \p Argument.
  PlaceName elementsBy(const clang::FunctionDecl *F,
                       std::optional<unsigned> Argument);
  /// The places from which everything comes that the container \p C holds for
  /// those who read it; nothing if that is not known.
  const std::set<PlaceName> &elementSources(const clang::ValueDecl *C);
  /// The place through which \p Callee reads the function's address; empty if
  /// it is something else.
  Symbol calledThrough(const clang::Expr *Callee);

  /// "a.c:12", with the file as it was named.
  std::string where(clang::SourceLocation At) const;

private:
  std::string fileOf(const clang::Decl *D) const;

  clang::ASTContext &Ctx;
  clang::ASTNameGenerator Mangled;
  /// References to the names stay good.
  std::unordered_map<const clang::Decl *, std::string> Names;
  std::unordered_map<const clang::Decl *, std::set<PlaceName>> Sources;
};

} // namespace custody

#endif // CUSTODY_MODEL_LINKNAMES_H
