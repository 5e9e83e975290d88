//===- Deleters.h - What a deleter, destructor or wrapper releases -*- C++ -*-//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads function bodies, without following paths, to answer one question: as
// which family does this callable release what it is given?
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_DELETERS_H
#define CUSTODY_MODEL_DELETERS_H

#include "model/ModelStore.h"
#include "clang/AST/ExprCXX.h"

namespace custody {

/// The answer; a callable without a visible body is not Known.
struct Deleter {
  bool Known = false;
  /// Null with Known: it releases nothing (a no-op deleter).
  const Family *Fam = nullptr;
  /// What is released is not the pointer that it is given, but what that
  /// points to (`close(*fd)`).
  bool Indirect = false;
  /// See ArgEffect.
  bool CallersStorage = false;
  /// Not Known: its body releases as this family, but only on some condition.
  const Family *Perhaps = nullptr;
};

/// The function that \p E names, however it is dressed up (`&f`, a cast).
const clang::FunctionDecl *functionNamedBy(const clang::Expr *E);

class Deleters {
public:
  Deleters(clang::ASTContext &Ctx, ModelStore &Models)
      : Ctx(Ctx), Models(Models) {}

  /// Family of what a new-expression acquires; null when its allocation
  /// function is of the user's own making (an arena, a logging allocator).
  const Family *ofNew(const clang::CXXNewExpr *E);
  /// Family of what a delete-expression releases; null if it fits any.
  const Family *ofDelete(const clang::CXXDeleteExpr *E);

  /// As which family \p F releases its parameter \p Param.
  Deleter ofFunction(const clang::FunctionDecl *F, unsigned Param = 0);
  /// The same for an object of class \p C that is called, or its static
  /// function \p Method.
  Deleter ofFunctor(const clang::CXXRecordDecl *C, llvm::StringRef Method = "");
  /// For a delete-expression on a `T *` or, where \p T is an array, `delete[]`.
  Deleter ofPointee(clang::QualType T);
  /// True if all that \p F does with its parameter \p Param is to tell whether
  /// it is null, or not valid.
  bool onlyAsks(const clang::FunctionDecl *F, unsigned Param);
  /// For a deleter's type: functor, function reference, function pointer
  /// (not Known: the value decides). See ofFunctor() for \p Method.
  Deleter ofType(clang::QualType T, llvm::StringRef Method = "");

  /// The field of \p C that its destructor releases, and as which family, for
  /// each such field; empty when there is none or the release is conditional
  /// on more than the field itself.
  struct OwnedField {
    const clang::FieldDecl *Field;
    const Family *Fam;
  };
  const std::vector<OwnedField> &ownedFields(const clang::CXXRecordDecl *C);
  /// The field that \p Ctor initialises from its parameter \p Param, which may
  /// be an owner by itself; null if there is none.
  const clang::FieldDecl *fieldGiven(const clang::CXXConstructorDecl *Ctor,
                                     unsigned Param);
  /// That field if it is one of ownedFields().
  const OwnedField *adoptedBy(const clang::CXXConstructorDecl *Ctor,
                              unsigned Param);
  const OwnedField *ownedField(const clang::FieldDecl *F);

private:
  const Family *ofOperatorNew(const clang::FunctionDecl *F, bool Array,
                              bool Placement);

  clang::ASTContext &Ctx;
  ModelStore &Models;
  llvm::DenseMap<std::pair<const clang::FunctionDecl *, unsigned>, Deleter>
      Functions;
  llvm::DenseMap<const clang::CXXRecordDecl *, std::vector<OwnedField>> Fields;
  unsigned Depth = 0;
};

} // namespace custody

#endif // CUSTODY_MODEL_DELETERS_H
