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
#include <utility>

extern char **environ;

namespace custody {

namespace {

struct Pipe {
  int Ends[2] = {-1, -1}; // To read from, to write to.

  bool open() { return ::pipe2(Ends, O_CLOEXEC) == 0; }
  ~Pipe() {
    for (int End : Ends)
      if (End >= 0)
        ::close(End);
  }
  /// Gives away one end.
  int take(int End) { return std::exchange(Ends[End], -1); }
};

} // namespace

bool start(const std::vector<std::string> &Command, bool WithNotes, Child &C,
           std::string &Error) {
  Pipe In, Out, Notes;
  if (!In.open() || !Out.open() || (WithNotes && !Notes.open())) {
    Error = std::strerror(errno);
    return false;
  }
  std::vector<char *> Args;
  for (const std::string &Word : Command)
    Args.push_back(const_cast<char *>(Word.c_str()));
  Args.push_back(nullptr);
  posix_spawn_file_actions_t Files;
  posix_spawn_file_actions_init(&Files);
  posix_spawn_file_actions_adddup2(&Files, In.Ends[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&Files, Out.Ends[1], STDOUT_FILENO);
  // Last: one of the others may have this number.
  if (WithNotes)
    posix_spawn_file_actions_adddup2(&Files, Notes.Ends[1], NotesTo);
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
  if (Status) {
    Error = std::strerror(Status);
    C = Child();
    return false;
  }
  C.To = In.take(1);
  C.From = Out.take(0);
  C.Notes = Notes.take(0);
  if (WithNotes)
    ::fcntl(C.Notes, F_SETFL, O_NONBLOCK);
  return true;
}

void hangUp(Child &C) {
  for (int *End : {&C.To, &C.From, &C.Notes})
    if (*End >= 0)
      ::close(std::exchange(*End, -1));
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
