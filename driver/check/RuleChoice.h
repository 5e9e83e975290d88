//===- RuleChoice.h - Which rules are wanted --------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_CHECK_RULECHOICE_H
#define CUSTODY_DRIVER_CHECK_RULECHOICE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <set>
#include <string>
#include <vector>

namespace custody {

/// The rules whose findings are shown.
class RuleChoice {
public:
  /// Reads the words of `--rules`: names stand for just these rules, `+NAME`
  /// adds to those that are on by default or named, `-NAME` takes away, `all`
  /// is every rule. Returns an error in words, empty if there is none.
  std::string read(llvm::ArrayRef<std::string> Words);

  bool shows(llvm::StringRef Rule) const { return Shown.count(Rule.str()); }
  /// Rules that the analyzer must be told to turn on.
  std::vector<std::string> optIn() const;

private:
  std::set<std::string> Shown;
};

} // namespace custody

#endif // CUSTODY_DRIVER_CHECK_RULECHOICE_H
