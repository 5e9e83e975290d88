//===- Own08.cpp - A release function that does not accept null -----------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/Rule.h"

namespace custody {
namespace {

class Own08 : public Rule {
  bool claims(const Finding &F) const override {
    return F.What == Defect::NullRejected;
  }
  std::string message(const Finding &F) const override {
    return quoted(F.By->Name) + " dereferences " + F.Place +
           " without accepting null; return early when it is null";
  }
};

} // namespace

std::unique_ptr<Rule> makeOwn08() { return std::make_unique<Own08>(); }

} // namespace custody
