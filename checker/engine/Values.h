//===- Values.h - What an argument refers to --------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_ENGINE_VALUES_H
#define CUSTODY_ENGINE_VALUES_H

#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramState.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SVals.h"
#include <optional>
#include <string>

namespace clang {
class CleanupAttr;
class ValueDecl;
} // namespace clang

namespace custody {

/// An analyzer value, seen with the eyes of ownership.
struct Target {
  enum Kind {
    Nothing, ///< Unknown, undefined, a number that is no handle.
    Null,    ///< Certainly null on this path: nothing happens to it.
    Symbol,  ///< A value that can be tracked.
    Static,  ///< Memory that nobody may release; see Place.
  } K = Nothing;
  clang::ento::SymbolRef Sym = nullptr;
  /// Symbol: the pointer's distance from the start, in bytes.
  bool HasOffset = true;
  int64_t Offset = 0;
  /// Symbol: the distance is not known, but it is certainly not zero.
  bool Inside = false;
  /// Static: "'buf', which lives on the stack".
  std::string Place;
  /// Static: the memory is an object of record type that the caller owns.
  bool CallerStorage = false;

  bool atStart() const { return HasOffset && Offset == 0; }
};

/// Classifies \p V on the path of \p State.
Target classify(clang::ento::SVal V, clang::ento::ProgramStateRef State);

/// The tracked symbol that \p V is, or points into; null if there is none.
clang::ento::SymbolRef symbolOf(clang::ento::SVal V);

/// \p S without the casts around it.
clang::ento::SymbolRef stripCasts(clang::ento::SymbolRef S);

/// True when \p R is a local variable's (or temporary's) own memory.
bool isLocal(const clang::ento::MemRegion *R);

/// The cleanup function of the variable \p R, or of that which it is part of;
/// null if it has none.
const clang::CleanupAttr *cleanupOf(const clang::ento::MemRegion *R);

/// True when \p Member belongs to a local union variable of scalar members:
/// then each is read and written as a whole.
bool isWatchedUnion(const clang::ento::FieldRegion *Member);

/// Every symbol that can be reached through \p V; on demand also the numbers in
/// the variables that are reached.
llvm::SmallVector<clang::ento::SymbolRef, 4>
reachable(clang::ento::SVal V, clang::ento::ProgramStateRef State,
          bool AndWhatIsThere = false);

/// The field or variable that \p R is, or is an element of; null for others.
const clang::ValueDecl *storedIn(const clang::ento::MemRegion *R);

/// True if the path has found that pointers \p A and \p B are equal; either may
/// be null or no pointer, then they are not.
bool areOneAddress(clang::ento::SymbolRef A, clang::ento::SymbolRef B,
                   clang::ento::ProgramStateRef State);

/// True if \p R is part of the memory that \p Sym points to.
bool isPartOf(const clang::ento::MemRegion *R, clang::ento::SymbolRef Sym);

/// The call, of a function without a body, that returned \p Sym; null if it is
/// something else.
const clang::CallExpr *callReturning(clang::ento::SymbolRef Sym);

/// The container of the standard library of which \p R is an element; null if
/// it is none, or nobody knows of which.
const clang::ValueDecl *elementIn(const clang::ento::MemRegion *R);

/// The number that \p V certainly is.
std::optional<int64_t> numberOf(clang::ento::SVal V);
/// A number as a message says it.
std::string inWords(clang::ento::SVal V);

} // namespace custody

#endif // CUSTODY_ENGINE_VALUES_H
