//===- MirTypes.cpp - Rust's types as rustc prints them -------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/rust/MirTypes.h"
#include "driver/Compat.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace custody::rust {

static bool isWord(char C) { return isAlnum(C) || C == '_'; }

/// The end of the literal that begins at \p I, or \p I where none does: a quote
/// may also begin a lifetime.
static size_t skipLiteral(StringRef T, size_t I) {
  if (T[I] == '"') {
    for (size_t J = I + 1; J < T.size(); ++J) {
      if (T[J] == '\\')
        ++J;
      else if (T[J] == '"')
        return J + 1;
    }
    return T.size();
  }
  if (T[I] != '\'' || I + 2 >= T.size())
    return I;
  if (T[I + 1] == '\\') {
    size_t End = T.find('\'', I + 3);
    return End == StringRef::npos ? I : End + 1;
  }
  // One character, which may be several bytes.
  size_t Bytes = (T[I + 1] & 0x80)
                     ? ((T[I + 1] & 0x20) ? ((T[I + 1] & 0x10) ? 4 : 3) : 2)
                     : 1;
  size_t End = I + 1 + Bytes;
  return End < T.size() && T[End] == '\'' ? End + 1 : I;
}

size_t findOutside(StringRef T, StringRef Stops, size_t From) {
  int Depth = 0;
  for (size_t I = From; I < T.size();) {
    if (size_t Next = skipLiteral(T, I); Next != I) {
      I = Next;
      continue;
    }
    char C = T[I];
    if (Depth == 0 && Stops.contains(C))
      return I;
    if (C == '(' || C == '[' || C == '{' || C == '<')
      ++Depth;
    else if (C == ')' || C == ']' || C == '}' ||
             // `->`, and comparisons never stand in what is printed.
             (C == '>' && (I == 0 || (T[I - 1] != '-' && T[I - 1] != '='))))
      --Depth;
    if (Depth < 0)
      return I;
    ++I;
  }
  return T.size();
}

std::vector<std::string> splitList(StringRef T) {
  std::vector<std::string> Parts;
  T = T.trim();
  while (!T.empty()) {
    size_t End = findOutside(T, ",");
    StringRef Part = T.take_front(End).trim();
    if (!Part.empty())
      Parts.push_back(Part.str());
    if (End >= T.size())
      break;
    T = T.drop_front(End + 1).ltrim();
  }
  return Parts;
}

std::string withoutLifetimes(StringRef T) {
  std::string Out;
  for (size_t I = 0; I < T.size();) {
    if (size_t Next = skipLiteral(T, I); Next != I) {
      Out += T.slice(I, Next).str();
      I = Next;
      continue;
    }
    // The library's three names are one.
    if (I == 0 || (!isWord(T[I - 1]) && T[I - 1] != ':')) {
      StringRef Rest = T.substr(I);
      if (compat::startsWith(Rest, "core::") ||
          compat::startsWith(Rest, "alloc::")) {
        Out += "std::";
        I += Rest.find("::") + 2;
        continue;
      }
    }
    if (compat::startsWith(T.substr(I), "for<")) {
      size_t End = findOutside(T, ">", I + 4);
      StringRef Inside = T.slice(I + 4, End);
      if (compat::startsWith(Inside, "'")) {
        I = End + 1;
        while (I < T.size() && T[I] == ' ')
          ++I;
        continue;
      }
    }
    if (T[I] == '\'') {
      size_t End = I + 1;
      while (End < T.size() && isWord(T[End]))
        ++End;
      // `<'a, T>` and `&'a T` and ` + 'a`
      while (End < T.size() && T[End] == ' ')
        ++End;
      if (End < T.size() && T[End] == ',') {
        ++End;
        while (End < T.size() && T[End] == ' ')
          ++End;
      }
      StringRef Before(Out);
      if (compat::endsWith(Before, " + "))
        Out.resize(Out.size() - 3);
      I = End;
      // `::<'a>` or `<'_>`: nothing is left.
      if (I < T.size() && T[I] == '>' &&
          compat::endsWith(StringRef(Out), "<")) {
        Out.pop_back();
        if (compat::endsWith(StringRef(Out), "::"))
          Out.resize(Out.size() - 2);
        ++I;
      }
      continue;
    }
    Out += T[I++];
  }
  return Out;
}

StringRef Type::name() const {
  StringRef P = Path;
  size_t At = P.rfind("::");
  return At == StringRef::npos ? P : P.substr(At + 2);
}

