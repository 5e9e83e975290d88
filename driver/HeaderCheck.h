//===- HeaderCheck.h - Models against declarations --------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Compares what a model file says with what the library's headers declare: the
// function is there, has that many parameters, and its types can carry the
// effects. What a function really does, no header tells.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_HEADERCHECK_H
#define CUSTODY_DRIVER_HEADERCHECK_H

#include "driver/Headers.h"
#include "driver/ModelLibrary.h"

namespace custody {

/// Entries of functions and classes, each counted once.
struct CheckTally {
  unsigned Checked = 0, ///< Compared with a declaration.
      Wrong = 0,        ///< Of these: do not fit it.
      Doubtful = 0,     ///< Of these: types that are worth a second look.
      Missing = 0,      ///< Not declared.
      Macros = 0,       ///< Macros, which have no types.
      Elsewhere = 0;    ///< Not declared, and the file says so.

  bool clean() const { return Wrong == 0 && Missing == 0; }
};

/// Checks \p File and prints a line for each entry that is not right.
CheckTally checkModels(const LoadedFile &File, Headers &Declared,
                       llvm::raw_ostream &OS);

} // namespace custody

#endif // CUSTODY_DRIVER_HEADERCHECK_H
