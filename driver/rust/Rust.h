//===- Rust.h - custody rust ------------------------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A crate is a unit of a program like any other once it is C: this makes it
// one, and tells afterwards where in the Rust its findings are.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_RUST_RUST_H
#define CUSTODY_DRIVER_RUST_RUST_H

#include "driver/check/Project.h"
#include "driver/rust/CWriter.h"
#include "driver/rust/Exports.h"
#include "driver/rust/Positions.h"

namespace custody::rust {

class Crates {
public:
  /// Translates the crates \p Paths into \p Folder and adds them to \p To. 0,
  /// or the exit status.
  int add(llvm::ArrayRef<std::string> Paths, llvm::ArrayRef<std::string> Flags,
          llvm::StringRef Compiler, llvm::StringRef Self,
          llvm::StringRef Folder, Project &To);
  /// Puts \p Issues in the terms of the languages that they are in.
  void rewrite(std::vector<Issue> &Issues) const;
  /// Prints how much was understood; with \p All, what was not.
  void tellShare(bool All) const;

private:
  Positions Places;
  Exports Given;
  std::vector<std::pair<std::string, Share>> Shares;
};

} // namespace custody::rust

#endif // CUSTODY_DRIVER_RUST_RUST_H
