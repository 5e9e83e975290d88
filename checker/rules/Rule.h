//===- Rule.h - What a rule is, and the list of all ------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_RULES_RULE_H
#define CUSTODY_RULES_RULE_H

#include "rules/Finding.h"
#include <memory>

namespace custody {

/// A rule says which findings are its own and how they read. It asks the
/// analyzer nothing.
class Rule {
public:
  virtual ~Rule() = default;
  /// True when this rule reports \p F. Each finding is claimed by one rule.
  virtual bool claims(const Finding &F) const = 0;
  /// One sentence: the defect, both families or functions, what to do.
  virtual std::string message(const Finding &F) const = 0;
};

/// The rules by their place in Catalogue.def.
enum class RuleId : unsigned {
#define RULE(Class, Id, Summary, Default) Class,
#include "rules/Catalogue.def"
};

struct RuleInfo {
  const char *Id;      ///< "mem-03"
  const char *Summary; ///< One line for --help and for bug categories.
  bool OnByDefault;
  std::unique_ptr<Rule> (*Make)();
};

/// All rules in catalogue order.
const std::vector<RuleInfo> &catalogue();

#define RULE(Class, Id, Summary, Default) std::unique_ptr<Rule> make##Class();
#include "rules/Catalogue.def"

} // namespace custody

#endif // CUSTODY_RULES_RULE_H
