//===- Compat.h - What differs between releases of clangd -------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What differs between the LLVM releases and concerns clangd alone. Room for
// the plugin's differences is in checker/plugin/Compat.h.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_CLANGD_COMPAT_H
#define CUSTODY_CLANGD_COMPAT_H

#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/Version.h"

namespace custody {
namespace compat {

/// How a preamble's builder is given the diagnostics.
#if CLANG_VERSION_MAJOR >= 22
using DiagnosticsArg = llvm::IntrusiveRefCntPtr<clang::DiagnosticsEngine>;
#else
using DiagnosticsArg = clang::DiagnosticsEngine &;
#endif

} // namespace compat
} // namespace custody

#endif // CUSTODY_CLANGD_COMPAT_H
