//===- InferenceStorage.cpp - What is initialised in the caller's storage -===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `void buffer_init(Buffer *)` beside `void buffer_fini(Buffer *)`: the object
// is the caller's, what its pointer leads to is not. Where the structure has no
// such pointer (locks, counters, hashes), or only ones to its own kind (lists),
// nothing is lost with it.
//
//===----------------------------------------------------------------------===//

#include "model/InferenceLookup.h"
#include "model/InferenceTypes.h"
#include "model/NameWords.h"
#include "model/Noun.h"

using namespace clang;
using llvm::StringRef;

namespace custody {

/// The first field of \p R that leads to something of its own; null if none
/// does.
static const FieldDecl *carrier(const RecordDecl *R) {
  const FieldDecl *Found = nullptr;
  for (const FieldDecl *F : R->fields()) {
    QualType Pointee = releasablePointee(F->getType());
    if (Pointee.isNull() || !F->getIdentifier())
      continue;
    // What links objects of a kind to each other owns none of them.
    const RecordDecl *To = Pointee->getAsRecordDecl();
    if (To && To->getCanonicalDecl() == R->getCanonicalDecl())
      return nullptr;
    if (!Found)
      Found = F;
  }
  return Found;
}

/// The structure that \p F, which has no other parameter, is given the address
/// of; null if it is not such a function.
static const RecordDecl *storageOf(const FunctionDecl *F) {
  if (F->getNumParams() != 1 || F->isVariadic() ||
      !F->getReturnType()->isVoidType())
    return nullptr;
  QualType Pointee = releasablePointee(F->getParamDecl(0)->getType());
  const RecordDecl *R = Pointee.isNull() ? nullptr : Pointee->getAsRecordDecl();
  R = R ? R->getDefinition() : nullptr;
  // What a class prepares and ends, its constructors and destructor do.
  return R && R->isStruct() && !R->isTemplated() &&
                 (!isa<CXXRecordDecl>(R) || cast<CXXRecordDecl>(R)->isPOD())
             ? R
             : nullptr;
}

const Family *Inference::storageFamily(const FunctionDecl *Init,
                                       const FunctionDecl *Fini) {
  Family &F =
      Families.get("inferred:" + Fini->getQualifiedNameAsString() + " storage");
  if (F.DeclaredAt.empty()) {
    F.Noun = nounOf(Ctx, Init->getParamDecl(0)->getType());
    F.Type = ValueType::Pointer;
    F.Releasers = {Fini->getNameAsString()};
    F.From = Source::Inferred;
    F.DeclaredAt = declarationsOf(Init, Fini);
  }
  return &F;
}

std::optional<FunctionModel> Inference::inferStorage(const FunctionDecl *F) {
  const RecordDecl *R = storageOf(F);
  const FieldDecl *Field = R ? carrier(R) : nullptr;
  if (!Field)
    return std::nullopt;
  SplitName Name(F->getName());
  for (unsigned I = 0, E = Name.Words.size(); I != E && E > 1; ++I) {
    bool Begins = Name.word(I).equals_insensitive("init");
    if (!Begins && !isOneOf(Name.word(I), EndingVerbs))
      continue;
    unsigned Kept = E - I - 1;
    for (StringRef V : HeapVerbs)
      if (exists(F, Name.with(I, V, Kept)))
        return std::nullopt;
    // The one of each that takes such a structure and nothing else.
    auto Only = [&](llvm::ArrayRef<StringRef> Verbs) {
      const FunctionDecl *Found = nullptr;
      unsigned Count = 0;
      for (StringRef V : Verbs)
        lookup(F, Name.with(I, V, Kept), [&](const FunctionDecl *Other) {
          ++Count;
          Found = storageOf(Other) == R ? Other->getCanonicalDecl() : nullptr;
        });
      return Count == 1 && Found && eligible(Found) && !Known(Found) ? Found
                                                                     : nullptr;
    };
    const FunctionDecl *Init = Only({"init"}), *Fini = Only(EndingVerbs);
    if (!Init || !Fini)
      return std::nullopt;
    FunctionModel M;
    ArgEffect Effect;
    Effect.Action = Begins ? ArgAction::WritesOwned : ArgAction::Releases;
    Effect.Fam = storageFamily(Init, Fini);
    Effect.Field = Field->getNameAsString();
    M.Args.push_back(Effect);
    M.OnSuccess = Success::Always;
    M.From = Source::Inferred;
    M.Origin = declarationsOf(Init, Fini);
    return M;
  }
  return std::nullopt;
}

} // namespace custody
