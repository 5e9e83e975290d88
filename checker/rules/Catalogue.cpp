//===- Catalogue.cpp - The list of all rules ------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/Rule.h"

namespace custody {

const std::vector<RuleInfo> &catalogue() {
  static const std::vector<RuleInfo> All = {
#define RULE(Class, Id, Summary, Default) {Id, Summary, Default, make##Class},
#include "rules/Catalogue.def"
  };
  return All;
}

} // namespace custody
