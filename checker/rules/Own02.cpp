//===- Own02.cpp - Used after its release ---------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/Rule.h"

namespace custody {
namespace {

class Own02 : public Rule {
  bool claims(const Finding &F) const override {
    return F.What == Defect::UsedDead;
  }
  std::string message(const Finding &F) const override {
    std::string Other =
        F.Before.By ? quoted(F.Before.By->Name) : "another call";
    if (F.Before.Lender)
      return describe(F.Before) + " is used after " + Other +
             " may have invalidated it; ask for it again";
    return describe(F.Before) + " is used after " + Other +
           " released it; use it before, or not at all";
  }
};

} // namespace

std::unique_ptr<Rule> makeOwn02() { return std::make_unique<Own02>(); }

} // namespace custody
