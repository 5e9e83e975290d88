//===- Own09.cpp - Used without a null check ------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/Rule.h"

namespace custody {
namespace {

class Own09 : public Rule {
  bool claims(const Finding &F) const override {
    return F.What == Defect::NullUnchecked;
  }
  std::string message(const Finding &F) const override {
    return describe(F.Before) +
           " is used without a null check; test it before the first use";
  }
};

} // namespace

std::unique_ptr<Rule> makeOwn09() { return std::make_unique<Own09>(); }

} // namespace custody
