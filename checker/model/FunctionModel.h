//===- FunctionModel.h - What a function does to ownership ------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The vocabulary in which every source of knowledge (shipped YAML, user YAML,
// attributes, inference) describes a function or a class. Plain data: it knows
// nothing of paths, symbols or messages.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_FUNCTIONMODEL_H
#define CUSTODY_MODEL_FUNCTIONMODEL_H

#include "model/Family.h"
#include "llvm/ADT/STLExtras.h"

namespace custody {

/// When a call has succeeded, read off its return value.
enum class Success : uint8_t {
  Always,
  NonNull,     ///< != NULL, != 0
  NonNegative, ///< >= 0
  Zero,        ///< == 0
  NotMinusOne, ///< != -1, MAP_FAILED, INVALID_HANDLE_VALUE, (sem_t *)-1 ...
  Positive,    ///< > 0
  One,         ///< == 1
  Never,       ///< It returns only when it failed, and then -1 (exec).
};

enum class ArgAction : uint8_t {
  Uses,        ///< Looked at during the call, not kept.
  Keeps,       ///< May be stored or released: nothing is known afterwards.
  Releases,    ///< Given back to its family.
  Adopts,      ///< Now owned by the callee (or by what the call returns).
  Resizes,     ///< realloc: released on success, still owned on failure.
  WritesOwned, ///< An out-parameter: on success *arg is owned by the caller.
  Retains,     ///< One more reference to a refcounted value.
  Revives,     ///< A live value afterwards, whatever it was (dup2's second).
  Fills,       ///< Used, and every byte takes the value of argument FilledWith.
  Replaces,    ///< *arg is given back, and owned anew on return (getline).
  Reopens, ///< Comes back if the call succeeds, is given back if not (freopen).
  Compares, ///< Only looked at as a number: it may be dead.
  Drops,    ///< Released by the owner that it has (Rust's drop).
  Disowns,  ///< Its owner lets go of it; the caller owns it (Box::into_raw).
};

/// What takes place only if an argument is not zero (null, false), or only if
/// it is: `free_when_done`.
struct ArgCondition {
  int Arg = -1; ///< -1: it takes place always.
  bool IfZero = false;
  /// Of these bits of the argument alone; 0 for all of them.
  unsigned Bits = 0;

  explicit operator bool() const { return Arg >= 0; }
  bool operator==(const ArgCondition &O) const {
    return Arg == O.Arg && IfZero == O.IfZero && Bits == O.Bits;
  }
};

struct ArgEffect {
  unsigned Index = 0;
  ArgAction Action = ArgAction::Uses;
  /// Family released, adopted, written ...; null for "of any family".
  const Family *Fam = nullptr;
  /// Adopts: the new owner is the call's result, and only if it succeeded.
  /// Keeps, Releases: only if it succeeded.
  bool ByReturn = false;
  /// Releases: the argument points to the pointer to release (`T **` frees).
  bool Indirect = false;
  /// Releases what the argument points to, or a field of it: what that holds
  /// afterwards. Dangling is what nobody states, and a function learnt from its
  /// body may do.
  enum class Rest : uint8_t { Unstated, Unknown, Dangling, Null };
  Rest Then = Rest::Unstated;
  /// Releases: the argument may also be storage of the caller's own, which only
  /// `x_init` has prepared (mysql_close).
  bool CallersStorage = false;
  /// Fills: the argument that is the byte.
  unsigned FilledWith = 0;
  /// WritesOwned: how many array elements are written (pipe: 2).
  unsigned Elements = 1;
  /// WritesOwned, Releases: the field of the pointed-to struct that carries the
  /// value (`regex_t` and its buffer).
  std::string Field;
  /// Else the argument is only used; where a path does not decide, it may be
  /// kept.
  ArgCondition If;
};

enum class ReturnAction : uint8_t {
  Unknown,        ///< Nothing is said of the result.
  Owned,          ///< The caller must release it.
  Lent,           ///< The callee keeps it; see FamilyKind::Lent.
  Argument,       ///< One of the arguments comes back.
  ArgumentOrNull, ///< One of the arguments, or null (fgets).
  Inside, ///< Null or a pointer into the memory of an argument (strchr).
  Kept,   ///< A value that an owner of its own releases (Rust's Box::new).
};

struct FunctionModel {
  ReturnAction Returns = ReturnAction::Unknown;
  /// Lent: the value floats, which is whoever's that takes the first reference.
  bool Floats = false;
  const Family *ReturnFamily = nullptr;
  unsigned ReturnArg = 0;
  /// Owned, Lent: else the result is what `Otherwise` says.
  ArgCondition ReturnIf;
  /// Where ReturnIf is not met: nothing known, or of argument ReturnArg
  /// (getcwd with a buffer).
  ReturnAction Otherwise = ReturnAction::Unknown;
  Success OnSuccess = Success::NonNull;
  /// The declared type of the result, as clang prints its canonical form, for
  /// a name that is also that of another function; empty for any.
  std::string ResultType;
  /// Effects on arguments; at most one per index, ascending.
  llvm::SmallVector<ArgEffect, 2> Args;
  /// What happens to arguments that no effect names.
  ArgAction Rest = ArgAction::Uses;
  /// Arguments that carry the size, the element count and the alignment in
  /// bytes of the value acquired or released; -1 if none.
  int SizeArg = -1, CountArg = -1, AlignArg = -1;
  /// Resizes: the argument that repeats the size of what is given back.
  int OldSizeArg = -1;
  /// Bytes to which the size is rounded up by the system (munmap: a page).
  unsigned Granule = 1;
  /// The stock checker that reports the loss of the result ("unix.Malloc"), so
  /// that the user is not told twice where it is on; empty for none.
  std::string ToldBy;
  Source From = Source::Shipped;
  /// The file or declarations this rests on, for notes and --explain.
  std::string Origin;

