//===- TextTest.cpp - Places in a document, and how they move -------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "clangd/Text.h"
#include "gtest/gtest.h"

using namespace custody;
using llvm::StringRef;
namespace json = llvm::json;

namespace {

// One, two, three and four bytes of UTF-8; the last takes two units of UTF-16.
constexpr char Wide[] = "a\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80z";

std::string written(Place P) {
  return std::to_string(P.Line) + ":" + std::to_string(P.Column);
}

std::string written(const Edit &E) {
  return written(E.Start) + "-" + written(E.OldEnd) + " to " +
         written(E.NewEnd);
}

json::Object range(Place Start, Place End) {
  auto At = [](Place P) {
    return json::Object{{"line", P.Line}, {"character", P.Column}};
  };
  return json::Object{{"start", At(Start)}, {"end", At(End)}};
}

std::string written(const json::Object &Range) {
  auto At = [&](StringRef Name) {
    const json::Object *O = Range.getObject(Name);
    return written(Place{*O->getInteger("line"), *O->getInteger("character")});
  };
  return At("start") + "-" + At("end");
}

/// The range 3:4-3:9 after \p E; "gone" if it does not survive.
std::string after(const Edit &E) {
  json::Object Range = range({3, 4}, {3, 9});
  return moveRange(Range, E) ? written(Range) : "gone";
}

json::Object change(Place Start, Place End, StringRef Text) {
  return json::Object{{"range", range(Start, End)}, {"text", Text}};
}

std::string applied(std::string Text,
                    std::initializer_list<json::Value> Changes,
                    Encoding E = Encoding::UTF16) {
  return applyChanges(Text, json::Array(Changes), E) ? Text : "refused";
}

} // namespace

TEST(Text, namesOfEncodings) {
  for (Encoding E : {Encoding::UTF8, Encoding::UTF16, Encoding::UTF32})
    EXPECT_EQ(encoding(nameOf(E)), E);
  EXPECT_EQ(encoding("ebcdic"), Encoding::UTF16);
}

TEST(Text, columnsCountUnits) {
  struct {
    Encoding E;
    int64_t Columns[5]; ///< Before each of the letters.
  } Cases[] = {{Encoding::UTF8, {0, 1, 3, 6, 10}},
               {Encoding::UTF16, {0, 1, 2, 3, 5}},
               {Encoding::UTF32, {0, 1, 2, 3, 4}}};
  const size_t Bytes[] = {0, 1, 3, 6, 10};
  std::string Text = std::string("first\n") + Wide + "\nlast";
  for (const auto &Case : Cases)
    for (unsigned I = 0; I < 5; ++I) {
      Place P{1, Case.Columns[I]};
      EXPECT_EQ(offsetOf(Text, P, Case.E), 6 + Bytes[I])
          << nameOf(Case.E).str();
      EXPECT_EQ(written(placeOf(Text, 6 + Bytes[I], Case.E)), written(P));
    }
}

TEST(Text, nearestOffset) {
  StringRef Text = "ab\ncd";
  for (Encoding E : {Encoding::UTF8, Encoding::UTF16, Encoding::UTF32}) {
    EXPECT_EQ(offsetOf(Text, {0, 99}, E), 2u); // not beyond the line
    EXPECT_EQ(offsetOf(Text, {1, 99}, E), 5u);
    EXPECT_EQ(offsetOf(Text, {7, 0}, E), 5u);
    EXPECT_EQ(offsetOf(Text, {-1, -1}, E), 0u);
    EXPECT_EQ(offsetOf("", {0, 0}, E), 0u);
  }
}

TEST(Text, differences) {
  Encoding E = Encoding::UTF16;
  EXPECT_EQ(written(difference("one\ntwo\n", "one\ntwo\n", E)),
            "2:0-2:0 to 2:0");
  EXPECT_EQ(written(difference("one\ntwo\n", "one\n2\ntwo\n", E)),
            "1:0-1:0 to 2:0");
  EXPECT_EQ(written(difference("one\n2\ntwo\n", "one\ntwo\n", E)),
            "1:0-2:0 to 1:0");
  EXPECT_EQ(written(difference("a = b;", "a = cd;", E)), "0:4-0:5 to 0:6");
  EXPECT_EQ(written(difference("", "x\ny", E)), "0:0-0:0 to 1:1");
  EXPECT_EQ(written(difference("x\ny", "", E)), "0:0-1:1 to 0:0");
  // "aa" in "aaa": one letter more, wherever one says that it is.
  EXPECT_EQ(written(difference("aa", "aaa", E)), "0:2-0:2 to 0:3");
}

TEST(Text, differencesBetweenCharactersOnly) {
  // These share their first bytes, those their last.
  EXPECT_EQ(written(difference("<\xC3\xA4>", "<\xC3\xB6>", Encoding::UTF8)),
            "0:1-0:3 to 0:3");
  EXPECT_EQ(written(difference("<\xC3\xA4>", "<\xC4\xA4>", Encoding::UTF8)),
            "0:1-0:3 to 0:3");
  EXPECT_EQ(written(difference("\xF0\x9F\x98\x80!", "\xF0\x9F\x98\x81!",
                               Encoding::UTF16)),
            "0:0-0:2 to 0:2");
}

