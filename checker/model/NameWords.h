//===- NameWords.h - What the words of a name say ---------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The vocabulary of inference: verbs that acquire and release, words that say
// that a function does something else, and names taken apart into words.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_NAMEWORDS_H
#define CUSTODY_MODEL_NAMEWORDS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include <initializer_list>
#include <string>

namespace custody {

/// How much an allocator's verb says by itself.
enum class Strength {
  Main,    ///< create, new, open: enough, with a releaser.
  Further, ///< dup, copy: the releaser needs a main allocator too.
  Parsing, ///< from, parse, load: the releaser must be called free.
};

struct AllocatorVerb {
  llvm::StringRef Verb;
  Strength How;
  /// A parameter of the result's own type may be what comes back
  /// (`T *x_init(T *)`), so there must be none.
  bool MayReturnArgument;
  std::initializer_list<llvm::StringRef> Releasers;
};

inline const AllocatorVerb AllocatorVerbs[] = {
    {"create", Strength::Main, false, {"free", "destroy", "release", "delete"}},
    {"new",
     Strength::Main,
     false,
     {"free", "destroy", "release", "delete", "drop"}},
    {"open", Strength::Main, true, {"close"}},
    {"alloc", Strength::Main, false, {"free", "dealloc"}},
    {"allocate", Strength::Main, false, {"free", "deallocate"}},
    {"connect", Strength::Main, true, {"disconnect"}},
    {"init", Strength::Main, true, {"free", "fini", "cleanup"}},
    {"dup",
     Strength::Further,
     false,
     {"free", "destroy", "release", "delete", "drop"}},
    {"clone",
     Strength::Further,
     false,
     {"free", "destroy", "release", "delete", "drop"}},
    {"copy",
     Strength::Further,
     true,
     {"free", "destroy", "release", "delete", "drop"}},
    {"from", Strength::Parsing, true, {"free"}},
    {"parse", Strength::Parsing, true, {"free"}},
    {"load", Strength::Parsing, true, {"free"}},
};

/// What gives back a reference, and so is the releaser of what counts them.
inline const llvm::StringRef UnreferencingVerbs[] = {"unref"};
/// And these beside it take one more.
inline const llvm::StringRef ReferencingVerbs[] = {"ref", "addref", "add_ref",
                                                   "up_ref", "retain"};
/// With one of these a new value is nobody's until somebody sinks it.
inline const llvm::StringRef SinkingVerbs[] = {"ref_sink", "sink",
                                               "is_floating"};

/// A function with one of these names counts references.
inline const llvm::StringRef CountingVerbs[] = {"ref",    "unref",  "retain",
                                                "incref", "decref", "addref",
                                                "up_ref", "add_ref"};
/// And one of these gives one back, so that what else looks like a releaser
/// does something less: `g_source_destroy` beside `g_source_unref`.
inline const llvm::StringRef UncountingVerbs[] = {"unref", "decref"};

/// A function with one of these beside `x_free` prepares storage that the
/// caller may have anywhere.
inline const llvm::StringRef PreparingVerbs[] = {"init", "setup", "reset",
                                                 "clear"};
/// And one of these ends what `x_init` has begun, for good. (`clear` and
/// `reset` may be called as often as one likes.)
inline const llvm::StringRef EndingVerbs[] = {
    "fini", "destroy", "cleanup", "deinit", "uninit", "finish", "free"};
/// Where objects of a type are made on the heap as well, what ends them may
/// end that too.
inline const llvm::StringRef HeapVerbs[] = {
    "new", "create", "alloc", "allocate", "dup", "clone", "ref", "unref"};

/// Words that say what a function does with the handle it is given, all of them
/// such that the handle is the caller's afterwards.
inline const llvm::StringRef UsingVerbs[] = {
    "as",       "calc",     "check",   "cmp",      "columns", "compare",
    "compute",  "contains", "convert", "copy",     "count",   "decode",
    "describe", "disable",  "draw",    "dump",     "dup",     "each",
    "empty",    "enable",   "encode",  "eof",      "equal",   "equals",
    "error",    "eval",     "exec",    "execute",  "fetch",   "fill",
    "find",     "flush",    "format",  "get",      "has",     "hash",
    "id",       "info",     "is",      "iterate",  "key",     "last",
    "len",      "length",   "lookup",  "match",    "message", "name",
    "next",     "parse",    "peek",    "ping",     "prepare", "print",
    "query",    "read",     "recv",    "receive",  "render",  "reset",
    "resize",   "rewind",   "run",     "save",     "scan",    "search",
    "seek",     "set",      "size",    "sort",     "stat",    "status",
    "step",     "sync",     "tell",    "test",     "to",      "touch",
    "type",     "update",   "use",     "validate", "value",   "verify",
    "version",  "wait",     "write"};
/// With one of these a function calls back at once.
inline const llvm::StringRef WalkingVerbs[] = {
    "each", "foreach", "walk", "iterate", "sort", "find", "search"};
/// With one of these in its name a function may still keep it or give it back.
inline const llvm::StringRef KeepingWords[] = {
    "add",      "attach", "callback", "child", "consume", "detach", "finish",
    "into",     "link",   "owner",    "own",   "parent",  "push",   "ref",
    "register", "root",   "steal",    "store", "submit",  "take",   "unref"};

/// Before the verb, these say that something is looked up, not made.
inline const llvm::StringRef GetterVerbs[] = {
    "get",  "find",   "lookup", "peek",     "current", "default", "first",
    "next", "parent", "at",     "instance", "self",    "global",  "shared"};
/// And these say so behind it.
inline const llvm::StringRef SharingWords[] = {"global", "shared", "singleton",
                                               "current"};

inline bool isOneOf(llvm::StringRef Word,
                    llvm::ArrayRef<llvm::StringRef> Words) {
  return llvm::any_of(
      Words, [&](llvm::StringRef W) { return Word.equals_insensitive(W); });
}

/// Every verb that may end a value's life.
inline const llvm::StringRef ReleasingVerbs[] = {
    "free",    "destroy",    "release", "delete",  "drop",
    "close",   "fini",       "cleanup", "dispose", "disconnect",
    "dealloc", "deallocate", "finalize"};
/// Beside these, `release` gives back a lock or a turn.
inline const llvm::StringRef TakingVerbs[] = {"acquire", "lock", "hold", "grab",
                                              "reserve"};

/// A function's name as words, with what is needed to change one of them.
struct SplitName {
  llvm::StringRef Whole;
  struct Word {
    size_t Begin, End;
  };
  llvm::SmallVector<Word, 6> Words;

