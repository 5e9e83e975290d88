//===- ModelDiagnostics.h - Model errors as clang prints errors -*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_PLUGIN_MODELDIAGNOSTICS_H
#define CUSTODY_PLUGIN_MODELDIAGNOSTICS_H

#include "model/ModelStore.h"

namespace custody {

/// Reports model errors through clang, at their place in the model file, so
/// that every front end shows them as it shows errors in source.
ErrorHandler modelDiagnostics(clang::ASTContext &Ctx);

} // namespace custody

#endif // CUSTODY_PLUGIN_MODELDIAGNOSTICS_H
