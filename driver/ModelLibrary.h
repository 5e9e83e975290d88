//===- ModelLibrary.h - All model files at once -----------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The analyzer reads a shipped file when one of its functions is called; a
// person who asks what custody knows wants all of them, beside the files of
// their own.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_MODELLIBRARY_H
#define CUSTODY_DRIVER_MODELLIBRARY_H

#include "model/YamlLoader.h"
#include "llvm/ADT/ArrayRef.h"
#include <deque>

namespace custody {

struct LoadedFile {
  std::string Path; ///< As errors and origins write it.
  bool Shipped = false;
  ModelFile Content;

  /// The name for tables: the file's `library`, else its path.
  const std::string &library() const {
    return Content.Library.empty() ? Path : Content.Library;
  }
};

class ModelLibrary : FamilyScope {
public:
  /// Reads the shipped files and then \p UserFiles, in this order. Of \p With,
  /// only families are taken. False when \p OnError was told of a mistake; what
  /// is right is kept.
  bool load(llvm::ArrayRef<std::string> UserFiles,
            llvm::ArrayRef<std::string> With, const ErrorHandler &OnError);

  /// Reads \p Text as a user's file called \p Path, over all that is there.
  const LoadedFile &add(llvm::StringRef Path, llvm::StringRef Text,
                        const ErrorHandler &OnError);

  /// The family \p Name if a file declares it, else null.
  const Family *family(llvm::StringRef Name) const {
    return Families.find(Name);
  }

  /// The shipped files by name, then the user's as given.
  const std::deque<LoadedFile> &files() const { return Files; }

  /// The shipped library \p Name, or null.
  const LoadedFile *shipped(llvm::StringRef Name) const;
  std::vector<std::string> shippedNames() const;

private:
  FamilyTable Families;
  std::deque<LoadedFile> Files;

  FamilyTable &table() override { return Families; }
};

} // namespace custody

#endif // CUSTODY_DRIVER_MODELLIBRARY_H
