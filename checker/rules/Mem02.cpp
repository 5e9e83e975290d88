//===- Mem02.cpp - Lent memory written or released by the borrower --------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/Rule.h"

namespace custody {
namespace {

class Mem02 : public Rule {
  bool claims(const Finding &F) const override {
    return F.What == Defect::LentReleased || F.What == Defect::LentWritten;
  }
  std::string message(const Finding &F) const override {
    if (F.What == Defect::LentWritten)
      return "this writes to " + describe(F.Before) + "; copy it first";
    return quoted(F.By->Name) + (F.Adopting ? " adopts " : " releases ") +
           describe(F.Before) + "; copy it to have your own";
  }
};

} // namespace

std::unique_ptr<Rule> makeMem02() { return std::make_unique<Mem02>(); }

} // namespace custody
