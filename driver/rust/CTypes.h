//===- CTypes.h - Rust's types as C -----------------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Ownership is about pointers: whatever is one, owns one (Box, Vec, String) or
// wraps nothing but one is a `void *`; an Option of it a pointer that may be
// null. The rest are numbers, and structures of the fields that somebody names:
// rustc prints no definitions, so fields are learnt where they are used.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_RUST_CTYPES_H
#define CUSTODY_DRIVER_RUST_CTYPES_H

#include "driver/rust/MirTypes.h"
#include "driver/rust/RustSources.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/raw_ostream.h"

namespace custody::rust {

/// How a value of a type is represented.
enum class Shape { Unit, Number, Pointer, Descriptor, Array, Structure };

/// What owns a value: decides what its drop does.
enum class Owner { None, Box, Vec, String, CString, Rc, Arc, File };

/// True for a path of the standard library.
bool isStdPath(llvm::StringRef Path);

class CTypes {
public:
  explicit CTypes(RustSources &Sources) : Sources(Sources) {}

  Shape shapeOf(llvm::StringRef Ty);
  /// The C type of a value, such as "void *" or "struct s12".
  std::string spell(llvm::StringRef Ty);
  /// The same for C's eyes, in the prototype of a function that C knows.
  std::string spellForC(llvm::StringRef Ty);
  Owner ownerOf(llvm::StringRef Ty);
  /// True for an Option that is a pointer or null.
  bool isNullable(llvm::StringRef Ty);
  /// \p Ty without the wrappers that add nothing: ManuallyDrop, Cell, Pin ...
  std::string unwrapped(llvm::StringRef Ty);
  bool isWrapper(const Type &T) const;
  /// The number of bytes, or 0 where it is not known.
  unsigned sizeOf(llvm::StringRef Ty);

  /// The C name of a field, made known where it is new. \p Variant is empty for
  /// a structure.
  std::string field(llvm::StringRef Ty, llvm::StringRef Variant,
                    unsigned Number, llvm::StringRef FieldTy);
  /// \p Ty is an enum with a tag.
  void needTag(llvm::StringRef Ty);
  /// What discriminant() gives for a variant; empty where nobody knows.
  std::string tagOf(llvm::StringRef Ty, llvm::StringRef Variant);
  /// The type of a field that is known by now; empty if it is not.
  std::string fieldType(llvm::StringRef Ty, llvm::StringRef CName);

  struct Field {
    std::string Name, Ty;
  };
  /// The fields that are known of \p Ty by now, in order of their names.
  std::vector<Field> fields(llvm::StringRef Ty);
  bool hasTag(llvm::StringRef Ty);

  /// Calls \p Each with ".a.b" for every leaf that is not a structure. False,
  /// without a call, where there are too many.
  bool leaves(llvm::StringRef Ty,
              llvm::function_ref<void(const std::string &)> Each);

  /// Writes all structures, each behind what it is made of.
  void write(llvm::raw_ostream &OS);

private:
  struct Structure {
    unsigned Id = 0;
    bool Tag = false;
    std::map<std::string, std::string> Fields; ///< C name -> Rust type.
    int Written = 0;
  };
  RustSources &Sources;
  std::map<std::string, Structure> Structures;
  std::map<std::string, Shape> Shapes;
  std::map<std::string, Type> Parsed;

  const Type &parsed(llvm::StringRef Ty);
  Structure &structure(llvm::StringRef Ty);
  void write(const std::string &Ty, Structure &S, llvm::raw_ostream &OS);
  bool collect(llvm::StringRef Ty, const std::string &Prefix,
               std::vector<std::string> &Out, unsigned Depth);
};

} // namespace custody::rust

#endif // CUSTODY_DRIVER_RUST_CTYPES_H
