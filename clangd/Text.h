//===- Text.h - Places in a document, and how they move ---------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_CLANGD_TEXT_H
#define CUSTODY_CLANGD_TEXT_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/JSON.h"
#include <cstdint>

namespace custody {

/// What a column counts, as editor and server have agreed.
enum class Encoding { UTF8, UTF16, UTF32 };

/// \p Name as LSP spells it ("utf-16"); UTF-16, LSP's default, for others.
Encoding encoding(llvm::StringRef Name);
llvm::StringRef nameOf(Encoding E);

/// A position of LSP's: both numbers count from 0.
struct Place {
  int64_t Line = 0, Column = 0;
};

/// The byte of \p Text at \p P, or the nearest that there is.
size_t offsetOf(llvm::StringRef Text, Place P, Encoding E);
Place placeOf(llvm::StringRef Text, size_t Offset, Encoding E);

/// What was between Start and OldEnd is now between Start and NewEnd.
struct Edit {
  Place Start, OldEnd, NewEnd;
};

/// The smallest single edit that makes \p New of \p Old.
Edit difference(llvm::StringRef Old, llvm::StringRef New, Encoding E);

/// Applies the `contentChanges` of a didChange to \p Text. False if they are
/// not what LSP says.
bool applyChanges(std::string &Text, const llvm::json::Array &Changes,
                  Encoding E);

/// Moves \p Range, one of LSP's, as \p E does; false if the edit is inside of
/// it or it is no range.
bool moveRange(llvm::json::Object &Range, const Edit &E);

} // namespace custody

#endif // CUSTODY_CLANGD_TEXT_H