static void parseFunction(StringRef T, Type &Ty) {
  Ty.K = Type::Function;
  StringRef Head = T.take_front(T.find("fn("));
  Ty.IsC = Head.contains("extern \"C");
  size_t Open = T.find("fn(") + 3;
  size_t Close = findOutside(T, ")", Open);
  Ty.Args = splitList(T.slice(Open, Close));
  if (!Ty.Args.empty() && Ty.Args.back() == "...") {
    Ty.Args.pop_back();
    Ty.IsVariadic = true;
  }
  Ty.Result = "()";
  StringRef Rest = T.substr(Close + 1).ltrim();
  if (Rest.consume_front("->")) {
    Rest = Rest.trim();
    // The type of an item names it: `fn() -> T {path}`.
    size_t Item = Rest.rfind(" {");
    if (Item != StringRef::npos && compat::endsWith(Rest, "}"))
      Rest = Rest.take_front(Item);
    Ty.Result = Rest.str();
  }
}

Type parseType(StringRef Text) {
  Type Ty;
  Ty.Text = withoutLifetimes(Text.trim());
  StringRef T = Ty.Text;
  T = T.trim();
  auto Pointer = [&](Type::Kind K, StringRef Rest, bool Mutable) {
    Ty.K = K;
    Ty.Mutable = Mutable;
    Ty.Args.push_back(Rest.trim().str());
  };
  if (T.consume_front("&mut "))
    Pointer(Type::Reference, T, true);
  else if (T.consume_front("&"))
    Pointer(Type::Reference, T, false);
  else if (T.consume_front("*const "))
    Pointer(Type::Raw, T, false);
  else if (T.consume_front("*mut "))
    Pointer(Type::Raw, T, true);
  else if (compat::startsWith(T, "(")) {
    Ty.K = Type::Tuple;
    Ty.Args = splitList(T.drop_front().drop_back());
    // `(dyn Trait + Send)` is no tuple.
    if (Ty.Args.size() == 1 && !compat::endsWith(T.drop_back().rtrim(), ","))
      return parseType(Ty.Args[0]);
  } else if (compat::startsWith(T, "[")) {
    StringRef Inside = T.drop_front().drop_back();
    size_t Semi = findOutside(Inside, ";");
    Ty.K = Semi < Inside.size() ? Type::Array : Type::Slice;
    Ty.Args.push_back(Inside.take_front(Semi).trim().str());
    if (Ty.K == Type::Array)
      Ty.Length = Inside.substr(Semi + 1).trim().str();
  } else if (compat::startsWith(T, "fn(") ||
             compat::startsWith(T, "unsafe fn(") ||
             compat::startsWith(T, "extern \"") ||
             compat::startsWith(T, "unsafe extern \"")) {
    parseFunction(T, Ty);
  } else if (!T.empty() && (isAlpha(T[0]) || T[0] == '_') &&
             !compat::startsWith(T, "dyn ") &&
             !compat::startsWith(T, "impl ")) {
    Ty.K = Type::Named;
    size_t Open = T.find('<');
    if (Open == StringRef::npos || !compat::endsWith(T, ">")) {
      Ty.Path = T.str();
    } else {
      Ty.Path = T.take_front(Open).str();
      StringRef P = Ty.Path;
      P.consume_back("::");
      Ty.Path = P.str();
      Ty.Args = splitList(T.slice(Open + 1, T.size() - 1));
    }
  }
  return Ty;
}

void unify(StringRef General, StringRef Special, Substitution &To,
           unsigned Depth) {
  if (General == Special || Depth > 12)
    return;
  Type G = parseType(General), S = parseType(Special);
  if (G.Text == S.Text)
    return;
  if (G.K == Type::Named && G.Args.empty() &&
      !StringRef(G.Path).contains("::")) {
    To.try_emplace(G.Path, S.Text);
    return;
  }
  if (G.K != S.K || G.Args.size() != S.Args.size() || G.Path != S.Path)
    return;
  for (size_t I = 0; I < G.Args.size(); ++I)
    unify(G.Args[I], S.Args[I], To, Depth + 1);
  if (G.K == Type::Function)
    unify(G.Result, S.Result, To, Depth + 1);
  if (G.K == Type::Array)
    if (!G.Length.empty() && isAlpha(G.Length[0]))
      To.try_emplace(G.Length, S.Length);
}

std::string substitute(StringRef T, const Substitution &With) {
  if (With.empty())
    return T.str();
  std::string Out;
  for (size_t I = 0; I < T.size();) {
    if (!isAlpha(T[I]) && T[I] != '_') {
      Out += T[I++];
      continue;
    }
    size_t End = I;
    while (End < T.size() && isWord(T[End]))
      ++End;
    StringRef Word = T.slice(I, End);
    auto At = With.find(Word.str());
    // A segment of a path is no parameter, unless it is the first.
    bool Inner = I >= 2 && T[I - 1] == ':' && T[I - 2] == ':';
    Out += At != With.end() && !Inner ? At->second : Word.str();
    I = End;
  }
  return Out;
}

} // namespace custody::rust
