//===- YamlTree.h - A model file as a tree with places ----------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// LLVM's YAML parser hands out each node once and in file order, while a model
// file may use a family above the line that declares it. So the text is first
// read into a small tree that remembers places.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_YAMLTREE_H
#define CUSTODY_MODEL_YAMLTREE_H

#include "model/ModelError.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"
#include <string>
#include <utility>
#include <vector>

namespace custody {

struct YamlValue {
  enum KindTy { Null, Scalar, List, Map } Kind = Null;
  std::string Text;         ///< Scalar: unquoted.
  const char *At = nullptr; ///< First character in the file.
  std::vector<YamlValue> Items;
  std::vector<std::pair<YamlValue, YamlValue>> Pairs;

  /// Place of the character \p Offset of a scalar's text.
  const char *at(size_t Offset) const {
    bool Quoted = *At == '"' || *At == '\'';
    return At + Offset + Quoted;
  }
  /// The value of \p Key in a map, or null.
  const YamlValue *find(llvm::StringRef Key) const;
};

class YamlTree {
public:
  YamlTree(llvm::StringRef Text, llvm::StringRef File,
           const ErrorHandler &OnError);

  /// The root of each document, as far as the file can be read.
  std::vector<YamlValue> read();
  bool failed() const { return Failed; }

  /// Reports \p Message at the character \p At, or at the file if it is null.
  void error(const char *At, const llvm::Twine &Message);
  std::pair<unsigned, unsigned> lineAndColumn(const char *At);

private:
  llvm::StringRef Text, File;
  const ErrorHandler &OnError;
  llvm::SourceMgr SM;
  bool Failed = false;
  const char *Last = nullptr;
  unsigned LastLine = 1;

  static void onSyntaxError(const llvm::SMDiagnostic &D, void *Self);
  void fail(const char *At, const llvm::Twine &Message);
  const char *placeOf(llvm::yaml::Node *N);
  YamlValue convert(llvm::yaml::Node *N, unsigned Depth);
};

} // namespace custody

#endif // CUSTODY_MODEL_YAMLTREE_H
