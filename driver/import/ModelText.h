//===- ModelText.h - A model file that is being written ---------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What an importer has learnt, in the words of the model language
// (docs/models.md), and its text: functions of which the same is said share
// one entry, and everything is sorted, so that the same input gives the same
// file.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_IMPORT_MODELTEXT_H
#define CUSTODY_DRIVER_IMPORT_MODELTEXT_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"
#include <map>
#include <string>
#include <vector>

namespace custody {

/// An entry of `families`.
struct FamilyText {
  std::string Noun;
  std::vector<std::string> Release; ///< The best first.
  std::string Kind;                 ///< Empty for normal.
  std::string Type;                 ///< Empty for either.
  std::string Comment;              ///< Beside the name.
};

/// An entry of `functions`, without its name. Empty words and -1 stand for
/// keys that are not written.
struct FunctionText {
  int Params = -1;
  std::string Returns, Success;
  std::map<unsigned, std::string> Args; ///< Effects by argument.
  bool RestKeeps = false;
  int Size = -1, Count = -1;

  /// True if the function keeps and releases nothing and returns nothing of
  /// anybody's.
  bool merelyUses() const;
  /// The keys below `name`, each on a line with \p Indent before it.
  std::string keys(llvm::StringRef Indent) const;
};

/// An entry of `classes`: a smart pointer.
struct ClassText {
  bool Shared = false;
};

struct ModelText {
  std::vector<std::string> Comment; ///< Lines at the head of the file.
  std::string Library;
  std::vector<std::string> Includes, PkgConfig, Debian;
  std::string NoHeaders; ///< Why there are none, instead.
  std::map<std::string, FamilyText> Families;
  std::map<std::string, FunctionText> Functions;
  std::map<std::string, ClassText> Classes;

  void write(llvm::raw_ostream &OS) const;
};

/// \p Text as a YAML scalar that stands in a flow list, quoted if it must be.
std::string yamlScalar(llvm::StringRef Text);

} // namespace custody

#endif // CUSTODY_DRIVER_IMPORT_MODELTEXT_H
