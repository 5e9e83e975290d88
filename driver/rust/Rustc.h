//===- Rustc.h - The Rust compiler ------------------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// rustc prints its mid-level representation in a form that changes between
// releases: only those that are known to print it alike are used.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_RUST_RUSTC_H
#define CUSTODY_DRIVER_RUST_RUSTC_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace custody::rust {

/// What rustc printed of one crate.
struct Printed {
  std::string Name;   ///< Of the crate.
  std::string File;   ///< The text.
  std::string Folder; ///< What the names in it are relative to.
};

class Rustc {
public:
  /// Finds a compiler: \p Given, the environment's RUSTC, or the PATH's.
  /// Returns an error in words, empty if there is none.
  std::string find(llvm::StringRef Given);

  /// Prints the crate that \p Path, a source file or a folder with a
  /// Cargo.toml, is. \p Flags are for rustc or, where there is a Cargo.toml,
  /// for cargo; \p Into is a folder to work in. Returns an error in words.
  std::string print(llvm::StringRef Path, llvm::ArrayRef<std::string> Flags,
                    llvm::StringRef Into, llvm::StringRef Self,
                    std::vector<Printed> &To);

  const std::string &version() const { return Version; }

private:
  std::string Program, Version;

  std::string printFile(const std::string &File,
                        llvm::ArrayRef<std::string> Flags, llvm::StringRef Into,
                        std::vector<Printed> &To);
  std::string printCargo(const std::string &Folder,
                         llvm::ArrayRef<std::string> Flags,
                         llvm::StringRef Into, llvm::StringRef Self,
                         std::vector<Printed> &To);
};

/// True if cargo has called this program as its RUSTC_WRAPPER.
bool isRustcWrapper(int Argc, char **Argv);
/// Does what cargo asks for, and prints library crates of the workspace.
int runRustcWrapper(int Argc, char **Argv);

} // namespace custody::rust

#endif // CUSTODY_DRIVER_RUST_RUSTC_H
