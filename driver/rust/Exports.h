//===- Exports.h - Which export releases what another gives -----*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// To a C programmer who is told to release what a crate gave, Box::from_raw is
// no help: the crate's own function is, which calls it.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_RUST_EXPORTS_H
#define CUSTODY_DRIVER_RUST_EXPORTS_H

#include "driver/rust/FunctionIndex.h"

namespace custody::rust {

class Exports {
public:
  void add(const Crate &Of, const FunctionIndex &Index);
  /// \p Text of a finding in C, with the advice that fits C.
  std::string advised(llvm::StringRef Text) const;

private:
  std::map<std::string, std::string> ReleaserOf; ///< By the name of the giver.
};

} // namespace custody::rust

#endif // CUSTODY_DRIVER_RUST_EXPORTS_H
