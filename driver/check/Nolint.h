//===- Nolint.h - Comments that silence a finding ---------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_CHECK_NOLINT_H
#define CUSTODY_DRIVER_CHECK_NOLINT_H

#include "driver/check/Issue.h"
#include "driver/check/Sources.h"

namespace custody {

/// Marks those of \p Issues that a comment silences: NOLINT on the line,
/// NOLINTNEXTLINE on the line before, or NOLINTBEGIN and NOLINTEND around it.
/// Rules in parentheses (`custody-mem-03`, `mem-03`, `custody-*`) restrict it.
void markNolint(std::vector<Issue> &Issues, Sources &Files);

} // namespace custody

#endif // CUSTODY_DRIVER_CHECK_NOLINT_H
