//===- Declarations.cpp - What can be said without following a path -------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/Engine.h"
#include "plugin/Compat.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;
using namespace ento;

namespace custody {
namespace {

/// True when a word of \p Name says that calling it makes something.
bool saysItCreates(StringRef Name) {
  static const char *const Verbs[] = {"create", "new", "alloc", "make",
                                      "open",   "dup", "clone", "build"};
  llvm::SmallVector<StringRef, 8> Words;
  Name.split(Words, '_', -1, false);
  for (StringRef Word : Words)
    for (const char *Verb : Verbs)
      if (Word.equals_insensitive(Verb))
        return true;
  return false;
}

/// True if the name of \p R says that it ends the life of a \p T.
bool mayRelease(const FunctionDecl *R, QualType T) {
  static const char *const Verbs[] = {
      "free",  "destroy", "release", "delete", "drop",  "close",   "dispose",
      "unref", "put",     "finish",  "fini",   "clear", "cleanup", "end"};
  if (!T->getPointeeType()->isRecordType() || R->getNumParams() == 0 ||
      !R->getIdentifier() || isa<CXXMethodDecl>(R))
    return false;
  QualType Param = R->getParamDecl(0)->getType();
  auto Same = [&](QualType P) {
    return P.getCanonicalType().getUnqualifiedType() ==
           T.getCanonicalType().getUnqualifiedType();
  };
  if (!Same(Param) &&
      !(Param->isPointerType() && Same(Param->getPointeeType())))
    return false;
  std::string Name = R->getName().lower();
  return llvm::any_of(Verbs, [&](const char *Verb) {
    return StringRef(Name).find(Verb) != StringRef::npos;
  });
}

} // namespace

void Engine::declarations(const TranslationUnitDecl *TU, BugReporter &BR) {
  if (!Rules.isOn(RuleId::Own07))
    return;
  const SourceManager &SM = Ctx.getSourceManager();
  struct Functions : RecursiveASTVisitor<Functions> {
    std::vector<const FunctionDecl *> Found;
    bool VisitFunctionDecl(FunctionDecl *F) {
      Found.push_back(F);
      return true;
    }
  } All;
  All.TraverseDecl(const_cast<TranslationUnitDecl *>(TU));
  for (const FunctionDecl *F : All.Found) {
    // Only what a header of the user's own announces to others.
    SourceLocation Where = SM.getExpansionLoc(F->getLocation());
    if (F->getCanonicalDecl() != F || Where.isInvalid() ||
        SM.isInSystemHeader(Where) || SM.isInMainFile(Where) ||
        isa<CXXMethodDecl>(F) || F->isTemplated() || !F->getIdentifier())
      continue;
    QualType T = F->getReturnType();
    if (!T->isPointerType() || T->getPointeeType().isConstQualified() ||
        T->isFunctionPointerType())
      continue;
    const FunctionModel *M = Models.function(F);
    const Family *Fam =
        M && M->Returns == ReturnAction::Owned ? M->ReturnFamily : nullptr;
    if (M && !Fam)
      continue;
    // A family that somebody can release, or no family at all but a name that
    // promises a new value.
    if (Fam ? !Fam->Releasers.empty() : !saysItCreates(F->getName()))
      continue;
    // Something takes the handle alone and does not say what it does with it,
    // or the name says that it ends there; or it comes out of a pool.
    if (llvm::any_of(All.Found,
                     [&](const FunctionDecl *R) { return mayRelease(R, T); }))
      continue;
    if (llvm::any_of(F->parameters(), [](const ParmVarDecl *P) {
          QualType Pointee = P->getType()->getPointeeType();
          return !Pointee.isNull() && Pointee->isRecordType() &&
                 !Pointee.isConstQualified();
        }))
      continue;
    Finding Found;
    Found.What = Defect::NoReleaser;
    Found.By = actor(Actor(F->getNameAsString(), Fam));
    Rules.report(Found, F, BR);
  }
}

} // namespace custody
