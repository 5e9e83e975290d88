//===- Own03.cpp - Released through an interior pointer -------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/Rule.h"

namespace custody {
namespace {

class Own03 : public Rule {
  bool claims(const Finding &F) const override {
    return F.What == Defect::Interior;
  }
  std::string message(const Finding &F) const override {
    std::string Where = "a pointer into the middle of ";
    if (F.HasOffset) {
      uint64_t Bytes = F.Offset < 0 ? -static_cast<uint64_t>(F.Offset)
                                    : static_cast<uint64_t>(F.Offset);
      Where = "a pointer " + std::to_string(Bytes) +
              (Bytes == 1 ? " byte " : " bytes ") +
              (F.Offset < 0 ? "before " : "into ");
    }
    std::string Cure = "pass the pointer that was acquired";
    if (F.Before.From)
      Cure = "pass the pointer that " + quoted(F.Before.From->Name) + " gave";
    return quoted(F.By->Name) + (F.Adopting ? " adopts " : " releases ") +
           Where + describe(F.Before) + "; " + Cure;
  }
};

} // namespace

std::unique_ptr<Rule> makeOwn03() { return std::make_unique<Own03>(); }

} // namespace custody
