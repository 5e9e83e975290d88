//===- Rust.cpp - custody rust --------------------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/rust/Rust.h"
#include "driver/Compat.h"
#include "driver/Subcommands.h"
#include "driver/check/Job.h"
#include "driver/rust/Rustc.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace custody::rust {

int Crates::add(ArrayRef<std::string> Paths, ArrayRef<std::string> Flags,
                StringRef Compiler, StringRef Self, StringRef Folder,
                Project &To) {
  const std::string Here = ".";
  if (Paths.empty() && sys::fs::exists("Cargo.toml"))
    Paths = Here;
  if (Paths.empty())
    return fail("there is no Cargo.toml here; name a crate's folder or a Rust "
                "source file");
  Rustc R;
  std::string Error = R.find(Compiler);
  if (!Error.empty())
    return fail(Error);
  SmallString<256> Work(Folder);
  sys::path::append(Work, "rust");
  std::vector<Printed> All;
  for (const std::string &Path : Paths) {
    std::vector<Printed> Of;
    SmallString<256> Own(Work);
    // Two crates of one name do not meet.
    sys::path::append(Own, mangled(absolutePath(Path)));
    Error = R.print(Path, Flags, Own, Self, Of);
    if (!Error.empty())
      return fail(Error);
    All.insert(All.end(), Of.begin(), Of.end());
  }
  for (const Printed &P : All) {
    Crate Read;
    parseMir(contentOf(P.File), Read);
    RustSources Sources(P.Folder);
    for (const Function &F : Read.Functions)
      for (const Block &B : F.Blocks)
        for (const Statement &S : B.Statements)
          if (!S.Where.File.empty())
            Sources.scan(S.Where.File);
    CWriter Writer(Read, Sources);
    Writer.run();
    std::string CFile = StringRef(P.File).drop_back(4).str() + ".c";
    Error = writeIfChanged(CFile, Writer.text());
    if (!Error.empty())
      return fail(Error);
    std::vector<Span> Lines = Writer.lines();
    for (Span &S : Lines)
      if (S.Line)
        S.File = Sources.absolute(S.File);
    Places.add(CFile, std::move(Lines));
    addFiles({CFile}, {"-std=gnu17"}, To);
    Given.add(Read, Writer.index());
    Shares.push_back({P.Name, Writer.share()});
  }
  To.Whole = To.Units.size();
  return 0;
}

void Crates::rewrite(std::vector<Issue> &Issues) const {
  Places.rewrite(Issues);
  for (Issue &I : Issues) {
    if (compat::endsWith(StringRef(I.Where.File), ".rs"))
      continue;
    I.Message = Given.advised(I.Message);
    for (Step &S : I.Steps)
      S.Text = Given.advised(S.Text);
  }
}

static void line(StringRef Name, unsigned Known, unsigned All) {
  errs() << "  " << Name << ": " << Known << " of " << All;
  if (All)
    errs() << format(" (%.2f %%)", 100.0 * Known / All);
  errs() << '\n';
}

void Crates::tellShare(bool All) const {
  for (auto &[Name, S] : Shares) {
    errs() << "custody: understood of crate '" << Name << "':\n";
    line("statements", S.StatementsKnown, S.Statements);
    line("functions", S.FunctionsKnown, S.Functions);
    errs() << "  calls: " << S.Calls << ", of them " << S.CallsLocal
           << " of the crate, " << S.CallsStd
           << " of the standard library that "
           << "are known, " << S.CallsForeign << " foreign\n"
           << "  generic functions written at " << S.Instances << " types\n";
    if (!All)
      continue;
    for (auto &[Text, N] : S.Unknown)
      errs() << "  not understood " << N << " times: " << Text << '\n';
    for (auto &[Text, N] : S.Opaque)
      errs() << "  called and not known " << N << " times: " << Text << '\n';
  }
}

} // namespace custody::rust
