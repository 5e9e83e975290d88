//===- Errors.h - What goes wrong, for the user -----------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every message on the error stream begins with the place, or with the command
// where there is none.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_ERRORS_H
#define CUSTODY_DRIVER_ERRORS_H

#include "model/ModelError.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/raw_ostream.h"

namespace custody {

/// Prints \p E as "file:line:column: error: message".
inline void reportError(const ModelError &E) {
  llvm::errs() << E.File;
  if (E.Line)
    llvm::errs() << ':' << E.Line << ':' << E.Column;
  llvm::errs() << ": error: " << E.Message << '\n';
}

/// Prints "custody: error: Message"; the exit status for what the command
/// cannot do.
int fail(const llvm::Twine &Message);
void warn(const llvm::Twine &Message);

} // namespace custody

#endif // CUSTODY_DRIVER_ERRORS_H
