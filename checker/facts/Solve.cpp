//===- Solve.cpp - From the facts of all units to what holds --------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An outcome that depends on another function is resolved by that function's
// resolved outcomes. A function none of whose outcomes is resolved yet has no
// answer, and what waits for it is left out for the time being: so a function
// that calls itself is judged by its other ways out.
//
//===----------------------------------------------------------------------===//

#include "facts/Solve.h"
#include "facts/Summary.h"
#include "llvm/ADT/STLExtras.h"
#include <deque>

namespace custody {
namespace {

class Solver {
public:
  explicit Solver(const Facts &All) : All(All) {}

  void run();
  /// The resolved outcomes of \p Name, null where nothing is certain.
  const std::set<Outcome> *answer(const Symbol &Name) const;
  /// The function that a call of \p Callee reaches, empty if there is none or
  /// more than one.
  const Symbol &target(const Symbol &Callee) const;
  /// The one family of all that is stored in \p Place, empty if there is none.
  LearnedPlace contentOf(const PlaceName &Place) const;

private:
  /// How often a function's answer may change before it is given up.
  static constexpr unsigned MostChanges = 16;

  enum class Has { Nothing, NotYet, Answer };
  Symbol onlyTarget(const Symbol &Callee) const;
  Has find(const Symbol &Callee, const std::set<Outcome> *&Found) const;
  /// The resolved outcomes that \p O stands for; false if it must wait.
  bool resolve(const Outcome &O, std::set<Outcome> &To) const;
  bool resolveFates(const Outcome &O, const Outcome *Chosen, Outcome &To) const;
  bool follow(const Part &Of, const std::vector<Passing> &PassedTo,
              const Outcome *Chosen, Outcome &To) const;
  bool resolveValue(const Origin &O, Origin &To) const;
  bool addContent(const PlaceName &Place, std::set<PlaceName> &Seen,
                  LearnedPlace &To) const;
  bool mayKeep(const std::vector<Passing> &PassedTo, bool &Keeps) const;

