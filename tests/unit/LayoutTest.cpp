//===- LayoutTest.cpp - A file as functions and what is around them -------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tidy/Layout.h"
#include "gtest/gtest.h"

using namespace custody;

namespace {

/// A body is what stands between braces at the outermost level.
Layout layout(llvm::StringRef Text) {
  std::vector<Layout::Extent> Bodies;
  std::vector<unsigned> Begins;
  for (unsigned I = 0; I < Text.size(); ++I)
    if (Text[I] == '{')
      Begins.push_back(I);
    else if (Text[I] == '}') {
      Bodies.push_back({Begins.back(), I + 1});
      Begins.pop_back();
    }
  static const clang::LangOptions Language;
  return Layout(Text, Bodies, Language);
}

constexpr char Two[] = "int a(int n) { return n; }\nint b() { return 1; }\n";

} // namespace

TEST(Layout, OnlyOuterBodiesAreOnes) {
  Layout L = layout("int a() { { ; } { ; } }\nint b() {}\n");
  ASSERT_EQ(L.bodies().size(), 2u);
  EXPECT_EQ(L.bodyAt(8), 0u);
  EXPECT_EQ(L.bodyAt(12), 0u);
  EXPECT_FALSE(L.bodyAt(7));
  EXPECT_FALSE(L.bodyAt(24));
}

TEST(Layout, ABodyMayChange) {
  Layout Old = layout(Two);
  Layout New =
      layout("int a(int n) { return n + 1; }\nint b() { return 1; }\n");
  ASSERT_TRUE(Old.isAround(New));
  EXPECT_NE(Old.bodies()[0].Hash, New.bodies()[0].Hash);
  EXPECT_EQ(Old.bodies()[1].Hash, New.bodies()[1].Hash);
  EXPECT_FALSE(Old.movedTo(New, 15)) << "in the body that has changed";
  EXPECT_EQ(Old.movedTo(New, 39), 43u) << "in the other";
  EXPECT_EQ(Old.movedTo(New, 4), 4u) << "a name";
  EXPECT_EQ(Old.movedTo(New, 31), 35u) << "the other name";
}

TEST(Layout, SpaceAndCommentsAroundMayChange) {
  Layout Old = layout(Two);
  Layout New = layout("// One.\nint a(int n) { return n; }\n\n\n/* Two. */\n"
                      "int b()\n{ return 1; }\n");
  ASSERT_TRUE(Old.isAround(New));
  EXPECT_EQ(Old.bodies()[1].Hash, New.bodies()[1].Hash);
  EXPECT_EQ(Old.movedTo(New, 4), 12u);
}

TEST(Layout, OtherWordsAroundAreAnotherFile) {
  Layout Old = layout(Two);
  for (llvm::StringRef Text :
       {"int a(int m) { return n; }\nint b() { return 1; }\n",
        "int a(int n) { return n; }\nint b() { return 1; }\nint c;\n",
        "int a(int n) { return n; }\nint b() { return 1; }\nint c() {}\n",
        "int a(int n) { return n; }\n",
        "int a(int n) {\n#define N 1\n return n; }\nint b() { return 1; }\n",
        "int a(int n) { return n; } { return 1; } int b()\n"})
    EXPECT_FALSE(Old.isAround(layout(Text))) << Text.str();
}

TEST(Layout, DirectivesInABodyCount) {
  Layout Old = layout("int a() {\n#if A\n;\n#endif\n}\n");
  EXPECT_TRUE(Old.isAround(layout("int a() {\n#if A\n;;\n#endif\n}\n")));
  EXPECT_FALSE(Old.isAround(layout("int a() {\n#if B\n;\n#endif\n}\n")));
}

TEST(Layout, WhiteSpaceAtTheEndIsNoOtherText) {
  EXPECT_EQ(layout(Two).hash(), layout((llvm::Twine(Two) + "\n").str()).hash());
  EXPECT_EQ(layout(Two).hash(), hashOfText(Two));
  EXPECT_NE(layout(Two).hash(), hashOfText((llvm::Twine("\n") + Two).str()));
}

TEST(Layout, AnEndBehindAWordMoves) {
  Layout Old = layout("int a;\nint b() {}\n");
  Layout New = layout("\n\nint a ;\nint b() {}\n");
  ASSERT_TRUE(Old.isAround(New));
  EXPECT_EQ(Old.movedTo(New, 3), 5u) << "behind 'int'";
}
