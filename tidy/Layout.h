//===- Layout.h - A file as functions and what is around them ---*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_TIDY_LAYOUT_H
#define CUSTODY_TIDY_LAYOUT_H

#include "clang/Basic/LangOptions.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace custody {

/// A source file as the bodies of its functions, and the tokens around them:
/// what two texts of one file can be compared by.
class Layout {
public:
  using Extent = std::pair<unsigned, unsigned>; ///< From, and behind the end.
  struct Body {
    unsigned Begin, End;
    uint64_t Hash;
  };

  Layout() = default;
  /// \p Bodies are in \p Text, in any order; one may be within another.
  Layout(llvm::StringRef Text, std::vector<Extent> Bodies,
         const clang::LangOptions &Language);

  /// True if \p Other differs in the bodies at most, and in how the rest is
  /// spaced and commented. Preprocessor directives count, wherever they are.
  bool isAround(const Layout &Other) const {
    return Around == Other.Around && Outer.size() == Other.Outer.size();
  }
  /// The same for all texts that differ at their very end, in white space.
  uint64_t hash() const { return Whole; }

  /// The bodies that are in no other one, in their order.
  const std::vector<Body> &bodies() const { return Outer; }
  /// The number of the one that \p Offset is in.
  std::optional<size_t> bodyAt(unsigned Offset) const;

  /// Where what is at \p Offset is in \p Later, for which isAround() holds.
  /// Nothing if it is in a body that has changed, or in a comment.
  std::optional<unsigned> movedTo(const Layout &Later, unsigned Offset) const;

private:
  std::vector<Body> Outer;
  std::vector<Extent> Tokens; ///< Around the bodies.
  uint64_t Around = 0, Whole = 0;
};

/// As Layout::hash() has it.
uint64_t hashOfText(llvm::StringRef Text);

} // namespace custody

#endif // CUSTODY_TIDY_LAYOUT_H
