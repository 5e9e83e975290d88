//===- Leash.cpp - Programs that end with who started them ----------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/check/Leash.h"
#include "driver/Subcommands.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

using namespace llvm;

namespace custody {

namespace {

/// Has this process signalled when the one that started it ends. The request
/// outlives exec(). False if that process, \p Parent, has ended before.
bool signalWithParent(int Signal, long Parent) {
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, Signal);
  return getppid() == Parent;
#else
  (void)Signal, (void)Parent;
  return true;
#endif
}

} // namespace

void followParent() { signalWithParent(SIGKILL, getppid()); }

std::vector<std::string> onLeash(const std::string &Self, const Leash &How,
                                 ArrayRef<std::string> Command) {
  std::vector<std::string> Words = {Self,       "leash",  utostr(getpid()),
                                    How.Folder, How.Lock, How.Hard ? "1" : "0"};
  Words.insert(Words.end(), Command.begin(), Command.end());
  return Words;
}

int runLeash(int Argc, char **Argv) {
  if (Argc < 7)
    return fail("'custody leash' is for custody's own use");
  StringRef Parent = Argv[2], Folder = Argv[3], Lock = Argv[4];
  long Process = 0;
  if (Parent.getAsInteger(10, Process) ||
      !signalWithParent(StringRef(Argv[5]) == "1" ? SIGKILL : SIGTERM, Process))
    return LeashStatus;
  auto Cannot = [&](const Twine &What, const std::error_code &Why) {
    fail("cannot " + What + ": " + Why.message());
    return LeashStatus;
  };
  if (!Lock.empty()) {
    int FD;
    if (std::error_code EC =
            sys::fs::openFileForWrite(Lock, FD, sys::fs::CD_OpenAlways))
      return Cannot("write '" + Lock + "'", EC);
    // What was started for a killed check may still be on its way out. The lock
    // is the process's, and stays with the program that it becomes.
    if (std::error_code EC = sys::fs::lockFile(FD))
      return Cannot("lock '" + Lock + "'", EC);
    fcntl(FD, F_SETFD, 0);
  }
  if (!Folder.empty())
    if (std::error_code EC = sys::fs::set_current_path(Folder))
      return Cannot("enter '" + Folder + "'", EC);
  execv(Argv[6], Argv + 6);
  return Cannot("start '" + Twine(Argv[6]) + "'",
                std::error_code(errno, std::generic_category()));
}

} // namespace custody
