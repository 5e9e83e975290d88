//===- FactsJson.cpp - Facts as lines of JSON -----------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "facts/Facts.h"
#include "facts/JsonLines.h"

using namespace llvm;

namespace custody {
namespace {

/// The first line: who reads another version analyzes anew.
constexpr char Magic[] = "custody facts 1";

//===----------------------------------------------------------------------===//
// Writing
//===----------------------------------------------------------------------===//

json::Value toJson(const Origin &O) {
  return json::Array{unsigned(O.K), O.Name, O.Index, O.Otherwise, O.MayFail};
}

json::Value toJson(const std::vector<Passing> &Passings) {
  json::Array All;
  for (const Passing &P : Passings)
    All.push_back(json::Array{P.Callee, P.Arg, unsigned(P.Returned), P.IsResult,
                              P.Otherwise, P.OnlyLooks});
  return All;
}

json::Value toJson(const Outcome &O) {
  json::Array Fates;
  for (const auto &[Of, F] : O.Fates)
    Fates.push_back(json::Array{Of.Param, Of.Of, unsigned(F.K), F.Family,
                                toJson(F.Value), toJson(F.PassedTo)});
  return json::Array{unsigned(O.Returned), toJson(O.Result),
                     toJson(O.ResultPassedTo), std::move(Fates)};
}

template <class Range> json::Array words(const Range &Words) {
  json::Array All;
  for (const std::string &W : Words)
    All.push_back(W);
  return All;
}

//===----------------------------------------------------------------------===//
// Reading
//===----------------------------------------------------------------------===//

Signs readSigns(JsonReader &R, bool &Good) {
  unsigned N = R.number();
  Good &= N <= AnySign;
  return Signs(N & AnySign);
}

Origin readOrigin(const json::Value *V, bool &Good) {
  JsonReader R(V, Good);
  Origin O;
  O.K = R.word(Origin::Place);
  O.Name = R.text();
  O.Index = R.number();
  O.Otherwise = R.text();
  O.MayFail = R.flag();
  return O;
}

std::vector<Passing> readPassings(const json::Value *V, bool &Good) {
  std::vector<Passing> All;
  for (JsonReader List(V, Good); List.more();) {
    JsonReader R(List.next(), Good);
    Passing P;
    P.Callee = R.text();
    P.Arg = R.number();
    P.Returned = readSigns(R, Good);
    P.IsResult = R.flag();
    P.Otherwise = R.text();
    P.OnlyLooks = R.flag();
    All.push_back(std::move(P));
  }
  return All;
}

Outcome readOutcome(const json::Value *V, bool &Good) {
  JsonReader R(V, Good);
  Outcome O;
  O.Returned = readSigns(R, Good);
  O.Result = readOrigin(R.next(), Good);
  O.ResultPassedTo = readPassings(R.next(), Good);
  for (JsonReader Fates(R.next(), Good); Fates.more();) {
    JsonReader One(Fates.next(), Good);
    Part Of;
    Of.Param = One.number();
    Of.Of = One.text();
    Fate F;
    F.K = One.word(Fate::Written);
    F.Family = One.text();
    F.Value = readOrigin(One.next(), Good);
    F.PassedTo = readPassings(One.next(), Good);
    O.Fates.emplace(std::move(Of), std::move(F));
  }
  return O;
}

/// Adds the fact that \p R holds.
void readFact(StringRef Kind, JsonReader &R, Facts &To, bool &Good) {
  auto Words = [&](auto &Set) {
    while (R.more())
      Set.insert(R.text());
  };
  if (Kind == "function") {
    Symbol Name = R.text();
    FunctionFacts F;
    F.Name = R.text();
    F.Where = R.text();
    F.Params = R.number();
    F.ReturnsPointer = R.flag();
    F.Complete = R.flag();
    JsonReader Stated(R.next(), Good);
    F.Stated.Origin = Stated.text();
    F.Stated.Returns = Stated.text();
    while (Stated.more()) {
      unsigned Index = Stated.number();
      F.Stated.Releases[Index] = Stated.text();
    }
    for (JsonReader Owning(R.next(), Good); Owning.more();)
      F.Owning.insert(Owning.number());
    while (R.more())
      F.Outcomes.insert(readOutcome(R.next(), Good));
    if (Good)
      To.Functions[Name] = std::move(F);
  } else if (Kind == "stored") {
    PlaceName Where = R.text();
    Origin From = readOrigin(R.next(), Good);
    To.Stored[Where][From] = R.text();
  } else if (Kind == "overriders") {
    Words(To.Overriders[R.text()]);
  } else if (Kind == "pure") {
    Words(To.Pure);
  } else if (Kind == "family") {
    readFamily(R, To.Families);
  } else if (Kind == "calls") {
    Words(To.Calls);
  } else if (Kind == "reads") {
    Words(To.Reads);
  } else {
    Good = false;
  }
}

} // namespace

std::string Facts::serialized() const {
  std::string Text = std::string(Magic) + "\n";
  raw_string_ostream OS(Text);
  auto Line = [&](json::Array Fact) {
    OS << json::Value(std::move(Fact)) << '\n';
  };
  for (const auto &[Symbol, F] : Functions) {
    json::Array Owning;
    for (unsigned I : F.Owning)
      Owning.push_back(I);
    json::Array Stated{F.Stated.Origin, F.Stated.Returns};
    for (const auto &[Index, Family] : F.Stated.Releases) {
      Stated.push_back(Index);
      Stated.push_back(Family);
    }
    json::Array Fact{
        "function",       Symbol,           F.Name,     F.Where,
        F.Params,         F.ReturnsPointer, F.Complete, std::move(Stated),
        std::move(Owning)};
    for (const Outcome &O : F.Outcomes)
      Fact.push_back(toJson(O));
    Line(std::move(Fact));
  }
  for (const auto &[Place, Origins] : Stored)
    for (const auto &[From, Where] : Origins)
      Line(json::Array{"stored", Place, toJson(From), Where});
  auto Listed = [&](StringRef Kind, const auto &Names, const std::string *Of) {
    if (Names.empty())
      return;
    json::Array Fact{Kind};
    if (Of)
      Fact.push_back(*Of);
    for (json::Value &V : words(Names))
      Fact.push_back(std::move(V));
    Line(std::move(Fact));
  };
  for (const auto &[Base, Names] : Overriders)
    Listed("overriders", Names, &Base);
  Listed("pure", Pure, nullptr);
  for (const auto &[Name, F] : Families)
    Line(familyToJson(Name, F));
  Listed("calls", Calls, nullptr);
  Listed("reads", Reads, nullptr);
  return OS.str();
}

std::string Facts::parse(StringRef Text) {
  return readJsonLines(Text, Magic,
                       [&](StringRef Kind, JsonReader &R, bool &Good) {
                         readFact(Kind, R, *this, Good);
                       });
}

} // namespace custody
