//===- LinkNames.cpp - One name in all units ------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/LinkNames.h"
#include "model/ModelStore.h"
#include "clang/AST/Expr.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace custody {

std::string LinkNames::fileOf(const Decl *D) const {
  const SourceManager &SM = Ctx.getSourceManager();
  PresumedLoc P = SM.getPresumedLoc(SM.getExpansionLoc(D->getLocation()));
  return P.isValid() ? P.getFilename() : "";
}

std::string LinkNames::where(SourceLocation At) const {
  const SourceManager &SM = Ctx.getSourceManager();
  PresumedLoc P = SM.getPresumedLoc(SM.getExpansionLoc(At));
  return P.isValid()
             ? std::string(P.getFilename()) + ":" + std::to_string(P.getLine())
             : "";
}

const Symbol &LinkNames::function(const FunctionDecl *F) {
  F = F->getCanonicalDecl();
  auto [It, New] = Names.try_emplace(F);
  if (New) {
    // Only C++ has functions whose name says less than their linkage.
    bool Plain = F->isExternC() || !Ctx.getLangOpts().CPlusPlus;
    std::string Name =
        Plain && F->getIdentifier() ? F->getName().str() : Mangled.getName(F);
    if (!F->isExternallyVisible())
      Name = fileOf(F) + ":" + Name;
    It->second = std::move(Name);
  }
  return It->second;
}

Symbol LinkNames::called(const FunctionDecl *F) {
  const auto *Method = dyn_cast<CXXMethodDecl>(F);
  return Method && Method->isVirtual() ? "virtual " + function(F) : function(F);
}

const PlaceName &LinkNames::place(const ValueDecl *D) {
  static const PlaceName None;
  if (!isa<FieldDecl>(D) && !isa<VarDecl>(D))
    return None;
  D = cast<ValueDecl>(D->getCanonicalDecl());
  auto [It, New] = Names.try_emplace(D);
  if (!New)
    return It->second;
  PlaceName P;
  if (const auto *Field = dyn_cast<FieldDecl>(D)) {
    const RecordDecl *R = Field->getParent();
    std::string Record;
    if (R->getIdentifier())
      Record = qualifiedName(R);
    else if (const TypedefNameDecl *T = R->getTypedefNameForAnonDecl())
      Record = qualifiedName(T);
    // The members of a union are one place under several names.
    if (!Record.empty() && Field->getIdentifier() && !R->isUnion())
      P = "field " + Record + "::" + Field->getName().str();
  } else if (const auto *V = cast<VarDecl>(D); V->hasGlobalStorage()) {
    if (V->isExternallyVisible())
      P = "global " + qualifiedName(V);
    else
      P = "static " + fileOf(V) + ":" + qualifiedName(V);
  }
  return It->second = std::move(P);
}

Symbol LinkNames::calledThrough(const Expr *Callee) {
  const ValueDecl *D = pointerRead(Callee);
  return D ? place(D) : Symbol();
}

const ValueDecl *pointerRead(const Expr *Callee) {
  Callee = Callee->IgnoreParenImpCasts();
  if (const auto *Deref = dyn_cast<UnaryOperator>(Callee))
    if (Deref->getOpcode() == UO_Deref)
      Callee = Deref->getSubExpr()->IgnoreParenImpCasts();
  const ValueDecl *D = nullptr;
  if (const auto *Member = dyn_cast<MemberExpr>(Callee))
    D = Member->getMemberDecl();
  else if (const auto *Ref = dyn_cast<DeclRefExpr>(Callee))
    D = Ref->getDecl();
  return isa_and_nonnull<FieldDecl, VarDecl>(D) ? D : nullptr;
}

} // namespace custody