  const Facts &All;
  std::map<Symbol, std::set<Outcome>> Answers;
  std::map<Symbol, unsigned> Changes;
  mutable std::map<Symbol, Symbol> Targets; ///< The answers of target().
};

bool isPlace(const Symbol &Callee) {
  llvm::StringRef Name = Callee;
  return Name.consume_front("field ") || Name.consume_front("global ") ||
         Name.consume_front("static ");
}

} // namespace

const Symbol &Solver::target(const Symbol &Callee) const {
  auto [It, New] = Targets.try_emplace(Callee);
  if (New)
    It->second = onlyTarget(Callee);
  return It->second;
}

Symbol Solver::onlyTarget(const Symbol &Callee) const {
  llvm::StringRef Name = Callee;
  if (isPlace(Callee)) {
    auto It = All.Stored.find(Callee);
    Symbol Only;
    if (It != All.Stored.end())
      for (const auto &[From, Where] : It->second) {
        if (From.K == Origin::Null)
          continue;
        if (From.K != Origin::Function || !Only.empty())
          return "";
        Only = From.Name;
      }
    return Only;
  }
  if (!Name.consume_front("virtual "))
    return Callee;
  std::set<Symbol> Found, Seen;
  std::vector<Symbol> Todo{Name.str()};
  while (!Todo.empty()) {
    Symbol S = Todo.back();
    Todo.pop_back();
    if (!Seen.insert(S).second)
      continue;
    if (!All.Pure.count(S))
      Found.insert(S);
    auto It = All.Overriders.find(S);
    if (It != All.Overriders.end())
      Todo.insert(Todo.end(), It->second.begin(), It->second.end());
  }
  return Found.size() == 1 ? *Found.begin() : "";
}

Solver::Has Solver::find(const Symbol &Callee,
                         const std::set<Outcome> *&Found) const {
  const Symbol &Name = target(Callee);
  auto It = All.Functions.find(Name);
  if (It == All.Functions.end() || !isCertain(It->second))
    return Has::Nothing;
  auto Changed = Changes.find(Name);
  if (Changed != Changes.end() && Changed->second > MostChanges)
    return Has::Nothing;
  auto Answer = Answers.find(Name);
  if (Answer == Answers.end())
    return Has::NotYet;
  Found = &Answer->second;
  return Has::Answer;
}

const std::set<Outcome> *Solver::answer(const Symbol &Name) const {
  const std::set<Outcome> *Found = nullptr;
  return find(Name, Found) == Has::Answer ? Found : nullptr;
}

/// What is said of a value that comes from where nobody looks.
static Origin supposed(const Origin &O) {
  Origin To;
  if (!O.Otherwise.empty()) {
    To.K = Origin::Owned;
    To.Name = O.Otherwise;
    To.MayFail = O.MayFail;
  }
  return To;
}

/// The one value that \p A and \p B both are; a null beside an owned value is
/// its failure.
static Origin either(const Origin &A, const Origin &B) {
  if (A == B)
    return A;
  const Origin &Value = A.K == Origin::Null ? B : A;
  const Origin &Other = A.K == Origin::Null ? A : B;
  bool Same = Other.K == Origin::Null ||
              (Other.K == Origin::Owned && Other.Name == Value.Name);
  if (Value.K != Origin::Owned || !Same)
    return Origin();
  Origin To = Value;
  To.MayFail |= Other.K == Origin::Null || Other.MayFail;
  return To;
}

/// A value that was stored somewhere, as far as one can tell without the path.
bool Solver::resolveValue(const Origin &O, Origin &To) const {
  To = O;
  if (O.K != Origin::Result && O.K != Origin::Out)
    return true;
  const std::set<Outcome> *Of = nullptr;
  switch (find(O.Name, Of)) {
  case Has::Nothing:
    To = supposed(O);
    return true;
  case Has::NotYet:
    return false;
  case Has::Answer:
    break;
  }
  bool First = true;
  for (const Outcome &Theirs : *Of) {
    Origin One = Theirs.Result;
    if (O.K == Origin::Out) {
      auto It = Theirs.Fates.find({O.Index, "*"});
      One = Origin();
      if (It != Theirs.Fates.end() && It->second.K == Fate::Written)
        One = It->second.Value;
      else if (O.MayFail)
        One.K = Origin::Null; // Whether it was written, the path may know.
    }
    if (One.K == Origin::Param)
      One = Origin();
    if (!O.MayFail && One.K == Origin::Null)
      continue; // This path knows better.
    To = First ? One : either(To, One);
    First = false;
  }
  if (First)
    To = Origin();
  if (To.K == Origin::Owned && !O.MayFail)
    To.MayFail = false;
  return true;
}

/// \p Keeps if one of those who were shown a value may have kept it.
bool Solver::mayKeep(const std::vector<Passing> &PassedTo, bool &Keeps) const {
  for (const Passing &P : PassedTo) {
    Outcome To;
    if (!follow({0, ""}, {P}, nullptr, To))
      return false;
    for (const auto &[Of, F] : To.Fates)
      Keeps |= Of.Of.empty() && F.K != Fate::Used && F.K != Fate::Absent;
  }
  return true;
}

/// Applies what the callees do with \p Of to \p To.
bool Solver::follow(const Part &Of, const std::vector<Passing> &PassedTo,
                    const Outcome *Chosen, Outcome &To) const {
  auto Set = [&](const Part &P, const Fate &F) {
    auto [It, New] = To.Fates.try_emplace(P, F);
    if (New || It->second == F || It->second.K == Fate::Used)
      It->second = F;
    else if (F.K != Fate::Used && F.K != Fate::Absent)
      It->second.K = Fate::Kept;
  };
  Fate Kept;
  Kept.K = Fate::Kept;
  for (const Passing &P : PassedTo) {
    const std::set<Outcome> *Theirs = nullptr;
    switch (find(P.Callee, Theirs)) {
    case Has::Nothing: {
      Fate F = Kept;
      if (P.OnlyLooks)
        F.K = Fate::Used;
      if (!P.Otherwise.empty()) {
        F.K = Fate::Released;
        F.Family = P.Otherwise;
      }
      Set(Of, F);
      continue;
    }
    case Has::NotYet:
      return false;
    case Has::Answer:
      break;
    }
    // What all those ways do that this path can have taken. Where a part is
    // absent, a way agrees with whatever the others do.
    struct Said {
      std::set<Fate> Fates;
      unsigned Ways = 0;
    };
    std::map<Part, Said> Seen;
    unsigned Ways = 0;
    auto Look = [&](const Outcome &O) {
      ++Ways;
      for (const auto &[Part, F] : O.Fates) {
        if (Part.Param != P.Arg)
          continue;
        Said &S = Seen[Part];
        ++S.Ways;
        if (F.K != Fate::Absent)
          S.Fates.insert(F);
      }
    };
    if (P.IsResult && Chosen)
      Look(*Chosen);
    else
      for (const Outcome &O : *Theirs)
        if (O.Returned & P.Returned)
          Look(O);
    for (const auto &[Part, S] : Seen) {
      const std::set<Fate> &Fates = S.Fates;
      if (Fates.empty())
        continue;
      bool Unanimous = Fates.size() == 1 && S.Ways == Ways;
      // Parts of parts are beyond this.
      if (!Of.Of.empty() && !Part.Of.empty()) {
        if (Fates.size() > 1 || Fates.begin()->K != Fate::Used)
          Set(Of, Kept);
        continue;
      }
      Set({Of.Param, Of.Of.empty() ? Part.Of : Of.Of},
          Unanimous ? *Fates.begin() : Kept);
    }
  }
  return true;
}

bool Solver::resolveFates(const Outcome &O, const Outcome *Chosen,
                          Outcome &To) const {
  for (const auto &[Of, F] : O.Fates) {
    Fate Plain = F;
    Plain.PassedTo.clear();
    if (F.K == Fate::Written && !resolveValue(F.Value, Plain.Value))
      return false;
    if (F.K == Fate::Written && !F.PassedTo.empty()) {
      bool Keeps = false;
      if (!mayKeep(F.PassedTo, Keeps))
        return false;
      if (Keeps)
        Plain.Value = Origin();
    }
    To.Fates[Of] = Plain;
  }
  for (const auto &[Of, F] : O.Fates)
    if (F.K == Fate::Used && !follow(Of, F.PassedTo, Chosen, To))
      return false;
  return true;
}

bool Solver::resolve(const Outcome &O, std::set<Outcome> &To) const {
  auto Add = [&](Signs Returned, const Origin &Result, const Outcome *Chosen) {
    Outcome R;
    R.Returned = Returned;
    R.Result = Result;
    if (!resolveFates(O, Chosen, R))
      return false;
    To.insert(std::move(R));
    return true;
  };
  const std::set<Outcome> *Theirs = nullptr;
  Origin Result = O.Result;
  if (Result.K == Origin::Result) {
    switch (find(Result.Name, Theirs)) {
    case Has::Nothing:
      return Add(O.Returned, supposed(Result), nullptr);
    case Has::NotYet:
      return false;
    case Has::Answer:
      break;
    }
    bool Any = false;
    for (const Outcome &One : *Theirs) {
      Signs Returned = O.Returned & One.Returned;
      if (!Returned)
        continue;
      Origin From = One.Result;
      if (From.K == Origin::Param) {
        // Theirs; ours is what was passed there.
        unsigned Index = From.Index;
        From = Origin();
        for (const auto &[Of, F] : O.Fates)
          for (const Passing &P : F.PassedTo)
            if (Of.Of.empty() && P.IsResult && P.Arg == Index) {
              From.K = Origin::Param;
              From.Index = Of.Param;
            }
      }
      Any |= Add(Returned, From, &One);
    }
    return Any;
  }
  if (Result.K == Origin::Out && !resolveValue(O.Result, Result))
    return false;
  if (Result.K == Origin::Owned) {
    bool Keeps = false;
    if (!mayKeep(O.ResultPassedTo, Keeps))
      return false;
    if (Keeps)
      Result = Origin();
  }
  return Add(O.Returned, Result, nullptr);
}

void Solver::run() {
  std::map<Symbol, std::set<Symbol>> Callers;
  std::deque<Symbol> Todo;
  std::set<Symbol> Waiting;
  // The leaves first: a function goes behind those that it calls.
  auto CalleesOf = [&](const FunctionFacts &F, auto Found) {
    auto Passed = [&](const std::vector<Passing> &PassedTo) {
      for (const Passing &P : PassedTo)
        Found(target(P.Callee));
    };
    auto Value = [&](const Origin &O) {
      if (O.K == Origin::Result || O.K == Origin::Out)
        Found(target(O.Name));
    };
    for (const Outcome &O : F.Outcomes) {
      Value(O.Result);
      Passed(O.ResultPassedTo);
      for (const auto &[Of, Fate] : O.Fates) {
        Value(Fate.Value);
        Passed(Fate.PassedTo);
      }
    }
  };
  std::set<Symbol> Visited;
  for (const auto &Start : All.Functions) {
    // By hand: call chains can be deeper than the stack.
    std::vector<std::pair<Symbol, std::vector<Symbol>>> Stack;
    auto Enter = [&](const Symbol &S) {
      auto It = All.Functions.find(S);
      if (It == All.Functions.end() || !Visited.insert(S).second)
        return;
      std::set<Symbol> Callees;
      CalleesOf(It->second, [&](const Symbol &C) {
        Callees.insert(C);
        Callers[C].insert(S);
      });
      Stack.push_back({S, {Callees.begin(), Callees.end()}});
    };
    Enter(Start.first);
    while (!Stack.empty()) {
      if (Stack.back().second.empty()) {
        Todo.push_back(Stack.back().first);
        Waiting.insert(Stack.back().first);
        Stack.pop_back();
        continue;
      }
      Symbol Next = Stack.back().second.back();
      Stack.back().second.pop_back();
      Enter(Next);
    }
  }
  while (!Todo.empty()) {
    Symbol Name = Todo.front();
    Todo.pop_front();
    Waiting.erase(Name);
    const FunctionFacts &F = All.Functions.at(Name);
    unsigned &Changed = Changes[Name];
    if (!isCertain(F) || Changed > MostChanges)
      continue;
    std::set<Outcome> Resolved;
    for (const Outcome &O : F.Outcomes)
      resolve(O, Resolved);
    if (Resolved.size() > FunctionFacts::MostOutcomes)
      Changed = MostChanges; // Given up.
    auto It = Answers.find(Name);
    if (Resolved.empty() || (It != Answers.end() && It->second == Resolved))
      continue;
    Answers[Name] = std::move(Resolved);
    ++Changed;
    for (const Symbol &Caller : Callers[Name])
      if (Waiting.insert(Caller).second)
        Todo.push_back(Caller);
  }
}

/// Adds what is stored in \p Place; false if that is not all of one family.
bool Solver::addContent(const PlaceName &Place, std::set<PlaceName> &Seen,
                        LearnedPlace &To) const {
  // What comes out of it and goes into it again is nothing new.
  if (!Seen.insert(Place).second)
    return true;
  auto It = All.Stored.find(Place);
  if (It == All.Stored.end())
    return false;
  for (const auto &[From, Where] : It->second) {
    Origin Value;
    if (From.K == Origin::Null)
      continue;
    if (From.K == Origin::Place) {
      if (!addContent(From.Name, Seen, To))
        return false;
      continue;
    }
    if (!resolveValue(From, Value) || Value.K != Origin::Owned ||
        (!To.Family.empty() && To.Family != Value.Name))
      return false;
    if (To.Family.empty())
      To = {Value.Name, Where};
  }
  return true;
}

LearnedPlace Solver::contentOf(const PlaceName &Place) const {
  LearnedPlace Content;
  std::set<PlaceName> Seen;
  return addContent(Place, Seen, Content) ? Content : LearnedPlace();
}

Learned solve(const Facts &Program,
              std::vector<Contradiction> *Contradictions) {
  Solver S(Program);
  S.run();
  Learned L;
  L.Families = Program.Families;
  auto Describe = [&](const Symbol &As, const Symbol &Name) {
    const std::set<Outcome> *Outcomes = S.answer(Name);
    if (!Outcomes)
      return;
    const FunctionFacts &F = Program.Functions.at(Name);
    LearnedFunction Known = summary(F, *Outcomes);
    if (Contradictions && As == Name)
      contradict(F, Known, *Contradictions);
    if (Known.saysAnything())
      L.Functions.emplace(As, std::move(Known));
  };
  for (const auto &[Name, F] : Program.Functions)
    Describe(Name, Name);
  // Calls that one function alone can be meant by.
  for (const Symbol &Name : Program.Calls) {
    const Symbol &Target = S.target(Name);
    if (!Target.empty() && Target != Name && Program.Functions.count(Target))
      Describe(Name, Target);
  }
  for (const auto &[Place, Stored] : Program.Stored)
    if (LearnedPlace Content = S.contentOf(Place); !Content.Family.empty())
      L.Places[Place] = std::move(Content);
  return L;
}

} // namespace custody
