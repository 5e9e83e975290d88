//===- ShippedLibrary.h - The families built into custody -------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The texts of families/*.yaml with an index of the names in them, defined in
// a file that embed-families writes while custody is built. The index says
// which file to read when a function is called for the first time; most
// translation units need two or three of them.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_SHIPPEDLIBRARY_H
#define CUSTODY_MODEL_SHIPPEDLIBRARY_H

#include "llvm/ADT/ArrayRef.h"
#include <cstddef>

namespace custody {

struct ShippedFile {
  const char *Name; ///< Without a folder: "libc.yaml".
  const char *Text;
  size_t Size;
};

/// \p Name occurs in the shipped file number \p File.
struct ShippedName {
  const char *Name;
  unsigned File;
};

llvm::ArrayRef<ShippedFile> shippedFiles();

/// Unqualified names of functions and of classes, each sorted by bytes; a name
/// has one entry for each file that describes it.
llvm::ArrayRef<ShippedName> shippedFunctions();
llvm::ArrayRef<ShippedName> shippedClasses();

/// Families by the file that declares them, sorted by name.
llvm::ArrayRef<ShippedName> shippedFamilies();

} // namespace custody

#endif // CUSTODY_MODEL_SHIPPEDLIBRARY_H
