//===- Summary.h - A function's outcomes in the terms of a model -*- C++ -*-==//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_FACTS_SUMMARY_H
#define CUSTODY_FACTS_SUMMARY_H

#include "facts/Solve.h"

namespace custody {

/// False where too little was seen of \p F to say anything of it.
bool isCertain(const FunctionFacts &F);

/// What \p Outcomes, all ways through \p F and resolved, have in common.
LearnedFunction summary(const FunctionFacts &F,
                        const std::set<Outcome> &Outcomes);

/// Adds where \p Known and what a model states of \p F exclude each other.
void contradict(const FunctionFacts &F, const LearnedFunction &Known,
                std::vector<Contradiction> &To);

} // namespace custody

#endif // CUSTODY_FACTS_SUMMARY_H
