//===- ModelStore.h - Everything known about functions and classes -*- C++ -*-//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The one door to the model room. It merges the five sources of knowledge
// (attributes over user files over the shipped library over what other files
// teach over inference) and caches the answer per declaration, so that a call
// on the analyzer's path costs one pointer look-up.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_MODELSTORE_H
#define CUSTODY_MODEL_MODELSTORE_H

#include "model/FunctionModel.h"
#include "model/LearnedModels.h"
#include "model/ModelError.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclObjC.h"
#include "llvm/ADT/DenseMap.h"
#include <memory>

namespace custody {

class ModelStore {
public:
  /// \p OnError is told of everything wrong in model files and attributes.
  ModelStore(clang::ASTContext &Ctx, ErrorHandler OnError);
  ~ModelStore();

  /// Reads a user model file. Entries that are right are kept even if others
  /// are wrong.
  void loadUserFile(llvm::StringRef Path);

  /// Reads what was learnt of the program's other files.
  void loadLearnt(llvm::StringRef Path);

  /// What calling \p F does, or null if nothing is known.
  const FunctionModel *function(const clang::FunctionDecl *F);

  /// What a call does whose callee \p Callee is a pointer to a function, or
  /// null if nothing is known.
  const FunctionModel *calledThrough(const clang::Expr *Callee);

  /// What sending the message \p M does, or null if no file tells.
  const FunctionModel *method(const clang::ObjCMethodDecl *M);

  /// What objects of \p C own, or null if nothing is known. For class template
  /// instantiations this is the model of the template.
  const ClassModel *classModel(const clang::CXXRecordDecl *C);

  FamilyTable &families();

  /// The family \p Name if a user file, the shipped library, an attribute or
  /// an inference has declared it, else null. Unlike families().find() it reads
  /// the shipped file that declares it.
  const Family *family(llvm::StringRef Name);

  /// What other files teach of a field's or a global variable's values; Fam is
  /// null if they teach nothing.
  LearnedModels::Content contentOf(const clang::ValueDecl *FieldOrVariable);
  /// What \p Container, of the standard library, holds; see LearnedModels.
  LearnedModels::Content elementsOf(const clang::ValueDecl *Container);

  /// The family that CUSTODY_OWNER names on a record or a field, or null.
  const Family *ownerFamily(const clang::Decl *RecordOrField);

private:
  struct Impl;
  std::unique_ptr<Impl> P;
};

/// `a::b::f` without template arguments, inline and anonymous namespaces.
std::string qualifiedName(const clang::NamedDecl *D);

/// As models and messages name an Objective-C method: `-[NSData bytes]`.
std::string bracketedName(const clang::ObjCMethodDecl *M);

/// True if a value of \p T can be a value of \p Fam.
bool canHold(clang::QualType T, const Family *Fam);

/// True if a model of \p Modelled speaks of a function called \p Actual:
/// `std::free` and `free` are one function.
bool sameFunctionName(llvm::StringRef Modelled, llvm::StringRef Actual);

} // namespace custody

#endif // CUSTODY_MODEL_MODELSTORE_H
