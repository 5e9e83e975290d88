//===- Solve.h - From the facts of all units to what holds ------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_FACTS_SOLVE_H
#define CUSTODY_FACTS_SOLVE_H

#include "facts/Learned.h"

namespace custody {

/// A model says one thing of a function, its body another.
struct Contradiction {
  std::string Name, Where; ///< Of the function.
  std::string Stated;      ///< "'returns owned malloc'"
  std::string Origin;      ///< Who states it.
  std::string Learned;
};

/// What holds of the program with these facts: each function's ways are
/// expressed by those of its callees, from the leaves of the call graph
/// upwards; functions that call each other are gone through until nothing
/// changes. The time is linear in the facts but for such circles.
Learned solve(const Facts &Program,
              std::vector<Contradiction> *Contradictions = nullptr);

} // namespace custody

#endif // CUSTODY_FACTS_SOLVE_H
