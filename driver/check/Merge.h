//===- Merge.h - The findings of many units as one list ---------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_CHECK_MERGE_H
#define CUSTODY_DRIVER_CHECK_MERGE_H

#include "driver/check/Issue.h"
#include "driver/check/Sources.h"

namespace custody {

/// Puts \p Issues in order of file, line and rule, keeps one of those that
/// several units found in a header, and gives each its fingerprint: what it
/// says, in which function, on a line of which text; not on which line.
void mergeIssues(std::vector<Issue> &Issues, Sources &Files);

} // namespace custody

#endif // CUSTODY_DRIVER_CHECK_MERGE_H
