//===- MergeFacts.h - The facts of all units, put together ------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The step between learning and analyzing, run by the build like a worker. In
// the work folder, `facts/NAME.facts` is what a unit teaches,
// `slices/NAME.slice` what it needs of what all of them come to, `units.txt`
// the names.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_LEARN_MERGEFACTS_H
#define CUSTODY_DRIVER_LEARN_MERGEFACTS_H

#include "facts/Solve.h"
#include "llvm/ADT/StringRef.h"

namespace custody {

/// Merges in the work folder \p Folder and writes every slice that changes.
int runMerge(llvm::StringRef Folder);

/// Reads and merges the facts in \p Folder of the units in `units.txt`. Returns
/// an error in words, empty if there is none.
std::string readFacts(llvm::StringRef Folder, Facts &Program,
                      std::map<std::string, Facts> *ByUnit = nullptr);

/// Models and bodies that exclude each other, a line each; the file is
/// `contradictions.txt`.
std::string inLines(const std::vector<Contradiction> &Found);

} // namespace custody

#endif // CUSTODY_DRIVER_LEARN_MERGEFACTS_H
