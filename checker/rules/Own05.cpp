//===- Own05.cpp - Storage released around a live object ------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/Rule.h"

namespace custody {
namespace {

class Own05 : public Rule {
  bool claims(const Finding &F) const override {
    return F.What == Defect::ObjectStillLives;
  }
  std::string message(const Finding &F) const override {
    return quoted(F.By->Name) + " releases storage in which a " +
           quoted(F.Before.Lives->getNameAsString()) +
           " still lives; call its destructor first";
  }
};

} // namespace

std::unique_ptr<Rule> makeOwn05() { return std::make_unique<Own05>(); }

} // namespace custody
