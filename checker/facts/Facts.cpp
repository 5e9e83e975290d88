//===- Facts.cpp - What one unit teaches about its functions --------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "facts/Facts.h"

namespace custody {

void Facts::add(const Facts &Other) {
  for (const auto &[Symbol, F] : Other.Functions) {
    auto [It, New] = Functions.try_emplace(Symbol, F);
    if (New)
      continue;
    // An inline function of a header, or two programs with a function of one
    // name: what holds of both.
    FunctionFacts &Mine = It->second;
    if (std::tie(F.Where, F.Name) < std::tie(Mine.Where, Mine.Name)) {
      Mine.Where = F.Where;
      Mine.Name = F.Name;
    }
    Mine.Complete &= F.Complete && F.Params == Mine.Params;
    Mine.Params = std::max(Mine.Params, F.Params);
    Mine.ReturnsPointer &= F.ReturnsPointer;
    Mine.Owning.insert(F.Owning.begin(), F.Owning.end());
    Mine.Outcomes.insert(F.Outcomes.begin(), F.Outcomes.end());
    if (Mine.Stated.Origin < F.Stated.Origin)
      Mine.Stated = F.Stated;
  }
  for (const auto &[Place, Origins] : Other.Stored)
    for (const auto &[From, Where] : Origins) {
      auto [It, New] = Stored[Place].try_emplace(From, Where);
      if (!New)
        It->second = std::min(It->second, Where);
    }
  for (const auto &[Base, Names] : Other.Overriders)
    Overriders[Base].insert(Names.begin(), Names.end());
  Pure.insert(Other.Pure.begin(), Other.Pure.end());
  for (const auto &[Name, F] : Other.Families)
    Families.try_emplace(Name, F);
  Calls.insert(Other.Calls.begin(), Other.Calls.end());
  Reads.insert(Other.Reads.begin(), Other.Reads.end());
}

} // namespace custody
