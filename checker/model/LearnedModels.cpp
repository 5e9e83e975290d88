//===- LearnedModels.cpp - What other units teach -------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/LearnedModels.h"

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

static Success successOf(LearnedFunction::Condition C) {
  switch (C) {
  case LearnedFunction::Always:
    return Success::Always;
  case LearnedFunction::NonZero:
    return Success::NonNull;
  case LearnedFunction::NonNegative:
    return Success::NonNegative;
  case LearnedFunction::IsZero:
    return Success::Zero;
  case LearnedFunction::IsPositive:
    return Success::Positive;
  }
  return Success::Always;
}

std::optional<FunctionModel> LearnedModels::model(const Symbol &Name) {
  auto It = Known.Functions.find(Name);
  if (It == Known.Functions.end())
    return std::nullopt;
  const LearnedFunction &F = It->second;
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
      if (Told.Of.Of.empty() != Whole || Told.What == LearnedEffect::Keeps)
        continue;
      ArgEffect E;
      E.Index = Told.Of.Param;
      // What happens to a part says that nothing else happens to the whole.
      if (Told.What == LearnedEffect::Uses && M.effectOn(E.Index))
        continue;
      E.Fam = family(Told.Family);
      llvm::StringRef Of = Told.Of.Of;
      if (Of.consume_front("."))
        E.Field = Of.str();
      switch (Told.What) {
      case LearnedEffect::Uses:
      case LearnedEffect::Keeps:
        E.Action = ArgAction::Uses;
        break;
      case LearnedEffect::Releases:
        E.Action = ArgAction::Releases;
        E.Then = Told.Then == LearnedEffect::Null ? ArgEffect::Rest::Null
                 : Told.Then == LearnedEffect::Dangling
                     ? ArgEffect::Rest::Dangling
                     : ArgEffect::Rest::Unknown;
        E.Indirect = Of == "*";
        break;
      case LearnedEffect::ReleasesIf:
        E.Action = ArgAction::Releases;
        E.ByReturn = true;
        break;
      case LearnedEffect::Adopts:
        E.Action = ArgAction::Adopts;
        break;
      case LearnedEffect::AdoptsIf:
        E.Action = ArgAction::Adopts;
        E.ByReturn = true;
        break;
      case LearnedEffect::Writes:
        E.Action = ArgAction::WritesOwned;
        break;
      }
      M.Args.push_back(E);
    }
  llvm::stable_sort(M.Args, [](const ArgEffect &A, const ArgEffect &B) {
    return A.Index < B.Index;
  });
  return M;
}

std::optional<FunctionModel> LearnedModels::function(const FunctionDecl *F) {
  if (Known.Functions.empty() || F->hasBody())
    return std::nullopt;
  std::optional<FunctionModel> M = model(Names.called(F));
  // Another program's function of this name.
  if (!M || Known.Functions.at(Names.called(F)).Params != F->getNumParams())
    return std::nullopt;
  return M;
}

std::optional<FunctionModel> LearnedModels::calledThrough(const Expr *Callee) {
  if (Known.Functions.empty())
    return std::nullopt;
  Symbol Name = Names.calledThrough(Callee);
  return Name.empty() ? std::nullopt : model(Name);
}

LearnedModels::Content LearnedModels::contentOf(const ValueDecl *D) {
  if (Known.Places.empty())
    return {};
  auto It = Known.Places.find(Names.place(D));
  if (It == Known.Places.end())
    return {};
  return {family(It->second.Family), It->second.Where};
}

} // namespace custody
