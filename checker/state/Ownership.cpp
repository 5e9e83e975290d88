//===- Ownership.cpp - What a value can be, and how events change it ------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One function an event, each a table over the states in the order of the
// diagram in Ownership.h. After a verdict other than Fine the path stops or the
// value is forgotten, so the next state is then of no consequence.
//
//===----------------------------------------------------------------------===//

#include "state/Ownership.h"

namespace custody {
namespace {

Step fine(Custody Next) { return {Next, Verdict::Fine}; }

Step release(Custody From, bool Fits, bool Refcounted) {
  switch (From) {
  case Custody::Unknown:
    // Of a counted value this was one reference of nobody knows how many.
    return fine(Refcounted ? Custody::Escaped : Custody::Released);
  case Custody::Owned:
  case Custody::Escaped:
    if (!Fits)
      return {Custody::Released, Verdict::WrongFamily};
    // Somebody else may hold a reference: this release need not be the last.
    return fine(Refcounted && From == Custody::Escaped ? Custody::Escaped
                                                       : Custody::Released);
  case Custody::Adopted:
    return {Custody::Released, Verdict::AlreadyOwned};
  case Custody::Resized:
  case Custody::Released:
    return {Custody::Released,
            Fits ? Verdict::ReleasedTwice : Verdict::WrongFamily};
  case Custody::Lent:
    return {Custody::Released, Verdict::LentReleased};
  }
  return fine(From);
}

Step releaseByOwner(Custody From) {
  switch (From) {
  case Custody::Resized:
  case Custody::Released:
    return {Custody::Released, Verdict::ReleasedTwice};
  case Custody::Lent:
    return fine(Custody::Lent);
  default:
    // A wrong family was told where the owner adopted it.
    return fine(Custody::Released);
  }
}

Step adopt(Custody From, bool Fits, bool Refcounted) {
  switch (From) {
  case Custody::Unknown:
    return fine(Custody::Adopted);
  case Custody::Owned:
  case Custody::Escaped:
    return {Custody::Adopted, Fits ? Verdict::Fine : Verdict::WrongFamily};
  case Custody::Adopted:
    // Each owner of a refcounted value may hold a reference of its own.
    return {Custody::Adopted,
            Refcounted ? Verdict::Fine : Verdict::AlreadyOwned};
  case Custody::Resized:
  case Custody::Released:
    return {Custody::Adopted, Verdict::AdoptedDead};
  case Custody::Lent:
    return {Custody::Lent, Verdict::LentReleased};
  }
  return fine(From);
}

Step resize(Custody From, bool Fits) {
  switch (From) {
  case Custody::Unknown:
    return fine(Custody::Resized);
  case Custody::Owned:
  case Custody::Escaped:
    return {Custody::Resized, Fits ? Verdict::Fine : Verdict::WrongFamily};
  case Custody::Adopted:
    return {Custody::Resized, Verdict::AlreadyOwned};
  case Custody::Resized:
  case Custody::Released:
    return {Custody::Released, Verdict::UsedDead};
  case Custody::Lent:
    return {Custody::Lent, Verdict::LentReleased};
  }
  return fine(From);
}

Step use(Custody From) {
  if (From == Custody::Released || From == Custody::Resized)
    return {From, Verdict::UsedDead};
  return fine(From);
}

Step write(Custody From) {
  if (From == Custody::Lent)
    return {From, Verdict::LentWritten};
  return use(From);
}

Step relinquish(Custody From) {
  return fine(From == Custody::Adopted ? Custody::Owned : From);
}

Step escape(Custody From) {
  return fine(From == Custody::Owned ? Custody::Escaped : From);
}

Step die(Custody From) {
  if (From == Custody::Owned)
    return {Custody::Unknown, Verdict::Lost};
  return fine(Custody::Unknown);
}

} // namespace

Step transition(Custody From, EventKind E, bool FamilyFits, bool Refcounted) {
  switch (E) {
  case EventKind::Acquire:
    return fine(Custody::Owned);
  case EventKind::Lend:
    return fine(Custody::Lent);
  case EventKind::Use:
    return use(From);
  case EventKind::Write:
    return write(From);
  case EventKind::Release:
    return release(From, FamilyFits, Refcounted);
  case EventKind::ReleaseByOwner:
    return releaseByOwner(From);
  case EventKind::Adopt:
    return adopt(From, FamilyFits, Refcounted);
  case EventKind::Relinquish:
    return relinquish(From);
  case EventKind::Resize:
    return resize(From, FamilyFits);
  case EventKind::Retain:
    return use(From);
  case EventKind::Escape:
    return escape(From);
  case EventKind::Die:
    return die(From);
  }
  return fine(From);
}

} // namespace custody
