//===- Places.h - What is known of objects and variables on a path -*- C++ -*-//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Beside what is known of values: variables whose value, whatever it is at the
// time, an owner will release; parameters that have been destroyed already;
// what functions that only look have answered.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_STATE_PLACES_H
#define CUSTODY_STATE_PLACES_H

#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramState.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramStateTrait.h"

namespace custody {

using PlaceSet = llvm::ImmutableSet<const clang::ento::MemRegion *>;

/// Variables that some owner was given the address of, to release what they
/// hold in the end (`unique_ptr<int, Closer> Guard(&Fd)`).
PlaceSet guardedPlaces(clang::ento::ProgramStateRef State);
clang::ento::ProgramStateRef guardPlace(clang::ento::ProgramStateRef State,
                                        const clang::ento::MemRegion *R);

/// Parameters that the function called has destroyed.
bool isDestroyed(clang::ento::ProgramStateRef State,
                 const clang::ento::MemRegion *R);
clang::ento::ProgramStateRef setDestroyed(clang::ento::ProgramStateRef State,
                                          const clang::ento::MemRegion *R,
                                          bool Destroyed);

/// What a function that only looks has answered.
struct Answer {
  clang::ento::SymbolRef Result;
  const clang::StackFrameContext *Frame;
  /// Tells other arguments from these.
  unsigned Arguments;
  /// The memory that the arguments point to.
  const clang::ento::MemRegion *LooksAt[2];

  bool operator==(const Answer &O) const;
  void Profile(llvm::FoldingSetNodeID &ID) const;
};
using AnswerMap = llvm::ImmutableMap<const clang::CallExpr *, Answer>;

AnswerMap allAnswers(clang::ento::ProgramStateRef State);
/// The answer to \p Call, or null.
const Answer *answerTo(clang::ento::ProgramStateRef State,
                       const clang::CallExpr *Call);
clang::ento::ProgramStateRef rememberAnswer(clang::ento::ProgramStateRef State,
                                            const clang::CallExpr *Call,
                                            const Answer &A);
/// \p Written may have changed: answers that looked at it hold no longer.
clang::ento::ProgramStateRef
forgetAnswers(clang::ento::ProgramStateRef State,
              const clang::ento::MemRegion *Written);
/// \p Frame ends, and with it the use of its answers.
clang::ento::ProgramStateRef
forgetAnswers(clang::ento::ProgramStateRef State,
              const clang::StackFrameContext *Frame);

} // namespace custody

#endif // CUSTODY_STATE_PLACES_H
