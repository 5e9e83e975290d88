//===- Words.h - Models in words --------------------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a model says, as sentences for people who write models.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_WORDS_H
#define CUSTODY_DRIVER_WORDS_H

#include "model/YamlLoader.h"

namespace custody {

/// One line for each thing that \p E says.
std::vector<std::string> inWords(const FunctionEntry &E);

/// "1 parameter", "2 to 3 parameters", "any number of parameters".
std::string parameterCount(const FunctionEntry &E);

/// `release of F by 'f'`: how an effect is written in a model file.
std::string spelled(const ArgEffect &E);
std::string spelled(Success S);
/// "owned F", "argument 0", "nothing": what comes back, as a model file says
/// it.
std::string spelledResult(const FunctionModel &M);

/// "1 name", "2 names".
std::string counted(size_t N, llvm::StringRef One, llvm::StringRef Many = "");

} // namespace custody

#endif // CUSTODY_DRIVER_WORDS_H
