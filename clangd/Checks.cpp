//===- Checks.cpp - Which of custody's checks an editor gets --------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "clangd/Checks.h"
#include "llvm/ADT/SmallVector.h"

using llvm::StringRef;

namespace custody {

bool isCustodys(StringRef Check) { return Check.substr(0, 8) == "custody-"; }

std::string custodysChecks(StringRef Checks) {
  std::string Own = "custody-*";
  while (!Checks.empty()) {
    size_t End = Checks.find_first_of(",\n");
    StringRef Item = Checks.take_front(End).trim();
    Checks = End == StringRef::npos ? StringRef() : Checks.drop_front(End + 1);
    StringRef Name = Item;
    Name.consume_front("-");
    if (Name.trim().substr(0, 7) == "custody")
      Own += "," + Item.str();
  }
  return Own;
}

} // namespace custody
