//===- Main.cpp - The program custody-clangd ------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "clangd/Arguments.h"
#include "clangd/Bridge.h"
#include "clangd/Child.h"
#include "clangd/Notes.h"
#include "clangd/Pages.h"
#include "tidy/Editing.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace clang {
namespace clangd {
int clangdMain(int argc, char *argv[]);
} // namespace clangd
} // namespace clang

using namespace custody;

namespace {

int runClangd(char *Program, std::vector<std::string> Words) {
  std::vector<char *> Args{Program};
  for (std::string &Word : Words)
    Args.push_back(Word.data());
  int Count = static_cast<int>(Args.size());
  Args.push_back(nullptr);
  return clang::clangd::clangdMain(Count, Args.data());
}

/// An editor comes first: the analyst gives way to its clangd, and does not
/// outlive the bridge.
void becomeAnalyst() {
  ::unsetenv("CLANGD_FLAGS");
#ifdef __linux__
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
  (void)!::nice(5);
  // The bridge wants to know of which texts not all has been analyzed. It reads
  // this after each publication, which the note hence comes before.
  if (::fcntl(NotesTo, F_SETFD, FD_CLOEXEC) == 0)
    Editing::turnOn([](uint64_t Text, bool IsComplete) {
      std::string Line = noteOf(Text, IsComplete);
      (void)!::write(NotesTo, Line.data(), Line.size());
    });
}

const char Overview[] =
    R"(custody-clangd is clangd with custody's findings: set it as your editor's
clangd. Beside the flags of clangd, below, it has
  --proxy=<clangd>  serve the editor with that clangd, and add the findings
)";

} // namespace

int main(int argc, char **argv) {
  std::vector<std::string> Words(argv + 1, argv + argc);
  Arguments A = readArguments(
      Words,
      llvm::sys::Process::GetEnv("CLANGD_FLAGS").value_or(std::string()));
  if (!A.Error.empty()) {
    llvm::errs() << "error: custody-clangd: " << A.Error << "\n";
    return 2;
  }
  CurrentRole = A.As;
  if (A.As == Role::Analyst)
    becomeAnalyst();
  if (A.As != Role::Bridge) {
    if (A.Help) {
      llvm::outs() << Overview << "\n";
      llvm::outs().flush();
    }
    return runClangd(argv[0], A.Server);
  }

  ::signal(SIGPIPE, SIG_IGN);
  std::string Self = llvm::sys::fs::getMainExecutable(
      argv[0], reinterpret_cast<void *>(&runClangd));
  BridgeSetup Setup;
  if (A.Proxy.empty())
    Setup.Server = {Self, wordFor(Role::Server)};
  else
    Setup.Server = {A.Proxy};
  Setup.Server.insert(Setup.Server.end(), A.Server.begin(), A.Server.end());
  Setup.Analyst = {Self, wordFor(Role::Analyst)};
  Setup.Analyst.insert(Setup.Analyst.end(), A.Analyst.begin(), A.Analyst.end());
  Setup.Pages = rulePages(Self);
  // Never destroyed: the thread that waits for the editor refers to it, and
  // does not keep us.
  auto *Between = new Bridge(std::move(Setup));
  ::_exit(Between->run());
}
