//===- InferenceUses.cpp - What leaves a value with the caller ------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// References that are taken, and functions that work on a handle.
//
//===----------------------------------------------------------------------===//

#include "model/InferenceLookup.h"
#include "model/InferenceTypes.h"
#include "model/NameWords.h"

using namespace clang;
using llvm::StringRef;

namespace custody {

/// `x_ref(x)` beside `x_unref`, `x_up_ref(x)` beside `x_free`: one more
/// reference.
std::optional<FunctionModel> Inference::inferReference(const FunctionDecl *F) {
  SplitName Name(F->getName());
  unsigned Count = Name.Words.size();
  if (F->getNumParams() != 1 || Count < 2 ||
      !isOneOf(Name.lastWord(), ReferencingVerbs))
    return std::nullopt;
  QualType Handle = F->getParamDecl(0)->getType();
  // "up_ref" and "add_ref" are two words.
  unsigned Verb = Count - 1;
  if (Count > 2 && isOneOf(Name.word(Verb - 1), {"up", "add"}))
    --Verb;
  std::optional<FunctionModel> Releaser;
  for (StringRef V : {"unref", "release", "free"})
    lookup(F, Name.with(Verb, V, 0), [&](const FunctionDecl *R) {
      if (!Releaser && R->getNumParams() == 1 &&
          sameType(R->getParamDecl(0)->getType(), Handle) && !Known(R) &&
          eligible(R))
        Releaser = inferReleaser(R);
    });
  if (!Releaser || Releaser->effectOn(0)->Fam->Kind != FamilyKind::Refcounted)
    return std::nullopt;
  FunctionModel M;
  ArgEffect E;
  E.Action = ArgAction::Retains;
  E.Fam = Releaser->effectOn(0)->Fam;
  M.Args.push_back(E);
  if (sameType(F->getReturnType(), Handle))
    M.Returns = ReturnAction::Argument;
  M.OnSuccess = Success::Always;
  M.From = Source::Inferred;
  M.Origin = Releaser->Origin;
  return M;
}

/// `db_query(db, ...)` beside `db_open` and `db_close` works on the handle and
/// leaves it with the caller.
std::optional<FunctionModel> Inference::inferUse(const FunctionDecl *F) {
  if (F->getNumParams() == 0)
    return std::nullopt;
  QualType Handle = F->getParamDecl(0)->getType();
  if (!Handle->isPointerType() && !handleTypedef(Ctx, Handle))
    return std::nullopt;
  // `x_next(x)` may give back what it goes on from.
  if (sameType(F->getReturnType(), Handle))
    return std::nullopt;
  SplitName Name(F->getName());
  bool AtOnce = false;
  for (unsigned I = 0, E = Name.Words.size(); I != E; ++I)
    AtOnce |= isOneOf(Name.word(I), WalkingVerbs);
  // A function that is given a callback may come back to the handle later.
  for (const ParmVarDecl *P : F->parameters())
    if (P->getType()->isFunctionPointerType() && !AtOnce)
      return std::nullopt;
  for (unsigned I = 0, E = Name.Words.size(); I != E; ++I)
    if (isOneOf(Name.word(I), KeepingWords) ||
        isOneOf(Name.word(I), CountingVerbs) ||
        isOneOf(Name.word(I), ReleasingVerbs))
      return std::nullopt;
  // The words before the verb name the handle.
  for (unsigned Prefix = Name.Words.size(); Prefix-- > 1;) {
    if (!isOneOf(Name.word(Prefix), UsingVerbs))
      continue;
    std::optional<FunctionModel> Releaser;
    auto Try = [&](std::string Candidate) {
      lookup(F, Candidate, [&](const FunctionDecl *R) {
        if (Releaser || R->getNumParams() != 1 ||
            !sameType(R->getParamDecl(0)->getType(), Handle) || Known(R) ||
            !eligible(R))
          return;
        Releaser = inferReleaser(R);
      });
    };
    for (StringRef Verb : ReleasingVerbs) {
      Try(Name.with(Prefix, Verb, 0));
      Try(Name.before(Prefix, Verb));
    }
    if (!Releaser)
      continue;
    FunctionModel M;
    ArgEffect E;
    E.Fam = Releaser->effectOn(0)->Fam;
    M.Args.push_back(E);
    M.OnSuccess = Success::Always;
    M.Rest = ArgAction::Keeps;
    M.From = Source::Inferred;
    M.Origin = Releaser->Origin;
    return M;
  }
  return std::nullopt;
}

} // namespace custody
