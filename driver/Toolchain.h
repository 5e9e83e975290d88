//===- Toolchain.h - The programs that the analysis needs -------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_TOOLCHAIN_H
#define CUSTODY_DRIVER_TOOLCHAIN_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace custody {

/// Where the programs are; empty for one that is not there.
struct Toolchain {
  std::string Self;   ///< This command.
  std::string Plugin; ///< custody.so, beside it in ../lib.
  std::string Clang;
  std::string Ninja;
  std::string Clangd; ///< custody-clangd, beside this command.
};

/// The LLVM release that this command was built with: "22.1.8", "22".
extern const char *const BuiltForVersion;
extern const char *const BuiltForMajor;

/// Looks for all of them. \p Clang and \p Plugin, unless empty, are where the
/// user says that they are.
Toolchain findToolchain(const char *Program, llvm::StringRef Clang,
                        llvm::StringRef Plugin);

/// One sentence for each thing that keeps the tools from working together, with
/// its remedy. Runs clang to learn its release.
std::vector<std::string> problems(const Toolchain &Tools);

/// The release that \p Clang says it is; empty if it does not say.
std::string versionOf(const std::string &Clang);

} // namespace custody

#endif // CUSTODY_DRIVER_TOOLCHAIN_H
