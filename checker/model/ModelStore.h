//===- ModelStore.h - Everything known about functions and classes -*- C++ -*-//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The one door to the model room. It merges the four sources of knowledge
// (attributes over user files over the shipped library over inference) and
// caches the answer per declaration, so that a call on the analyzer's path
// costs one pointer look-up.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_MODELSTORE_H
#define CUSTODY_MODEL_MODELSTORE_H

#include "model/FunctionModel.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/DenseMap.h"
#include <functional>
#include <memory>

namespace custody {

/// One thing wrong with a model file.
struct ModelError {
  std::string File;
  unsigned Line = 0, Column = 0; ///< From 1; 0 when the file has no such place.
  std::string Message;           ///< One sentence with the remedy.
};
using ErrorHandler = std::function<void(const ModelError &)>;

class ModelStore {
public:
  /// \p OnError is told of everything wrong in model files and attributes.
  ModelStore(clang::ASTContext &Ctx, ErrorHandler OnError);
  ~ModelStore();

  /// Reads a user model file. Entries that are right are kept even if others
  /// are wrong.
  void loadUserFile(llvm::StringRef Path);

  /// What calling \p F does, or null if nothing is known.
  const FunctionModel *function(const clang::FunctionDecl *F);

  /// What objects of \p C own, or null if nothing is known. For class template
  /// instantiations this is the model of the template.
  const ClassModel *classModel(const clang::CXXRecordDecl *C);

  FamilyTable &families();

private:
  struct Impl;
  std::unique_ptr<Impl> P;
};

/// `a::b::f` without template arguments, inline and anonymous namespaces.
std::string qualifiedName(const clang::NamedDecl *D);

} // namespace custody

#endif // CUSTODY_MODEL_MODELSTORE_H
