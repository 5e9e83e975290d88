//===- Importer.cpp - What the importers share ----------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/import/Importer.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace custody {

Importer::Importer(const ModelLibrary &Known, const ErrorHandler &OnError)
    : Known(Known), OnError(OnError) {
  for (const LoadedFile &F : Known.files())
    for (const FunctionEntry &E : F.Content.Functions)
      Functions[E.Name].push_back(&E);
  for (const LoadedFile &F : Known.files())
    for (const std::string &Name : F.Content.Families)
      if (const Family *Fam = Known.family(Name))
        for (const std::string &R : Fam->Releasers)
          ReleasedAs.insert({R, Name});
}

bool Importer::mayTakeAway(StringRef Name) {
  std::string Lower = Name.lower();
  return llvm::any_of(
      std::initializer_list<StringRef>{
          "free", "unref", "decref", "destroy", "release", "close", "delete",
          "dispose", "sink", "take", "steal", "clear", "join", "detach"},
      [&](StringRef Word) { return StringRef(Lower).contains(Word); });
}

void Importer::addLibrary(StringRef Name) {
  constexpr unsigned Most = 4;
  if (++Libraries <= Most)
    Out.Library += (Libraries > 1 ? " " : "") + Name.str();
  else if (Libraries == Most + 1)
    Out.Library += " and others";
}

ArrayRef<const FunctionEntry *> Importer::shipped(StringRef Name) const {
  auto It = Functions.find(Name);
  if (It == Functions.end())
    return {};
  return It->second;
}

std::string Importer::familyReleasedBy(StringRef Function) const {
  for (const FunctionEntry *E : shipped(Function))
    for (const ArgEffect &A : E->What->Model.Args)
      if (A.Action == ArgAction::Releases && A.Fam && A.Field.empty())
        return A.Fam->Name;
  // What a function releases may depend on a flag; its family still names it.
  return ReleasedAs.lookup(Function);
}

std::string Importer::family(StringRef Name, const FamilyText &Like) {
  for (const std::string &R : Like.Release) {
    std::string Shipped = familyReleasedBy(R);
    if (!Shipped.empty())
      return Shipped;
  }
  // A shipped family of that name is released by other functions.
  std::string Free = Name.str();
  while (Known.family(Free))
    Free += " (imported)";
  Out.Families.insert({Free, Like});
  return Free;
}

bool Importer::error(StringRef File, unsigned Line, const Twine &Message,
                     unsigned Column) const {
  ModelError E;
  E.File = File.str();
  E.Line = Line;
  E.Column = Column;
  E.Message = Message.str();
  OnError(E);
  return false;
}

} // namespace custody
