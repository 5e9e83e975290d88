//===- Notes.cpp - What an analyst says beside LSP ------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "clangd/Notes.h"

using llvm::StringRef;

namespace custody {

/// Texts that are still typed on are not asked for again.
constexpr size_t Most = 1000;

std::string noteOf(uint64_t Text, bool IsComplete) {
  return std::to_string(Text) + (IsComplete ? " all\n" : " some\n");
}

void Notes::add(StringRef Bytes) {
  Rest += Bytes;
  size_t End;
  while ((End = Rest.find('\n')) != std::string::npos) {
    auto [Text, Word] = StringRef(Rest).take_front(End).split(' ');
    uint64_t Hash;
    if (!Text.getAsInteger(10, Hash)) {
      if (Known.size() >= Most)
        Known.clear();
      Known[Hash] = Word == "all";
    }
    Rest.erase(0, End + 1);
  }
}

bool Notes::isComplete(uint64_t Text) const {
  auto At = Known.find(Text);
  return At == Known.end() || At->second;
}

void Notes::clear() {
  Rest.clear();
  Known.clear();
}

} // namespace custody
