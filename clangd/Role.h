//===- Role.h - What a process of custody-clangd is for ---------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_CLANGD_ROLE_H
#define CUSTODY_CLANGD_ROLE_H

namespace custody {

/// custody-clangd is three processes, so that custody's analysis can neither
/// delay nor break what the editor asks of clangd: the bridge, which the editor
/// talks to and which starts the two others, the server and the analyst. Where
/// no editor is waiting (--check), one process does all.
enum class Role {
  Bridge,  ///< No clangd at all: it passes on what the others say.
  Server,  ///< clangd as it is, without custody.
  Analyst, ///< clangd with custody's checks, and no others.
  Whole,   ///< clangd with its own checks and custody's.
};

/// The role of this process. Set once, before clangd starts.
extern Role CurrentRole;

/// True where custody's checks are to run.
inline bool analyzes() {
  return CurrentRole == Role::Analyst || CurrentRole == Role::Whole;
}

} // namespace custody

#endif // CUSTODY_CLANGD_ROLE_H
