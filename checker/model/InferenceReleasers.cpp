//===- InferenceReleasers.cpp - What a release function releases ----------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/InferenceLookup.h"
#include "model/InferenceTypes.h"
#include "model/NameWords.h"

using namespace clang;
using llvm::StringRef;

namespace custody {

FunctionModel Inference::releaserModel(const FunctionDecl *A,
                                       const Pairing &Pair) const {
  FunctionModel M;
  ArgEffect E;
  E.Action = ArgAction::Releases;
  E.Fam = Pair.Fam;
  E.Indirect = Pair.Indirect;
  SplitName Name(Pair.Releaser->getName());
  for (unsigned I = 0, N = Name.Words.size(); I != N; ++I)
    for (StringRef Verb : PreparingVerbs)
      E.CallersStorage |= exists(Pair.Releaser, Name.with(I, Verb, N - I - 1));
  M.Args.push_back(E);
  M.OnSuccess = Success::Always;
  M.From = Source::Inferred;
  M.Origin = declarationsOf(A, Pair.Releaser);
  return M;
}

std::optional<FunctionModel> Inference::inferReleaser(const FunctionDecl *F) {
  if (F->getNumParams() != 1)
    return std::nullopt;
  SplitName Name(F->getName());
  std::optional<FunctionModel> Result;
  const Family *Fam = nullptr;
  bool Contradiction = false;
  for (unsigned I = 0, E = Name.Words.size(); I != E && E > 1; ++I)
    for (const AllocatorVerb &V : AllocatorVerbs) {
      if (!isOneOf(Name.word(I), V.Releasers) &&
          !(isOneOf(Name.word(I), UnreferencingVerbs) &&
            V.How != Strength::Parsing))
        continue;
      lookup(F, Name.with(I, V.Verb, E - I - 1), [&](const FunctionDecl *A) {
        bool Indirect;
        if (!releases(Ctx, F, A, Indirect))
          return;
        const Family *Here = nullptr;
        if (const FunctionModel *M = Known(A)) {
          const ArgEffect *Out = M->effectOn(productOf(Ctx, A).Out);
          if (M->Returns == ReturnAction::Owned)
            Here = M->ReturnFamily;
          else if (Out && Out->Action == ArgAction::WritesOwned)
            Here = Out->Fam;
        } else if (auto Pair = pairing(A)) {
          if (Pair->Releaser == F->getCanonicalDecl())
            Here = Pair->Fam;
        }
        if (!Here)
          return;
        Contradiction |= Fam && !sameFamily(Fam, Here);
        Fam = Here;
        if (!Result)
          Result = releaserModel(A, {F->getCanonicalDecl(), Here, Indirect});
      });
    }
  if (Contradiction)
    return std::nullopt;
  return Result;
}

} // namespace custody
