//===- OddNames.h - Names that ninja cannot spell ---------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Dependency files and manifests cannot say every name that a file may have. A
// link in the work folder, with a plain name, stands for such a file: ninja
// looks through it at the time of the file itself.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_CHECK_ODDNAMES_H
#define CUSTODY_DRIVER_CHECK_ODDNAMES_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace custody {

/// \p File as ninja, which runs in \p WorkFolder, can be told of it: itself, or
/// `links/...`. Makes the link unless it is there. If it cannot be made, the
/// file counts as changed by every run.
std::string nameForNinja(llvm::StringRef File, llvm::StringRef WorkFolder);

/// True if a manifest cannot name what is in \p Folder.
bool isUnspeakable(llvm::StringRef Folder);

} // namespace custody

#endif // CUSTODY_DRIVER_CHECK_ODDNAMES_H