  explicit SplitName(llvm::StringRef Name) : Whole(Name) {
    size_t Begin = 0;
    auto Finish = [&](size_t End) {
      if (End > Begin)
        Words.push_back({Begin, End});
    };
    for (size_t I = 0; I != Name.size(); ++I) {
      if (Name[I] == '_') {
        Finish(I);
        Begin = I + 1;
      } else if (I > Begin && isUpper(Name[I]) &&
                 (!isUpper(Name[I - 1]) ||
                  (I + 1 < Name.size() && isLower(Name[I + 1])))) {
        // fooOpen, XMLOpen
        Finish(I);
        Begin = I;
      }
    }
    Finish(Name.size());
  }

  static bool isUpper(char C) { return C >= 'A' && C <= 'Z'; }
  static bool isLower(char C) { return C >= 'a' && C <= 'z'; }

  llvm::StringRef word(unsigned I) const {
    return Whole.slice(Words[I].Begin, Words[I].End);
  }

  llvm::StringRef lastWord() const {
    return Words.empty() ? llvm::StringRef() : word(Words.size() - 1);
  }

  /// The name with word \p I replaced by \p Verb, and only \p Kept of the words
  /// behind it. "new" and "New" become "free" and "Free".
  std::string with(unsigned I, llvm::StringRef Verb, unsigned Kept) const {
    llvm::StringRef Old = word(I);
    std::string New = Verb.lower();
    if (isUpper(Old[0]))
      New = Old.size() > 1 && isUpper(Old[1])
                ? Verb.upper()
                : Verb.take_front().upper() + New.substr(1);
    size_t End = Words[I + Kept].End;
    // The last word ends the name but for trailing underscores.
    if (I + Kept + 1 == Words.size())
      End = Whole.size();
    return (Whole.take_front(Words[I].Begin) + New +
            Whole.slice(Words[I].End, End))
        .str();
  }

  /// The first \p Count words with \p Verb before them: `free_config` from
  /// `config_set_name`.
  std::string before(unsigned Count, llvm::StringRef Verb) const {
    llvm::StringRef Kept = Whole.slice(Words[0].Begin, Words[Count - 1].End);
    std::string Name = (Whole.take_front(Words[0].Begin) + Verb).str();
    return Name + (Whole.contains('_') ? "_" : "") + Kept.str();
  }
};

} // namespace custody

#endif // CUSTODY_MODEL_NAMEWORDS_H
