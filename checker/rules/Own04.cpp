//===- Own04.cpp - Released with another layout ---------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/Rule.h"

namespace custody {
namespace {

class Own04 : public Rule {
  bool claims(const Finding &F) const override {
    return F.What == Defect::LayoutMismatch;
  }
  std::string message(const Finding &F) const override {
    return quoted(F.By->Name) + " releases " + describe(F.Before) + " with " +
           F.Layout + " " + F.Given + " but it was acquired with " + F.Wanted +
           "; " + (F.Cure.empty() ? "pass the same " + F.Layout : F.Cure);
  }
};

} // namespace

std::unique_ptr<Rule> makeOwn04() { return std::make_unique<Own04>(); }

} // namespace custody
