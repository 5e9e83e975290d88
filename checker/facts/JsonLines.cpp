//===- JsonLines.cpp - Files of one fact a line ---------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "facts/JsonLines.h"

using namespace llvm;

namespace custody {

std::string
readJsonLines(StringRef Text, StringRef Magic,
              function_ref<void(StringRef, JsonReader &, bool &)> Fact) {
  auto [First, Rest] = Text.split('\n');
  if (First != Magic)
    return "line 1 is not '" + Magic.str() + "'";
  for (unsigned Number = 2; !Rest.empty(); ++Number) {
    StringRef Line;
    std::tie(Line, Rest) = Rest.split('\n');
    Expected<json::Value> V = json::parse(Line);
    bool Good = bool(V);
    if (V) {
      JsonReader R(&*V, Good);
      std::string Kind = R.text();
      if (Good)
        Fact(Kind, R, Good);
    } else {
      consumeError(V.takeError());
    }
    if (!Good)
      return "line " + std::to_string(Number) + " is not a fact";
  }
  return "";
}

json::Array familyToJson(const std::string &Name, const FamilyFacts &F) {
  json::Array Fact{"family", Name, F.Noun, F.Integer, F.Refcounted};
  for (const std::string &Releaser : F.Releasers)
    Fact.push_back(Releaser);
  return Fact;
}

void readFamily(JsonReader &R, std::map<std::string, FamilyFacts> &To) {
  FamilyFacts &F = To[R.text()];
  F = FamilyFacts();
  F.Noun = R.text();
  F.Integer = R.flag();
  F.Refcounted = R.flag();
  while (R.more())
    F.Releasers.push_back(R.text());
}

} // namespace custody
