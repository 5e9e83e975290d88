//===- Ownership.h - What a value can be, and how events change it -*- C++ -*-//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The state machine of one pointer or handle. It knows nothing of clang: given
// a state, an event and whether the families fit, it tells the next state and
// what, if anything, is wrong. Events that leave a state as it is are not
// drawn.
//
//                  Acquire                     Release by its family
//   (Unknown) ------------------>  Owned  ---------------------------> Released
//       |                         |  |  ^                                 ^ ^
//       | Lend                    |  |  | Relinquish                      | |
//       v                         |  |  | (owner.release())               | |
//      Lent            Escape     |  |  |                                 | |
//                  +--------------+  |  |       the owner releases it     | |
//                  |           Adopt v  |    +----------------------------+ |
//                  v               Adopted --+                              |
//               Escaped ------------^                                       |
//                  |   Adopt                         Release                |
//                  +--------------------------------------------------------+
//
//   Owned, Escaped --Resize--> Resized: Released where the call succeeded,
//   still Owned where it failed; the engine resolves it from the path's
//   constraints before any further event.
//
// What is wrong:
//   Owned     + Release/Adopt/Resize of another family ...... WrongFamily
//   Owned     + Die ......................................... Lost
//   Adopted   + Release by anyone but its owner, Adopt ...... AlreadyOwned
//   Released  + Release .............. ReleasedTwice (WrongFamily if it is not
//                                      even the right function)
//   Released  + Adopt ....................................... AdoptedDead
//   Released  + Use, Write .................................. UsedDead
//   Lent      + Release, Adopt, Resize ...................... LentReleased
//   Lent      + Write (unless the lender allows it) ......... LentWritten
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_STATE_OWNERSHIP_H
#define CUSTODY_STATE_OWNERSHIP_H

#include <cstdint>

namespace custody {

enum class Custody : uint8_t {
  Unknown,  ///< Nothing is known; also what a value without a record is.
  Owned,    ///< Somebody on this path must release it.
  Escaped,  ///< Code out of sight may keep or release it.
  Adopted,  ///< An owner (smart pointer, adopting call) will release it.
  Resized,  ///< Given to realloc, whose result is not known yet.
  Released, ///< Gone.
  Lent,     ///< Belongs to a lender for good.
};

enum class EventKind : uint8_t {
  Acquire,
  Lend,
  Use,
  Write,
  Release,        ///< By a release function or expression.
  ReleaseByOwner, ///< By the owner that adopted it (its destructor, reset).
  Adopt,
  Relinquish, ///< The owner lets go of it: whoever has it owns it again.
  Resize,
  Retain, ///< One more reference.
  Escape,
  Die, ///< Nothing refers to it any more.
};

enum class Verdict : uint8_t {
  Fine,
  WrongFamily,
  LentReleased,
  LentWritten,
  AlreadyOwned,
  AdoptedDead,
  ReleasedTwice,
  UsedDead,
  Lost,
};

struct Step {
  Custody Next;
  Verdict What;
};

/// The next state of a value in \p From on which \p E happens. \p FamilyFits
/// tells whether the event's family is that of the value, or either is not
/// known; \p Refcounted that the value may be released more than once.
Step transition(Custody From, EventKind E, bool FamilyFits,
                bool Refcounted = false);

} // namespace custody

#endif // CUSTODY_STATE_OWNERSHIP_H
