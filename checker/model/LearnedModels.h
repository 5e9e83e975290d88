//===- LearnedModels.h - What other units teach -----------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Models of functions whose bodies are in other files of the program, and the
// families of what its fields and global variables hold, as the facts of those
// files came to (see facts/Solve.h).
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_LEARNEDMODELS_H
#define CUSTODY_MODEL_LEARNEDMODELS_H

#include "facts/Learned.h"
#include "model/FunctionModel.h"
#include "model/LinkNames.h"
#include "model/ModelFile.h"
#include <optional>

namespace custody {

class LearnedModels {
public:
  LearnedModels(clang::ASTContext &Ctx, FamilyScope &Families)
      : Families(Families), Names(Ctx) {}

  /// Adds what Learned::serialized() wrote. Returns what is wrong with it,
  /// empty if nothing is.
  std::string read(llvm::StringRef Text) { return Known.parse(Text); }

  /// What was learnt of \p F, unless its body is here to be looked at.
  std::optional<FunctionModel> function(const clang::FunctionDecl *F);
  /// What a call does whose callee is \p Callee, a pointer to a function.
  std::optional<FunctionModel> calledThrough(const clang::Expr *Callee);

  struct Content {
    const Family *Fam = nullptr;
    std::string Where; ///< One of the places that store it.
  };
  /// What every value in a field or a global variable is; Fam is null if that
  /// is not known.
  Content contentOf(const clang::ValueDecl *FieldOrVariable);
  /// What every element of \p Container is; Fam is null if that is not known.
  Content elementsOf(const clang::ValueDecl *Container);

private:
  FamilyScope &Families;
  LinkNames Names;
  Learned Known;

  const Family *family(const std::string &Name);
  FunctionModel model(const LearnedFunction &F);
};

} // namespace custody

#endif // CUSTODY_MODEL_LEARNEDMODELS_H
