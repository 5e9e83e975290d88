//===- ModelSchema.h - The model language as a JSON Schema ------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For editors: which keys a model file may have, which words stand behind them,
// and a sentence about each. Keys and words are the loader's own tables.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_MODELSCHEMA_H
#define CUSTODY_DRIVER_MODELSCHEMA_H

#include "llvm/Support/raw_ostream.h"

namespace custody {

/// Prints the schema (draft 7). False, and an error for each, if the loader
/// knows a key that is not described here or the other way round.
bool writeSchema(llvm::raw_ostream &OS);

} // namespace custody

#endif // CUSTODY_DRIVER_MODELSCHEMA_H
