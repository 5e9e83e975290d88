//===- Merge.cpp - The findings of many units as one list -----------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/check/Merge.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MD5.h"
#include <map>
#include <tuple>

using namespace llvm;

namespace custody {

namespace {

auto placeKey(const Issue &I) {
  return std::tie(I.Where.File, I.Where.Line, I.Where.Column, I.Rule,
                  I.Message);
}

/// The path as a sequence that two units can be compared by.
std::vector<std::tuple<std::string, unsigned, unsigned, std::string>>
pathKey(const Issue &I) {
  std::vector<std::tuple<std::string, unsigned, unsigned, std::string>> Key;
  for (const Step &S : I.Steps)
    Key.emplace_back(S.Where.File, S.Where.Line, S.Where.Column, S.Text);
  return Key;
}

/// Shorter paths first; what comes first is what stays.
bool before(const Issue &A, const Issue &B) {
  if (placeKey(A) != placeKey(B))
    return placeKey(A) < placeKey(B);
  if (A.Steps.size() != B.Steps.size())
    return A.Steps.size() < B.Steps.size();
  return pathKey(A) < pathKey(B);
}

/// What a line says, however it is indented.
std::string withoutBlanks(StringRef Line) {
  std::string Text;
  for (char C : Line)
    if (!isSpace(C))
      Text += C;
  return Text;
}

} // namespace

void mergeIssues(std::vector<Issue> &Issues, Sources &Files) {
  llvm::sort(Issues, before);
  Issues.erase(std::unique(Issues.begin(), Issues.end(),
                           [](const Issue &A, const Issue &B) {
                             return placeKey(A) == placeKey(B);
                           }),
               Issues.end());
  // Twins in one file are told apart by their order.
  std::map<std::pair<std::string, std::string>, unsigned> Twins;
  for (Issue &I : Issues) {
    MD5 Hash;
    for (const std::string &Part :
         {I.Rule, I.Message, I.Function,
          withoutBlanks(Files.line(I.Where.File, I.Where.Line))}) {
      Hash.update(Part);
      Hash.update(StringRef("\0", 1));
    }
    MD5::MD5Result Digest;
    Hash.final(Digest);
    I.Fingerprint = Digest.digest().str().str();
    if (unsigned Nth = Twins[{I.Where.File, I.Fingerprint}]++)
      I.Fingerprint += "-" + utostr(Nth + 1);
  }
}

} // namespace custody
