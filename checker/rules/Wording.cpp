//===- Wording.cpp - Phrases that several rules share ---------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/Finding.h"

namespace custody {

std::string quoted(llvm::StringRef Name) {
  // The words around a name are not part of it.
  llvm::StringRef Words =
      Name.consume_front("the destructor of ") ? "the destructor of " : "";
  return (Words + "'" + Name + "'").str();
}

std::string describe(const Record &R) {
  // Of a value that nobody saw begin, who ended it tells what it was.
  const Family *Fam = R.Fam ? R.Fam : R.By ? R.By->Fam : nullptr;
  std::string Thing = Fam ? Fam->Noun : "memory";
  if (!R.From)
    return Thing;
  if (R.Fam && !R.Fam->mayBeReleased())
    return Thing + " that " + quoted(R.From->Name) + " only lends";
  return Thing + " from " + quoted(R.From->Name);
}

std::string advice(const Family *F) {
  if (!F || F->Releasers.empty())
    return "";
  return "release it with " + quoted(F->Releasers.front());
}

} // namespace custody