  /// True if what the call does depends on its arguments.
  bool conditional() const {
    return ReturnIf || llvm::any_of(Args, [](const ArgEffect &E) {
             return static_cast<bool>(E.If);
           });
  }
  const ArgEffect *effectOn(unsigned Index) const {
    for (const ArgEffect &E : Args)
      if (E.Index == Index)
        return &E;
    return nullptr;
  }
  ArgAction actionOn(unsigned Index) const {
    const ArgEffect *E = effectOn(Index);
    return E ? E->Action : Rest;
  }
};

/// What calling a method does to what its object owns.
enum class MethodAction : uint8_t {
  None,        ///< Looks, changes nothing.
  Lends,       ///< Returns the held pointer or a pointer into the buffer.
  GivesUp,     ///< Returns the held pointer; the object no longer owns it.
  Replaces,    ///< Releases what it holds, adopts argument N (if there is one).
  Swaps,       ///< Exchanges holdings with the object that is argument N.
  Takes,       ///< Assignment from another owner, argument N.
  Invalidates, ///< May move or free the buffer: lent pointers dangle.
  Emplaces,    ///< Builds an element of template argument N's type from args.
};

struct MethodModel {
  MethodAction Action = MethodAction::None;
  unsigned Arg = 0;
  /// Lends: the borrower must not write through the pointer (c_str).
  bool ReadOnly = false;
  /// Lends: the stock checker that reports a use of the pointer after its end.
  std::string ToldBy;
};

/// A class template (or class) that owns: a smart pointer or a container.
struct ClassModel {
  std::string Name;
  /// A smart pointer: constructed from a raw pointer it adopts it.
  bool IsOwner = false;
  /// Several owners may share one pointer (shared_ptr).
  bool Shared = false;
  /// It looks at what others own, and is null once they have released that.
  bool Weak = false;
  /// Template argument that is the pointee type.
  unsigned Pointee = 0;
  /// Where the deleter comes from: a template argument, a constructor
  /// argument (-1: none), or a fixed family.
  int DeleterType = -1, DeleterArg = -1;
  /// The deleter type's function; empty for its operator().
  std::string DeleterMethod;
  const Family *Deleter = nullptr;
  /// Containers: the family of the buffer that the object alone may release.
  const Family *Buffer = nullptr;
  llvm::StringMap<MethodModel> Methods;
  /// For checking against headers: where the class exists if not there, and
  /// methods that only other releases have.
  std::string Elsewhere;
  llvm::SmallVector<std::string, 0> MethodsElsewhere;
  Source From = Source::Shipped;
  std::string Origin;
};

} // namespace custody

#endif // CUSTODY_MODEL_FUNCTIONMODEL_H
