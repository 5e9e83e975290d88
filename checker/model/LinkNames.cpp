//===- LinkNames.cpp - One name in all units ------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/LinkNames.h"
#include "model/ContainerUses.h"
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
    // The members of a union are one place under several names, and who stores
    // what in the library's classes is out of sight.
    if (!Record.empty() && !R->isInStdNamespace() && Field->getIdentifier() &&
        !R->isUnion())
      P = "field " + Record + "::" + Field->getName().str();
  } else if (const auto *V = cast<VarDecl>(D); V->hasGlobalStorage()) {
    if (V->isExternallyVisible())
      P = "global " + qualifiedName(V);
    else
      P = "static " + fileOf(V) + ":" + qualifiedName(V);
  }
  return It->second = std::move(P);
}

PlaceName LinkNames::elementsBy(const FunctionDecl *F,
                                std::optional<unsigned> Argument) {
  const auto *Method = dyn_cast<CXXMethodDecl>(F);
  if (Method && Method->isVirtual())
    return "";
  return "elements of " +
         (Argument ? "argument " + std::to_string(*Argument)
                   : std::string("the result")) +
         " of " + function(F);
}

PlaceName LinkNames::elements(const ValueDecl *C) {
  const auto *V = dyn_cast<VarDecl>(C);
  if (!V || V->hasGlobalStorage()) {
    const PlaceName &P = place(C);
    return P.empty() ? "" : "elements of " + P;
  }
  const auto *In = dyn_cast<FunctionDecl>(V->getDeclContext());
  if (!In)
    return "";
  if (const auto *Parameter = dyn_cast<ParmVarDecl>(V))
    return V->getType()->isLValueReferenceType()
               ? elementsBy(In, Parameter->getFunctionScopeIndex())
               : "";
  // What every return statement returns.
  return V->isNRVOVariable() ? elementsBy(In, std::nullopt) : "";
}

const std::set<PlaceName> &LinkNames::elementSources(const ValueDecl *C) {
  auto [It, New] = Sources.try_emplace(C);
  std::set<PlaceName> &All = It->second;
  // Whoever calls may have put something into an argument before.
  const auto *V = dyn_cast<VarDecl>(C);
  if (!New || isa<ParmVarDecl>(C))
    return All;
  if (V && V->hasLocalStorage() && !V->isNRVOVariable()) {
    for (const Filling &F : fillingsOf(V))
      All.insert(elementsBy(F.By, F.Argument));
    if (All.count(""))
      All.clear();
  } else if (PlaceName P = elements(C); !P.empty()) {
    All.insert(std::move(P));
  }
  return All;
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
