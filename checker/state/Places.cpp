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

} // namespace custody
