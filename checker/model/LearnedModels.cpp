//===- LearnedModels.cpp - What other units teach -------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/LearnedModels.h"
#include "model/LearnedEffects.h"

using namespace clang;

namespace custody {

const Family *LearnedModels::family(const std::string &Name) {
  if (Name.empty())
    return nullptr;
  if (const Family *F = Families.find(Name))
    return F;
  Family &F = Families.table().get(Name);
  auto It = Known.Families.find(Name);
  F.From = Source::Learned;
  F.DeclaredAt = "what other files do";
  if (It == Known.Families.end())
    return &F;
  const FamilyFacts &Told = It->second;
  if (!Told.Noun.empty())
    F.Noun = Told.Noun;
  F.Releasers.assign(Told.Releasers.begin(), Told.Releasers.end());
  F.Type = Told.Integer ? ValueType::Integer : ValueType::Pointer;
  F.Kind = Told.Refcounted ? FamilyKind::Refcounted : FamilyKind::Normal;
  return &F;
}

FunctionModel LearnedModels::model(const LearnedFunction &F) {
  FunctionModel M;
  M.From = Source::Learned;
  M.Origin = F.Where;
  M.Rest = ArgAction::Keeps;
  M.OnSuccess = successOf(F.Success);
  if (F.Returns == LearnedFunction::Owned) {
    M.Returns = ReturnAction::Owned;
    M.ReturnFamily = family(F.Family);
  } else if (F.Returns == LearnedFunction::Argument) {
    M.Returns = ReturnAction::Argument;
    M.ReturnArg = F.Returned;
  }
  // The parts of an argument first: they are released before the whole.
  for (bool Whole : {false, true})
    for (const LearnedEffect &Told : F.Effects) {
      if (Told.Of.Of.empty() != Whole)
        continue;
      // What a body does holds against what the type of its parameter promises.
      if (Told.What == LearnedEffect::Keeps &&
          (!Whole || M.effectOn(Told.Of.Param)))
        continue;
      // What happens to a part says that nothing else happens to the whole.
      if (Told.What == LearnedEffect::Uses && M.effectOn(Told.Of.Param))
        continue;
      M.Args.push_back(effectOf(Told, family(Told.Family)));
    }
  llvm::stable_sort(M.Args, [](const ArgEffect &A, const ArgEffect &B) {
    return A.Index < B.Index;
  });
  return M;
}

std::optional<FunctionModel> LearnedModels::function(const FunctionDecl *F) {
  if (Known.Functions.empty() || F->hasBody())
    return std::nullopt;
  auto It = Known.Functions.find(Names.called(F));
  // One with other parameters is another program's function of this name.
  if (It == Known.Functions.end() || It->second.Params != F->getNumParams())
    return std::nullopt;
  return model(It->second);
}

std::optional<FunctionModel> LearnedModels::calledThrough(const Expr *Callee) {
  if (Known.Functions.empty())
    return std::nullopt;
  auto It = Known.Functions.find(Names.calledThrough(Callee));
  if (It == Known.Functions.end())
    return std::nullopt;
  return model(It->second);
}

LearnedModels::Content LearnedModels::contentOf(const ValueDecl *D) {
  if (Known.Places.empty())
    return {};
  auto It = Known.Places.find(Names.place(D));
  if (It == Known.Places.end())
    return {};
  return {family(It->second.Family), It->second.Where};
}

LearnedModels::Content LearnedModels::elementsOf(const ValueDecl *C) {
  if (Known.Places.empty())
    return {};
  Content All;
  for (const PlaceName &P : Names.elementSources(C)) {
    auto It = Known.Places.find(P);
    const Family *F =
        It == Known.Places.end() ? nullptr : family(It->second.Family);
    if (!F || (All.Fam && All.Fam != F))
      return {};
    All = {F, It->second.Where};
  }
  return All;
}

} // namespace custody
