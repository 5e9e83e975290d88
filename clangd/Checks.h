//===- Checks.h - Which of custody's checks an editor gets ------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_CLANGD_CHECKS_H
#define CUSTODY_CLANGD_CHECKS_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace custody {

/// True for the name of a check of custody's.
bool isCustodys(llvm::StringRef Check);

/// clang-tidy's list of custody's checks that run where the user's
/// configuration comes to \p Checks. Who starts custody-clangd wants custody:
/// its checks are on, and what speaks of custody (`-custody-ffi-03`,
/// `custody-own-09`) changes that. A `-*`, with which nearly every .clang-tidy
/// begins, does not.
std::string custodysChecks(llvm::StringRef Checks);

} // namespace custody

#endif // CUSTODY_CLANGD_CHECKS_H
