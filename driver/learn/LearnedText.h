//===- LearnedText.h - What was learned, as a model file --------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_LEARN_LEARNEDTEXT_H
#define CUSTODY_DRIVER_LEARN_LEARNEDTEXT_H

#include "driver/import/ModelText.h"
#include "facts/Learned.h"

namespace custody {

/// The functions of \p Known that other programs can call, as a model file that
/// a person can go through and a library can ship.
ModelText toModelText(const Learned &Known, llvm::StringRef Library);

} // namespace custody

#endif // CUSTODY_DRIVER_LEARN_LEARNEDTEXT_H
