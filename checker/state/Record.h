//===- Record.h - What is known of one symbol on one path -------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The program-state maps: a record for every tracked pointer or handle, and
// what each owning object holds. Records are small values; everything with a
// name in it is an Actor, interned for the translation unit.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_STATE_RECORD_H
#define CUSTODY_STATE_RECORD_H

#include "model/FunctionModel.h"
#include "state/Ownership.h"
#include "clang/AST/DeclCXX.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramState.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramStateTrait.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SVals.h"

namespace custody {

/// Somebody who acquires, lends, releases or adopts: a function, an expression
/// such as `delete[]`, an owning class.
struct Actor {
  explicit Actor(std::string Name, const Family *Fam = nullptr,
                 bool IsOwner = false, Source From = Source::Shipped,
                 std::string Origin = "", const clang::Decl *Declared = nullptr)
      : Name(std::move(Name)), Fam(Fam), IsOwner(IsOwner), From(From),
        Origin(std::move(Origin)), Declared(Declared) {}

  /// As messages quote it: "free", "delete[]", "std::unique_ptr<int>".
  std::string Name;
  const Family *Fam;
  /// It owns what it adopts, and will release it by itself.
  bool IsOwner;
  Source From;
  /// What the knowledge rests on, for notes ("the declarations of ...").
  std::string Origin;
  /// Declaration to point at when the knowledge was inferred.
  const clang::Decl *Declared;
  /// A user's class whose owned field everybody can reach: others may release
  /// what it holds and empty the field.
  bool Exposed = false;
  /// The stock checker that reports the loss of what this acquires, if it is
  /// on; empty for none.
  std::string ToldBy;
};

/// A condition on a symbol that decides whether an effect took place.
struct Guard {
  clang::ento::SymbolRef Sym = nullptr;
  Success When = Success::Always;

  bool operator==(const Guard &O) const {
    return Sym == O.Sym && When == O.When;
  }
};

struct Record {
  Custody State = Custody::Unknown;
  /// Family of the value; null when nobody on the path told.
  const Family *Fam = nullptr;
  /// Who acquired or lent it.
  const Actor *From = nullptr;
  /// Who released, adopted or resized it last.
  const Actor *By = nullptr;
  /// The value exists only if this holds (out-parameters: the call's result).
  Guard Exists;
  /// The last Adopt or Resize took place only if this holds.
  Guard Done;
  /// What the value was before that Adopt or Resize, should it have failed.
  Custody Before = Custody::Unknown;
  /// Refcounted: how many references this path holds.
  unsigned References = 1;
  /// The variable with a cleanup function that held the value last.
  const clang::ento::MemRegion *Cleanup = nullptr;
  /// A part was given back (munmap of less than was mapped): what was given as
  /// the size. The rest must go too, or the size was wrong.
  clang::ento::SVal Trimmed = clang::ento::UndefinedVal();
  /// Not lost if this holds: then somebody relies on it (dlsym).
  Guard Kept;
  /// The value into whose memory this pointer leads (strchr).
  clang::ento::SymbolRef Within = nullptr;
  /// The memory whose start this pointer is, if it is not null (fgets): what is
  /// done with it is done with that.
  const clang::ento::MemRegion *StartOf = nullptr;
  /// Some function was shown the value and may have checked it for null.
  bool Shown = false;
  /// Size and alignment in bytes at acquisition, if a call gave them.
  clang::ento::SVal Size = clang::ento::UndefinedVal();
  clang::ento::SVal Align = clang::ento::UndefinedVal();
  /// An object with a non-trivial destructor lives in this storage.
  const clang::CXXRecordDecl *Lives = nullptr;
  /// Lent by an object: its region. The loan ends when the object says so.
  const clang::ento::MemRegion *Lender = nullptr;
  /// The owner is another tracked value (fdopen: the stream owns the fd).
  clang::ento::SymbolRef OwnerSym = nullptr;
  /// The owner is an object or variable: its region.
  const clang::ento::MemRegion *OwnerRegion = nullptr;
  /// The size asked of the last Resize, where the path may decide that it is
  /// zero: then the value was released, whatever the call returned.
  clang::ento::SymbolRef NewSize = nullptr;
  /// What a resize made of the value: the same, should the path find that the
  /// addresses are equal.
  clang::ento::SymbolRef ResizedTo = nullptr;
  /// The result of a resize that was stored over the only pointer: the value
  /// that is lost if the resize failed.
  clang::ento::SymbolRef OverwroteIfFailed = nullptr;
  /// The stock checkers think that it has gone to somebody who releases it.
  bool OutOfStockSight = false;
  /// Lent, and nobody's yet: whoever takes the first reference has it then, and
  /// whoever releases it may do so (g_variant_new).
  bool Floats = false;
  /// Lent memory that must not be written.
  bool ReadOnly = false;
  /// The owner is a user's class whose code the analyzer follows: a release by
  /// others is judged when the owner's own release comes, since the owner may
  /// have been told to let go before.
  bool SoftOwner = false;
  /// The owned value whose memory holds this one: it is lost or handed over
  /// together with that.
  clang::ento::SymbolRef Inside = nullptr;

