//===- Compare.h - Imported against shipped ---------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two sources that know the same function should not contradict each other:
// where they do, one of them is wrong.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_IMPORT_COMPARE_H
#define CUSTODY_DRIVER_IMPORT_COMPARE_H

#include "driver/ModelLibrary.h"
#include "llvm/Support/raw_ostream.h"

namespace custody {

/// Prints each statement of \p Imported that contradicts the shipped library,
/// and how much was compared; the number of contradictions.
unsigned compareWithShipped(const ModelLibrary &Known,
                            const LoadedFile &Imported, llvm::raw_ostream &OS);

} // namespace custody

#endif // CUSTODY_DRIVER_IMPORT_COMPARE_H
