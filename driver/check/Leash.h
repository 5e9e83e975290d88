//===- Leash.h - Programs that end with who started them --------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A killed program cannot end its children. On Linux the kernel does it for
// one that has asked for it: `custody leash` asks, and becomes the program.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_CHECK_LEASH_H
#define CUSTODY_DRIVER_CHECK_LEASH_H

#include "llvm/ADT/ArrayRef.h"
#include <string>
#include <vector>

namespace custody {

/// How a program on the leash is to run.
struct Leash {
  std::string Folder; ///< Where it runs; empty for here.
  std::string Lock;   ///< A file that it holds locked while it lives, or empty.
  /// End it at once, rather than ask it to end itself and its own children.
  bool Hard = false;
};

/// The words that run \p Command on a leash held by this process. \p Self is
/// the command custody.
std::vector<std::string> onLeash(const std::string &Self, const Leash &How,
                                 llvm::ArrayRef<std::string> Command);

/// Ends this process when the one that has started it ends.
void followParent();

/// `custody leash ...`, as onLeash() words it. Returns only if the program
/// cannot be started: LeashStatus, with a line on the standard error output.
int runLeash(int Argc, char **Argv);

/// What a shell says of a program that it cannot start.
constexpr int LeashStatus = 127;

} // namespace custody

#endif // CUSTODY_DRIVER_CHECK_LEASH_H
