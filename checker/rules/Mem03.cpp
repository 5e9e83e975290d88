//===- Mem03.cpp - Released or adopted by the wrong family ----------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/Rule.h"

namespace custody {
namespace {

class Mem03 : public Rule {
  bool claims(const Finding &F) const override {
    return F.What == Defect::WrongFamily || F.What == Defect::NeverReleasable ||
           F.What == Defect::BufferReleased;
  }

  std::string message(const Finding &F) const override {
    std::string Verb = F.Adopting ? " adopts " : " releases ";
    if (F.What == Defect::NeverReleasable)
      return quoted(F.By->Name) + Verb + F.Place + "; nothing may release it";
    if (F.What == Defect::BufferReleased)
      return quoted(F.By->Name) + Verb + describe(F.Before) +
             "; only its owner may release it";
    std::string Text = quoted(F.By->Name) + Verb + describe(F.Before);
    if (F.Adopting)
      if (const Family *Owner = F.By->Fam)
        if (!Owner->Releasers.empty())
          Text +=
              Owner->Releasers.front() == F.By->Name
                  ? " as " + Owner->Noun
                  : " but releases it with " + quoted(Owner->Releasers.front());
    std::string Cure = advice(F.Before.Fam);
    if (Cure.empty())
      return Text + ", which is of another family";
    if (F.Adopting)
      return Text + "; give it an owner that calls " +
             quoted(F.Before.Fam->Releasers.front());
    return Text + "; " + Cure;
  }
};

} // namespace

std::unique_ptr<Rule> makeMem03() { return std::make_unique<Mem03>(); }

} // namespace custody