  bool operator==(const Record &O) const;
  bool operator!=(const Record &O) const { return !(*this == O); }
  void Profile(llvm::FoldingSetNodeID &ID) const;
};

using RecordMap = llvm::ImmutableMap<clang::ento::SymbolRef, Record>;
/// Owning object -> the symbol it holds.
using HoldingMap =
    llvm::ImmutableMap<const clang::ento::MemRegion *, clang::ento::SymbolRef>;

/// The record of \p S, or null.
const Record *lookUp(clang::ento::ProgramStateRef State,
                     clang::ento::SymbolRef S);
clang::ento::ProgramStateRef remember(clang::ento::ProgramStateRef State,
                                      clang::ento::SymbolRef S,
                                      const Record &R);
clang::ento::ProgramStateRef forget(clang::ento::ProgramStateRef State,
                                    clang::ento::SymbolRef S);
clang::ento::ProgramStateRef
forget(clang::ento::ProgramStateRef State,
       llvm::ArrayRef<clang::ento::SymbolRef> Symbols);
RecordMap allRecords(clang::ento::ProgramStateRef State);

/// What the owning object \p R holds, or null.
clang::ento::SymbolRef heldBy(clang::ento::ProgramStateRef State,
                              const clang::ento::MemRegion *R);
clang::ento::ProgramStateRef hold(clang::ento::ProgramStateRef State,
                                  const clang::ento::MemRegion *R,
                                  clang::ento::SymbolRef S);
clang::ento::ProgramStateRef letGo(clang::ento::ProgramStateRef State,
                                   const clang::ento::MemRegion *R);
HoldingMap allHoldings(clang::ento::ProgramStateRef State);

/// What \p State's constraints say of \p G: true (holds), false (cannot hold)
/// or unknown.
enum class Holds : uint8_t { Yes, No, Maybe };
Holds evaluate(clang::ento::ProgramStateRef State, const Guard &G);

/// True if number \p Sym can be greater than \p Value on this path.
bool mayExceed(clang::ento::ProgramStateRef State, clang::ento::SymbolRef Sym,
               int64_t Value);

/// True if it can be \p Value or less.
bool mayBeAtMost(clang::ento::ProgramStateRef State, clang::ento::SymbolRef Sym,
                 int64_t Value);

/// \p R as it is on this path: a resize or an adoption whose condition the
/// path has decided is resolved.
Record resolved(clang::ento::ProgramStateRef State, const Record &R);

/// \p R on this path after code out of sight may have kept the value.
Record exposed(clang::ento::ProgramStateRef State, const Record &R);

/// True once the path has closed a standard descriptor: whatever is opened next
/// may take its place.
bool standardClosed(clang::ento::ProgramStateRef State);
clang::ento::ProgramStateRef closeStandard(clang::ento::ProgramStateRef State);

/// True once the path has stored a pointer of this type through a pointer to
/// pointer that leads out of sight: any field may hold another value then.
bool storedOutOfSight(clang::ento::ProgramStateRef State, clang::QualType T);
clang::ento::ProgramStateRef storeOutOfSight(clang::ento::ProgramStateRef State,
                                             clang::QualType T);

} // namespace custody

#endif // CUSTODY_STATE_RECORD_H
