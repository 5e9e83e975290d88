//===- YamlLoader.h - Reads one model file ----------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Turns the text of a model file (docs/models.md) into families, function
// models and class models. The same loader checks the shipped files when
// custody is built and reads users' files when it runs, so it uses nothing of
// clang. Whatever is wrong is reported with its place, and whatever is right
// is kept.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_YAMLLOADER_H
#define CUSTODY_MODEL_YAMLLOADER_H

#include "model/ModelError.h"
#include "model/ModelFile.h"

namespace custody {

/// Reads \p Text, the content of \p File.
ModelFile loadYaml(llvm::StringRef Text, llvm::StringRef File, Source From,
                   FamilyScope &Scope, const ErrorHandler &OnError);

/// The families that \p Text declares, without reading the rest: lets a set of
/// files refer to each other's families in any order.
std::vector<std::string> declaredFamilies(llvm::StringRef Text);

} // namespace custody

#endif // CUSTODY_MODEL_YAMLLOADER_H
