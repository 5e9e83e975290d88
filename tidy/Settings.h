//===- Settings.h - What .clang-tidy says of custody ------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_TIDY_SETTINGS_H
#define CUSTODY_TIDY_SETTINGS_H

#include "clang-tidy/ClangTidyOptions.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <utility>
#include <vector>

namespace clang {
namespace tidy {
class ClangTidyContext;
} // namespace tidy
} // namespace clang

namespace custody {

/// True when the list of checks names \p Check itself; `custody-*` does not.
bool isNamed(const clang::tidy::ClangTidyContext &Context,
             llvm::StringRef Check);

/// The analyzer's configuration: custody's options, from CheckOptions of the
/// form `custody.Models`, and the analyzer's own, from those that begin with
/// `clang-analyzer-`. Says which options custody does not have.
std::vector<std::pair<std::string, std::string>>
analyzerConfig(clang::tidy::ClangTidyContext &Context);

/// Asks for each of custody's options, as every check must for clang-tidy to
/// know them.
void readSettings(clang::tidy::ClangTidyContext &Context);

/// Adds custody's options with their values to \p To, for --dump-config and
/// --verify-config.
void storeSettings(clang::tidy::ClangTidyContext &Context,
                   clang::tidy::ClangTidyOptions::OptionMap &To);

} // namespace custody

#endif // CUSTODY_TIDY_SETTINGS_H
