//===- Sources.cpp - Lines of source files --------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/check/Sources.h"

using namespace llvm;

namespace custody {

Sources::Text &Sources::text(StringRef File) {
  auto Added = Files.try_emplace(File);
  Text &T = Added.first->second;
  if (!Added.second)
    return T;
  auto Read = MemoryBuffer::getFile(File, /*IsText=*/false,
                                    /*RequiresNullTerminator=*/false);
  if (!Read)
    return T;
  T.Buffer = std::move(*Read);
  for (StringRef Rest = T.Buffer->getBuffer(); !Rest.empty();) {
    StringRef Line;
    std::tie(Line, Rest) = Rest.split('\n');
    Line.consume_back("\r");
    T.Lines.push_back(Line);
  }
  return T;
}

StringRef Sources::line(StringRef File, unsigned Number) {
  Text &T = text(File);
  return Number && Number <= T.Lines.size() ? T.Lines[Number - 1] : StringRef();
}

unsigned Sources::lineCount(StringRef File) { return text(File).Lines.size(); }

std::string Sources::name(StringRef File) const {
  StringRef Rest = File;
  if (Rest.consume_front(Root) && Rest.consume_front("/") && !Rest.empty())
    return Rest.str();
  return File.str();
}

std::string Sources::shortened(StringRef Text) const {
  std::string Prefix = Root + "/", To;
  while (!Text.empty()) {
    auto [Before, After] = Text.split(Prefix);
    To += Before;
    Text = After;
  }
  return To;
}

} // namespace custody
