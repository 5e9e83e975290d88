//===- Positions.h - Findings back in Rust's terms --------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_RUST_POSITIONS_H
#define CUSTODY_DRIVER_RUST_POSITIONS_H

#include "driver/check/Issue.h"
#include "driver/rust/Mir.h"

namespace custody::rust {

/// From the lines of generated C files to the Rust that they come from.
class Positions {
public:
  void add(const std::string &CFile, std::vector<Span> Lines) {
    Files[CFile] = std::move(Lines);
  }
  /// Puts places and names of \p Issues in Rust's terms. Of several findings of
  /// a rule at one Rust line, such as those of a generic function's instances,
  /// the one with the shortest path stays.
  void rewrite(std::vector<Issue> &Issues) const;

private:
  std::map<std::string, std::vector<Span>> Files;

  /// False where no Rust stands behind it.
  bool translate(Place &P) const;
};

/// \p Text with the C names of functions as Rust's paths.
std::string inRustTerms(llvm::StringRef Text);

} // namespace custody::rust

#endif // CUSTODY_DRIVER_RUST_POSITIONS_H
