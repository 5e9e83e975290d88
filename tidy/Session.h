//===- Session.h - One analysis for all of custody's checks -----*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// clang-tidy makes one check per rule that is on; all of a translation unit
// share one run of the analyzer, which the session starts and whose reports it
// hands to the check of their rule.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_TIDY_SESSION_H
#define CUSTODY_TIDY_SESSION_H

#include "rules/Rule.h"
#include "tidy/Telling.h"
#include "llvm/ADT/StringRef.h"
#include <map>
#include <memory>
#include <optional>

namespace clang {
class ASTContext;
class Preprocessor;
namespace ento {
class PathDiagnostic;
} // namespace ento
namespace tidy {
class ClangTidyCheck;
class ClangTidyContext;
} // namespace tidy
} // namespace clang

namespace custody {

/// clang-tidy's name of a rule: "custody-mem-03".
std::string checkName(const RuleInfo &Rule);

class Session {
public:
  explicit Session(clang::tidy::ClangTidyContext &Context) : Context(Context) {}

  /// The session of the translation unit that \p Check was made for; \p Check
  /// is rule number \p Rule of the catalogue, and outlives the session's run.
  static std::shared_ptr<Session> join(clang::tidy::ClangTidyContext &Context,
                                       clang::tidy::ClangTidyCheck &Check,
                                       unsigned Rule);

  /// True for the one rule that must start the run; false for all if none of
  /// the rules is on.
  bool starts(unsigned Rule) const;
  void setPreprocessor(clang::Preprocessor *P) { PP = P; }
  /// Analyzes \p Ctx and reports through the checks.
  void run(clang::ASTContext &Ctx);

private:
  bool isOn(unsigned Rule) const;
  std::optional<Telling> finding(const clang::ento::PathDiagnostic &D) const;
  void say(const Telling &F);

  clang::tidy::ClangTidyContext &Context;
  std::map<unsigned, clang::tidy::ClangTidyCheck *> Checks;
  clang::Preprocessor *PP = nullptr;
};

} // namespace custody

#endif // CUSTODY_TIDY_SESSION_H
