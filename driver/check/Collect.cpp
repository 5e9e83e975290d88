//===- Collect.cpp - Before and after the build
//----------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/check/Collect.h"
#include "driver/ModelLibrary.h"
#include "driver/Subcommands.h"
#include "driver/check/Merge.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace custody {

int checkModels(const std::vector<std::string> &Models) {
  for (const std::string &File : Models)
    if (File.find_first_of(",;") != std::string::npos)
      return fail("the analyzer takes no model file with ',' or ';' in its "
                  "name: '" +
                  File + "'");
  if (Models.empty())
    return 0;
  ModelLibrary Known;
  bool Good = Known.load(Models, {}, reportError);
  return Good ? 0 : fail("mend the model files first");
}

Report collect(const Project &P, const Build &B, const BuildRun &Run,
               Sources &Lines, const rust::Crates &Crates) {
  Report R;
  R.Units = P.Units.size() + P.Missing.size();
  R.Failures = P.Missing;
  StringSet<> Lost;
  for (const Failure &F : Run.Failures) {
    R.Failures.push_back(F);
    Lost.insert(F.File);
  }
  for (const Unit &U : P.Units) {
    if (Lost.count(U.File))
      continue;
    UnitResult Result;
    if (!B.read(U, Result)) {
      R.Failures.push_back(
          {Failure::Setup, U.File,
           "its analysis left no result; see whether the disk is full, "
           "and run again"});
      continue;
    }
    // What was learned elsewhere names the file.
    for (Issue &I : Result.Issues)
      for (Step &S : I.Steps)
        S.Text = Lines.shortened(S.Text);
    llvm::move(Result.Issues, std::back_inserter(R.Issues));
    llvm::move(Result.Failures, std::back_inserter(R.Failures));
  }
  Crates.rewrite(R.Issues);
  mergeIssues(R.Issues, Lines);
  llvm::stable_sort(R.Failures, [](const Failure &A, const Failure &B) {
    return A.File < B.File;
  });
  return R;
}

} // namespace custody
