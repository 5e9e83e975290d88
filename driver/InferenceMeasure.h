//===- InferenceMeasure.h - Inference against shipped models ----*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// How good is what custody infers of a library that it has never heard of? The
// answer for a library that it knows: its model is hidden, pairs are inferred
// from its headers alone, and compared with the model.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_INFERENCEMEASURE_H
#define CUSTODY_DRIVER_INFERENCEMEASURE_H

#include "driver/Headers.h"
#include "driver/ModelLibrary.h"

namespace custody {

/// Prints a line for each inferred statement that \p Hidden, a shipped library
/// with the headers \p Declared, contradicts or does not make, and one that
/// counts.
void measureInference(const ModelLibrary &Known, const LoadedFile &Hidden,
                      Headers &Declared, llvm::raw_ostream &OS);

} // namespace custody

#endif // CUSTODY_DRIVER_INFERENCEMEASURE_H
