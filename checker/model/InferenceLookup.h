//===- InferenceLookup.h - Finds declarations by name -----------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For the parts of Inference alone: the templates behind its look-ups.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_INFERENCELOOKUP_H
#define CUSTODY_MODEL_INFERENCELOOKUP_H

#include "model/Inference.h"

namespace custody {

template <class DeclT, class Fn>
void Inference::lookupAll(const clang::FunctionDecl *Beside,
                          llvm::StringRef Name, Fn Found) const {
  // Asking for an identifier that nothing has mentioned would make one.
  clang::IdentifierTable &Idents = Ctx.Idents;
  clang::IdentifierInfo *II = nullptr;
  auto It = Idents.find(Name);
  if (It != Idents.end())
    II = It->second;
  else if (clang::IdentifierInfoLookup *Precompiled =
               Idents.getExternalIdentifierLookup())
    II = Precompiled->get(Name);
  if (!II)
    return;
  const clang::DeclContext *In = Beside->getDeclContext()->getRedeclContext();
  for (const clang::NamedDecl *D : In->lookup(clang::DeclarationName(II)))
    if (const auto *Right = llvm::dyn_cast<DeclT>(D))
      Found(Right);
}

template <class Fn>
void Inference::lookup(const clang::FunctionDecl *Beside, llvm::StringRef Name,
                       Fn Found) const {
  lookupAll<clang::FunctionDecl>(Beside, Name, Found);
}

} // namespace custody

#endif // CUSTODY_MODEL_INFERENCELOOKUP_H
