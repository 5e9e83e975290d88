//===- YamlAccess.h - Checked access to a model file ------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the readers of the parts of a model file share: each question is asked
// of a value with the name by which a message calls it, and a wrong answer is
// reported with its place and what would be right.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_YAMLACCESS_H
#define CUSTODY_MODEL_YAMLACCESS_H

#include "model/ModelFile.h"
#include "model/YamlTree.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace custody {

using Names = std::vector<std::string>;

/// Position of \p Word in \p Words, or -1.
int indexOf(const Names &Words, llvm::StringRef Word);

/// "; did you mean 'x'?" for the nearest of \p Valid, else "; known are ...".
std::string hint(llvm::StringRef Wrong, const Names &Valid);

/// "; did you mean 'x'?" for the nearest of \p Valid, else empty.
std::string didYouMean(llvm::StringRef Wrong, const Names &Valid);

class YamlAccess {
protected:
  YamlAccess(YamlTree &Tree, llvm::StringRef File, Source From,
             FamilyScope &Scope)
      : Tree(Tree), File(File), From(From), Scope(Scope) {}

  YamlTree &Tree;
  llvm::StringRef File;
  Source From;
  FamilyScope &Scope;

  void error(const char *At, const llvm::Twine &Message) {
    Tree.error(At, Message);
  }
  /// "file:line" of \p V.
  std::string place(const YamlValue &V);
  bool isMap(const YamlValue &V, const llvm::Twine &What);
  /// The items of a list; a list that is missing (`uses:` with nothing below)
  /// is empty.
  llvm::ArrayRef<YamlValue> list(const YamlValue &V, llvm::StringRef Key);
  bool text(const YamlValue &V, const llvm::Twine &What, std::string &Result);
  /// One text or a list of texts.
  bool texts(const YamlValue &V, const llvm::Twine &What,
             llvm::SmallVectorImpl<const YamlValue *> &Result);
  bool boolean(const YamlValue &V, llvm::StringRef Key, bool &Result);
  bool number(const YamlValue &V, const llvm::Twine &What, unsigned &Result);
  /// The position of the word \p V in \p Words, or -1 with an error.
  int word(const YamlValue &V, const Names &Words, llvm::StringRef Key);
  /// The family \p Name that character \p At refers to.
  const Family *family(const char *At, llvm::StringRef Name);

  /// Calls \p F with each key and value of \p V, whose keys must be among
  /// \p Keys and appear once.
  template <class Fn>
  void eachKey(const YamlValue &V, const Names &Keys, const llvm::Twine &What,
               Fn F) {
    std::string Where = What.str();
    llvm::SmallVector<llvm::StringRef, 8> Seen;
    for (const auto &KV : V.Pairs) {
      const YamlValue &Key = KV.first;
      if (Key.Kind != YamlValue::Scalar) {
        error(Key.At ? Key.At : V.At, "a key in " + Where + " must be a word");
        continue;
      }
      if (indexOf(Keys, Key.Text) < 0) {
        std::string Hint = didYouMean(Key.Text, Keys);
        if (Hint.empty())
          Hint = "; known are " + llvm::join(Keys, ", ");
        error(Key.At, "unknown key '" + Key.Text + "' in " + Where + Hint);
        continue;
      }
      if (llvm::is_contained(Seen, llvm::StringRef(Key.Text))) {
        error(Key.At, "the key '" + Key.Text + "' appears twice in " + Where);
        continue;
      }
      Seen.push_back(Key.Text);
      F(llvm::StringRef(Key.Text), KV.second);
    }
  }
};

} // namespace custody

#endif // CUSTODY_MODEL_YAMLACCESS_H
