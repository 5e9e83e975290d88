//===- ModelFile.h - What one model file says -------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_MODELFILE_H
#define CUSTODY_MODEL_MODELFILE_H

#include "model/FunctionModel.h"
#include <memory>
#include <string>
#include <vector>

namespace custody {

/// What a file says of one or more functions.
struct FunctionDescription {
  FunctionModel Model;
  /// The file says when the call has succeeded. If not, the return type of the
  /// declaration decides, which the loader cannot see.
  bool SuccessGiven = false;
  /// Where the function exists if not in the library's present Debian headers:
  /// "BSD", "OpenSSL 1.0".
  std::string Elsewhere;
};

/// One function name with the parameter counts to which a description applies.
struct FunctionEntry {
  static constexpr unsigned AnyNumber = ~0u;

  std::string Name; ///< Qualified.
  unsigned Least = 0, Most = AnyNumber;
  unsigned Line = 0;
  std::string ToldBy; ///< See FunctionModel.
  std::shared_ptr<const FunctionDescription> What;

  bool takes(unsigned Params) const {
    return Least <= Params && Params <= Most;
  }
  bool overlaps(const FunctionEntry &O) const {
    return Least <= O.Most && O.Least <= Most;
  }
};

/// Where the declarations are that a file models, to check it against them.
struct HeaderList {
  std::vector<std::string> Debian;    ///< Packages that bring the headers.
  std::vector<std::string> PkgConfig; ///< Modules that know the flags.
  std::vector<std::string> Includes;  ///< As between < and >, in this order.
  std::vector<std::string> Flags;     ///< Further flags for clang.
  bool Cxx = false;
  std::string None; ///< Why there is nothing to check against.
};

/// The content of one model file.
struct ModelFile {
  std::string Library;
  HeaderList Headers;
  std::vector<std::string> Families; ///< Declared here.
  std::vector<FunctionEntry> Functions;
  std::vector<ClassModel> Classes;
};

/// Where the loader declares families and finds those of other files.
class FamilyScope {
public:
  virtual ~FamilyScope() = default;
  /// The table into which this file's families go.
  virtual FamilyTable &table() = 0;
  /// The family \p Name if this or any other file declares it.
  virtual const Family *find(llvm::StringRef Name) {
    return table().find(Name);
  }
  /// Every declared name, for spelling suggestions.
  virtual std::vector<std::string> names() {
    std::vector<std::string> Names;
    for (llvm::StringRef N : table().names())
      Names.push_back(N.str());
    return Names;
  }
};

/// True when both describe the same effects.
bool sameModel(const FunctionModel &A, const FunctionModel &B);

/// The last component of a qualified name: `f` of `a::b::f`.
llvm::StringRef unqualified(llvm::StringRef Name);

} // namespace custody

#endif // CUSTODY_MODEL_MODELFILE_H
