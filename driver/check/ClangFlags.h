//===- ClangFlags.h - A compiler's flags for the analysis -------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_CHECK_CLANGFLAGS_H
#define CUSTODY_DRIVER_CHECK_CLANGFLAGS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace custody {

/// The flags of the compilation \p Command (the compiler first) that say what
/// the source means, with the source \p File (absolute) among them where it
/// was: without outputs, dependency files, warnings, plugins, and what only
/// another compiler understands. Relative names are relative to \p Directory.
std::vector<std::string> analysisFlags(llvm::ArrayRef<std::string> Command,
                                       llvm::StringRef File,
                                       llvm::StringRef Directory);

} // namespace custody

#endif // CUSTODY_DRIVER_CHECK_CLANGFLAGS_H
