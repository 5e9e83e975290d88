//===- Import.h - custody import --------------------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The subcommand for people whose libraries are already described for another
// tool.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_IMPORT_IMPORT_H
#define CUSTODY_DRIVER_IMPORT_IMPORT_H

namespace custody {

/// Runs `custody import` if the command line asks for it; its exit status, or
/// -1.
int runImport();

} // namespace custody

#endif // CUSTODY_DRIVER_IMPORT_IMPORT_H
