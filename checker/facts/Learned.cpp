//===- Learned.cpp - What the facts of a program come to ------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "facts/Learned.h"
#include "facts/JsonLines.h"

using namespace llvm;

namespace custody {
namespace {
constexpr char Magic[] = "custody learned 1";
} // namespace

Learned Learned::slice(const Facts &For) const {
  Learned S;
  auto Need = [&](const std::string &Family) {
    auto It = Families.find(Family);
    if (It != Families.end())
      S.Families.insert(*It);
  };
  for (const Symbol &Name : For.Calls) {
    auto It = Functions.find(Name);
    if (It == Functions.end())
      continue;
    S.Functions.insert(*It);
    Need(It->second.Family);
    for (const LearnedEffect &E : It->second.Effects)
      Need(E.Family);
  }
  for (const PlaceName &P : For.Reads) {
    auto It = Places.find(P);
    if (It == Places.end())
      continue;
    S.Places.insert(*It);
    Need(It->second.Family);
  }
  return S;
}

std::string Learned::serialized() const {
  std::string Text = std::string(Magic) + "\n";
  raw_string_ostream OS(Text);
  for (const auto &[Symbol, F] : Functions) {
    json::Array Fact{"function", Symbol,     F.Name,
                     F.Where,    F.Params,   unsigned(F.Returns),
                     F.Family,   F.Returned, unsigned(F.Success)};
    for (const LearnedEffect &E : F.Effects)
      Fact.push_back(json::Array{E.Of.Param, E.Of.Of, unsigned(E.What),
                                 E.Family, unsigned(E.Then)});
    OS << json::Value(std::move(Fact)) << '\n';
  }
  for (const auto &[Place, P] : Places)
    OS << json::Value(json::Array{"place", Place, P.Family, P.Where}) << '\n';
  for (const auto &[Name, F] : Families)
    OS << json::Value(familyToJson(Name, F)) << '\n';
  return OS.str();
}

std::string Learned::parse(StringRef Text) {
  return readJsonLines(Text, Magic,
                       [&](StringRef Kind, JsonReader &R, bool &Good) {
                         if (Kind == "function") {
                           LearnedFunction &F = Functions[R.text()];
                           F.Name = R.text();
                           F.Where = R.text();
                           F.Params = R.number();
                           F.Returns = R.word(LearnedFunction::Argument);
                           F.Family = R.text();
                           F.Returned = R.number();
                           F.Success = R.word(LearnedFunction::IsPositive);
                           while (R.more()) {
                             JsonReader One(R.next(), Good);
                             LearnedEffect E;
                             E.Of.Param = One.number();
                             E.Of.Of = One.text();
                             E.What = One.word(LearnedEffect::Writes);
                             E.Family = One.text();
                             E.Then = One.word(LearnedEffect::Null);
                             F.Effects.push_back(std::move(E));
                           }
                         } else if (Kind == "place") {
                           LearnedPlace &P = Places[R.text()];
                           P.Family = R.text();
                           P.Where = R.text();
                         } else if (Kind == "family") {
                           readFamily(R, Families);
                         } else {
                           Good = false;
                         }
                       });
}

} // namespace custody
