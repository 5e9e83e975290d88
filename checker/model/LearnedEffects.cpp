//===- LearnedEffects.cpp - What was learned, in the words of models ------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/LearnedEffects.h"

namespace custody {

Success successOf(LearnedFunction::Condition C) {
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

static ArgAction actionOf(LearnedEffect::Kind What) {
  switch (What) {
  case LearnedEffect::Uses:
    return ArgAction::Uses;
  case LearnedEffect::Keeps:
    return ArgAction::Keeps;
  case LearnedEffect::Releases:
  case LearnedEffect::ReleasesIf:
    return ArgAction::Releases;
  case LearnedEffect::Adopts:
  case LearnedEffect::AdoptsIf:
    return ArgAction::Adopts;
  case LearnedEffect::Writes:
    return ArgAction::WritesOwned;
  }
  return ArgAction::Keeps;
}

static ArgEffect::Rest restOf(LearnedEffect::Rest Then) {
  switch (Then) {
  case LearnedEffect::Unknown:
    return ArgEffect::Rest::Unknown;
  case LearnedEffect::Dangling:
    return ArgEffect::Rest::Dangling;
  case LearnedEffect::Null:
    return ArgEffect::Rest::Null;
  }
  return ArgEffect::Rest::Unknown;
}

ArgEffect effectOf(const LearnedEffect &Told, const Family *Fam) {
  ArgEffect E;
  E.Index = Told.Of.Param;
  E.Action = actionOf(Told.What);
  E.Fam = Fam;
  E.ByReturn = Told.What == LearnedEffect::ReleasesIf ||
               Told.What == LearnedEffect::AdoptsIf;
  llvm::StringRef Of = Told.Of.Of;
  if (Of.consume_front("."))
    E.Field = Of.str();
  if (Told.What == LearnedEffect::Releases) {
    E.Then = restOf(Told.Then);
    E.Indirect = Of == "*";
  }
  return E;
}

} // namespace custody
