//===- YamlFunction.cpp - Reads one function of a model file --------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/YamlFunction.h"
#include "model/YamlWords.h"

using namespace llvm;

namespace custody {

/// Splits "verb rest" and gives the place of the rest.
static StringRef restOf(StringRef Text, size_t &Offset) {
  Offset = Text.find_first_of(" \t");
  if (Offset == StringRef::npos)
    return StringRef();
  Offset = Text.find_first_not_of(" \t", Offset);
  return Text.substr(Offset).rtrim();
}

/// Takes `.field` off the end of \p Fam.
bool FunctionReader::field(const char *At, StringRef &Fam, ArgEffect &E) {
  size_t Dot = Fam.find('.');
  if (Dot == StringRef::npos)
    return true;
  E.Field = Fam.substr(Dot + 1).str();
  Fam = Fam.take_front(Dot);
  if (E.Field.empty())
    error(At, "the name of a field must follow '.'");
  return !E.Field.empty();
}

/// Takes a condition off the end of \p Text: "adopts malloc if argument 2",
/// "owned malloc if argument 0 is null", "adopts malloc if argument 3 & 8".
bool FunctionReader::condition(const YamlValue &V, std::string &Text,
                               ArgCondition &C, Indices &Named) {
  StringRef T = Text;
  size_t If = T.rfind(" if "), Unless = T.rfind(" unless ");
  bool IsIf = If != StringRef::npos;
  if (!IsIf && Unless == StringRef::npos)
    return true;
  size_t Start = IsIf ? If : Unless;
  StringRef Words = T.substr(Start).ltrim();
  const char *At = V.at(T.size() - Words.size());
  Words = Words.substr(IsIf ? strlen("if ") : strlen("unless ")).trim();
  C.IfZero = !IsIf;
  if (IsIf && Words.consume_back(" is null"))
    C.IfZero = true;
  bool Right = Words.consume_front("argument ");
  auto [Number, Bits] = Words.split('&');
  Right &= !Number.trim().getAsInteger(10, C.Arg) && C.Arg >= 0;
  if (Number.size() != Words.size())
    Right &= !Bits.trim().getAsInteger(0, C.Bits) && C.Bits != 0;
  if (!Right) {
    error(At, "this condition should read 'if argument N', 'unless argument "
              "N', 'if argument N is null' or 'if argument N & BITS'");
    return false;
  }
  Named.push_back({C.Arg, At});
  Text.resize(Start);
  return true;
}

/// True for what an argument decides on: an effect that escaping stands for
/// where a path does not decide.
static bool mayDepend(ArgAction A) {
  return A == ArgAction::Keeps || A == ArgAction::Releases ||
         A == ArgAction::Adopts || A == ArgAction::WritesOwned;
}

bool FunctionReader::effect(const YamlValue &V, ArgEffect &E, Indices &Named) {
  std::string T;
  if (!text(V, "the effect on an argument", T) || !condition(V, T, E.If, Named))
    return false;
  StringRef Verb = StringRef(T).take_until([](char C) { return C == ' '; });
  int I = indexOf(EffectWords, Verb);
  if (I < 0) {
    error(V.At, "unknown effect '" + Verb + "'" + hint(Verb, EffectWords));
    return false;
  }
  E.Action = ArgAction(I);
  if (E.If && !mayDepend(E.Action)) {
    error(V.At, "'" + Verb +
                    "' cannot depend on an argument; keeps, releases, adopts "
                    "and out can");
    return false;
  }
  size_t Offset = 0;
  StringRef Fam = restOf(T, Offset);
  const char *At = Fam.empty() ? V.At : V.at(Offset);
  switch (E.Action) {
  case ArgAction::Uses:
  case ArgAction::Keeps:
    if (E.Action == ArgAction::Keeps && Fam == "by return") {
      E.ByReturn = true;
      return true;
    }
    if (Fam.empty() || Fam == "any")
      return true;
    break;
  case ArgAction::Releases:
    E.CallersStorage = Fam.consume_back(" or storage");
    Fam = Fam.rtrim();
    E.Indirect = Fam.consume_back("*");
    Fam = Fam.rtrim();
    if (!field(At, Fam, E))
      return false;
    break;
  case ArgAction::Adopts:
    E.ByReturn = Fam.consume_back(" by return");
    Fam = Fam.rtrim();
    if (Fam == "any")
      return true;
    break;
  case ArgAction::WritesOwned: {
    if (!field(At, Fam, E))
      return false;
    if (E.Field.empty() && Fam.size() > 3 && Fam.back() == ']' &&
        isDigit(Fam[Fam.size() - 2])) {
      size_t Open = Fam.rfind('[');
      if (Open == StringRef::npos ||
          Fam.slice(Open + 1, Fam.size() - 1).getAsInteger(10, E.Elements) ||
          E.Elements == 0 || E.Elements > 64) {
        error(At,
              "the number of elements in '" + Fam + "' must be from 1 to 64");
        return false;
      }
      Fam = Fam.take_front(Open).rtrim();
    }
    break;
  }
  case ArgAction::Compares:
    return true;
  case ArgAction::Fills:
    if (!Fam.getAsInteger(10, E.FilledWith))
      return true;
    error(At, "'fills' needs the number of the argument that is the byte");
    return false;
  case ArgAction::Resizes:
  case ArgAction::Retains:
  case ArgAction::Revives:
  case ArgAction::Replaces:
  case ArgAction::Reopens:
  case ArgAction::Drops:
  case ArgAction::Disowns:
    break;
  }
  if (Fam.empty()) {
    error(V.At, "'" + Verb + "' needs a family: '" + Verb + " malloc'");
    return false;
  }
  if (Fam == "any") {
    error(At, "'" + Verb +
                  "' needs one family; 'any' goes with uses, keeps "
                  "and adopts");
    return false;
  }
  E.Fam = family(At, Fam);
  return E.Fam;
}

/// Reads "argument N", "argument N or null" or "inside argument N": a result
/// that is an argument's.
bool FunctionReader::argumentBack(StringRef Words, const char *At,
                                  ReturnAction &Result, unsigned &Arg,
                                  Indices &Named) {
  bool Inside = Words.consume_front("inside ");
  bool OrNull = !Inside && Words.consume_back(" or null");
  Words = Words.ltrim();
  if (!Words.consume_front("argument ") || Words.trim().getAsInteger(10, Arg))
    return false;
  Result = Inside   ? ReturnAction::Inside
           : OrNull ? ReturnAction::ArgumentOrNull
                    : ReturnAction::Argument;
  Named.push_back({Arg, At});
  return true;
}

/// Takes what the result is where the condition is not met off the end of \p
/// Text: "owned malloc if argument 1 is null, else argument 1 or null".
bool FunctionReader::otherwise(const YamlValue &V, std::string &Text,
                               FunctionModel &M, Indices &Named) {
  StringRef T = Text;
  size_t Else = T.rfind(", else ");
  if (Else == StringRef::npos)
    return true;
  StringRef Words = T.substr(Else + strlen(", else ")).trim();
  const char *At = V.at(Words.data() - T.data());
  if (!argumentBack(Words, At, M.Otherwise, M.ReturnArg, Named)) {
    error(At, "after 'else' there must be 'argument N', 'argument N or null' "
              "or 'inside argument N'");
    return false;
  }
  Text.resize(Else);
  return true;
}

bool FunctionReader::returns(const YamlValue &V, FunctionModel &M,
                             Indices &Named) {
  std::string T;
  if (!text(V, "'returns'", T) || !otherwise(V, T, M, Named) ||
      !condition(V, T, M.ReturnIf, Named))
    return false;
  if (M.Otherwise != ReturnAction::Unknown && !M.ReturnIf) {
    error(V.At, "'else' needs a condition before it: 'owned malloc if argument "
                "0 is null, else argument 0'");
    return false;
  }
  StringRef Verb = StringRef(T).take_until([](char C) { return C == ' '; });
  size_t Offset = 0;
  StringRef Rest = restOf(T, Offset);
  const char *At = Rest.empty() ? V.At : V.at(Offset);
  int Word = indexOf(ReturnWords, Verb);
  if (M.ReturnIf && Word > 1 && Word != 5) {
    error(V.At,
          "'returns: " + Verb +
              "' cannot depend on an argument; owned, lent and floating can");
    return false;
  }
  switch (Word) {
  case 0:
  case 1:
  case 5:
    M.Floats = Verb == "floating";
    M.Returns = Verb == "owned" ? ReturnAction::Owned : ReturnAction::Lent;
    if (Rest.empty()) {
      error(V.At, "'returns: " + Verb + "' needs a family");
      return false;
    }
    M.ReturnFamily = family(At, Rest);
    return M.ReturnFamily;
  case 2:
  case 4:
    if (argumentBack(T, At, M.Returns, M.ReturnArg, Named))
      return true;
    error(At, "'returns: " + Verb + "' needs the argument's number, from 0: '" +
                  (Verb == "inside" ? "inside argument 0'" : "argument 0'"));
    return false;
  case 3:
    return true;
  case 6:
    M.Returns = ReturnAction::Kept;
    if (Rest.empty()) {
      error(V.At, "'returns: kept' needs a family");
      return false;
    }
    M.ReturnFamily = family(At, Rest);
    return M.ReturnFamily;
  default:
    error(V.At, "unknown value '" + Verb + "' of 'returns'" +
                    hint(Verb, ReturnWords));
    return false;
  }
}

bool FunctionReader::params(const YamlValue &V, unsigned &Least,
                            unsigned &Most) {
  if (V.Kind == YamlValue::List) {
    if (V.Items.size() == 2 && number(V.Items[0], "'params'", Least) &&
        number(V.Items[1], "'params'", Most)) {
      if (Least <= Most)
        return true;
      error(V.At, "the least number of 'params' is above the most");
      return false;
    }
    if (V.Items.size() != 2)
      error(V.At, "'params' must be a number or [least, most]");
    return false;
  }
  if (V.Kind == YamlValue::Scalar &&
      !StringRef(V.Text).getAsInteger(10, Least) && Least <= 255) {
    Most = Least;
    return true;
  }
  error(V.At, "'params' must be a number or [least, most]");
  return false;
}

FunctionReader::Result FunctionReader::read(const YamlValue &V) {
  if (!isMap(V, "a function"))
    return {};
  const YamlValue *Name = V.find("name");
  Result R;
  // A misspelt 'name' is told by its own message.
  bool Right = true;
  if (!Name)
    error(V.At, "this function has no 'name'");
  if (!Name || !texts(*Name, "the 'name' of a function", R.Names))
    Right = false;

  auto D = std::make_shared<FunctionDescription>();
  FunctionModel &M = D->Model;
  M.From = From;
  M.Origin = place(Name ? *Name : V);
  Indices Named;

  auto ArgNumber = [&](StringRef Key, const YamlValue &Val, int &Result) {
    unsigned I;
    if (number(Val, "'" + Key + "', the number of an argument,", I)) {
      Result = I;
      Named.push_back({I, Val.At});
    } else {
      Right = false;
    }
  };
  eachKey(
      V, FunctionKeys, "a function", [&](StringRef Key, const YamlValue &Val) {
        if (Key == "params") {
          Right &= params(Val, R.Least, R.Most);
        } else if (Key == "returns") {
          Right &= returns(Val, M, Named);
        } else if (Key == "success") {
          int I = word(Val, SuccessWords, Key);
          Right &= I >= 0;
          if (I >= 0) {
            M.OnSuccess = Success(I);
            D->SuccessGiven = true;
          }
        } else if (Key == "rest") {
          int I = word(Val, RestWords, Key);
          Right &= I >= 0;
          if (I >= 0)
            M.Rest = ArgAction(I);
        } else if (Key == "size") {
          ArgNumber(Key, Val, M.SizeArg);
        } else if (Key == "count") {
          ArgNumber(Key, Val, M.CountArg);
        } else if (Key == "align") {
          ArgNumber(Key, Val, M.AlignArg);
        } else if (Key == "old-size") {
          ArgNumber(Key, Val, M.OldSizeArg);
        } else if (Key == "result") {
          Right &= text(Val, "'result', the declared type,", M.ResultType);
        } else if (Key == "elsewhere") {
          Right &= text(Val, "'elsewhere', where the function exists,",
                        D->Elsewhere);
        } else if (Key == "granule") {
          if (Val.Kind != YamlValue::Scalar ||
              StringRef(Val.Text).getAsInteger(10, M.Granule) ||
              M.Granule == 0) {
            error(Val.At, "'granule' must be a number of bytes");
            Right = false;
          }
        } else if (Key == "args") {
          if (!isMap(Val, "'args'")) {
            Right = false;
            return;
          }
          for (const auto &KV : Val.Pairs) {
            ArgEffect E;
            if (!number(KV.first, "an argument, counted from 0,", E.Index) ||
                !effect(KV.second, E, Named)) {
              Right = false;
              continue;
            }
            Named.push_back({E.Index, KV.first.At});
            if (M.effectOn(E.Index)) {
              error(KV.first.At, "argument " + Twine(E.Index) +
                                     " has two effects; keep one");
              Right = false;
              continue;
            }
            M.Args.push_back(std::move(E));
          }
        }
      });
  for (const ArgEffect &E : M.Args)
    if (E.Action == ArgAction::Fills)
      Named.push_back({E.FilledWith, Name ? Name->At : V.At});
  for (auto &I : Named)
    if (I.first >= R.Most) {
      error(I.second, "argument " + Twine(I.first) + " is beyond the " +
                          Twine(R.Most) +
                          " 'params' of this function, "
                          "counted from 0");
      Right = false;
    }
  if (!Right)
    return {};
  llvm::sort(M.Args, [](const ArgEffect &A, const ArgEffect &B) {
    return A.Index < B.Index;
  });
  R.What = std::move(D);
  return R;
}

} // namespace custody
