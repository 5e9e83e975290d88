//===- LearnedText.cpp - What was learned, as a model file ----------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/learn/LearnedText.h"
#include "driver/Words.h"
#include "model/LearnedEffects.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace custody {
namespace {

/// True for what the linker, and so another program, can see.
bool isCallable(const Symbol &Name) {
  return StringRef(Name).find_first_of(": ") == StringRef::npos;
}

/// The effect as a model file writes it; empty if the language has no word for
/// it.
std::string effectText(const LearnedEffect &E, FamilyTable &Families) {
  const Family *Fam = E.Family.empty() ? nullptr : &Families.get(E.Family);
  ArgEffect Effect = effectOf(E, Fam);
  // The word for a release through the argument says that this is null then.
  if (Effect.Indirect && Effect.Then != ArgEffect::Rest::Null)
    return "";
  // There is no word for a release by return. In either case the caller has it
  // no more.
  if (E.What == LearnedEffect::ReleasesIf)
    Effect.Action = ArgAction::Adopts;
  return spelled(Effect);
}

FunctionText functionText(const LearnedFunction &F, FamilyTable &Families) {
  FunctionText To;
  To.Params = F.Params;
  if (F.Returns == LearnedFunction::Owned)
    To.Returns = "owned " + F.Family;
  else if (F.Returns == LearnedFunction::Argument)
    To.Returns = "argument " + utostr(F.Returned);
  bool Conditional = F.Returns == LearnedFunction::Owned;
  for (const LearnedEffect &E : F.Effects) {
    std::string Text = effectText(E, Families);
    Conditional |= E.What == LearnedEffect::AdoptsIf ||
                   E.What == LearnedEffect::ReleasesIf ||
                   E.What == LearnedEffect::Writes;
    // One effect an argument; what happens to the whole says most.
    auto [It, New] = To.Args.try_emplace(E.Of.Param, Text);
    if (!New && (It->second == "uses" || Text.empty()))
      It->second = Text;
  }
  for (auto &[Index, Text] : To.Args)
    if (Text.empty())
      Text = "keeps";
  To.RestKeeps = true;
  if (Conditional)
    To.Success = spelled(successOf(F.Success));
  return To;
}

} // namespace

ModelText toModelText(const Learned &Known, StringRef Library) {
  ModelText To;
  To.Library = Library.str();
  To.NoHeaders = "learned from the sources";
  To.Comment = {"Learned by custody from the bodies of these functions. Go "
                "through it before",
                "you ship it: what it says is taken at its word."};
  FamilyTable Families;
  std::map<std::string, unsigned> Overloads;
  auto Need = [&](const std::string &Family) {
    auto It = Known.Families.find(Family);
    if (It == Known.Families.end())
      return;
    FamilyText &F = To.Families[Family];
    F.Noun = It->second.Noun;
    F.Release = It->second.Releasers;
    F.Kind = It->second.Refcounted ? "refcounted" : "";
    F.Type = It->second.Integer ? "integer" : "pointer";
  };
  for (const auto &[Symbol, F] : Known.Functions) {
    if (!isCallable(Symbol))
      continue;
    FunctionText Text = functionText(F, Families);
    // The file tells overloads apart by their number of parameters at best.
    auto [It, New] = To.Functions.try_emplace(F.Name, Text);
    if (!New && It->second.keys("") != Text.keys(""))
      Overloads[F.Name] = 1;
    Need(F.Family);
    for (const LearnedEffect &E : F.Effects)
      Need(E.Family);
  }
  for (const auto &[Name, Differ] : Overloads)
    To.Functions.erase(Name);
  return To;
}

} // namespace custody
