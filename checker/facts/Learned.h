//===- Learned.h - What the facts of a program come to ----------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The answers that Solve.h finds, in the terms of models: what each function of
// the program does to ownership, whoever it leaves that to, and of which family
// every value is that is ever stored in a field or a global variable.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_FACTS_LEARNED_H
#define CUSTODY_FACTS_LEARNED_H

#include "facts/Facts.h"

namespace custody {

struct LearnedEffect {
  enum Kind : uint8_t {
    Uses,
    Keeps, ///< Or anything else that is not certain.
    Releases,
    Adopts,     ///< Hands it on to somebody who will release it.
    ReleasesIf, ///< The same two, but only where the call succeeds.
    AdoptsIf,
    Writes, ///< The part is owned by the caller where the call succeeds.
  };
  Part Of;
  Kind What = Keeps;
  std::string Family; ///< Empty for any.
  /// Releases a part: what that holds afterwards.
  enum Rest : uint8_t { Unknown, Dangling, Null } Then = Unknown;
};

struct LearnedFunction {
  enum Result : uint8_t { Nothing, Owned, Argument };
  /// When the call has succeeded, by what it returns.
  enum Condition : uint8_t {
    Always,
    NonZero,
    NonNegative,
    IsZero,
    IsPositive,
  };
  std::string Name, Where; ///< See FunctionFacts.
  unsigned Params = 0;
  Result Returns = Nothing;
  std::string Family;    ///< Owned.
  unsigned Returned = 0; ///< Argument: which one.
  Condition Success = Always;
  std::vector<LearnedEffect> Effects; ///< In order of their parts.

  /// False if it says no more than nobody knowing the function would assume.
  bool saysAnything() const;
};

struct LearnedPlace {
  std::string Family, Where; ///< One of the stores.
};

struct Learned {
  std::map<Symbol, LearnedFunction> Functions;
  std::map<PlaceName, LearnedPlace> Places;
  std::map<std::string, FamilyFacts> Families;

  /// What of this the unit with \p Facts has a use for.
  Learned slice(const Facts &For) const;

  std::string serialized() const;
  /// Adds what serialized() wrote. Returns what is wrong with \p Text, empty if
  /// nothing is.
  std::string parse(llvm::StringRef Text);
};

} // namespace custody

#endif // CUSTODY_FACTS_LEARNED_H
