//===- YamlAccess.cpp - Checked access to a model file --------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/YamlAccess.h"

using namespace llvm;

namespace custody {

int indexOf(const Names &Words, StringRef Word) {
  auto It =
      llvm::find_if(Words, [&](const std::string &W) { return Word == W; });
  return It == Words.end() ? -1 : int(It - Words.begin());
}

std::string didYouMean(StringRef Wrong, const std::vector<std::string> &Valid) {
  // A third of the letters may be wrong; anything farther is no suggestion.
  unsigned Best = Wrong.size() / 3 + 2;
  const std::string *Nearest = nullptr;
  for (const std::string &V : Valid) {
    unsigned D = Wrong.edit_distance(V, true, Best);
    // The smaller name wins a tie, so that the order of a hash table does not
    // show.
    if (D < Best || (D == Best && Nearest && V < *Nearest)) {
      Best = D;
      Nearest = &V;
    }
  }
  return Nearest ? "; did you mean '" + *Nearest + "'?" : std::string();
}

std::string hint(StringRef Wrong, const Names &Valid) {
  std::string Near = didYouMean(Wrong, Valid);
  return Near.empty() ? "; known are " + join(Valid, ", ") : Near;
}

std::string YamlAccess::place(const YamlValue &V) {
  return (File + ":" + Twine(Tree.lineAndColumn(V.At).first)).str();
}

bool YamlAccess::isMap(const YamlValue &V, const Twine &What) {
  if (V.Kind == YamlValue::Map)
    return true;
  error(V.At, What + " must be a list of 'key: value' pairs");
  return false;
}

ArrayRef<YamlValue> YamlAccess::list(const YamlValue &V, StringRef Key) {
  if (V.Kind == YamlValue::List)
    return V.Items;
  if (V.Kind != YamlValue::Null)
    error(V.At, "'" + Key + "' must be a list, each entry after a '-'");
  return {};
}

bool YamlAccess::text(const YamlValue &V, const Twine &What,
                      std::string &Result) {
  if (V.Kind != YamlValue::Scalar || V.Text.empty()) {
    error(V.At, What + " must be a text");
    return false;
  }
  Result = V.Text;
  return true;
}

bool YamlAccess::texts(const YamlValue &V, const Twine &What,
                       SmallVectorImpl<const YamlValue *> &Result) {
  std::string Name = What.str(), Ignored;
  if (V.Kind == YamlValue::List) {
    bool Right = !V.Items.empty();
    if (!Right)
      error(V.At, Name + " must name at least one");
    for (const YamlValue &Item : V.Items) {
      if (text(Item, "each entry of " + Name, Ignored))
        Result.push_back(&Item);
      else
        Right = false;
    }
    return Right;
  }
  if (!text(V, Name, Ignored))
    return false;
  Result.push_back(&V);
  return true;
}

bool YamlAccess::boolean(const YamlValue &V, StringRef Key, bool &Result) {
  if (V.Kind == YamlValue::Scalar && (V.Text == "true" || V.Text == "false")) {
    Result = V.Text == "true";
    return true;
  }
  error(V.At, "'" + Key + "' must be true or false");
  return false;
}

bool YamlAccess::number(const YamlValue &V, const Twine &What,
                        unsigned &Result) {
  // 255 is beyond any parameter list and keeps sums from wrapping.
  if (V.Kind == YamlValue::Scalar &&
      !StringRef(V.Text).getAsInteger(10, Result) && Result <= 255)
    return true;
  error(V.At, What + " must be a number");
  return false;
}

int YamlAccess::word(const YamlValue &V, const Names &Words, StringRef Key) {
  int I = V.Kind == YamlValue::Scalar ? indexOf(Words, V.Text) : -1;
  if (I < 0) {
    std::string Hint = didYouMean(V.Text, Words);
    if (Hint.empty())
      Hint = "; known are " + join(Words, ", ");
    error(V.At, V.Text.empty()
                    ? "'" + Key + "' must be one of " + join(Words, ", ")
                    : "unknown value '" + V.Text + "' of '" + Key + "'" + Hint);
  }
  return I;
}

const Family *YamlAccess::family(const char *At, StringRef Name) {
  if (Name.empty()) {
    error(At, "a family is missing here");
    return nullptr;
  }
  if (const Family *F = Scope.find(Name))
    return F;
  error(At, "the family '" + Name + "' is never declared" +
                didYouMean(Name, Scope.names()));
  return nullptr;
}

} // namespace custody
