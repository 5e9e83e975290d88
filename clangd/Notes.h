//===- Notes.h - What an analyst says beside LSP ----------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_CLANGD_NOTES_H
#define CUSTODY_CLANGD_NOTES_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <map>
#include <string>

namespace custody {

/// The line that says whether all of a text, known by its hash, was analyzed.
std::string noteOf(uint64_t Text, bool IsComplete);

/// Such lines as they come in, in pieces of any size.
class Notes {
public:
  void add(llvm::StringRef Bytes);
  /// The last word about \p Text; true if there was none.
  bool isComplete(uint64_t Text) const;
  void clear();

private:
  std::string Rest;
  std::map<uint64_t, bool> Known;
};

} // namespace custody

#endif // CUSTODY_CLANGD_NOTES_H
