//===- Reporter.h - From a finding to a report ------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_RULES_REPORTER_H
#define CUSTODY_RULES_REPORTER_H

#include "rules/Rule.h"
#include "clang/StaticAnalyzer/Core/BugReporter/BugType.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"
#include "llvm/ADT/StringSet.h"

namespace custody {

/// Knows which rules are on, picks the one that claims a finding, and turns
/// both into a report with its path notes, at the user's line.
class Reporter {
public:
  Reporter();

  /// Turns rule number \p Index of the catalogue on under \p Name.
  void enable(unsigned Index, clang::ento::CheckerNameRef Name);
  bool isOn(RuleId Id) const;
  /// The rule that reports \p F, if one does and is on.
  bool wants(const Finding &F) const;

  /// The stock checkers that are on.
  llvm::StringSet<> StockOn;

  /// Reports \p F on the path that ends in \p N.
  void report(const Finding &F, clang::ento::ExplodedNode *N,
              clang::ento::CheckerContext &C) const;

  /// Reports \p F about a declaration, without a path.
  void report(const Finding &F, const clang::Decl *D,
              clang::ento::BugReporter &BR) const;

private:
  struct Entry {
    std::unique_ptr<Rule> R;
    std::unique_ptr<clang::ento::BugType> Bug; ///< Null while the rule is off.
  };
  const Entry *entryFor(const Finding &F) const;
  bool toldByStock(const Finding &F) const;
  std::vector<Entry> Rules;
};

} // namespace custody

#endif // CUSTODY_RULES_REPORTER_H
