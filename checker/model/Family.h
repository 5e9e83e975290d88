//===- Family.h - Allocator families and handle kinds -----------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A family names an allocator ("malloc", "new[]") or a handle kind ("fd",
// "FILE"): whatever was acquired from a family may be released only by that
// family's release functions. The table owns all families of a translation
// unit; everybody else holds `const Family *`, and two pointers are the same
// family exactly when `sameFamily` says so.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_FAMILY_H
#define CUSTODY_MODEL_FAMILY_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <memory>
#include <string>
#include <vector>

namespace custody {

/// What a family promises about its values.
enum class FamilyKind : uint8_t {
  Normal,     ///< Acquired once, released once.
  Refcounted, ///< Released as often as it was referenced.
  Arena,      ///< Reclaimed with its pool: a mismatch matters, a leak does not.
  Lent,       ///< Lent by its owner: the borrower neither writes nor releases.
  Static,     ///< Never released by anybody: stack, static, literal, code.
};

/// What a value of a family is in the program; tells a function of the library
/// from an unrelated one that has the same name.
enum class ValueType : uint8_t { Any, Pointer, Integer };

/// Where a piece of knowledge comes from, weakest evidence first.
enum class Source : uint8_t {
  Inferred, ///< Names and types suggest it.
  Learned,  ///< Other files of the program do it.
  Shipped,
  User,
  Attribute,
};

/// True if somebody has written down what comes from \p S.
inline bool isStated(Source S) { return S > Source::Learned; }

struct Family {
  /// Unique name, as models and annotations write it.
  std::string Name;
  /// How a message calls one value: "memory", "a file descriptor".
  std::string Noun = "memory";
  /// Functions or expressions that release it, the one to advise first.
  llvm::SmallVector<std::string, 2> Releasers;
  FamilyKind Kind = FamilyKind::Normal;
  ValueType Type = ValueType::Any;
  /// Lent memory that the borrower may nevertheless write to.
  bool Writable = false;
  /// Releasing a value releases nothing that its fields point to, so owned
  /// memory that only a field knows is lost with it.
  bool Shallow = false;
  /// What a function of another language gives is never of it.
  bool Native = false;
  /// How many references there are to a value that the path has not seen come
  /// to be, nobody knows.
  bool Counted = false;
  /// No declaration named this family: a model made it up from names and types.
  Source From = Source::Shipped;
  /// The class whose own operator new makes the values; empty for others.
  std::string ClassScope;
  /// Representative of the families declared equivalent to this one.
  const Family *Same = nullptr;
  /// Where it was declared ("FILE:LINE" or "declarations of 'a' and 'b'").
  std::string DeclaredAt;

  bool mayBeReleased() const {
    return Kind != FamilyKind::Lent && Kind != FamilyKind::Static;
  }
  bool leakMatters() const {
    return Kind == FamilyKind::Normal || Kind == FamilyKind::Refcounted;
  }
};

class FamilyTable {
public:
  /// The family called \p Name, made on first use.
  Family &get(llvm::StringRef Name);
  /// The family called \p Name, or null if nobody has named it.
  const Family *find(llvm::StringRef Name) const;
  /// Declares \p A and \p B equivalent: each may release the other's values.
  void unite(Family &A, Family &B);
  /// All names, for spelling suggestions.
  std::vector<llvm::StringRef> names() const;

private:
  llvm::StringMap<std::unique_ptr<Family>> Table;
};

/// The representative that stands for \p F and all its equivalents.
const Family *canonical(const Family *F);

/// True when a value of \p A may be released as one of \p B.
bool sameFamily(const Family *A, const Family *B);

} // namespace custody

#endif // CUSTODY_MODEL_FAMILY_H
