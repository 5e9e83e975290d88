//===- Positions.cpp - Findings back in Rust's terms ----------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/rust/Positions.h"
#include "driver/Compat.h"
#include "llvm/ADT/StringExtras.h"
#include <set>

using namespace llvm;

namespace custody::rust {

bool Positions::translate(Place &P) const {
  auto File = Files.find(P.File);
  if (File == Files.end())
    return true; // A C unit's own.
  if (P.Line == 0 || P.Line > File->second.size())
    return false;
  const Span &S = File->second[P.Line - 1];
  if (!S.Line)
    return false;
  // The end of a span is behind its last character.
  P = {S.File, S.Line, S.Column, S.EndLine,
       S.EndColumn > 1 ? S.EndColumn - 1 : S.EndColumn};
  return true;
}

std::string inRustTerms(StringRef Text) {
  std::string Out;
  for (size_t I = 0; I < Text.size();) {
    bool AtWord = I == 0 || (!isAlnum(Text[I - 1]) && Text[I - 1] != '_');
    // "_3__name" is a variable, "_3" one that has no name.
    if (AtWord && Text[I] == '_' && I + 1 < Text.size() &&
        isDigit(Text[I + 1])) {
      StringRef Word = Text.substr(I).take_while(
          [](char C) { return isAlnum(C) || C == '_'; });
      StringRef Known = Word.drop_front().split("__").second;
      Out += Known.empty() ? "a temporary" : Known.str();
      I += Word.size();
      continue;
    }
    bool Starts = AtWord && compat::startsWith(Text.substr(I), "rs_");
    if (!Starts) {
      Out += Text[I++];
      continue;
    }
    StringRef Word = Text.substr(I).take_while(
        [](char C) { return isAlnum(C) || C == '_'; });
    I += Word.size();
    Word.consume_back("___");
    if (!Word.consume_front("rs_o__") && !Word.consume_front("rs_static_") &&
        !Word.consume_front("rs__")) {
      Out += Word.str();
      continue;
    }
    if (compat::startsWith(Word, "drop__"))
      Word = "drop";
    // `new` stands for whatever made the value.
    if (size_t At = Word.rfind("__I");
        At != StringRef::npos && At + 3 < Word.size() &&
        llvm::all_of(Word.substr(At + 3), isDigit))
      Word = Word.take_front(At);
    for (size_t J = 0; J < Word.size(); ++J) {
      if (compat::startsWith(Word.substr(J), "__") && J > 0) {
        Out += "::";
        ++J;
      } else {
        Out += Word[J];
      }
    }
  }
  return Out;
}

/// True for what the analyzer says of the C between the Rust, and no Rust
/// programmer could read.
static bool isOfC(StringRef Text) {
  return compat::startsWith(Text, "Assuming ") ||
         compat::startsWith(Text, "Field ") ||
         compat::startsWith(Text, "Value assigned") ||
         compat::startsWith(Text, "'Default'") ||
         compat::startsWith(Text, "Control ");
}

void Positions::rewrite(std::vector<Issue> &Issues) const {
  if (Files.empty())
    return;
  llvm::erase_if(Issues, [&](Issue &I) { return !translate(I.Where); });
  for (Issue &I : Issues) {
    I.Message = inRustTerms(I.Message);
    I.Function = inRustTerms(I.Function);
    std::vector<Step> Steps;
    for (Step &S : I.Steps) {
      bool Generated = Files.count(S.Where.File);
      if (!translate(S.Where))
        continue;
      S.Text = inRustTerms(S.Text);
      if (Generated && isOfC(S.Text))
        S.Text = "the path goes this way from here";
      if (!Steps.empty() && Steps.back().Text == S.Text &&
          Steps.back().Where.Line == S.Where.Line)
        continue;
      Steps.push_back(S);
    }
    I.Steps = std::move(Steps);
  }
  llvm::stable_sort(Issues, [](const Issue &A, const Issue &B) {
    return A.Steps.size() < B.Steps.size();
  });
  std::set<std::tuple<std::string, unsigned, std::string>> Seen;
  llvm::erase_if(Issues, [&](const Issue &I) {
    bool IsRust = compat::endsWith(StringRef(I.Where.File), ".rs");
    return IsRust && !Seen.insert({I.Where.File, I.Where.Line, I.Rule}).second;
  });
}

} // namespace custody::rust
