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
#include "driver/Subcommands.h"
#include "driver/Toolchain.h"
#include "driver/check/Leash.h"
#include "driver/check/Worker.h"
#include "driver/import/Import.h"
#include "driver/learn/MergeFacts.h"
#include "driver/rust/Rustc.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace custody {

int fail(const Twine &Message) {
  outs().flush();
  errs() << "custody: error: " << Message << '\n';
  return 2;
}

void warn(const Twine &Message) {
  errs() << "custody: warning: " << Message << '\n';
}

} // namespace custody

int main(int Argc, char **Argv) {
  InitLLVM Init(Argc, Argv);
  // Cargo calls this as if it were rustc.
  if (custody::rust::isRustcWrapper(Argc, Argv))
    return custody::rust::runRustcWrapper(Argc, Argv);
  // Not for people, and hence not in the help.
  if (Argc > 2 && StringRef(Argv[1]) == "worker")
    return custody::runWorker(Argv[2]);
  if (Argc > 2 && StringRef(Argv[1]) == "leash")
    return custody::runLeash(Argc, Argv);
  if (Argc > 2 && StringRef(Argv[1]) == "merge-facts") {
    custody::followParent();
    return custody::runMerge(Argv[2]);
  }
  // What follows "--" is for clang; LLVM's parser would take it for file names.
  custody::Invocation Call;
  Call.Program = Argv[0];
  std::vector<const char *> Own(Argv, Argv + Argc);
  // `cargo custody` runs `cargo-custody custody`, in the folder it is called
  // in.
  if (sys::path::filename(Argv[0]) == "cargo-custody") {
    if (Own.size() > 1 && StringRef(Own[1]) == "custody")
      Own.erase(Own.begin() + 1);
    Own.insert(Own.begin() + 1, "rust");
  }
  auto Dashes = llvm::find_if(Own, [](StringRef Word) { return Word == "--"; });
  if (Dashes != Own.end()) {
    Call.HasFlags = true;
    Call.Flags.assign(Dashes + 1, Own.end());
    Own.erase(Dashes, Own.end());
  }
  // A database may name a compiler of another target: clang knows them all.
  InitializeAllTargetInfos();
  // LLVM's library brings hundreds of options for its own developers.
  cl::OptionCategory General("Options");
  cl::HideUnrelatedOptions(General);
  cl::SetVersionPrinter([](raw_ostream &OS) {
    OS << "custody " CUSTODY_VERSION " for clang " << custody::BuiltForVersion
       << '\n';
  });
  if (Own.size() == 1)
    Own.push_back("--help");
  if (!cl::ParseCommandLineOptions(
          Own.size(), Own.data(),
          "custody: who owns this memory, and who may release it?\n", &errs()))
    return 2;
  int Status = custody::runModels(Call.Flags);
  for (auto *Run : {custody::runCheck, custody::runExplain, custody::runInit,
                    custody::runDoctor})
    if (Status < 0)
      Status = Run(Call);
  if (Status < 0)
    Status = custody::runImport();
  if (Status < 0)
    return custody::fail("name what to do; see 'custody --help'");
  return Status;
}
