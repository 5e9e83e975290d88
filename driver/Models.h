//===- Models.h - custody models --------------------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The subcommand for people who write models or wonder about them.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_MODELS_H
#define CUSTODY_DRIVER_MODELS_H

#include "llvm/ADT/ArrayRef.h"
#include <string>

namespace custody {

/// Runs `custody models` if the command line asks for it; its exit status, or
/// -1. \p ClangFlags are what followed `--`.
int runModels(llvm::ArrayRef<std::string> ClangFlags);

} // namespace custody

#endif // CUSTODY_DRIVER_MODELS_H
