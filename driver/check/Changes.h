//===- Changes.h - Lines that differ from a revision ------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_CHECK_CHANGES_H
#define CUSTODY_DRIVER_CHECK_CHANGES_H

#include "driver/check/Issue.h"
#include "llvm/ADT/StringMap.h"

namespace custody {

/// The lines of the working tree that git says are new or changed.
class Changes {
public:
  /// Asks git for what has changed since \p Revision, in the repository around
  /// \p Folder. Files that git does not know yet are new as a whole. Returns an
  /// error in words, empty if there is none.
  std::string load(llvm::StringRef Revision, llvm::StringRef Folder);

  /// True if the defect or a station on its path is on a changed line: what
  /// makes a leak is often not the line where it is lost.
  bool touches(const Issue &I) const;

private:
  using Range = std::pair<unsigned, unsigned>; ///< First and last line.
  llvm::StringMap<std::vector<Range>> Files;

  bool has(const Place &P) const;
  std::string readDiff(llvm::StringRef Text, llvm::StringRef Top);
};

} // namespace custody

#endif // CUSTODY_DRIVER_CHECK_CHANGES_H
