//===- Nolint.cpp - Comments that silence a finding -----------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The words are clang-tidy's, and mean what they mean there, so that a line
// that both tools complain about needs one comment.
//
//===----------------------------------------------------------------------===//

#include "driver/check/Nolint.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace custody {

namespace {

/// True if \p Pattern, in which `*` stands for anything, is \p Name.
bool matches(StringRef Pattern, StringRef Name) {
  size_t Star = Pattern.find('*');
  if (Star == StringRef::npos)
    return Pattern == Name;
  if (!Name.consume_front(Pattern.take_front(Star)))
    return false;
  StringRef Rest = Pattern.drop_front(Star + 1);
  for (size_t Skip = 0; Skip <= Name.size(); ++Skip)
    if (matches(Rest, Name.drop_front(Skip)))
      return true;
  return false;
}

/// True if the list of \p Names speaks of \p Rule; an empty one of all rules.
bool covers(StringRef Names, StringRef Rule) {
  SmallVector<StringRef, 4> Each;
  Names.split(Each, ',', -1, /*KeepEmpty=*/false);
  if (Each.empty())
    return true;
  bool Covered = false;
  for (StringRef Name : Each) {
    Name = Name.trim();
    bool Not = Name.consume_front("-");
    std::string R = Rule.str();
    if (matches(Name, R) || matches(Name, "custody-" + R) ||
        matches(Name, "custody." + R))
      Covered = !Not;
  }
  return Covered;
}

/// True if \p Line has the comment word \p Keyword, as a word, for \p Rule.
bool says(StringRef Line, StringRef Keyword, StringRef Rule) {
  for (size_t At = 0; (At = Line.find(Keyword, At)) != StringRef::npos;) {
    size_t End = At + Keyword.size();
    bool Word =
        (At == 0 || !(isAlnum(Line[At - 1]) || Line[At - 1] == '_')) &&
        (End == Line.size() || !(isAlnum(Line[End]) || Line[End] == '_'));
    StringRef Names, Rest = Line.drop_front(End);
    if (Rest.consume_front("("))
      Names = Rest.take_front(Rest.find(')'));
    if (Word && covers(Names, Rule))
      return true;
    At = End;
  }
  return false;
}

bool inBlock(const Issue &I, Sources &Files) {
  bool Inside = false;
  for (unsigned N = 1; N < I.Where.Line; ++N) {
    StringRef Line = Files.line(I.Where.File, N);
    if (Line.find("NOLINT") == StringRef::npos)
      continue;
    if (says(Line, "NOLINTBEGIN", I.Rule))
      Inside = true;
    if (says(Line, "NOLINTEND", I.Rule))
      Inside = false;
  }
  return Inside;
}

} // namespace

void markNolint(std::vector<Issue> &Issues, Sources &Files) {
  for (Issue &I : Issues) {
    unsigned N = I.Where.Line;
    if (says(Files.line(I.Where.File, N), "NOLINT", I.Rule) ||
        says(Files.line(I.Where.File, N - 1), "NOLINTNEXTLINE", I.Rule) ||
        inBlock(I, Files))
      I.Silence = Silenced::InSource;
  }
}

} // namespace custody
