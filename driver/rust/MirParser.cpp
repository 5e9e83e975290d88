//===- MirParser.cpp - Reads what rustc prints of a crate -----------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The text is made of lines: a function's header, its locals and scopes, its
// blocks with a statement a line. Behind `//` stands the span; below a
// statement stand its constants, from which the types of callees come.
//
//===----------------------------------------------------------------------===//

#include "driver/Compat.h"
#include "driver/rust/Mir.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace custody::rust {

/// "file.rs:5:51: 5:62 (#3)"
static Span parseSpan(StringRef T) {
  Span S;
  T = T.trim();
  if (size_t At = T.find(" (#"); At != StringRef::npos)
    T = T.take_front(At);
  size_t Gap = T.rfind(": ");
  if (Gap == StringRef::npos)
    return Span();
  StringRef End = T.substr(Gap + 2), Begin = T.take_front(Gap);
  auto [EndLine, EndColumn] = End.split(':');
  auto [Rest, Column] = Begin.rsplit(':');
  auto [File, Line] = Rest.rsplit(':');
  if (Line.getAsInteger(10, S.Line) || Column.getAsInteger(10, S.Column) ||
      EndLine.getAsInteger(10, S.EndLine) ||
      EndColumn.getAsInteger(10, S.EndColumn))
    return Span();
  S.File = File.str();
  return S;
}

/// Splits the comment off \p Line; a string may hold `//`.
static StringRef withoutComment(StringRef Line, StringRef &Comment) {
  // rustc pads to a column, so the last ` // ` that begins a span is it.
  for (StringRef Mark :
       {" // scope ", " // in scope ", " // return place in "}) {
    size_t At = Line.rfind(Mark);
    if (At != StringRef::npos) {
      Comment = Line.substr(At + Mark.size());
      return Line.take_front(At).rtrim();
    }
  }
  return Line.rtrim();
}

static Span spanOf(StringRef Comment) {
  size_t At = Comment.find(" at ");
  if (At != StringRef::npos)
    Comment = Comment.substr(At + 4);
  return parseSpan(Comment);
}

bool parsePlace(StringRef T, MirPlace &To) {
  T = T.trim();
  if (T.empty())
    return false;
  // Suffixes: indices.
  if (compat::endsWith(T, "]")) {
    int Depth = 0;
    size_t I = T.size();
    while (I > 0) {
      --I;
      if (T[I] == ']')
        ++Depth;
      else if (T[I] == '[' && --Depth == 0)
        break;
    }
    StringRef Inside = T.slice(I + 1, T.size() - 1);
    if (!parsePlace(T.take_front(I), To))
      return false;
    Projection P{Projection::Subslice, 0, ""};
    if (Inside.consume_front("_") && !Inside.getAsInteger(10, P.Number))
      P.K = Projection::Index;
    else if (auto [N, Rest] = Inside.split(" of ");
             !Rest.empty() && !N.getAsInteger(10, P.Number))
      P.K = Projection::ConstantIndex;
    To.Path.push_back(P);
    return true;
  }
  if (compat::startsWith(T, "_")) {
    To.Path.clear();
    return !T.drop_front().getAsInteger(10, To.Local);
  }
  if (!compat::startsWith(T, "(") || !compat::endsWith(T, ")"))
    return false;
  StringRef Inside = T.drop_front().drop_back().trim();
  if (Inside.consume_front("*")) {
    if (!parsePlace(Inside, To))
      return false;
    To.Path.push_back({Projection::Deref, 0, ""});
    return true;
  }
  // `P.N: T` or `P as Variant`
  size_t Colon = findOutside(Inside, ":");
  while (Colon + 1 < Inside.size() && Inside[Colon + 1] == ':')
    Colon = findOutside(Inside, ":", Colon + 2);
  if (Colon < Inside.size()) {
    StringRef Base = Inside.take_front(Colon);
    size_t Dot = Base.rfind('.');
    Projection P{Projection::Field, 0, Inside.substr(Colon + 1).trim().str()};
    if (Dot == StringRef::npos ||
        Base.substr(Dot + 1).getAsInteger(10, P.Number) ||
        !parsePlace(Base.take_front(Dot), To))
      return false;
    To.Path.push_back(P);
    return true;
  }
  size_t As = Inside.rfind(" as ");
  if (As != StringRef::npos) {
    if (!parsePlace(Inside.take_front(As), To))
      return false;
    StringRef Variant = Inside.substr(As + 4).trim();
    Variant.consume_front("variant#");
    To.Path.push_back({Projection::Downcast, 0, Variant.str()});
    return true;
  }
  return false;
}

