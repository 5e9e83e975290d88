//===- FunctionIndex.cpp - Which function a call means --------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/rust/FunctionIndex.h"
#include "driver/Compat.h"
#include "driver/rust/CTypes.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include <set>

using namespace llvm;

namespace custody::rust {

/// Splits at `::` outside of brackets.
static std::vector<std::string> segments(StringRef T) {
  std::vector<std::string> All;
  size_t From = 0;
  while (From <= T.size()) {
    size_t At = findOutside(T, ":", From);
    All.push_back(T.slice(From, At).str());
    if (At >= T.size())
      break;
    From = At + 2;
  }
  return All;
}

static std::string lastOf(StringRef Path) {
  size_t At = Path.rfind("::");
  return (At == StringRef::npos ? Path : Path.substr(At + 2)).str();
}

/// The name by which an impl block speaks of a type.
static std::string typeName(StringRef Text) {
  Type T = parseType(Text);
  switch (T.K) {
  case Type::Named:
    return T.name().str();
  case Type::Reference:
    return (T.Mutable ? "&mut " : "&") + typeName(T.Args[0]);
  case Type::Raw:
    return (T.Mutable ? "*mut " : "*const ") + typeName(T.Args[0]);
  default:
    return T.Text;
  }
}

Callee parseCallee(StringRef Text) {
  Callee C;
  std::string Plain = withoutLifetimes(Text);
  std::vector<std::string> All = segments(Plain);
  bool SelfIsStd = false;
  for (const std::string &S : All) {
    StringRef T = S;
    if (compat::startsWith(T, "<") && compat::endsWith(T, ">")) {
      StringRef Inside = T.drop_front().drop_back();
      size_t As = Inside.find(" as ");
      // `as` may also stand within the type.
      for (size_t Next = As; Next != StringRef::npos;
           Next = Inside.find(" as ", Next + 4))
        if (findOutside(Inside.take_front(Next + 1), "\1") >= Next)
          As = Next;
      if (&S == &All.front() && As != StringRef::npos) {
        C.Self = Inside.take_front(As).str();
        Type Trait = parseType(Inside.substr(As + 4));
        C.Trait = Trait.name().str();
        C.Generics = Trait.Args;
        SelfIsStd = isStdPath(Trait.Path);
        continue;
      }
      if (compat::startsWith(Inside, "impl "))
        continue;
      C.Generics = splitList(Inside); // `::<T>`
      continue;
    }
    // A type that keeps its arguments: `Vec<T>`.
    size_t Open = T.find('<');
    if (Open != StringRef::npos && compat::endsWith(T, ">")) {
      C.Generics = splitList(T.slice(Open + 1, T.size() - 1));
      T = T.take_front(Open);
    }
    if (!C.Path.empty())
      C.Path += "::";
    C.Path += T.str();
  }
  C.Method = lastOf(C.Path);
  if (!C.Self.empty()) {
    C.Type = typeName(C.Self);
    C.IsStd = SelfIsStd;
  } else {
    StringRef Before = StringRef(C.Path).drop_back(C.Method.size());
    Before.consume_back("::");
    C.Type = lastOf(Before);
    C.IsStd = isStdPath(C.Path);
  }
  return C;
}

std::string mangled(StringRef Path) {
  std::string Out;
  for (size_t I = 0; I < Path.size(); ++I) {
    if (compat::startsWith(Path.substr(I), "::")) {
      Out += "__";
      ++I;
    } else if (isAlnum(Path[I]) || Path[I] == '_') {
      Out += Path[I];
    } else if (Path[I] != '{' && Path[I] != '}' && Path[I] != '#') {
      Out += '_';
    }
  }
  return Out;
}

/// C's words and what the translation calls its own.
static bool isTaken(StringRef Name) {
  static const StringSet<> Words = {"main", "int", "char", "void", "long"};
  return Words.count(Name);
}

FunctionIndex::FunctionIndex(const Crate &Of, RustSources &Sources) {
  std::set<std::string> Used;
  for (size_t I = 0; I < Of.Functions.size(); ++I) {
    const Function &F = Of.Functions[I];
    std::string Name, Display = F.Path;
    bool IsExported = false;
    if (!F.IsConstant) {
      size_t At = F.Path.find("<impl at ");
      if (At != std::string::npos) {
        size_t End = F.Path.find('>', At);
        Impl Head = Sources.implAt(
            StringRef(F.Path).slice(At + strlen("<impl at "), End));
        StringRef Rest = StringRef(F.Path).substr(End + 1);
        Rest.consume_front("::");
        if (!Head.Type.empty()) {
          // Two impls of one name cannot be told apart: neither is called.
          auto [It, New] = ByImpl.try_emplace(
              Head.Type + "|" + Head.Trait + "|" + Rest.str(), int(I));
          if (!New)
            It->second = -1;
          Display = F.Path.substr(0, At) + Head.Type + "::" + Rest.str();
        } else {
          Display = F.Path.substr(0, At) + "impl::" + Rest.str();
        }
      }
      if (At == std::string::npos)
        ByPath.try_emplace(parseCallee(F.Path).Path, int(I));
      if (StringRef(F.Path).contains("{closure#") && !F.Params.empty()) {
        Type T = parseType(F.Params[0]);
        Closures.try_emplace(T.K == Type::Reference ? T.Args[0] : T.Text,
                             int(I));
      }
      auto Result = F.Locals.find(0);
      if (Result != F.Locals.end())
        Name = Sources.exportName(F.Path, Result->second.Where);
      IsExported = !Name.empty() && !isTaken(Name);
    }
    if (!IsExported)
      Name = "rs__" + mangled(Display);
    std::string Unique = Name;
    for (unsigned N = 2; !Used.insert(Unique).second; ++N) {
      Unique = Name + "__I" + utostr(N);
      IsExported = false;
    }
    Names.push_back(Unique);
    Exported.push_back(IsExported);
  }
}

static int at(const std::map<std::string, int> &In, const std::string &Key) {
  auto It = In.find(Key);
  return It == In.end() ? -1 : It->second;
}

int FunctionIndex::find(const Callee &C) const {
  if (!C.Self.empty()) {
    if (int F = at(ByImpl, C.Type + "|" + C.Trait + "|" + C.Method); F >= 0)
      return F;
    return -1;
  }
  if (C.IsStd)
    return -1;
  if (int F = at(ByPath, C.Path); F >= 0)
    return F;
  return at(ByImpl, C.Type + "||" + C.Method);
}

int FunctionIndex::closure(StringRef Text) const {
  return at(Closures, Text.str());
}

int FunctionIndex::dropOf(StringRef TypeName) const {
  return at(ByImpl, TypeName.str() + "|Drop|drop");
}

} // namespace custody::rust
