//===- Baseline.h - Findings that are known already -------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_CHECK_BASELINE_H
#define CUSTODY_DRIVER_CHECK_BASELINE_H

#include "driver/check/Issue.h"

namespace custody {

/// Marks those of \p Issues that the baseline \p Path knows, and counts in
/// \p Gone its entries that no finding fits any more. A finding is known by its
/// fingerprint in its file, or in any file if its own is not there any more.
/// Returns an error in words, empty if there is none.
std::string applyBaseline(llvm::StringRef Path, std::vector<Issue> &Issues,
                          unsigned &Gone);

/// Writes those of \p Issues that no comment silences as the baseline \p Path.
/// Returns an error in words, empty if there is none.
std::string writeBaseline(llvm::StringRef Path, llvm::ArrayRef<Issue> Issues);

} // namespace custody

#endif // CUSTODY_DRIVER_CHECK_BASELINE_H