/// The block of "return: bb1", "bb3"; -1 where it is none.
static int blockNumber(StringRef T) {
  int N = -1;
  T = T.trim();
  return T.consume_front("bb") && !T.getAsInteger(10, N) ? N : -1;
}

/// Reads "[return: bb1, unwind unreachable]" or "bb4".
static void parseTargets(StringRef T, Statement &S) {
  T = T.trim();
  if (!T.consume_front("[")) {
    if (int N = blockNumber(T); N >= 0)
      S.Blocks.push_back({"", N});
    return;
  }
  T.consume_back("]");
  for (const std::string &Part : splitList(T)) {
    auto [Key, To] = StringRef(Part).split(':');
    Key = Key.trim();
    int N = blockNumber(To);
    if (N < 0 || Key == "unwind" || Key == "drop")
      continue;
    S.Blocks.push_back(
        {Key == "return" || Key == "success" || Key == "real" ? "" : Key.str(),
         N});
  }
}

/// Reads what stands before ` -> ` of a call: "callee(args)".
static bool parseCall(StringRef T, Statement &S) {
  if (!compat::endsWith(T, ")"))
    return false;
  // The arguments are in the last pair of brackets.
  size_t From = 0, Open = StringRef::npos;
  while (true) {
    size_t At = findOutside(T, "(", From);
    if (At >= T.size())
      break;
    size_t Close = findOutside(T, ")", At + 1);
    if (Close + 1 == T.size())
      Open = At;
    From = Close + 1;
    if (From >= T.size())
      break;
  }
  if (Open == StringRef::npos || Open == 0)
    return false;
  S.K = Statement::Call;
  S.Value = T.take_front(Open).trim().str();
  S.Args = splitList(T.slice(Open + 1, T.size() - 1));
  return true;
}

static bool isMarker(StringRef T) {
  for (StringRef Start :
       {"StorageLive(", "StorageDead(", "nop", "FakeRead(", "PlaceMention(",
        "AscribeUserType(", "Coverage::", "ConstEvalCounter", "Retag(",
        "BackwardIncompatibleDropHint(", "Deinit(", "assume(",
        "backward incompatible drop("})
    if (compat::startsWith(T, Start))
      return true;
  return false;
}

static Statement parseStatement(StringRef Line) {
  Statement S;
  StringRef Comment;
  StringRef T = withoutComment(Line, Comment).trim();
  S.Where = spanOf(Comment);
  T.consume_back(";");
  S.Text = T.str();
  size_t Arrow = StringRef::npos;
  for (size_t From = 0;;) {
    size_t At = T.find(" -> ", From);
    if (At == StringRef::npos)
      break;
    StringRef Rest = T.substr(At + 4);
    if (compat::startsWith(Rest, "[") || blockNumber(Rest) >= 0 ||
        compat::startsWith(Rest, "unwind"))
      Arrow = At;
    From = At + 4;
  }
  if (isMarker(T)) {
    S.K = Statement::Nothing;
    return S;
  }
  if (T == "return") {
    S.K = Statement::Return;
    return S;
  }
  if (T == "unreachable" || T == "resume" ||
      compat::startsWith(T, "terminate")) {
    S.K = Statement::Unreachable;
    return S;
  }
  if (Arrow != StringRef::npos) {
    StringRef Head = T.take_front(Arrow), Targets = T.substr(Arrow + 4);
    parseTargets(Targets, S);
    if (Head == "goto" || compat::startsWith(Head, "falseEdge") ||
        compat::startsWith(Head, "falseUnwind")) {
      S.K = Statement::Goto;
    } else if (Head.consume_front("switchInt(")) {
      S.K = Statement::Switch;
      S.Target = Head.drop_back().str();
    } else if (Head.consume_front("drop(")) {
      S.K = Statement::Drop;
      S.Target = Head.drop_back().str();
    } else if (compat::startsWith(Head, "assert(")) {
      S.K = Statement::Assert;
      S.Target = Head.slice(strlen("assert("), Head.size() - 1).str();
    } else {
      size_t Equal = Head.find(" = ");
      if (Equal == StringRef::npos || !parseCall(Head.substr(Equal + 3), S))
        S.K = Statement::Unknown;
      else
        S.Target = Head.take_front(Equal).trim().str();
    }
    return S;
  }
  if (compat::startsWith(T, "discriminant(") && T.contains(") = ")) {
    auto [Place, Value] = T.drop_front(strlen("discriminant(")).split(") = ");
    S.K = Statement::SetDiscriminant;
    S.Target = Place.str();
    S.Value = Value.str();
    return S;
  }
  size_t Equal = T.find(" = ");
  if (Equal != StringRef::npos) {
    S.K = Statement::Assign;
    S.Target = T.take_front(Equal).trim().str();
    S.Value = T.substr(Equal + 3).trim().str();
  }
  return S;
}

