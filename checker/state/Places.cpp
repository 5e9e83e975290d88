//===- Places.cpp - What is known of objects and variables on a path ------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "state/Places.h"

using namespace clang;
using namespace ento;

REGISTER_SET_WITH_PROGRAMSTATE(CustodyGuarded, const MemRegion *)
REGISTER_SET_WITH_PROGRAMSTATE(CustodyDestroyed, const MemRegion *)
REGISTER_MAP_WITH_PROGRAMSTATE(CustodyAnswers, const CallExpr *,
                               custody::Answer)

namespace custody {

PlaceSet guardedPlaces(ProgramStateRef State) {
  return State->get<CustodyGuarded>();
}

ProgramStateRef guardPlace(ProgramStateRef State, const MemRegion *R) {
  return State->add<CustodyGuarded>(R);
}

bool isDestroyed(ProgramStateRef State, const MemRegion *R) {
  return State->contains<CustodyDestroyed>(R);
}

ProgramStateRef setDestroyed(ProgramStateRef State, const MemRegion *R,
                             bool Destroyed) {
  return Destroyed ? State->add<CustodyDestroyed>(R)
                   : State->remove<CustodyDestroyed>(R);
}

bool Answer::operator==(const Answer &O) const {
  return Result == O.Result && Frame == O.Frame && Arguments == O.Arguments &&
         LooksAt[0] == O.LooksAt[0] && LooksAt[1] == O.LooksAt[1];
}

void Answer::Profile(llvm::FoldingSetNodeID &ID) const {
  ID.AddPointer(Result);
  ID.AddPointer(Frame);
  ID.AddInteger(Arguments);
  ID.AddPointer(LooksAt[0]);
  ID.AddPointer(LooksAt[1]);
}

AnswerMap allAnswers(ProgramStateRef State) {
  return State->get<CustodyAnswers>();
}

const Answer *answerTo(ProgramStateRef State, const CallExpr *Call) {
  return State->get<CustodyAnswers>(Call);
}

ProgramStateRef rememberAnswer(ProgramStateRef State, const CallExpr *Call,
                               const Answer &A) {
  return State->set<CustodyAnswers>(Call, A);
}

ProgramStateRef forgetAnswers(ProgramStateRef State, const MemRegion *Written) {
  for (const auto &[Call, A] : allAnswers(State))
    if (llvm::is_contained(A.LooksAt, Written->getBaseRegion()))
      State = State->remove<CustodyAnswers>(Call);
  return State;
}

ProgramStateRef forgetAnswers(ProgramStateRef State,
                              const StackFrameContext *Frame) {
  for (const auto &[Call, A] : allAnswers(State))
    if (A.Frame == Frame)
      State = State->remove<CustodyAnswers>(Call);
  return State;
}

} // namespace custody
