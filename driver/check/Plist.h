//===- Plist.h - What clang's analyzer wrote --------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_CHECK_PLIST_H
#define CUSTODY_DRIVER_CHECK_PLIST_H

#include "driver/check/Issue.h"

namespace custody {

/// Appends custody's findings in the analyzer's property list \p Text to
/// \p Issues, those of other checkers left out. Relative file names are
/// relative to \p Directory. Returns an error in words, empty if there is none.
std::string readPlist(llvm::StringRef Text, llvm::StringRef Directory,
                      std::vector<Issue> &Issues);

} // namespace custody

#endif // CUSTODY_DRIVER_CHECK_PLIST_H
