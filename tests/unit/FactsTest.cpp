//===- FactsTest.cpp - Facts are merged, solved and written ---------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "facts/Solve.h"
#include "gtest/gtest.h"

using namespace custody;

namespace {

Origin origin(Origin::Kind K, std::string Name = "") {
  Origin O;
  O.K = K;
  O.Name = std::move(Name);
  return O;
}

/// A function of one parameter with the ways \p Outcomes.
FunctionFacts function(std::string Name, std::set<Outcome> Outcomes) {
  FunctionFacts F;
  F.Where = Name + ".c:1";
  F.Name = std::move(Name);
  F.Params = 1;
  F.ReturnsPointer = true;
  F.Owning = {0};
  F.Outcomes = std::move(Outcomes);
  return F;
}

Outcome returns(Origin Value, Signs Returned = AnySign) {
  Outcome O;
  O.Result = std::move(Value);
  O.Returned = Returned;
  return O;
}

Outcome passes(std::string Callee) {
  Outcome O;
  Passing P;
  P.Callee = std::move(Callee);
  O.Fates[{0, ""}].PassedTo = {P};
  return O;
}

Outcome releases(Signs Returned = AnySign) {
  Outcome O;
  O.Returned = Returned;
  Fate &F = O.Fates[{0, ""}];
  F.K = Fate::Released;
  F.Family = "malloc";
  return O;
}

/// `f1` returns what `f2` does, and so on; `fN` allocates.
Facts chain(unsigned From, unsigned To, unsigned Last) {
  Facts F;
  for (unsigned I = From; I <= To; ++I) {
    std::string Name = "f" + std::to_string(I);
    F.Functions[Name] = function(
        Name, {returns(I == Last ? origin(Origin::Owned, "malloc")
                                 : origin(Origin::Result,
                                          "f" + std::to_string(I + 1)))});
  }
  return F;
}

const LearnedEffect *effect(const Learned &L, const std::string &Name) {
  auto It = L.Functions.find(Name);
  return It == L.Functions.end() || It->second.Effects.empty()
             ? nullptr
             : &It->second.Effects.front();
}

} // namespace

TEST(Facts, ResultThroughManyFunctions) {
  Learned L = solve(chain(1, 200, 200));
  for (unsigned I = 1; I <= 200; ++I) {
    const LearnedFunction &F = L.Functions.at("f" + std::to_string(I));
    EXPECT_EQ(F.Returns, LearnedFunction::Owned);
    EXPECT_EQ(F.Family, "malloc");
  }
}

TEST(Facts, MergeIsAssociativeAndCommutative) {
  Facts A = chain(1, 3, 9), B = chain(3, 6, 9), C = chain(7, 9, 9);
  A.Stored["field s::p"][origin(Origin::Null)] = "a.c:1";
  B.Stored["field s::p"][origin(Origin::Owned, "malloc")] = "b.c:1";
  // One name, two functions.
  C.Functions["f3"] = function("f3", {returns(origin(Origin::Owned, "new"))});
  auto Sum = [](std::initializer_list<const Facts *> All) {
    Facts To;
    for (const Facts *F : All)
      To.add(*F);
    return To;
  };
  Facts AB = Sum({&A, &B}), BC = Sum({&B, &C});
  std::string Text = Sum({&AB, &C}).serialized();
  EXPECT_EQ(Text, Sum({&A, &BC}).serialized());
  EXPECT_EQ(Text, Sum({&C, &B, &A}).serialized());
  EXPECT_EQ(Text, Sum({&A, &B, &C, &A}).serialized());
  Learned L = solve(Sum({&A, &B, &C}));
  EXPECT_EQ(L.Places.at("field s::p").Family, "malloc");
  // Of the two nothing is certain.
  EXPECT_EQ(L.Functions.at("f3").Returns, LearnedFunction::Nothing);
  EXPECT_EQ(L.Functions.at("f1").Returns, LearnedFunction::Nothing);
  EXPECT_EQ(L.Functions.at("f4").Family, "malloc");
}

TEST(Facts, WrittenAndReadAgain) {
  Facts A = chain(1, 2, 2);
  A.Functions["g \"é\n"] = function("g", {releases(Zero), passes("h")});
  A.Functions["f1"].Stated = {"a.yaml:3", "new", {{0, "malloc"}, {4, ""}}};
  A.Stored["global x"][origin(Origin::Function, "f1")] = "a.c:2";
  A.Overriders["A"] = {"B", "C"};
  A.Pure = {"A"};
  A.Families["fam"] = {"a thing", {"f", "g"}, true, true};
  A.Calls = {"h"};
  A.Reads = {"global x"};
  Facts B;
  EXPECT_EQ(B.parse(A.serialized()), "");
  EXPECT_EQ(A.serialized(), B.serialized());

  Learned L = solve(A);
  L.Families = A.Families;
  Learned M;
  EXPECT_EQ(M.parse(L.serialized()), "");
  EXPECT_EQ(L.serialized(), M.serialized());
}

TEST(Facts, BadFilesAreNamedByLine) {
  Facts F;
  EXPECT_EQ(F.parse(""), "line 1 is not 'custody facts 1'");
  std::string Head = "custody facts 1\n";
  EXPECT_EQ(F.parse(Head + "[\"calls\",\"f\"]\n[\"calls\""),
            "line 3 is not a fact");
  EXPECT_EQ(F.parse(Head + "[\"calls\",7]\n"), "line 2 is not a fact");
  EXPECT_EQ(F.parse(Head + "[\"colour\"]\n"), "line 2 is not a fact");
  EXPECT_EQ(F.parse(Head + "[\"function\",\"f\",\"f\",\"a.c:1\",-1]\n"),
            "line 2 is not a fact");
  Learned L;
  EXPECT_EQ(L.parse(Head), "line 1 is not 'custody learned 1'");
}

