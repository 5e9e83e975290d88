//===- RustSources.h - What only the Rust source tells ----------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// rustc prints no variant numbers, no types of impl blocks and no export names.
// They are read at the places that it prints. What cannot be read (an impl that
// a macro wrote) stays unknown.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_RUST_RUSTSOURCES_H
#define CUSTODY_DRIVER_RUST_RUSTSOURCES_H

#include "driver/rust/Mir.h"

namespace custody::rust {

/// The head of an impl block.
struct Impl {
  std::string Trait; ///< Last segment, without arguments; empty if inherent.
  std::string Type;  ///< Last segment, without arguments.
};

class RustSources {
public:
  /// \p Folder is what relative names in spans are relative to.
  explicit RustSources(std::string Folder) : Folder(std::move(Folder)) {}

  std::string absolute(llvm::StringRef File) const;
  /// The impl block at "src/lib.rs:6:1: 6:7". Empty type if there is none.
  Impl implAt(llvm::StringRef At);
  /// The C name under which the function with its result at \p Result is
  /// exported; empty if it is not.
  std::string exportName(llvm::StringRef Name, const Span &Result);
  /// What the variant of the enum \p Path is numbered; empty if unknown.
  std::string discriminant(llvm::StringRef Path, llvm::StringRef Variant);
  /// Reads the enums of a file that spans name.
  void scan(llvm::StringRef File);

private:
  std::string Folder;
  std::map<std::string, std::vector<std::string>> Files;
  /// Enum's last segment -> variant -> number; two enums of one name have none.
  std::map<std::string, std::map<std::string, std::string>> Enums;

  const std::vector<std::string> &lines(llvm::StringRef File);
};

} // namespace custody::rust

#endif // CUSTODY_DRIVER_RUST_RUSTSOURCES_H
