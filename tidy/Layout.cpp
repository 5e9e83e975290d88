//===- Layout.cpp - A file as functions and what is around them -----------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tidy/Layout.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/xxhash.h"
#include <algorithm>

using namespace clang;
using llvm::StringRef;

namespace custody {

uint64_t hashOfText(StringRef Text) { return llvm::xxh3_64bits(Text.rtrim()); }

Layout::Layout(StringRef Text, std::vector<Extent> Bodies,
               const LangOptions &Language)
    : Whole(hashOfText(Text)) {
  // An outer one comes before those within it.
  llvm::sort(Bodies, [](const Extent &A, const Extent &B) {
    return A.first != B.first ? A.first < B.first : A.second > B.second;
  });
  for (const Extent &B : Bodies)
    if (Outer.empty() || B.first >= Outer.back().End)
      Outer.push_back({B.first, B.second,
                       llvm::xxh3_64bits(Text.slice(B.first, B.second))});
  std::string Words;
  size_t Next = 0; // The first body that does not end before the token.
  bool InDirective = false;
  Lexer Raw(SourceLocation(), Language, Text.begin(), Text.begin(), Text.end());
  Token Tok;
  while (!Raw.LexFromRawLexer(Tok) && Tok.isNot(tok::eof)) {
    unsigned End = Raw.getBufferLocation() - Text.begin();
    unsigned Begin = End - Tok.getLength();
    if (Tok.isAtStartOfLine())
      InDirective = Tok.is(tok::hash);
    while (Next < Outer.size() && Outer[Next].End <= Begin) {
      ++Next;
      Words += "{}\n";
    }
    bool IsInside = Next < Outer.size() && Outer[Next].Begin <= Begin;
    if (!IsInside)
      Tokens.push_back({Begin, End});
    if (!IsInside || InDirective)
      Words += (Text.slice(Begin, End) + (InDirective ? "#" : "\n")).str();
  }
  Around = llvm::xxh3_64bits(Words);
}

std::optional<size_t> Layout::bodyAt(unsigned Offset) const {
  auto After = llvm::partition_point(
      Outer, [Offset](const Body &B) { return B.End <= Offset; });
  if (After == Outer.end() || Offset < After->Begin)
    return std::nullopt;
  return After - Outer.begin();
}

std::optional<unsigned> Layout::movedTo(const Layout &Later,
                                        unsigned Offset) const {
  if (auto At = bodyAt(Offset)) {
    const Body &Old = Outer[*At], &New = Later.Outer[*At];
    if (Old.Hash != New.Hash)
      return std::nullopt;
    return New.Begin + (Offset - Old.Begin);
  }
  // An end may be right behind its token.
  auto After = llvm::partition_point(
      Tokens, [Offset](const Extent &T) { return T.first <= Offset; });
  if (After == Tokens.begin() || Offset > std::prev(After)->second)
    return std::nullopt;
  size_t At = std::prev(After) - Tokens.begin();
  return Later.Tokens[At].first + (Offset - Tokens[At].first);
}

} // namespace custody
