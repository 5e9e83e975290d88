//===- Worker.h - custody worker --------------------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_CHECK_WORKER_H
#define CUSTODY_DRIVER_CHECK_WORKER_H

#include "llvm/ADT/StringRef.h"

namespace custody {

/// `custody worker JOB KEY`, which the build engine calls and no person:
/// analyzes the unit that \p JobFile describes and leaves its result behind. A
/// unit that cannot be analyzed is a result too, and the exit status 0; it is 2
/// only when nothing could be written.
int runWorker(llvm::StringRef JobFile);

} // namespace custody

#endif // CUSTODY_DRIVER_CHECK_WORKER_H
