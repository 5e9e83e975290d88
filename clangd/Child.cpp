//===- Child.cpp - A program at the other end of two pipes ----------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "clangd/Child.h"
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace custody {

bool start(const std::vector<std::string> &Command, Child &C,
           std::string &Error) {
  int In[2], Out[2];
  if (::pipe2(In, O_CLOEXEC)) {
    Error = std::strerror(errno);
    return false;
  }
  if (::pipe2(Out, O_CLOEXEC)) {
    Error = std::strerror(errno);
    ::close(In[0]);
    ::close(In[1]);
    return false;
  }
  std::vector<char *> Args;
  for (const std::string &Word : Command)
    Args.push_back(const_cast<char *>(Word.c_str()));
  Args.push_back(nullptr);
  posix_spawn_file_actions_t Files;
  posix_spawn_file_actions_init(&Files);
  posix_spawn_file_actions_adddup2(&Files, In[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&Files, Out[1], STDOUT_FILENO);
  // That we ignore this signal is nothing for programs that are not ours.
  posix_spawnattr_t How;
  posix_spawnattr_init(&How);
  sigset_t Usual;
  sigemptyset(&Usual);
  sigaddset(&Usual, SIGPIPE);
  posix_spawnattr_setsigdefault(&How, &Usual);
  posix_spawnattr_setflags(&How, POSIX_SPAWN_SETSIGDEF);
  int Status =
      ::posix_spawnp(&C.Process, Args[0], &Files, &How, Args.data(), environ);
  posix_spawnattr_destroy(&How);
  posix_spawn_file_actions_destroy(&Files);
  ::close(In[0]);
  ::close(Out[1]);
  if (Status) {
    Error = std::strerror(Status);
    ::close(In[1]);
    ::close(Out[0]);
    C = Child();
    return false;
  }
  C.To = In[1];
  C.From = Out[0];
  return true;
}

int wait(Child &C) {
  int Status = 0;
  while (::waitpid(C.Process, &Status, 0) < 0)
    if (errno != EINTR)
      return 1;
  C.Process = -1;
  return WIFSIGNALED(Status) ? 128 + WTERMSIG(Status) : WEXITSTATUS(Status);
}

} // namespace custody
