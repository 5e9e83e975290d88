//===- Family.cpp - Allocator families and handle kinds -------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/Family.h"

namespace custody {

Family &FamilyTable::get(llvm::StringRef Name) {
  std::unique_ptr<Family> &Slot = Table[Name];
  if (!Slot) {
    Slot = std::make_unique<Family>();
    Slot->Name = Name.str();
  }
  return *Slot;
}

const Family *FamilyTable::find(llvm::StringRef Name) const {
  auto It = Table.find(Name);
  return It == Table.end() ? nullptr : It->second.get();
}

void FamilyTable::unite(Family &A, Family &B) {
  const Family *Root = canonical(&A);
  if (canonical(&B) != Root)
    const_cast<Family *>(canonical(&B))->Same = Root;
}

std::vector<llvm::StringRef> FamilyTable::names() const {
  std::vector<llvm::StringRef> Names;
  for (const auto &Entry : Table)
    Names.push_back(Entry.getKey());
  return Names;
}

const Family *canonical(const Family *F) {
  while (F && F->Same)
    F = F->Same;
  return F;
}

bool sameFamily(const Family *A, const Family *B) {
  return canonical(A) == canonical(B);
}

} // namespace custody
