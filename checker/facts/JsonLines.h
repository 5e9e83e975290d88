//===- JsonLines.h - Files of one fact a line -------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each line is a JSON array whose first word is the fact's kind, so that a file
// can be read as a stream, and two files compared line by line. The first line
// says what kind of file and of which version it is.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_FACTS_JSONLINES_H
#define CUSTODY_FACTS_JSONLINES_H

#include "facts/Facts.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

namespace custody {

/// Takes the elements of an array one by one; once one is not what is asked
/// for, `Good` is false and the rest is empty.
class JsonReader {
public:
  JsonReader(const llvm::json::Value *V, bool &Good)
      : A(V ? V->getAsArray() : nullptr), Good(Good) {
    if (!A)
      Good = false;
  }
  std::string text() {
    const llvm::json::Value *V = next();
    if (V)
      if (auto S = V->getAsString())
        return S->str();
    Good = false;
    return "";
  }
  unsigned number() {
    const llvm::json::Value *V = next();
    if (V)
      if (auto N = V->getAsInteger(); N && *N >= 0)
        return unsigned(*N);
    Good = false;
    return 0;
  }
  bool flag() {
    const llvm::json::Value *V = next();
    if (V)
      if (auto B = V->getAsBoolean())
        return *B;
    Good = false;
    return false;
  }
  /// A number that names one of the enumerators up to \p Last.
  template <class Enum> Enum word(Enum Last) {
    unsigned N = number();
    if (N > unsigned(Last))
      Good = false;
    return Good ? Enum(N) : Enum();
  }
  const llvm::json::Value *next() {
    if (A && Next < A->size())
      return &(*A)[Next++];
    Good = false;
    return nullptr;
  }
  bool more() const { return Good && A && Next < A->size(); }

private:
  const llvm::json::Array *A;
  size_t Next = 0;
  bool &Good;
};

/// Calls \p Fact for each line of \p Text after the first, which must be
/// \p Magic. Returns what is wrong, empty if nothing is.
std::string readJsonLines(
    llvm::StringRef Text, llvm::StringRef Magic,
    llvm::function_ref<void(llvm::StringRef Kind, JsonReader &, bool &Good)>
        Fact);

llvm::json::Array familyToJson(const std::string &Name, const FamilyFacts &F);
void readFamily(JsonReader &R, std::map<std::string, FamilyFacts> &To);

} // namespace custody

#endif // CUSTODY_FACTS_JSONLINES_H
