//===- Own07.cpp - Handed out with nothing to release it ------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/Rule.h"

namespace custody {
namespace {

class Own07 : public Rule {
  bool claims(const Finding &F) const override {
    return F.What == Defect::NoReleaser;
  }
  std::string message(const Finding &F) const override {
    return quoted(F.By->Name) +
           " hands out owned memory, and nothing declared with it releases "
           "it; declare a release function beside it";
  }
};

} // namespace

std::unique_ptr<Rule> makeOwn07() { return std::make_unique<Own07>(); }

} // namespace custody