// Whatever two texts there are, putting the difference into the old one makes
// the new one.
TEST(Text, differencesLeadToTheNewText) {
  const char *Texts[] = {"",
                         "a",
                         Wide,
                         "a\nb\nc\n",
                         "a\nbb\nc\n",
                         "\n\n\n",
                         "a\xE2\x82\xAC\nb\n",
                         "a\xE2\x82\xAD\nb\n",
                         "b\nc\n"};
  for (Encoding E : {Encoding::UTF8, Encoding::UTF16, Encoding::UTF32})
    for (StringRef Old : Texts)
      for (StringRef New : Texts) {
        Edit D = difference(Old, New, E);
        size_t From = offsetOf(New, D.Start, E),
               To = offsetOf(New, D.NewEnd, E);
        ASSERT_LE(From, To) << Old.str() << " -> " << New.str();
        EXPECT_EQ(applied(Old.str(),
                          {change(D.Start, D.OldEnd, New.slice(From, To))}, E),
                  New)
            << Old.str() << " -> " << New.str();
      }
}

TEST(Text, changesInTheirOrder) {
  EXPECT_EQ(applied("one two", {change({0, 3}, {0, 3}, ","),
                                change({0, 5}, {0, 8}, "2\n")}),
            "one, 2\n");
  EXPECT_EQ(applied("old", {json::Object{{"text", "new\n"}},
                            change({0, 0}, {0, 1}, "N")}),
            "New\n");
  EXPECT_EQ(applied(Wide, {change({0, 3}, {0, 5}, "")}),
            "a\xC3\xA4\xE2\x82\xACz");
  EXPECT_EQ(applied("text", {}), "text");
}

TEST(Text, changesThatAreNone) {
  EXPECT_EQ(applied("text", {7}), "refused");
  EXPECT_EQ(applied("text", {json::Object{{"range", nullptr}}}), "refused");
  EXPECT_EQ(applied("text", {json::Object{{"text", 1}}}), "refused");
  EXPECT_EQ(
      applied("text", {json::Object{{"text", "x"}, {"range", json::Object()}}}),
      "refused");
  EXPECT_EQ(applied("text", {change({0, 3}, {0, 1}, "x")}), "refused");
}

TEST(Text, rangesMoveWithWhatIsBefore) {
  EXPECT_EQ(after({{0, 0}, {0, 0}, {1, 0}}), "4:4-4:9"); // a line more
  EXPECT_EQ(after({{0, 0}, {2, 0}, {0, 0}}), "1:4-1:9"); // two lines less
  EXPECT_EQ(after({{3, 0}, {3, 0}, {3, 2}}), "3:6-3:11");
  EXPECT_EQ(after({{3, 1}, {3, 3}, {3, 1}}), "3:2-3:7");
  EXPECT_EQ(after({{3, 4}, {3, 4}, {4, 2}}), "4:2-4:7");  // a line break
  EXPECT_EQ(after({{2, 5}, {3, 0}, {2, 5}}), "2:9-2:14"); // and one less
  EXPECT_EQ(after({{3, 0}, {3, 4}, {3, 1}}), "3:1-3:6");  // up to the range
}

TEST(Text, rangesStayBeforeAnEdit) {
  EXPECT_EQ(after({{3, 9}, {3, 9}, {3, 12}}), "3:4-3:9");
  EXPECT_EQ(after({{3, 9}, {4, 2}, {3, 9}}), "3:4-3:9");
  EXPECT_EQ(after({{4, 0}, {5, 0}, {4, 0}}), "3:4-3:9");
}

TEST(Text, rangesGoWithWhatIsInside) {
  EXPECT_EQ(after({{3, 5}, {3, 5}, {3, 6}}), "gone");
  EXPECT_EQ(after({{3, 4}, {3, 5}, {3, 4}}), "gone");
  EXPECT_EQ(after({{3, 8}, {3, 12}, {3, 8}}), "gone");
  EXPECT_EQ(after({{3, 0}, {3, 5}, {3, 0}}), "gone");
  EXPECT_EQ(after({{0, 0}, {9, 0}, {0, 0}}), "gone");
  json::Object None{{"start", 1}};
  EXPECT_FALSE(moveRange(None, {{0, 0}, {0, 0}, {0, 1}}));
}

TEST(Text, emptyRangesStayEmpty) {
  for (Place At : {Place{3, 0}, Place{3, 4}, Place{3, 8}}) {
    json::Object Range = range({3, 4}, {3, 4});
    ASSERT_TRUE(moveRange(Range, {At, At, {At.Line, At.Column + 2}}));
    EXPECT_EQ(written(Range), At.Column <= 4 ? "3:6-3:6" : "3:4-3:4");
  }
}
