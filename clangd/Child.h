//===- Child.h - A program at the other end of two pipes --------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_CLANGD_CHILD_H
#define CUSTODY_CLANGD_CHILD_H

#include <string>
#include <sys/types.h>
#include <vector>

namespace custody {

/// A running program; its standard error is ours.
struct Child {
  pid_t Process = -1;
  int To = -1;    ///< Its standard input.
  int From = -1;  ///< Its standard output.
  int Notes = -1; ///< What it writes to NotesTo, without waiting; or -1.
};

/// The file descriptor of a child that it has for more than LSP has room for.
constexpr int NotesTo = 3;

/// Starts \p Command, whose first word is looked for in the PATH. False if that
/// is impossible, with the reason in \p Error.
bool start(const std::vector<std::string> &Command, bool WithNotes, Child &C,
           std::string &Error);

/// Closes the pipes to and from \p C.
void hangUp(Child &C);

/// Waits for the end of \p C. Returns its exit status, or 128 and the number of
/// the signal that ended it.
int wait(Child &C);

} // namespace custody

#endif // CUSTODY_CLANGD_CHILD_H
