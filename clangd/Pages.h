//===- Pages.h - Where the pages of the rules are ---------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_CLANGD_PAGES_H
#define CUSTODY_CLANGD_PAGES_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace custody {

/// The address of the folder of the rules' pages: what the build was told
/// (CUSTODY_RULES_URL), else a file: address of those that were installed with
/// \p Program. Empty if they are not there.
std::string rulePages(llvm::StringRef Program);

} // namespace custody

#endif // CUSTODY_CLANGD_PAGES_H
