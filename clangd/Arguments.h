//===- Arguments.h - The command line of custody-clangd ---------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_CLANGD_ARGUMENTS_H
#define CUSTODY_CLANGD_ARGUMENTS_H

#include "clangd/Role.h"
#include <string>
#include <vector>

namespace custody {

/// What a command line asks for. Everything that is not custody's own is
/// clangd's, and clangd reads it.
struct Arguments {
  Role As = Role::Bridge;
  std::string Proxy;                ///< The user's own clangd; empty is ours.
  std::vector<std::string> Server;  ///< Words for the clangd of the editor.
  std::vector<std::string> Analyst; ///< Words for the one that analyzes.
  std::string Error;                ///< What is wrong; empty if nothing is.
  bool Help = false;                ///< --help was asked for.
};

/// Reads \p Words, without the program's name. \p Environment is CLANGD_FLAGS,
/// which clangd reads before them.
Arguments readArguments(const std::vector<std::string> &Words,
                        const std::string &Environment);

/// The word that tells a process of ours what it is for.
std::string wordFor(Role As);

} // namespace custody

#endif // CUSTODY_CLANGD_ARGUMENTS_H
