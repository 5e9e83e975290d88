//===- Checkers.h - What custody registers with the analyzer ----*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The doors through which people reach the analysis (the plugin of
// `clang --analyze`, the clang-tidy module) all register these checkers.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_PLUGIN_CHECKERS_H
#define CUSTODY_PLUGIN_CHECKERS_H

#include "model/ModelError.h"
#include "llvm/ADT/ArrayRef.h"

namespace clang {
namespace ento {
class CheckerManager;
class CheckerRegistry;
} // namespace ento
} // namespace clang

namespace custody {

/// An option of the package `custody`: `custody:NAME=VALUE` for the analyzer.
/// All are strings.
struct OptionInfo {
  const char *Name;
  const char *Form;    ///< How its value is written: "FILE[;FILE]".
  const char *Default; ///< The value if nobody gives one.
  const char *Meaning; ///< One line for the analyzer's help.
};

/// Every option of custody.
llvm::ArrayRef<OptionInfo> options();

/// Adds the package `custody`, its options and its checkers to \p Registry:
/// one checker per rule of the catalogue, `custody.` and the rule's id.
void registerCheckers(clang::ento::CheckerRegistry &Registry);

/// Sends errors in models to \p OnError instead of clang's diagnostics, which
/// not every host can take them from. \p Mgr has been made with
/// registerCheckers and at least one of custody's checkers on.
void setErrorHandler(clang::ento::CheckerManager &Mgr, ErrorHandler OnError);

/// True when the running program is of the very release of clang that custody
/// was built for. If it is not, says so on the standard error stream, and
/// nothing else of custody may be used.
bool hostFits();

} // namespace custody

#endif // CUSTODY_PLUGIN_CHECKERS_H
