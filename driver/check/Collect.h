//===- Collect.h - Before and after the build ------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_CHECK_COLLECT_H
#define CUSTODY_DRIVER_CHECK_COLLECT_H

#include "driver/check/Build.h"
#include "driver/report/Report.h"
#include "driver/rust/Rust.h"

namespace custody {

/// Reads the model files \p Models once, and tells the user what is wrong with
/// them: every unit would otherwise tell it. 0, or the exit status.
int checkModels(const std::vector<std::string> &Models);

/// What the units of \p P have left in the work folder, in one report.
/// What \p Crates were translated from is named in their place.
Report collect(const Project &P, const Build &B, const BuildRun &Run,
               Sources &Lines, const rust::Crates &Crates);

} // namespace custody

#endif // CUSTODY_DRIVER_CHECK_COLLECT_H
