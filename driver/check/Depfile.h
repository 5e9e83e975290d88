//===- Depfile.h - Dependencies as make and ninja read them -----*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_CHECK_DEPFILE_H
#define CUSTODY_DRIVER_CHECK_DEPFILE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace custody {

/// The prerequisites in \p Text, a dependency file that clang wrote, relative
/// names made absolute from \p Directory.
std::vector<std::string> readDepfile(llvm::StringRef Text,
                                     llvm::StringRef Directory);

/// A dependency file that says that \p Target depends on \p Files.
std::string writeDepfile(llvm::StringRef Target,
                         llvm::ArrayRef<std::string> Files);

} // namespace custody

#endif // CUSTODY_DRIVER_CHECK_DEPFILE_H
