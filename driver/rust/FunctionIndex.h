//===- FunctionIndex.h - Which function a call means ------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Headers read `<impl at file:6:1: 6:7>::new`, calls `H::<T>::new` or `<H<T> as
// Trait>::new`: the impl's head in the source joins them.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_RUST_FUNCTIONINDEX_H
#define CUSTODY_DRIVER_RUST_FUNCTIONINDEX_H

#include "driver/rust/Mir.h"
#include "driver/rust/RustSources.h"

namespace custody::rust {

/// A callee's path, taken apart.
struct Callee {
  std::string Path;   ///< Without generic arguments.
  std::string Self;   ///< `<Self as Trait>::m`: the type; else empty.
  std::string Trait;  ///< Last segment of the trait.
  std::string Method; ///< Last segment.
  std::string Type;   ///< The segment before the last, or Self's name.
  std::vector<std::string> Generics; ///< Of the last segment that has any.
  bool IsStd = false; ///< Of the standard library, by path or trait.

  /// "Box::from_raw": what the tables of known functions ask for.
  std::string key() const {
    return (Trait.empty() ? Type : Trait) + "::" + Method;
  }
};

Callee parseCallee(llvm::StringRef Text);

/// \p Path as a part of a C identifier: `::` becomes `__`.
std::string mangled(llvm::StringRef Path);

class FunctionIndex {
public:
  FunctionIndex(const Crate &Of, RustSources &Sources);

  /// The function that \p What means, or -1.
  int find(const Callee &What) const;
  /// The closure whose type is \p Text, or -1.
  int closure(llvm::StringRef Text) const;
  /// `impl Drop for Name`, or -1.
  int dropOf(llvm::StringRef TypeName) const;

  /// The C name and whether C can see it.
  const std::string &nameOf(int F) const { return Names[F]; }
  bool isExported(int F) const { return Exported[F]; }

private:
  std::map<std::string, int> ByPath, ByImpl, Closures;
  std::vector<std::string> Names;
  std::vector<bool> Exported;
};

} // namespace custody::rust

#endif // CUSTODY_DRIVER_RUST_FUNCTIONINDEX_H
