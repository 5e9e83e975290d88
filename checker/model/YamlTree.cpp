//===- YamlTree.cpp - A model file as a tree with places ------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/YamlTree.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include <algorithm>

using namespace llvm;

namespace custody {

/// No model nests deeper than this; a broken file must not exhaust the stack.
constexpr unsigned MaxDepth = 12;

const YamlValue *YamlValue::find(StringRef Key) const {
  for (const auto &[K, V] : Pairs)
    if (K.Kind == Scalar && K.Text == Key)
      return &V;
  return nullptr;
}

YamlTree::YamlTree(StringRef Text, StringRef File, const ErrorHandler &OnError)
    : Text(Text), File(File), OnError(OnError) {
  SM.setDiagHandler(onSyntaxError, this);
}

std::vector<YamlValue> YamlTree::read() {
  std::vector<YamlValue> Roots;
  if (Text.find('\0') != StringRef::npos) {
    error(nullptr, "this is not a text file; a model file is YAML");
    return Roots;
  }
  yaml::Stream Stream(MemoryBufferRef(Text, File), SM, /*ShowColors=*/false);
  for (auto It = Stream.begin(), End = Stream.end(); It != End; ++It) {
    yaml::Node *Root = (*It).getRoot();
    if (!Root || Stream.failed())
      break;
    YamlValue V = convert(Root, 0);
    if (Failed || Stream.failed())
      break;
    if (V.Kind != YamlValue::Null)
      Roots.push_back(std::move(V));
  }
  if (Roots.empty() && !Failed)
    error(nullptr, "the model file is empty; it needs at least 'library'");
  return Roots;
}

void YamlTree::error(const char *At, const Twine &Message) {
  ModelError E;
  E.File = File.str();
  if (At) {
    auto LC = lineAndColumn(At);
    E.Line = LC.first;
    E.Column = LC.second;
  }
  E.Message = Message.str();
  OnError(E);
}

std::pair<unsigned, unsigned> YamlTree::lineAndColumn(const char *At) {
  // Places are asked for in rising order but for errors, so counting on from
  // the last one reads the file about once.
  if (!Last || At < Last) {
    Last = Text.begin();
    LastLine = 1;
  }
  At = std::min(At, Text.end());
  for (; Last != At; ++Last)
    if (*Last == '\n')
      ++LastLine;
  const char *LineStart = At;
  while (LineStart != Text.begin() && LineStart[-1] != '\n')
    --LineStart;
  return {LastLine, unsigned(At - LineStart) + 1};
}

void YamlTree::onSyntaxError(const SMDiagnostic &D, void *Self) {
  auto *R = static_cast<YamlTree *>(Self);
  // The parser repeats itself after the first error.
  if (R->Failed || D.getKind() != SourceMgr::DK_Error)
    return;
  R->Failed = true;
  ModelError E;
  E.File = R->File.str();
  E.Line = std::max(D.getLineNo(), 0);
  E.Column = D.getColumnNo() + 1;
  E.Message = "this is not valid YAML: " + D.getMessage().str();
  R->OnError(E);
}

void YamlTree::fail(const char *At, const Twine &Message) {
  if (!Failed)
    error(At, Message);
  Failed = true;
}

/// Where \p N begins. The parser gives the first thing inside of a bracket
/// and what follows an alias.
const char *YamlTree::placeOf(yaml::Node *N) {
  const char *At = N->getSourceRange().Start.getPointer();
  if (N->getType() == yaml::Node::NK_Alias)
    return static_cast<yaml::AliasNode *>(N)->getName().begin() - 1;
  if (N->getType() != yaml::Node::NK_Sequence &&
      N->getType() != yaml::Node::NK_Mapping)
    return At;
  const char *Before = At;
  while (Before != Text.begin() && isSpace(Before[-1]))
    --Before;
  if (Before != Text.begin() && (Before[-1] == '[' || Before[-1] == '{'))
    return Before - 1;
  return At;
}

YamlValue YamlTree::convert(yaml::Node *N, unsigned Depth) {
  YamlValue V;
  // What the parser makes after an error has no place in the file.
  if (!N || Failed)
    return V;
  V.At = placeOf(N);
  if (Depth > MaxDepth) {
    fail(V.At, "this is nested too deeply for a model file");
    return V;
  }
  switch (N->getType()) {
  case yaml::Node::NK_Null:
    break;
  case yaml::Node::NK_Scalar: {
    SmallString<64> Storage;
    auto *S = static_cast<yaml::ScalarNode *>(N);
    V.Kind = YamlValue::Scalar;
    V.Text = S->getValue(Storage).trim().str();
    break;
  }
  case yaml::Node::NK_BlockScalar:
    V.Kind = YamlValue::Scalar;
    V.Text = static_cast<yaml::BlockScalarNode *>(N)->getValue().trim().str();
    break;
  case yaml::Node::NK_Sequence:
    V.Kind = YamlValue::List;
    for (yaml::Node &Item : *static_cast<yaml::SequenceNode *>(N)) {
      V.Items.push_back(convert(&Item, Depth + 1));
      if (Failed)
        return V;
    }
    break;
  case yaml::Node::NK_Mapping:
    V.Kind = YamlValue::Map;
    for (yaml::KeyValueNode &KV : *static_cast<yaml::MappingNode *>(N)) {
      YamlValue Key = convert(KV.getKey(), Depth + 1);
      if (Failed)
        return V;
      YamlValue Val = convert(KV.getValue(), Depth + 1);
      if (Failed)
        return V;
      // A missing value has no place of its own; blame its key.
      if (!Val.At || Val.Kind == YamlValue::Null)
        Val.At = Key.At;
      V.Pairs.emplace_back(std::move(Key), std::move(Val));
    }
    break;
  default:
    fail(V.At, "model files use no YAML anchors and aliases; write it out");
    break;
  }
  return V;
}

} // namespace custody
