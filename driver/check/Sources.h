//===- Sources.h - Lines of source files ------------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_CHECK_SOURCES_H
#define CUSTODY_DRIVER_CHECK_SOURCES_H

#include "llvm/ADT/StringMap.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>
#include <string>
#include <vector>

namespace custody {

/// Source files by line, each read once. A file that cannot be read has none.
class Sources {
public:
  /// Names are printed relative to \p Root where they lie in it.
  explicit Sources(std::string Root) : Root(std::move(Root)) {}

  /// Line \p Number of \p File, counted from 1, without its end; empty if there
  /// is no such line.
  llvm::StringRef line(llvm::StringRef File, unsigned Number);
  unsigned lineCount(llvm::StringRef File);

  /// \p File as reports name it: relative to the root if it lies below it.
  std::string name(llvm::StringRef File) const;
  /// \p Text with the files in it named as name() does.
  std::string shortened(llvm::StringRef Text) const;
  const std::string &root() const { return Root; }

private:
  struct Text {
    std::unique_ptr<llvm::MemoryBuffer> Buffer;
    std::vector<llvm::StringRef> Lines;
  };
  std::string Root;
  llvm::StringMap<Text> Files;

  Text &text(llvm::StringRef File);
};

} // namespace custody

#endif // CUSTODY_DRIVER_CHECK_SOURCES_H
