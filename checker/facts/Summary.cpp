//===- Summary.cpp - A function's outcomes in the terms of a model --------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A model knows one condition for all that a function does: the call has
// succeeded, which its return value tells. Where the ways through a function
// differ in something that no return value tells, nothing is claimed of it.
//
//===----------------------------------------------------------------------===//

#include "facts/Summary.h"
#include "llvm/ADT/STLExtras.h"
#include <optional>

namespace custody {
namespace {

using Condition = LearnedFunction::Condition;

/// The condition that holds of what calls return that \p Do, and of none of
/// what those return that do \p Not.
std::optional<Condition> telling(Signs Do, Signs Not) {
  if (!Not)
    return Condition::Always;
  if (Do & Not)
    return std::nullopt;
  if (Do == Zero)
    return Condition::IsZero;
  if (Not == Zero)
    return Condition::NonZero;
  if (Not == Negative)
    return Condition::NonNegative;
  if (Do == Positive)
    return Condition::IsPositive;
  return std::nullopt;
}

class Summarizer {
public:
  Summarizer(const FunctionFacts &F, const std::set<Outcome> &Outcomes)
      : F(F), Outcomes(Outcomes) {
    Known.Name = F.Name;
    Known.Where = F.Where;
    Known.Params = F.Params;
  }

  LearnedFunction run() {
    result();
    std::set<Part> Parts;
    for (unsigned I : F.Owning)
      Parts.insert({I, ""});
    for (const Outcome &O : Outcomes)
      for (const auto &[Of, Fate] : O.Fates)
        Parts.insert(Of);
    std::set<unsigned> Kept;
    for (const Part &Of : Parts) {
      LearnedEffect E = effect(Of);
      if (Of.Of.empty() && E.What == LearnedEffect::Keeps)
        Kept.insert(Of.Param);
      // A part matters where something happens to it, and where the whole is
      // still the caller's.
      if (!Of.Of.empty() &&
          (Kept.count(Of.Param) || E.What == LearnedEffect::Uses ||
           E.What == LearnedEffect::Keeps))
        continue;
      Known.Effects.push_back(E);
    }
    return Known;
  }

private:
  const FunctionFacts &F;
  const std::set<Outcome> &Outcomes;
  LearnedFunction Known;
  bool Conditional = false; ///< Known.Success is needed for something.

  /// True if \p C can be what success means, beside what is known already.
  bool agree(std::optional<Condition> C) {
    if (!C)
      return false;
    if (*C == Condition::Always || (Conditional && *C == Known.Success))
      return true;
    if (Conditional)
      return false;
    Conditional = true;
    Known.Success = *C;
    return true;
  }

  void result() {
    Signs Do = 0, Not = 0;
    std::optional<Origin> Value;
    bool MayFail = false;
    for (const Outcome &O : Outcomes) {
      if (O.Result.K == Origin::Null) {
        Not |= O.Returned;
        continue;
      }
      if (Value && (Value->K != O.Result.K || Value->Name != O.Result.Name ||
                    Value->Index != O.Result.Index))
        return;
      Value = O.Result;
      MayFail |= O.Result.MayFail;
      Do |= O.Returned;
    }
    if (!Value)
      return;
    if (Value->K == Origin::Param && !Not) {
      Known.Returns = LearnedFunction::Argument;
      Known.Returned = Value->Index;
      return;
    }
    if (Value->K != Origin::Owned)
      return;
    Condition C = Condition::Always;
    if (F.ReturnsPointer) {
      if (Not || MayFail)
        C = Condition::NonZero;
    } else if (MayFail && !(Not & ~Negative)) {
      C = Condition::NonNegative; // The failed ones among the owned.
    } else {
      std::optional<Condition> Tells = telling(Do, Not);
      if (!Tells)
        return;
      C = *Tells;
    }
    Known.Returns = LearnedFunction::Owned;
    Known.Family = Value->Name;
    Conditional = C != Condition::Always;
    Known.Success = C;
  }

