//===- Plugin.cpp - The door of clang's analyzer --------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "plugin/Checkers.h"
#include "clang/StaticAnalyzer/Frontend/CheckerRegistry.h"

namespace {

/// A clang of another release may well load the plugin, find that its version
/// does not fit, and then say nothing at all (`clang --analyze` silences
/// warnings). This says it.
const bool HostFits = custody::hostFits();

} // namespace

extern "C" __attribute__((visibility("default")))
const char clang_analyzerAPIVersionString[] = CLANG_ANALYZER_API_VERSION_STRING;

extern "C" __attribute__((visibility("default"))) void
clang_registerCheckers(clang::ento::CheckerRegistry &Registry) {
  if (HostFits)
    custody::registerCheckers(Registry);
}
