//===- Own06.cpp - The only pointer overwritten by realloc ----------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/Rule.h"

namespace custody {
namespace {

class Own06 : public Rule {
  bool claims(const Finding &F) const override {
    return F.What == Defect::Overwritten;
  }
  std::string message(const Finding &F) const override {
    return quoted(F.By->Name) +
           " overwrites the only pointer to memory that it may fail to "
           "resize; assign its result to a temporary and check that first";
  }
};

} // namespace

std::unique_ptr<Rule> makeOwn06() { return std::make_unique<Own06>(); }

} // namespace custody
