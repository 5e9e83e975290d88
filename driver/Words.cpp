//===- Words.cpp - Models in words ----------------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Words.h"

using namespace llvm;

namespace custody {

std::string counted(size_t N, StringRef One, StringRef Many) {
  std::string Text = std::to_string(N) + " ";
  if (N == 1)
    return Text + One.str();
  return Text + (Many.empty() ? One.str() + "s" : Many.str());
}

std::string parameterCount(const FunctionEntry &E) {
  if (E.Most == FunctionEntry::AnyNumber)
    return E.Least ? counted(E.Least, "parameter") + " or more"
                   : "any number of parameters";
  if (E.Least != E.Most)
    return std::to_string(E.Least) + " to " + counted(E.Most, "parameter");
  return counted(E.Most, "parameter");
}

std::string spelled(Success S) {
  switch (S) {
  case Success::Always:
    return "always";
  case Success::NonNull:
    return "non-null";
  case Success::NonNegative:
    return ">= 0";
  case Success::Zero:
    return "== 0";
  case Success::NotMinusOne:
    return "!= -1";
  case Success::Positive:
    return "> 0";
  case Success::One:
    return "== 1";
  case Success::Never:
    return "never";
  }
  return "";
}

/// " if argument 2", "" if there is no condition.
static std::string spelled(const ArgCondition &C) {
  if (!C)
    return "";
  return (C.IfZero ? " unless argument " : " if argument ") +
         std::to_string(C.Arg) + (C.Bits ? " & " + std::to_string(C.Bits) : "");
}

static std::string spelledAlways(const ArgEffect &E) {
  std::string Fam = E.Fam ? E.Fam->Name : "any";
  std::string Field = E.Field.empty() ? "" : "." + E.Field;
  switch (E.Action) {
  case ArgAction::Uses:
    return E.Fam ? "uses " + Fam : "uses";
  case ArgAction::Keeps:
    return E.ByReturn ? "keeps by return" : E.Fam ? "keeps " + Fam : "keeps";
  case ArgAction::Releases:
    return "releases " + Fam + Field + (E.Indirect ? "*" : "") +
           (E.CallersStorage ? " or storage" : "");
  case ArgAction::Adopts:
    return "adopts " + Fam + (E.ByReturn ? " by return" : "");
  case ArgAction::Resizes:
    return "resizes " + Fam;
  case ArgAction::WritesOwned:
    return "out " + Fam + Field +
           (E.Elements > 1 ? "[" + std::to_string(E.Elements) + "]" : "");
  case ArgAction::Retains:
    return "retains " + Fam;
  case ArgAction::Revives:
    return "revives " + Fam;
  case ArgAction::Fills:
    return "fills " + std::to_string(E.FilledWith);
  case ArgAction::Replaces:
    return "replaces " + Fam;
  case ArgAction::Reopens:
    return "reopens " + Fam;
  case ArgAction::Compares:
    return "compares";
  case ArgAction::Drops:
    return "drops " + Fam;
  case ArgAction::Disowns:
    return "disowns " + Fam;
  }
  return "";
}

std::string spelled(const ArgEffect &E) {
  return spelledAlways(E) + spelled(E.If);
}

/// "argument 2 is not zero".
static std::string condition(const ArgCondition &C) {
  return (C.Bits ? "bit " + std::to_string(C.Bits) + " of argument "
                 : "argument ") +
         std::to_string(C.Arg) +
         (C.IfZero ? " is zero or null" : " is neither zero nor null");
}

/// "a stream (family 'FILE')".
static std::string valueOf(const Family *F) {
  if (!F)
    return "a value of any family";
  return F->Noun + " (family '" + F->Name + "')";
}

/// What becomes of a value that the caller now has.
static std::string duty(const Family *F) {
  switch (F->Kind) {
  case FamilyKind::Lent:
    return F->Writable ? "the caller may write to it, and never releases it"
                       : "the caller neither writes to it nor releases it";
  case FamilyKind::Static:
    return "nobody ever releases it";
  case FamilyKind::Arena:
    return F->Releasers.empty()
               ? "it goes with its pool"
               : "it goes with its pool, or is released with '" +
                     F->Releasers.front() + "'";
  case FamilyKind::Refcounted:
  case FamilyKind::Normal:
    break;
  }
  std::string Text = "the caller must release it";
  const char *Before = " with '";
  for (const std::string &R : F->Releasers) {
    Text += Before + R + "'";
    Before = " or '";
  }
  return Text;
}

static std::string effect(const ArgEffect &E) {
  std::string Value = valueOf(E.Fam);
  std::string Field =
      E.Field.empty() ? "" : "the field '" + E.Field + "' of what it points to";
  switch (E.Action) {
  case ArgAction::Uses:
    return E.Fam ? "is " + Value + ", which must be alive; it is not kept"
                 : "is only looked at during the call";
  case ArgAction::Keeps:
    return E.ByReturn ? "is kept if the call succeeds"
                      : "may be stored or released; nothing is known of it "
                        "afterwards";
  case ArgAction::Releases:
    if (E.Indirect)
      return "points to a pointer to " + Value +
             ", which is released; the pointer becomes null";
    if (!Field.empty())
      return Field + " is " + Value + ", which is released";
    return "is " + Value + ", which is released" +
           (E.CallersStorage ? ", or the caller's own storage, which is emptied"
                             : "");
  case ArgAction::Adopts:
    return "is " + Value +
           (E.ByReturn
                ? ", which the result of the call owns from now on if the "
                  "call succeeds"
                : ", which the callee owns from now on");
  case ArgAction::Resizes:
    return "is " + Value +
           ", which a successful call replaces by its result and a failed one "
           "leaves as it is";
  case ArgAction::WritesOwned: {
    std::string Where = Field.empty() ? "what it points to" : Field;
    if (E.Elements > 1)
      Where = "each of the " + std::to_string(E.Elements) +
              " elements that it points to";
    return "a successful call sets " + Where + " to " + Value + "; " +
           duty(E.Fam);
  }
  case ArgAction::Retains:
    return "is " + Value + ", which gets one more reference";
  case ArgAction::Revives:
    return "is " + Value + " afterwards, whatever it was before";
  case ArgAction::Fills:
    return "is looked at, and each of its bytes becomes argument " +
           std::to_string(E.FilledWith);
  case ArgAction::Replaces:
    return "what it points to is " + Value +
           ", which is released where it is not null, and replaced; " +
           duty(E.Fam);
  case ArgAction::Reopens:
    return "is " + Value +
           ", which a successful call returns and a failed one has released";
  case ArgAction::Compares:
    return "is looked at as a number only, and may have been released";
  case ArgAction::Drops:
    return "is " + Value + ", which its owner releases";
  case ArgAction::Disowns:
    return "is " + Value + ", which its owner lets go of; " + duty(E.Fam);
  }
  return "";
}

/// A successful call, as the subject of a sentence about its result.
static std::string success(Success S) {
  switch (S) {
  case Success::Always:
    return "the call always succeeds";
  case Success::Never:
    return "the call returns only when it has failed";
  case Success::NonNull:
    return "the call has succeeded when its result is not null";
  case Success::NotMinusOne:
    return "the call has succeeded when its result is not -1 (MAP_FAILED, "
           "INVALID_HANDLE_VALUE)";
  case Success::NonNegative:
  case Success::Zero:
  case Success::Positive:
  case Success::One:
    break;
  }
  return "the call has succeeded when its result is " + spelled(S);
}

/// A result that is an argument's, as a sentence about it.
static std::string argumentBack(ReturnAction Returns, unsigned Arg) {
  std::string Number = "argument " + std::to_string(Arg);
  switch (Returns) {
  case ReturnAction::Argument:
    return "the result is " + Number;
  case ReturnAction::ArgumentOrNull:
    return "the result is null or " + Number;
  case ReturnAction::Inside:
    return "the result is null or points into the memory of " + Number;
  case ReturnAction::Unknown:
  case ReturnAction::Owned:
  case ReturnAction::Kept:
  case ReturnAction::Lent:
    break;
  }
  return "nothing is known of the result";
}

/// On what a result depends, and what it is else; empty if on nothing.
static std::string dependence(const FunctionModel &M) {
  if (!M.ReturnIf)
    return "";
  std::string Text = "; this if " + condition(M.ReturnIf);
  if (M.Otherwise != ReturnAction::Unknown)
    Text += ", else " + argumentBack(M.Otherwise, M.ReturnArg);
  return Text;
}

std::vector<std::string> inWords(const FunctionEntry &E) {
  const FunctionModel &M = E.What->Model;
  std::vector<std::string> Lines;
  switch (M.Returns) {
  case ReturnAction::Unknown:
    break;
  case ReturnAction::Owned:
    Lines.push_back("the result is " + valueOf(M.ReturnFamily) + "; " +
                    duty(M.ReturnFamily) + dependence(M));
    break;
  case ReturnAction::Kept:
    Lines.push_back("the result is " + valueOf(M.ReturnFamily) +
                    ", which an owner of its own releases");
    break;
  case ReturnAction::Lent:
    Lines.push_back("the result is " + valueOf(M.ReturnFamily) +
                    (M.Floats ? " that floats until somebody takes a reference"
                              : " that is only lent") +
                    "; " + duty(M.ReturnFamily) + dependence(M));
    break;
  case ReturnAction::Argument:
  case ReturnAction::ArgumentOrNull:
  case ReturnAction::Inside:
    Lines.push_back(argumentBack(M.Returns, M.ReturnArg));
    break;
  }
  for (const ArgEffect &A : M.Args)
    Lines.push_back(
        "argument " + std::to_string(A.Index) + ": " + effect(A) +
        (A.If ? "; this if " + condition(A.If) + ", else it is only looked at"
              : ""));
  if (E.Most != 0 && M.Args.size() < E.Most) {
    ArgEffect Rest;
    Rest.Action = M.Rest;
    Lines.push_back(
        (M.Args.empty() ? "each argument " : "every other argument ") +
        effect(Rest));
  }
  if (M.SizeArg >= 0) {
    std::string Text =
        "argument " + std::to_string(M.SizeArg) + " is the size in bytes";
    if (M.CountArg >= 0)
      Text += ", times argument " + std::to_string(M.CountArg);
    if (M.Granule > 1)
      Text += ", rounded up to " + std::to_string(M.Granule);
    Lines.push_back(Text);
  }
  if (M.AlignArg >= 0)
    Lines.push_back("argument " + std::to_string(M.AlignArg) +
                    " is the alignment in bytes");
  if (E.What->SuccessGiven)
    Lines.push_back(success(M.OnSuccess));
  else if (M.Returns == ReturnAction::Owned || !M.Args.empty())
    Lines.push_back("the call has succeeded when its result is not null, or "
                    ">= 0 if it is an integer");
  if (!E.What->Elsewhere.empty())
    Lines.push_back("it exists only elsewhere: " + E.What->Elsewhere);
  return Lines;
}

std::string spelledResult(const FunctionModel &M) {
  switch (M.Returns) {
  case ReturnAction::Owned:
    return "owned " + M.ReturnFamily->Name;
  case ReturnAction::Kept:
    return "kept " + M.ReturnFamily->Name;
  case ReturnAction::Lent:
    return (M.Floats ? "floating " : "lent ") + M.ReturnFamily->Name;
  case ReturnAction::Argument:
    return "argument " + std::to_string(M.ReturnArg);
  case ReturnAction::ArgumentOrNull:
    return "argument " + std::to_string(M.ReturnArg) + " or null";
  case ReturnAction::Inside:
    return "inside argument " + std::to_string(M.ReturnArg);
  case ReturnAction::Unknown:
    break;
  }
  return "nothing";
}

} // namespace custody
