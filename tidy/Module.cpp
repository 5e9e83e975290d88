//===- Module.cpp - The door of clang-tidy --------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "clang-tidy/ClangTidyCheck.h"
#include "plugin/Checkers.h"
#include "tidy/Compat.h"
#include "tidy/Session.h"
#include "tidy/Settings.h"

using namespace clang;
using namespace clang::tidy;

namespace custody {
namespace {

/// The check of one rule. All checks share the run of the analyzer.
class RuleCheck : public ClangTidyCheck {
public:
  RuleCheck(StringRef Name, ClangTidyContext *Context, unsigned Rule)
      : ClangTidyCheck(Name, Context), Context(*Context), Rule(Rule),
        Shared(Session::join(*Context, *this, Rule)) {
    // --verify-config knows the options that somebody has asked for.
    readSettings(*Context);
  }

  void registerPPCallbacks(const SourceManager &, Preprocessor *PP,
                           Preprocessor *) override {
    Shared->setPreprocessor(PP);
  }
  void registerMatchers(ast_matchers::MatchFinder *Finder) override {
    if (Shared->starts(Rule))
      Finder->addMatcher(ast_matchers::translationUnitDecl(), this);
  }
  void check(const ast_matchers::MatchFinder::MatchResult &Result) override {
    Shared->run(*Result.Context);
  }
  void storeOptions(ClangTidyOptions::OptionMap &Options) override {
    storeSettings(Context, Options);
  }

private:
  ClangTidyContext &Context;
  unsigned Rule;
  std::shared_ptr<Session> Shared;
};

class CustodyModule : public ClangTidyModule {
public:
  void addCheckFactories(ClangTidyCheckFactories &Factories) override {
    for (unsigned Rule = 0; Rule < catalogue().size(); ++Rule)
      Factories.registerCheckFactory(
          checkName(catalogue()[Rule]),
          [Rule](StringRef Name, ClangTidyContext *Context) {
            return std::make_unique<RuleCheck>(Name, Context, Rule);
          });
  }
};

/// A clang-tidy of another release gets nothing to call that it would call in
/// its own way.
const std::unique_ptr<ClangTidyModuleRegistry::Add<CustodyModule>> Added =
    hostFits() ? std::make_unique<ClangTidyModuleRegistry::Add<CustodyModule>>(
                     "custody-module", "Who owns each pointer and handle, and "
                                       "how it must be released")
               : nullptr;

} // namespace
} // namespace custody
