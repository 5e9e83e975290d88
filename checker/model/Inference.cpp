//===- Inference.cpp - Ownership read off declarations --------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/Inference.h"
#include "model/InferenceLookup.h"
#include "model/InferenceTypes.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using llvm::StringRef;

namespace custody {

bool Inference::exists(const FunctionDecl *Beside, StringRef Name) const {
  bool Exists = false;
  lookup(Beside, Name, [&](const FunctionDecl *) { Exists = true; });
  return Exists;
}

/// True if the declaration of \p F may be read for what it promises.
bool Inference::eligible(const FunctionDecl *F) const {
  if (!F->getIdentifier() || F->isImplicit() || F->getBuiltinID() ||
      F->isTemplated() ||
      F->getTemplateSpecializationKind() != TSK_Undeclared ||
      !F->getType()->getAs<FunctionProtoType>() || F->hasBody())
    return false;
  if (const auto *M = dyn_cast<CXXMethodDecl>(F))
    if (M->isInstance())
      return false;
  // The C and C++ libraries are modelled by hand; what is not modelled there
  // is better left alone.
  if (F->isInStdNamespace())
    return false;
  const SourceManager &SM = Ctx.getSourceManager();
  SourceLocation At = SM.getExpansionLoc(F->getLocation());
  if (SM.isInSystemHeader(At)) {
    StringRef File = SM.getFilename(At);
    for (StringRef Folder : {"/bits/", "/sys/", "/c++/"})
      if (File.find(Folder) != StringRef::npos)
        return false;
  }
  return true;
}

std::optional<FunctionModel> Inference::inferAllocator(const FunctionDecl *F) {
  auto Pair = pairing(F);
  if (!Pair)
    return std::nullopt;
  FunctionModel M;
  Product Made = productOf(Ctx, F);
  if (Made.Out >= 0) {
    ArgEffect E;
    E.Index = Made.Out;
    E.Action = ArgAction::WritesOwned;
    E.Fam = Pair->Fam;
    M.Args.push_back(E);
    M.OnSuccess = successOf(F).value_or(Success::Always);
  } else {
    M.Returns = ReturnAction::Owned;
    M.ReturnFamily = Pair->Fam;
    M.OnSuccess =
        Made.Type->isPointerType() || Made.Type->isUnsignedIntegerType()
            ? Success::NonNull
            : Success::NonNegative;
  }
  // What else the call does to its arguments, nobody has said.
  M.Rest = ArgAction::Keeps;
  M.From = Source::Inferred;
  M.Origin = declarationsOf(F, Pair->Releaser);
  // `config_free` alone does not lead to `config_new_with_name`.
  if (!Known(Pair->Releaser))
    Learn(Pair->Releaser, releaserModel(F, *Pair));
  return M;
}

std::optional<FunctionModel> Inference::infer(const FunctionDecl *F) {
  if (!eligible(F))
    return std::nullopt;
  if (auto M = inferGenerated(F))
    return M;
  if (auto M = inferAllocator(F))
    return M;
  if (auto M = inferReleaser(F))
    return M;
  if (auto M = inferStorage(F))
    return M;
  if (auto M = inferReference(F))
    return M;
  return inferUse(F);
}

} // namespace custody
