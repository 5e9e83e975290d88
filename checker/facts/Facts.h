//===- Facts.h - What one unit teaches about its functions ------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The facts of a translation unit: what each of its functions was seen to do
// to ownership, path by path, in terms of what the functions do that it calls
// and whose bodies are elsewhere. Nothing here is final: `f` that passes its
// argument on to `g` releases it if `g` does, which Solve.h finds out once the
// facts of all units are together.
//
// Plain data without clang: the analyzer writes it, the driver merges it.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_FACTS_FACTS_H
#define CUSTODY_FACTS_FACTS_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace custody {

/// Which signs a number can have, as a set of bits; a pointer is zero or
/// positive.
using Signs = uint8_t;
constexpr Signs Negative = 1, Zero = 2, Positive = 4, AnySign = 7;

/// Functions are known by what the linker calls them: `f`, `_ZN1a1fEv`. Those
/// that only one file sees have its name before theirs: `src/a.c:f`. A call
/// that its callee does not decide is known by what decides it: `virtual
/// _ZN1A1fEv`, or the place from which the function's address is read.
using Symbol = std::string;

/// Fields and variables that outlive a call: `field ctx::buf`, `global cache`,
/// `static src/a.c:cache`. Of containers, what they hold: `elements of field
/// ctx::names`, `elements of argument 0 of _Z4fill...`, `elements of the result
/// of _Z4load...`.
using PlaceName = std::string;

/// Where a value came from.
struct Origin {
  enum Kind : uint8_t {
    Unknown,
    Null,     ///< Null, zero or another constant that is nobody's.
    Owned,    ///< Acquired on this path; Name is the family.
    Param,    ///< The function's own parameter Index.
    Result,   ///< What a call of Name returned.
    Out,      ///< What a call of Name wrote through its argument Index.
    Function, ///< The address of the function Name.
    Place,    ///< Whatever the place Name holds.
  };
  Kind K = Unknown;
  std::string Name;
  unsigned Index = 0;
  /// Result, Out: the family that names and types alone suggest, should the
  /// program not have the function's body.
  std::string Otherwise;
  /// Owned: it exists only if it is not null (a pointer) or negative (a
  /// number).
  bool MayFail = false;

  auto key() const { return std::tie(K, Name, Index, Otherwise, MayFail); }
  bool operator<(const Origin &O) const { return key() < O.key(); }
  bool operator==(const Origin &O) const { return key() == O.key(); }
};

/// A value was passed to a function whose body is elsewhere.
struct Passing {
  Symbol Callee;
  unsigned Arg = 0;
  /// What that call returned on this path.
  Signs Returned = AnySign;
  /// It is what the path itself returns.
  bool IsResult = false;
  /// Should the program not have the function's body: the family as which names
  /// and types alone suggest that it is released, or that it is only looked at.
  std::string Otherwise;
  bool OnlyLooks = false;

  auto key() const {
    return std::tie(Callee, Arg, Returned, IsResult, Otherwise, OnlyLooks);
  }
  bool operator<(const Passing &O) const { return key() < O.key(); }
  bool operator==(const Passing &O) const { return key() == O.key(); }
};

/// A parameter, or a part of what it points to: "" is the parameter itself, "*"
/// what it points to, ".f" the field f of that.
struct Part {
  unsigned Param = 0;
  std::string Of;

  bool operator<(const Part &O) const {
    return std::tie(Param, Of) < std::tie(O.Param, O.Of);
  }
  bool operator==(const Part &O) const {
    return Param == O.Param && Of == O.Of;
  }
};

/// What happened on one path to the value that a part had at the call, or what
/// it had in the end.
struct Fate {
  enum Kind : uint8_t {
    Used,     ///< Nothing, but see PassedTo.
    Absent,   ///< It is null on this path, so nothing can be said.
    Kept,     ///< Stored out of sight, or given to what may do so.
    Released, ///< As a value of Family, empty for any; then Value is null if
              ///< the part is.
    Adopted,  ///< Something that outlives the call will release it.
    Written,  ///< The part holds Value in the end.
  };
  Kind K = Used;
  std::string Family;
  Origin Value;
  std::vector<Passing> PassedTo; ///< In order.

  auto key() const { return std::tie(K, Family, Value, PassedTo); }
  bool operator<(const Fate &O) const { return key() < O.key(); }
  bool operator==(const Fate &O) const { return key() == O.key(); }
};

/// One way through a function.
struct Outcome {
  Signs Returned = AnySign;
  Origin Result;
  /// To whom an owned result has been shown before.
  std::vector<Passing> ResultPassedTo;
  std::map<Part, Fate> Fates;

  auto key() const { return std::tie(Returned, Result, ResultPassedTo, Fates); }
  bool operator<(const Outcome &O) const { return key() < O.key(); }
  bool operator==(const Outcome &O) const { return key() == O.key(); }
};

/// All that was seen of one function.
struct FunctionFacts {
  /// Beyond this many ways through a function nothing is claimed.
  static constexpr size_t MostOutcomes = 64;

  std::string Name;  ///< As a model file writes it.
  std::string Where; ///< "src/a.c:12"
  unsigned Params = 0;
  bool ReturnsPointer = false;
  /// The parameters that can own something.
  std::set<unsigned> Owning;
  /// False if the analyzer gave up before it had seen every way.
  bool Complete = true;
  std::set<Outcome> Outcomes;
  /// What a model says of it, where there is one; that holds, whatever is
  /// learnt.
  struct Statement {
    std::string Origin;  ///< Who says so; empty if nobody does.
    std::string Returns; ///< The family of the result, if it is owned.
    std::map<unsigned, std::string> Releases; ///< Families by argument.
  } Stated;
};

/// What is known of a family that no file declares.
struct FamilyFacts {
  std::string Noun;
  std::vector<std::string> Releasers;
  bool Integer = false, Refcounted = false;
};

/// The facts of one unit, or of many: to add one to another is commutative and
/// associative.
struct Facts {
  std::map<Symbol, FunctionFacts> Functions;
  /// Everything that was stored in a place, wherever that is known.
  std::map<PlaceName, std::map<Origin, std::string>>
      Stored; ///< With "FILE:LINE".
  /// The virtual methods that override a method, directly.
  std::map<Symbol, std::set<Symbol>> Overriders;
  /// Virtual methods without a body.
  std::set<Symbol> Pure;
  std::map<std::string, FamilyFacts> Families;
  /// What the unit needs to know: functions it calls, places it reads.
  std::set<Symbol> Calls;
  std::set<PlaceName> Reads;

  void add(const Facts &Other);

  /// One line of JSON for each fact, in a fixed order.
  std::string serialized() const;
  /// Adds what serialized() wrote. Returns what is wrong with \p Text, empty if
  /// nothing is.
  std::string parse(llvm::StringRef Text);
};

} // namespace custody

#endif // CUSTODY_FACTS_FACTS_H
