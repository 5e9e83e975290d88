//===- RulePages.h - What the rules mean ------------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The catalogue of rules with their pages from docs/rules/, which the build
// embeds.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_RULEPAGES_H
#define CUSTODY_DRIVER_RULEPAGES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace custody {

struct RulePage {
  const char *Id;      ///< "mem-03"
  const char *Summary; ///< One line.
  bool OnByDefault;
  llvm::StringRef Page; ///< Markdown.
  std::vector<unsigned> Cwe;

  /// The text under the heading \p Title, trimmed; empty if there is none.
  llvm::StringRef section(llvm::StringRef Title) const;
};

/// All rules in the order of the catalogue.
const std::vector<RulePage> &rulePages();

/// The rule called \p Name: `mem-03`, `custody.mem-03` or `custody-mem-03`.
const RulePage *findRule(llvm::StringRef Name);

/// "; did you mean ...?" or where to find the names, for a rule that is none.
std::string ruleHint(llvm::StringRef Name);

/// Where a reader finds the page of \p Rule.
std::string ruleAddress(const RulePage &Rule);

/// A file that the build embeds, by its name without folder; empty if there is
/// none.
llvm::StringRef embeddedFile(llvm::StringRef Name);

} // namespace custody

#endif // CUSTODY_DRIVER_RULEPAGES_H
