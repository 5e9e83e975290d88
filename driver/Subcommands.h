//===- Subcommands.h - The parts of the command -----------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_SUBCOMMANDS_H
#define CUSTODY_DRIVER_SUBCOMMANDS_H

#include "driver/Errors.h"
#include <string>
#include <vector>

namespace custody {

/// What a subcommand may want to know of how it was called, beside its options.
struct Invocation {
  const char *Program = "";       ///< argv[0].
  bool HasFlags = false;          ///< There was a `--`.
  std::vector<std::string> Flags; ///< What followed it, for clang.
};

/// Each runs its subcommand if the command line asks for it, and returns its
/// exit status, or -1 if it does not.
int runCheck(const Invocation &Call);
int runExplain(const Invocation &Call);
int runInit(const Invocation &Call);
int runDoctor(const Invocation &Call);

} // namespace custody

#endif // CUSTODY_DRIVER_SUBCOMMANDS_H
