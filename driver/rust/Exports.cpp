//===- Exports.cpp - Which export releases what another gives -------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/rust/Exports.h"
#include "driver/Compat.h"

using namespace llvm;

namespace custody::rust {

/// What \p Ty, a raw pointer, points to; empty for others.
static std::string pointee(StringRef Ty) {
  Type T = parseType(Ty);
  return T.K == Type::Raw ? T.Args[0] : "";
}

void Exports::add(const Crate &Of, const FunctionIndex &Index) {
  // By what the argument points to; empty where two would do.
  std::map<std::string, std::string> Takes;
  for (size_t F = 0; F < Of.Functions.size(); ++F) {
    const Function &Fn = Of.Functions[F];
    if (!Index.isExported(F) || Fn.Params.size() != 1)
      continue;
    std::string To = pointee(Fn.Params[0]);
    bool TakesBack = false;
    for (const Block &B : Fn.Blocks)
      for (const Statement &S : B.Statements)
        TakesBack |=
            S.K == Statement::Call && StringRef(S.Value).contains("::from_raw");
    if (To.empty() || !TakesBack)
      continue;
    auto [It, New] = Takes.try_emplace(To, Index.nameOf(F));
    if (!New)
      It->second.clear();
  }
  for (size_t F = 0; F < Of.Functions.size(); ++F) {
    const Function &Fn = Of.Functions[F];
    if (!Index.isExported(F))
      continue;
    std::vector<std::string> Gives = {pointee(Fn.Result)};
    for (const std::string &P : Fn.Params)
      Gives.push_back(pointee(pointee(P)));
    for (const std::string &To : Gives) {
      auto Taker = To.empty() ? Takes.end() : Takes.find(To);
      if (Taker != Takes.end() && !Taker->second.empty())
        ReleaserOf[Index.nameOf(F)] = Taker->second;
    }
  }
}

std::string Exports::advised(StringRef Text) const {
  // "... from 'greeting'; release it with 'CString::from_raw'", "'greeting'
  // gives ..., to be released with 'CString::from_raw'"
  for (StringRef Advice :
       {"released with '", "release it with '", "owner that calls '"}) {
    size_t At = Text.rfind(Advice);
    if (At == StringRef::npos)
      continue;
    size_t Name = At + Advice.size(), End = Text.find('\'', Name);
    if (End == StringRef::npos || !Text.slice(Name, End).contains("::from_raw"))
      continue;
    for (auto &[Giver, Releaser] : ReleaserOf)
      if (Text.contains("from '" + Giver + "'") ||
          compat::startsWith(Text, "'" + Giver + "' gives"))
        return Text.take_front(Name).str() + Releaser + Text.substr(End).str();
  }
  return Text.str();
}

} // namespace custody::rust