TEST(Facts, ArgumentsAndWhatIsReturned) {
  Facts F;
  F.Functions["always"] = function("always", {releases()});
  F.Functions["onzero"] = function("onzero", {releases(Zero), [] {
                                                Outcome O;
                                                O.Returned = Negative;
                                                return O;
                                              }()});
  F.Functions["perhaps"] =
      function("perhaps", {releases(), returns(origin(Origin::Unknown))});
  F.Functions["through"] = function("through", {passes("always")});
  F.Functions["away"] = function("away", {passes("elsewhere")});
  F.Functions["uses"] = function("uses", {returns(origin(Origin::Unknown))});
  Learned L = solve(F);
  EXPECT_EQ(effect(L, "always")->What, LearnedEffect::Releases);
  EXPECT_EQ(effect(L, "onzero")->What, LearnedEffect::ReleasesIf);
  EXPECT_EQ(L.Functions.at("onzero").Success, LearnedFunction::IsZero);
  EXPECT_EQ(effect(L, "perhaps"), nullptr);
  EXPECT_EQ(effect(L, "through")->What, LearnedEffect::Releases);
  EXPECT_EQ(effect(L, "away"), nullptr);
  EXPECT_EQ(effect(L, "uses")->What, LearnedEffect::Uses);
}

TEST(Facts, CirclesEnd) {
  Facts F;
  // Each calls the other, and both release in the end.
  F.Functions["a"] = function("a", {passes("b"), releases()});
  F.Functions["b"] = function("b", {passes("a")});
  // Nothing but each other.
  F.Functions["c"] = function("c", {passes("d")});
  F.Functions["d"] = function("d", {passes("c")});
  Learned L = solve(F);
  EXPECT_EQ(effect(L, "a")->What, LearnedEffect::Releases);
  EXPECT_EQ(effect(L, "b")->What, LearnedEffect::Releases);
  EXPECT_EQ(effect(L, "c"), nullptr);
}

TEST(Facts, NothingIsClaimedOfWhatWasNotSeenWhole) {
  Facts F;
  F.Functions["f"] = function("f", {releases()});
  F.Functions["f"].Complete = false;
  F.Functions["g"] = function("g", {passes("f")});
  Learned L = solve(F);
  EXPECT_TRUE(L.Functions.empty());
}

TEST(Facts, OneTargetOnly) {
  Facts F;
  F.Functions["only"] = function("only", {releases()});
  F.Functions["other"] = function("other", {releases()});
  F.Stored["field o::one"] = {{origin(Origin::Function, "only"), "a.c:1"},
                              {origin(Origin::Null), "a.c:2"}};
  F.Stored["field o::two"] = {{origin(Origin::Function, "only"), "a.c:1"},
                              {origin(Origin::Function, "other"), "a.c:2"}};
  F.Pure = {"B::m"};
  F.Overriders = {{"B::m", {"only"}}, {"C::m", {"other"}}};
  F.Calls = {"field o::one", "field o::two", "virtual B::m", "virtual C::m"};
  Learned L = solve(F);
  EXPECT_EQ(L.Functions.count("field o::one"), 1u);
  EXPECT_EQ(L.Functions.count("field o::two"), 0u);
  EXPECT_EQ(L.Functions.count("virtual B::m"), 1u);
  EXPECT_EQ(L.Functions.count("virtual C::m"), 0u);
}

TEST(Facts, PlacesThatHoldWhatOthersHold) {
  Facts F;
  Origin Malloc = origin(Origin::Owned, "malloc");
  F.Stored["field r::a"] = {{origin(Origin::Place, "argument"), "a.c:1"},
                            {origin(Origin::Null), "a.c:2"}};
  // It gives itself back what it took out.
  F.Stored["argument"] = {{origin(Origin::Place, "field r::a"), "b.c:1"},
                          {Malloc, "b.c:2"}};
  F.Stored["field r::mixed"] = {{origin(Origin::Place, "argument"), "c.c:1"},
                                {origin(Origin::Owned, "new"), "c.c:2"}};
  F.Stored["field r::unseen"] = {{Malloc, "d.c:1"},
                                 {origin(Origin::Place, "nowhere"), "d.c:2"}};
  F.Stored["field r::empty"] = {{origin(Origin::Null), "e.c:1"}};
  Learned L = solve(F);
  ASSERT_TRUE(L.Places.count("field r::a"));
  EXPECT_EQ(L.Places["field r::a"].Family, "malloc");
  EXPECT_EQ(L.Places["field r::a"].Where, "b.c:2");
  EXPECT_FALSE(L.Places.count("field r::mixed"));
  EXPECT_FALSE(L.Places.count("field r::unseen"));
  EXPECT_FALSE(L.Places.count("field r::empty"));
}

TEST(Facts, ModelsAndBodiesThatExcludeEachOther) {
  Facts F;
  F.Functions["f"] = function("f", {returns(origin(Origin::Owned, "malloc"))});
  F.Functions["f"].Stated = {"m.yaml:4", "new", {}};
  F.Functions["g"] = function("g", {releases()});
  F.Functions["g"].Stated = {"m.yaml:9", "", {{0, "malloc"}}};
  std::vector<Contradiction> Found;
  solve(F, &Found);
  ASSERT_EQ(Found.size(), 1u);
  EXPECT_EQ(Found[0].Name, "f");
  EXPECT_EQ(Found[0].Origin, "m.yaml:4");
  EXPECT_EQ(Found[0].Learned, "returns owned malloc");
}
