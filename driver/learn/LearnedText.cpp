//===- LearnedText.cpp - What was learned, as a model file ----------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/learn/LearnedText.h"
#include "driver/Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace custody {
namespace {

/// True for what the linker, and so another program, can see.
bool isCallable(const Symbol &Name) {
  return StringRef(Name).find_first_of(": ") == StringRef::npos;
}

std::string successText(LearnedFunction::Condition C) {
  switch (C) {
  case LearnedFunction::Always:
    return spelled(Success::Always);
  case LearnedFunction::NonZero:
    return spelled(Success::NonNull);
  case LearnedFunction::NonNegative:
    return spelled(Success::NonNegative);
  case LearnedFunction::IsZero:
    return spelled(Success::Zero);
  case LearnedFunction::IsPositive:
    return spelled(Success::Positive);
  }
  return "";
}

/// The effect as a model file writes it; empty if the language has no word for
/// it.
std::string effectText(const LearnedEffect &E, FamilyTable &Families) {
  ArgEffect Effect;
  Effect.Index = E.Of.Param;
  Effect.Fam = E.Family.empty() ? nullptr : &Families.get(E.Family);
  StringRef Of = E.Of.Of;
  if (Of.consume_front("."))
    Effect.Field = Of.str();
  switch (E.What) {
  case LearnedEffect::Uses:
    break;
  case LearnedEffect::Keeps:
    Effect.Action = ArgAction::Keeps;
    break;
  case LearnedEffect::Releases:
    Effect.Action = ArgAction::Releases;
    Effect.Indirect = Of == "*";
    // The file's word for it says that the pointer is null afterwards.
    if (Effect.Indirect && E.Then != LearnedEffect::Null)
      return "";
    break;
  case LearnedEffect::Adopts:
    Effect.Action = ArgAction::Adopts;
    break;
  case LearnedEffect::ReleasesIf: // In either case the caller has it no more.
  case LearnedEffect::AdoptsIf:
    Effect.Action = ArgAction::Adopts;
    Effect.ByReturn = true;
    break;
  case LearnedEffect::Writes:
    Effect.Action = ArgAction::WritesOwned;
    break;
  }
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
    To.Success = successText(F.Success);
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
