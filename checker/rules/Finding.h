//===- Finding.h - One defect, as the engine hands it to the rules -*- C++ -*-//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_RULES_FINDING_H
#define CUSTODY_RULES_FINDING_H

#include "state/Record.h"
#include <string>

namespace custody {

/// What is wrong, more finely than a state's verdict: the rules choose by it.
enum class Defect : uint8_t {
  WrongFamily,     ///< Released or adopted by another family.
  NeverReleasable, ///< Stack, static, literal, code memory released or adopted.
  LentReleased,    ///< Borrowed memory released or adopted.
  LentWritten,     ///< Borrowed memory written.
  BufferReleased,  ///< A container's buffer released or adopted by others.
  AlreadyOwned,    ///< Released or adopted while an owner has it.
  ReleasedTwice,   ///< Released again.
  UsedDead,        ///< Used after its release.
  Interior,        ///< Released through a pointer into its middle.
  LayoutMismatch,  ///< Released with another size or alignment.
  ObjectStillLives, ///< Storage released around a live object.
  Overwritten,      ///< The only pointer overwritten by realloc's result.
  Lost,             ///< Leaked.
  NoReleaser,       ///< Handed out with nothing to release it.
  NullRejected,     ///< A release function that dereferences null.
  NullUnchecked,    ///< An acquisition used without a check.
};

struct Finding {
  Defect What = Defect::WrongFamily;
  /// The value, and what was known of it when the defect happened.
  clang::ento::SymbolRef Sym = nullptr;
  Record Before;
  /// Who released, adopted, wrote or used it; null where nobody did.
  const Actor *By = nullptr;
  /// Overwritten: who acquired what is lost.
  const Actor *LostFrom = nullptr;
  /// Adoption rather than release.
  bool Adopting = false;
  /// Words for a value without a record: "'buf', which lives on the stack".
  std::string Place;
  /// Interior: bytes from the start, unknown if HasOffset is false.
  bool HasOffset = false;
  int64_t Offset = 0;
  /// LayoutMismatch: "size" or "alignment", then the two values in words.
  std::string Layout, Given, Wanted;
  /// What to do, where the rule's usual advice is not the right one.
  std::string Cure;
};

/// "memory from 'malloc'", "a string that 'getenv' only lends", "memory".
std::string describe(const Record &R);
/// "release it with 'free'", or "" if the family names no release function.
std::string advice(const Family *F);
/// "'free'".
std::string quoted(llvm::StringRef Name);

} // namespace custody

#endif // CUSTODY_RULES_FINDING_H
