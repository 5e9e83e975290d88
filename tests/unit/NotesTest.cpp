//===- NotesTest.cpp - What an analyst says beside LSP --------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "clangd/Notes.h"
#include "gtest/gtest.h"

using namespace custody;

TEST(Notes, ATextOfWhichNothingWasSaidIsComplete) {
  Notes N;
  EXPECT_TRUE(N.isComplete(7));
}

TEST(Notes, TheLastWordCounts) {
  Notes N;
  N.add(noteOf(7, false) + noteOf(8, false));
  EXPECT_FALSE(N.isComplete(7));
  N.add(noteOf(7, true));
  EXPECT_TRUE(N.isComplete(7));
  EXPECT_FALSE(N.isComplete(8));
  N.clear();
  EXPECT_TRUE(N.isComplete(8));
}

TEST(Notes, ComeInPieces) {
  Notes N;
  std::string Line = noteOf(~0ull, false);
  for (char C : Line) {
    EXPECT_TRUE(N.isComplete(~0ull));
    N.add(llvm::StringRef(&C, 1));
  }
  EXPECT_FALSE(N.isComplete(~0ull));
}

TEST(Notes, WhatIsNoNoteIsNone) {
  Notes N;
  N.add("a stranger writes\n\n");
  N.add(noteOf(3, false));
  EXPECT_FALSE(N.isComplete(3));
}

TEST(Notes, AreNotKeptForever) {
  Notes N;
  for (uint64_t Text = 0; Text < 100000; ++Text)
    N.add(noteOf(Text, false));
  EXPECT_TRUE(N.isComplete(5));
  EXPECT_FALSE(N.isComplete(99999));
}
