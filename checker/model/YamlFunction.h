//===- YamlFunction.h - Reads one function of a model file ------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_YAMLFUNCTION_H
#define CUSTODY_MODEL_YAMLFUNCTION_H

#include "model/YamlAccess.h"

namespace custody {

class FunctionReader : YamlAccess {
public:
  FunctionReader(YamlTree &Tree, llvm::StringRef File, Source From,
                 FamilyScope &Scope)
      : YamlAccess(Tree, File, From, Scope) {}

  /// An entry of 'functions'; without `What` if something is wrong with it,
  /// which has been told.
  struct Result {
    llvm::SmallVector<const YamlValue *, 8> Names;
    unsigned Least = 0, Most = FunctionEntry::AnyNumber;
    std::shared_ptr<const FunctionDescription> What;
  };
  Result read(const YamlValue &V);

private:
  bool field(const char *At, llvm::StringRef &Fam, ArgEffect &E);
  /// Numbers of arguments with their places, checked when 'params' is known.
  using Indices = llvm::SmallVector<std::pair<unsigned, const char *>, 4>;

  bool condition(const YamlValue &V, std::string &Text, ArgCondition &C,
                 Indices &Named);
  bool effect(const YamlValue &V, ArgEffect &E, Indices &Named);
  bool returns(const YamlValue &V, FunctionModel &M, Indices &Named);
  bool argumentBack(llvm::StringRef Words, const char *At, ReturnAction &Result,
                    unsigned &Arg, Indices &Named);
  bool otherwise(const YamlValue &V, std::string &Text, FunctionModel &M,
                 Indices &Named);
  bool params(const YamlValue &V, unsigned &Least, unsigned &Most);
};

} // namespace custody

#endif // CUSTODY_MODEL_YAMLFUNCTION_H
