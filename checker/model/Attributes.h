//===- Attributes.h - Ownership written in the source -----------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads clang's ownership and handle attributes, `malloc(f, n)`, the macros of
// custody/annotations.h and comments that say the same (Comments.h), on any
// redeclaration of a function. What they say
// of a result or a parameter replaces what a file says of it; the rest of the
// file's model stays.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_ATTRIBUTES_H
#define CUSTODY_MODEL_ATTRIBUTES_H

#include "model/Comments.h"
#include "model/FunctionModel.h"
#include "model/ModelError.h"
#include "model/ModelFile.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringMap.h"
#include <functional>

namespace custody {

class Attributes {
public:
  /// The model that files and attributes give a function, or null.
  using KnownFn =
      std::function<const FunctionModel *(const clang::FunctionDecl *)>;
  /// Called with a function and its model found on the way to another's.
  using LearnFn =
      std::function<void(const clang::FunctionDecl *, FunctionModel)>;

  Attributes(clang::ASTContext &Ctx, FamilyScope &Scope,
             const ErrorHandler &OnError, KnownFn Known, LearnFn Learn)
      : Ctx(Ctx), Scope(Scope), OnError(OnError), Known(std::move(Known)),
        Learn(std::move(Learn)), Said(Ctx) {}

  /// True if an attribute or a comment says anything of what \p F does to
  /// ownership.
  bool describes(const clang::FunctionDecl *F);

  /// Lays what the attributes of \p F say over \p M; false if they say only
  /// what is wrong.
  bool overlay(const clang::FunctionDecl *F, FunctionModel &M);

  /// Learns the functions that `malloc(f, n)` anywhere in the translation unit
  /// makes deallocators, which nothing on f itself says. Only the first call
  /// looks, and returns true.
  bool learnDeallocators();

  /// The family that CUSTODY_OWNER names on a record or a field, or null.
  const Family *owner(const clang::Decl *RecordOrField);

private:
  /// What the whole translation unit says of a family in attributes.
  struct Mentions {
    llvm::SmallVector<std::string, 2> Releasers;
    llvm::SmallVector<clang::QualType, 2> Values; ///< Canonical, as acquired.
  };

  clang::ASTContext &Ctx;
  FamilyScope &Scope;
  const ErrorHandler &OnError;
  KnownFn Known;
  LearnFn Learn;
  Comments Said;
  bool InDeallocator = false; ///< Two functions may name each other.
  llvm::StringMap<Mentions> Mentioned;
  bool Collected = false, DeallocatorsLearnt = false;
  llvm::DenseSet<unsigned> Reported; ///< Places of attributes.

  Family &family(llvm::StringRef Name, clang::QualType Value);
  const Family *releasedBy(const clang::FunctionDecl *Deallocator,
                           unsigned Index, clang::QualType Value);
  void collectMentions();
  void collect(const clang::FunctionDecl *F);
  bool pointsToValue(llvm::StringRef Name, clang::QualType Param);
  void error(clang::SourceLocation At, const llvm::Twine &Message);
};

} // namespace custody

#endif // CUSTODY_MODEL_ATTRIBUTES_H
