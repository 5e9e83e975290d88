//===- RuleChoice.cpp - Which rules are wanted ----------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/check/RuleChoice.h"
#include "driver/RulePages.h"

using namespace llvm;

namespace custody {

std::string RuleChoice::read(ArrayRef<std::string> Words) {
  bool Named = llvm::any_of(Words, [](StringRef Word) {
    return !Word.empty() && Word.front() != '+' && Word.front() != '-';
  });
  if (!Named)
    for (const RulePage &P : rulePages())
      if (P.OnByDefault)
        Shown.insert(P.Id);
  for (StringRef Word : Words) {
    StringRef Name = Word.trim();
    bool Without = Name.consume_front("-");
    if (!Without)
      Name.consume_front("+");
    if (Name == "all") {
      for (const RulePage &P : rulePages()) {
        if (Without)
          Shown.erase(P.Id);
        else
          Shown.insert(P.Id);
      }
      continue;
    }
    const RulePage *Rule = findRule(Name);
    if (!Rule)
      return "there is no rule '" + Name.str() + "'" + ruleHint(Name);
    if (Without)
      Shown.erase(Rule->Id);
    else
      Shown.insert(Rule->Id);
  }
  return Shown.empty() ? "--rules leaves no rule" : "";
}

std::vector<std::string> RuleChoice::optIn() const {
  std::vector<std::string> Names;
  for (const RulePage &P : rulePages())
    if (!P.OnByDefault && Shown.count(P.Id))
      Names.push_back(P.Id);
  return Names;
}

} // namespace custody
