//===- MirTypes.h - Rust's types as rustc prints them -----------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_RUST_MIRTYPES_H
#define CUSTODY_DRIVER_RUST_MIRTYPES_H

#include "llvm/ADT/StringRef.h"
#include <map>
#include <string>
#include <vector>

namespace custody::rust {

/// A type, parsed one level at a time from its text: `Path<Args>`, `&T` ...
struct Type {
  enum Kind {
    Named,     ///< A path with arguments; also primitives and parameters.
    Reference, ///< &T, &mut T
    Raw,       ///< *const T, *mut T
    Tuple,     ///< Also `()`.
    Array,     ///< [T; N]
    Slice,     ///< [T]
    Function,  ///< fn(..) -> T: a pointer or an item
    Other      ///< dyn, closures, `!`, projections <T as Trait>::X ...
  };
  Kind K = Other;
  std::string Text; ///< All of it, without lifetimes; what tells types apart.
  std::string Path; ///< Named: without arguments.
  std::vector<std::string> Args; ///< Arguments, elements, parameters, pointee.
  std::string Length;            ///< Array.
  std::string Result;            ///< Function.
  bool Mutable = false;          ///< Reference, Raw.
  bool IsC = false;              ///< Function: `extern "C"`.
  bool IsVariadic = false;       ///< Function: ends in `...`.

  /// The last segment of the path: "Box".
  llvm::StringRef name() const;
  bool is(llvm::StringRef Name) const { return K == Named && name() == Name; }
};

/// Reads \p Text.
Type parseType(llvm::StringRef Text);

/// \p Text without lifetimes and blanks that mean nothing.
std::string withoutLifetimes(llvm::StringRef Text);

/// The end of what begins at \p From: the first of \p Stops outside of all
/// brackets and quotes, or the end.
size_t findOutside(llvm::StringRef Text, llvm::StringRef Stops,
                   size_t From = 0);

/// Splits at commas outside of brackets.
std::vector<std::string> splitList(llvm::StringRef Text);

/// What the parameters of a generic function stand for.
using Substitution = std::map<std::string, std::string>;

/// Finds what in \p General must be replaced to get \p Special, and adds it to
/// \p To. Only names of one segment are parameters.
void unify(llvm::StringRef General, llvm::StringRef Special, Substitution &To,
           unsigned Depth = 0);

/// \p Text with every whole word of \p With replaced.
std::string substitute(llvm::StringRef Text, const Substitution &With);

} // namespace custody::rust

#endif // CUSTODY_DRIVER_RUST_MIRTYPES_H