namespace {

class Parser {
public:
  explicit Parser(Crate &To) : To(To) {}

  void run(StringRef Text) {
    while (!Text.empty()) {
      StringRef Line;
      std::tie(Line, Text) = Text.split('\n');
      line(Line.rtrim('\r'));
    }
  }

private:
  Crate &To;
  Function *F = nullptr;
  Block *B = nullptr;

  void line(StringRef Line) {
    StringRef T = Line.trim();
    if (!Line.empty() && Line[0] != ' ') {
      if (Line == "}")
        F = nullptr, B = nullptr;
      else if (compat::endsWith(T, "{"))
        header(T);
      return;
    }
    if (!F || T.empty())
      return;
    if (compat::startsWith(T, "// ")) {
      constant(T);
      return;
    }
    if (B) {
      if (T == "}")
        B = nullptr;
      else
        B->Statements.push_back(parseStatement(T));
      return;
    }
    StringRef Comment;
    StringRef D = withoutComment(T, Comment);
    if (compat::startsWith(D, "bb") && compat::endsWith(D, "{")) {
      F->Blocks.emplace_back();
      B = &F->Blocks.back();
      StringRef Head = D.drop_back().trim();
      B->Number = blockNumber(
          Head.take_until([](char C) { return C == ':' || C == ' '; }));
      return;
    }
    if (D.consume_front("debug ")) {
      auto [Name, Place] = D.split(" => ");
      unsigned N;
      Place.consume_back(";");
      if (Place.consume_front("_") && !Place.getAsInteger(10, N))
        F->Debug.try_emplace(N, Name.str());
      return;
    }
    if (D.consume_front("let ")) {
      D.consume_front("mut ");
      D.consume_back(";");
      auto [Name, Ty] = D.split(": ");
      unsigned N;
      if (Name.consume_front("_") && !Name.getAsInteger(10, N))
        F->Locals[N] = {withoutLifetimes(Ty), spanOf(Comment)};
    }
  }

  /// "+ const_: Const { ty: unsafe fn(*mut i8) -> T {path}, val: ... }"
  void constant(StringRef T) {
    if (!B || B->Statements.empty())
      return;
    Statement &S = B->Statements.back();
    size_t At = T.find("Const { ty: ");
    if (S.K != Statement::Call || !S.Signature.empty() || At == StringRef::npos)
      return;
    T = T.substr(At + strlen("Const { ty: "));
    size_t Val = T.rfind(", val: ");
    if (Val == StringRef::npos || !T.contains("fn("))
      return;
    T = T.take_front(Val);
    if (T.contains("{" + S.Value + "}"))
      S.Signature = withoutLifetimes(T);
  }

  void header(StringRef T) {
    T = T.drop_back().rtrim();
    bool IsFn = T.consume_front("fn ");
    if (!IsFn && !compat::startsWith(T, "const ") &&
        !compat::startsWith(T, "static ") && !T.contains("promoted["))
      return; // `alloc1 (size: 15, align: 1) {`
    To.Functions.emplace_back();
    F = &To.Functions.back();
    if (!IsFn) {
      F->IsConstant = true;
      F->Path = T.str();
      return;
    }
    // `path(_1: T, _2: U) -> R`; the path may have brackets of its own.
    size_t Open = T.find("(_1: ");
    if (Open == StringRef::npos)
      Open = T.find("()");
    if (Open == StringRef::npos)
      return;
    F->Path = T.take_front(Open).str();
    size_t Close = findOutside(T, ")", Open + 1);
    unsigned N = 0;
    for (const std::string &P : splitList(T.slice(Open + 1, Close))) {
      std::string Ty = withoutLifetimes(StringRef(P).split(": ").second);
      F->Params.push_back(Ty);
      F->Locals[++N] = {Ty, Span()};
    }
    StringRef Rest = T.substr(Close + 1).ltrim();
    F->Result = Rest.consume_front("->") ? withoutLifetimes(Rest.trim()) : "()";
  }
};

} // namespace

void parseMir(StringRef Text, Crate &To) { Parser(To).run(Text); }

} // namespace custody::rust
