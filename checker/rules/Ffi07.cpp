//===- Ffi07.cpp - Two owners ---------------------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/Rule.h"

namespace custody {
namespace {

class Ffi07 : public Rule {
  bool claims(const Finding &F) const override {
    return F.What == Defect::AlreadyOwned ||
           (F.What == Defect::ReleasedTwice && byOwner(F));
  }

  std::string message(const Finding &F) const override {
    std::string Text = quoted(F.By->Name) +
                       (F.Adopting ? " adopts " : " releases ") +
                       describe(F.Before) + " that ";
    std::string Other = F.Before.By ? quoted(F.Before.By->Name) : "its owner";
    if (F.What == Defect::ReleasedTwice)
      return Text + Other + " has already released; let one owner release it";
    return Text + Other + " already owns; " +
           (F.Adopting ? "let one owner adopt it"
                       : "leave the release to its owner");
  }

  static bool byOwner(const Finding &F) {
    return F.Adopting || (F.By && F.By->IsOwner) ||
           (F.Before.By && F.Before.By->IsOwner);
  }
};

} // namespace

std::unique_ptr<Rule> makeFfi07() { return std::make_unique<Ffi07>(); }

} // namespace custody
