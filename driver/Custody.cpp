//===- Custody.cpp - The command ------------------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads the command line and hands it to the subcommand. Exit status: 0 all is
// well, 1 something is wrong with what was looked at, 2 it could not be looked
// at.
//
//===----------------------------------------------------------------------===//

#include "driver/Models.h"
#include "driver/import/Import.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

int main(int Argc, char **Argv) {
  InitLLVM Init(Argc, Argv);
  // What follows "--" is for clang; LLVM's parser would take it for file names.
  std::vector<std::string> ClangFlags;
  std::vector<const char *> Own(Argv, Argv + Argc);
  auto Dashes = llvm::find_if(Own, [](StringRef Word) { return Word == "--"; });
  if (Dashes != Own.end()) {
    ClangFlags.assign(Dashes + 1, Own.end());
    Own.erase(Dashes, Own.end());
  }
  // LLVM's library brings hundreds of options for its own developers.
  cl::OptionCategory General("Options");
  cl::HideUnrelatedOptions(General);
  if (Own.size() == 1)
    Own.push_back("--help");
  if (!cl::ParseCommandLineOptions(
          Own.size(), Own.data(),
          "custody: who owns this memory, and who may release it?\n", &errs()))
    return 2;
  int Status = custody::runModels(ClangFlags);
  if (Status < 0)
    Status = custody::runImport();
  if (Status < 0) {
    errs() << "custody: name what to do; see 'custody --help'\n";
    return 2;
  }
  return Status;
}
