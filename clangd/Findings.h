//===- Findings.h - custody's part of what an editor shows ------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_CLANGD_FINDINGS_H
#define CUSTODY_CLANGD_FINDINGS_H

#include "clangd/Text.h"
#include "llvm/Support/JSON.h"
#include <string>
#include <vector>

namespace custody {

/// A diagnostic of custody's as clangd wrote it for an editor.
struct Diagnosed {
  llvm::json::Object Diagnostic; ///< Without its fixes.
  llvm::json::Array Fixes;       ///< LSP's CodeActions.
};

/// What an editor has said that it can take.
struct Abilities {
  bool InlineFixes = false;    ///< clangd's extension `codeActionsInline`.
  bool ActionLiterals = false; ///< Actions, not only commands.
};

/// The name of \p Uri's file, however the URI is spelled.
std::string fileOf(llvm::StringRef Uri);

/// The findings of custody's among the \p Diagnostics that the analyst has
/// published. A link of each leads to the page of its rule, if \p Pages is not
/// empty: the address of the folder of the rules' pages.
std::vector<Diagnosed> findingsIn(const llvm::json::Array &Diagnostics,
                                  llvm::StringRef Pages);

/// Moves \p Findings in \p File as an edit there does; those that the edit
/// touches go. What stands in other files stays.
void moveFindings(std::vector<Diagnosed> &Findings, llvm::StringRef File,
                  const Edit &E);

/// Adds \p Findings to the diagnostics of \p Published, the params of a
/// publishDiagnostics.
void addFindings(llvm::json::Object &Published,
                 const std::vector<Diagnosed> &Findings, const Abilities &Can);

/// The fixes that \p Findings have for the diagnostics in \p Params of a
/// codeAction request, as its reply lists them. \p Version is the document's.
llvm::json::Array fixesFor(const llvm::json::Object &Params,
                           const std::vector<Diagnosed> &Findings,
                           const llvm::json::Value &Version,
                           const Abilities &Can);

} // namespace custody

#endif // CUSTODY_CLANGD_FINDINGS_H
