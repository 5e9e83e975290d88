//===- Own01.cpp - Released twice -----------------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/Rule.h"

namespace custody {
namespace {

class Own01 : public Rule {
  bool claims(const Finding &F) const override {
    return F.What == Defect::ReleasedTwice && !F.Adopting &&
           !(F.By && F.By->IsOwner) && !(F.Before.By && F.Before.By->IsOwner);
  }
  std::string message(const Finding &F) const override {
    std::string Other =
        F.Before.By ? quoted(F.Before.By->Name) : "another call";
    return quoted(F.By->Name) + " releases " + describe(F.Before) + " that " +
           Other + " has already released; release it once";
  }
};

} // namespace

std::unique_ptr<Rule> makeOwn01() { return std::make_unique<Own01>(); }

} // namespace custody
