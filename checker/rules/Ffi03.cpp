//===- Ffi03.cpp - An owned value is lost ---------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/Rule.h"

namespace custody {
namespace {

class Ffi03 : public Rule {
  bool claims(const Finding &F) const override {
    return F.What == Defect::Lost;
  }
  std::string message(const Finding &F) const override {
    std::string Text = describe(F.Before) + " is lost without being released";
    std::string Cure = advice(F.Before.Fam);
    return Cure.empty() ? Text + "; release it or hand it over"
                        : Text + "; " + Cure;
  }
};

} // namespace

std::unique_ptr<Rule> makeFfi03() { return std::make_unique<Ffi03>(); }

} // namespace custody
