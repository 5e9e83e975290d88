//===- Text.cpp - Places in a document, and how they move -----------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "clangd/Text.h"
#include <algorithm>
#include <optional>
#include <tuple>

using namespace llvm;

namespace custody {
namespace {

bool isInside(char C) { return (C & 0xC0) == 0x80; } // of a UTF-8 character

/// Units of \p E that the character beginning with \p Lead takes.
int64_t units(char Lead, Encoding E) {
  return E == Encoding::UTF16 && static_cast<unsigned char>(Lead) >= 0xF0 ? 2
                                                                          : 1;
}

bool before(const Place &A, const Place &B) {
  return std::tie(A.Line, A.Column) < std::tie(B.Line, B.Column);
}

std::optional<Place> place(const json::Object *O) {
  if (!O)
    return std::nullopt;
  auto Line = O->getInteger("line"), Column = O->getInteger("character");
  if (!Line || !Column)
    return std::nullopt;
  return Place{*Line, *Column};
}

Place moved(Place P, const Edit &E) {
  if (before(P, E.OldEnd))
    return P;
  if (P.Line == E.OldEnd.Line)
    P.Column += E.NewEnd.Column - E.OldEnd.Column;
  P.Line += E.NewEnd.Line - E.OldEnd.Line;
  return P;
}

} // namespace

Encoding encoding(StringRef Name) {
  return Name == "utf-8"    ? Encoding::UTF8
         : Name == "utf-32" ? Encoding::UTF32
                            : Encoding::UTF16;
}

StringRef nameOf(Encoding E) {
  return E == Encoding::UTF8    ? "utf-8"
         : E == Encoding::UTF32 ? "utf-32"
                                : "utf-16";
}

size_t offsetOf(StringRef Text, Place P, Encoding E) {
  size_t At = 0;
  for (int64_t Line = 0; Line < P.Line; ++Line) {
    size_t End = Text.find('\n', At);
    if (End == StringRef::npos)
      return Text.size();
    At = End + 1;
  }
  size_t End = std::min(Text.find('\n', At), Text.size());
  if (E == Encoding::UTF8)
    return std::min(End,
                    At + static_cast<size_t>(std::max<int64_t>(P.Column, 0)));
  for (int64_t Column = 0; Column < P.Column && At < End;) {
    Column += units(Text[At], E);
    do
      ++At;
    while (At < End && isInside(Text[At]));
  }
  return At;
}

Place placeOf(StringRef Text, size_t Offset, Encoding E) {
  StringRef Before = Text.take_front(Offset);
  Place P;
  P.Line = Before.count('\n');
  StringRef Line = Before.drop_front(Before.rfind('\n') + 1);
  if (E == Encoding::UTF8)
    P.Column = Line.size();
  else
    for (char C : Line)
      P.Column += isInside(C) ? 0 : units(C, E);
  return P;
}

Edit difference(StringRef Old, StringRef New, Encoding E) {
  size_t Shorter = std::min(Old.size(), New.size()), Front = 0, Back = 0;
  while (Front < Shorter && Old[Front] == New[Front])
    ++Front;
  // No edit begins or ends in the middle of a character.
  while (Front > 0 && Front < Old.size() && isInside(Old[Front]))
    --Front;
  while (Back < Shorter - Front &&
         Old[Old.size() - 1 - Back] == New[New.size() - 1 - Back])
    ++Back;
  while (Back > 0 && isInside(Old[Old.size() - Back]))
    --Back;
  return {placeOf(Old, Front, E), placeOf(Old, Old.size() - Back, E),
          placeOf(New, New.size() - Back, E)};
}

bool applyChanges(std::string &Text, const json::Array &Changes, Encoding E) {
  for (const json::Value &Each : Changes) {
    const json::Object *Change = Each.getAsObject();
    auto New = Change ? Change->getString("text") : std::nullopt;
    if (!New)
      return false;
    const json::Object *Range = Change->getObject("range");
    if (!Range) {
      Text = New->str();
      continue;
    }
    auto Start = place(Range->getObject("start"));
    auto End = place(Range->getObject("end"));
    if (!Start || !End)
      return false;
    size_t From = offsetOf(Text, *Start, E), To = offsetOf(Text, *End, E);
    if (To < From)
      return false;
    Text.replace(From, To - From, New->str());
  }
  return true;
}

bool moveRange(json::Object &Range, const Edit &E) {
  auto Start = place(Range.getObject("start"));
  auto End = place(Range.getObject("end"));
  if (!Start || !End || (before(E.Start, *End) && before(*Start, E.OldEnd)))
    return false;
  auto Put = [&](StringRef Name, Place P) {
    Range[Name] = json::Object{{"line", P.Line}, {"character", P.Column}};
  };
  bool IsEmpty = !before(*Start, *End);
  Place NewStart = moved(*Start, E);
  Put("start", NewStart);
  // What is typed at its end does not make a range longer.
  if (IsEmpty)
    Put("end", NewStart);
  else if (before(E.Start, *End))
    Put("end", moved(*End, E));
  return true;
}

} // namespace custody
