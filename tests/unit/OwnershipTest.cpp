//===- OwnershipTest.cpp - The diagram, edge by edge ----------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "state/Ownership.h"
#include "gtest/gtest.h"

using namespace custody;

namespace {

void expectStep(Custody From, EventKind E, Custody Next, bool Fits = true) {
  Step S = transition(From, E, Fits);
  EXPECT_EQ(S.What, Verdict::Fine) << int(From) << " on " << int(E);
  EXPECT_EQ(S.Next, Next) << int(From) << " on " << int(E);
}

void expectWrong(Custody From, EventKind E, Verdict What, bool Fits = true) {
  EXPECT_EQ(transition(From, E, Fits).What, What)
      << int(From) << " on " << int(E);
}

TEST(Ownership, TheLifeOfAnAllocation) {
  expectStep(Custody::Unknown, EventKind::Acquire, Custody::Owned);
  expectStep(Custody::Owned, EventKind::Use, Custody::Owned);
  expectStep(Custody::Owned, EventKind::Write, Custody::Owned);
  expectStep(Custody::Owned, EventKind::Release, Custody::Released);
  expectStep(Custody::Released, EventKind::Die, Custody::Unknown);
  expectStep(Custody::Unknown, EventKind::Release, Custody::Released);
}

TEST(Ownership, OwnersAdoptLetGoAndRelease) {
  expectStep(Custody::Owned, EventKind::Adopt, Custody::Adopted);
  expectStep(Custody::Adopted, EventKind::Relinquish, Custody::Owned);
  expectStep(Custody::Adopted, EventKind::ReleaseByOwner, Custody::Released);
  expectStep(Custody::Adopted, EventKind::Die, Custody::Unknown);
  expectWrong(Custody::Adopted, EventKind::Release, Verdict::AlreadyOwned);
  expectWrong(Custody::Adopted, EventKind::Adopt, Verdict::AlreadyOwned);
  expectWrong(Custody::Released, EventKind::Adopt, Verdict::AdoptedDead);
  expectWrong(Custody::Released, EventKind::ReleaseByOwner,
              Verdict::ReleasedTwice);
}

TEST(Ownership, EscapedValuesAreNoLeakButKeepTheirFamily) {
  expectStep(Custody::Owned, EventKind::Escape, Custody::Escaped);
  expectStep(Custody::Escaped, EventKind::Die, Custody::Unknown);
  expectStep(Custody::Escaped, EventKind::Release, Custody::Released);
  expectWrong(Custody::Escaped, EventKind::Release, Verdict::WrongFamily,
              false);
  for (Custody C : {Custody::Released, Custody::Adopted, Custody::Lent})
    expectStep(C, EventKind::Escape, C);
}

TEST(Ownership, Leaks) {
  expectWrong(Custody::Owned, EventKind::Die, Verdict::Lost);
  for (Custody C : {Custody::Unknown, Custody::Escaped, Custody::Adopted,
                    Custody::Released, Custody::Lent})
    expectStep(C, EventKind::Die, Custody::Unknown);
}

TEST(Ownership, TheWrongFamilyComesBeforeTheSecondRelease) {
  expectWrong(Custody::Owned, EventKind::Release, Verdict::WrongFamily, false);
  expectWrong(Custody::Owned, EventKind::Adopt, Verdict::WrongFamily, false);
  expectWrong(Custody::Owned, EventKind::Resize, Verdict::WrongFamily, false);
  expectWrong(Custody::Released, EventKind::Release, Verdict::ReleasedTwice);
  expectWrong(Custody::Released, EventKind::Release, Verdict::WrongFamily,
              false);
}

TEST(Ownership, NothingReleasedIsUsed) {
  expectWrong(Custody::Released, EventKind::Use, Verdict::UsedDead);
  expectWrong(Custody::Released, EventKind::Write, Verdict::UsedDead);
  expectWrong(Custody::Resized, EventKind::Use, Verdict::UsedDead);
  expectWrong(Custody::Released, EventKind::Resize, Verdict::UsedDead);
}

TEST(Ownership, BorrowersNeitherWriteNorRelease) {
  expectStep(Custody::Unknown, EventKind::Lend, Custody::Lent);
  expectStep(Custody::Lent, EventKind::Use, Custody::Lent);
  expectWrong(Custody::Lent, EventKind::Write, Verdict::LentWritten);
  expectWrong(Custody::Lent, EventKind::Release, Verdict::LentReleased);
  expectWrong(Custody::Lent, EventKind::Adopt, Verdict::LentReleased);
  expectWrong(Custody::Lent, EventKind::Resize, Verdict::LentReleased);
}

TEST(Ownership, References) {
  // The engine counts the references of this path.
  EXPECT_EQ(transition(Custody::Owned, EventKind::Retain, true, true).Next,
            Custody::Owned);
  EXPECT_EQ(transition(Custody::Released, EventKind::Retain, true, true).What,
            Verdict::UsedDead);
  // Another reference is out there: this release need not be the last.
  EXPECT_EQ(transition(Custody::Escaped, EventKind::Release, true, true).Next,
            Custody::Escaped);
  EXPECT_EQ(transition(Custody::Adopted, EventKind::Adopt, true, true).What,
            Verdict::Fine);
}

} // namespace