  LearnedEffect effect(const Part &Of) {
    LearnedEffect E;
    E.Of = Of;
    Signs Do = 0, Not = 0, Emptied = 0;
    bool Releases = false, Adopts = false, Writes = false;
    std::optional<std::string> Family;
    std::optional<bool> Nulls;
    bool SameRest = true;
    for (const Outcome &O : Outcomes) {
      auto It = O.Fates.find(Of);
      if (It == O.Fates.end()) {
        Not |= O.Returned;
        continue;
      }
      const Fate &Seen = It->second;
      std::string As = Seen.Family;
      switch (Seen.K) {
      case Fate::Absent:
        continue;
      case Fate::Kept:
        return E;
      case Fate::Used:
        Not |= O.Returned;
        continue;
      case Fate::Adopted:
        Adopts = true;
        break;
      case Fate::Released:
        Releases = true;
        if (bool Null = Seen.Value.K == Origin::Null; !Nulls)
          Nulls = Null;
        else
          SameRest &= *Nulls == Null;
        break;
      case Fate::Written:
        if (Seen.Value.K == Origin::Null) {
          Emptied |= O.Returned;
          continue;
        }
        if (Seen.Value.K != Origin::Owned)
          return E;
        Writes = true;
        As = Seen.Value.Name;
        break;
      }
      if (Family && *Family != As)
        return E;
      Family = As;
      Do |= O.Returned;
    }
    // Released and written anew (realloc behind a wrapper): two things at once.
    if (Releases + Adopts + Writes > 1)
      return E;
    if (!Releases && !Adopts && !Writes) {
      if (!Emptied)
        E.What = LearnedEffect::Uses;
      return E;
    }
    E.Family = *Family;
    if (Writes) {
      // An emptied part tells by itself that there is nothing.
      if (agree(telling(Do, Not | (Do & Emptied ? 0 : Emptied))) ||
          (!Not && agree(Condition::Always)))
        E.What = LearnedEffect::Writes;
      return E;
    }
    std::optional<Condition> C = telling(Do, Not);
    if (C == Condition::Always) {
      E.What = Releases ? LearnedEffect::Releases : LearnedEffect::Adopts;
      if (Releases && SameRest)
        E.Then = *Nulls ? LearnedEffect::Null : LearnedEffect::Dangling;
    } else if (Of.Of.empty() && agree(C)) {
      E.What = Releases ? LearnedEffect::ReleasesIf : LearnedEffect::AdoptsIf;
    }
    return E;
  }
};

} // namespace

bool isCertain(const FunctionFacts &F) {
  return F.Complete && !F.Outcomes.empty() &&
         F.Outcomes.size() <= FunctionFacts::MostOutcomes;
}

LearnedFunction summary(const FunctionFacts &F,
                        const std::set<Outcome> &Outcomes) {
  return Summarizer(F, Outcomes).run();
}

void contradict(const FunctionFacts &F, const LearnedFunction &Known,
                std::vector<Contradiction> &To) {
  if (F.Stated.Origin.empty())
    return;
  auto Add = [&](const std::string &Stated, const std::string &Learned) {
    To.push_back({F.Name, F.Where, Stated, F.Stated.Origin, Learned});
  };
  if (!F.Stated.Returns.empty()) {
    if (Known.Returns == LearnedFunction::Owned &&
        Known.Family != F.Stated.Returns)
      Add("returns owned " + F.Stated.Returns, "returns owned " + Known.Family);
    else if (Known.Returns == LearnedFunction::Argument)
      Add("returns owned " + F.Stated.Returns,
          "returns argument " + std::to_string(Known.Returned));
  }
  for (const auto &[Index, Family] : F.Stated.Releases)
    for (const LearnedEffect &E : Known.Effects) {
      if (E.Of.Param != Index || !E.Of.Of.empty())
        continue;
      std::string Stated =
          "releases argument " + std::to_string(Index) + " of " + Family;
      if (E.What == LearnedEffect::Uses)
        Add(Stated, "only uses it");
      else if (E.What == LearnedEffect::Releases && !E.Family.empty() &&
               !Family.empty() && E.Family != Family)
        Add(Stated, "releases it as " + E.Family);
    }
}

bool LearnedFunction::saysAnything() const {
  return Returns != Nothing || llvm::any_of(Effects, [](const auto &E) {
           return E.What != LearnedEffect::Keeps;
         });
}

} // namespace custody
