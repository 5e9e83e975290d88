//===- ModelError.h - What can be wrong with a model ------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One mistake in a model file or an attribute, wherever it is found. It has a
// header of its own because the tool that embeds the shipped families reports
// mistakes too and knows nothing of clang.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_MODELERROR_H
#define CUSTODY_MODEL_MODELERROR_H

#include <functional>
#include <string>

namespace custody {

/// One thing wrong with a model file.
struct ModelError {
  std::string File;
  unsigned Line = 0, Column = 0; ///< From 1; 0 when the file has no such place.
  std::string Message;           ///< One sentence with the remedy.
};

using ErrorHandler = std::function<void(const ModelError &)>;

} // namespace custody

#endif // CUSTODY_MODEL_MODELERROR_H
