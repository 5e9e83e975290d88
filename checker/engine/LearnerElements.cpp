//===- LearnerElements.cpp - What a unit puts into containers -------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/Learner.h"
#include "engine/Values.h"
#include "model/ContainerUses.h"
#include "model/UserCode.h"

using namespace clang;
using namespace ento;

namespace custody {

void Learner::filling(const CallEvent &Call, ProgramStateRef State) {
  const auto *E = dyn_cast_or_null<CXXMemberCallExpr>(Call.getOriginExpr());
  std::optional<unsigned> Index = storedArgument(E);
  if (!Index)
    return;
  SeenFills.insert(E);
  const Expr *Object = E->getImplicitObjectArgument();
  const ValueDecl *Container = containerNamedBy(Object);
  const PlaceName P = Container ? Names.elements(Container) : "";
  if (P.empty())
    return;
  // The elements are passed by reference.
  SVal V = Call.getArgSVal(*Index);
  if (Call.parameters()[*Index]->getType()->isReferenceType())
    V = V.getAs<ento::Loc>() ? State->getSVal(V.castAs<ento::Loc>(),
                                              elementType(Object->getType()))
                             : UnknownVal();
  storedAt(P, originOf(V, State), E->getExprLoc());
}

namespace {

/// The functions of a unit that return a container of pointers by value.
struct ReturnsContainer : UserCodeVisitor<ReturnsContainer> {
  std::vector<const FunctionDecl *> Found;

  using UserCodeVisitor::UserCodeVisitor;
  bool shouldVisitTemplateInstantiations() const { return true; }

  bool VisitFunctionDecl(FunctionDecl *F) {
    if (F->isThisDeclarationADefinition() &&
        !F->getReturnType()->isReferenceType() &&
        !elementType(F->getReturnType()).isNull())
      Found.push_back(F);
    return true;
  }
};

/// What the return statements of a function return, but not those of the
/// functions inside it.
struct Returns : RecursiveASTVisitor<Returns> {
  std::vector<const Expr *> Found;

  bool VisitReturnStmt(ReturnStmt *S) {
    if (S->getRetValue())
      Found.push_back(S->getRetValue());
    return true;
  }
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool TraverseDecl(Decl *D) {
    return isa_and_nonnull<TagDecl>(D) ? true
                                       : RecursiveASTVisitor::TraverseDecl(D);
  }
};

} // namespace

/// What a container came from, as an origin.
static Origin heldBy(PlaceName P) {
  Origin From;
  if (!P.empty()) {
    From.K = Origin::Place;
    From.Name = std::move(P);
  }
  return From;
}

void Learner::learnReturned(const FunctionDecl *F) {
  const PlaceName P = Names.elementsBy(F, std::nullopt);
  auto Begins = [&](const Expr *Init, SourceLocation At) {
    InitialElements Made = initialElements(Init);
    if (!Made.Known)
      storedAt(P, Origin(), At);
    else if (Made.By)
      storedAt(P, heldBy(Names.elementsBy(Made.By, std::nullopt)), At);
  };
  Returns All;
  All.TraverseStmt(F->getBody());
  for (const Expr *Value : All.Found) {
    const ValueDecl *Named = containerNamedBy(Value);
    const auto *V = dyn_cast_or_null<VarDecl>(Named);
    if (V && V->hasLocalStorage() && V->isNRVOVariable())
      Begins(V->getInit(), V->getLocation());
    else if (Named && (!V || V->hasGlobalStorage()))
      storedAt(P, heldBy(Names.elements(Named)), Value->getExprLoc());
    else
      Begins(Value, Value->getExprLoc());
  }
}

void Learner::learnContainers(const TranslationUnitDecl *TU) {
  if (!Ctx.getLangOpts().CPlusPlus)
    return;
  auto *Code = const_cast<TranslationUnitDecl *>(TU);
  findChanges(Code, [&](const ContainerUse &Use) {
    if (!canOwn(elementType(Use.Container->getType())))
      return;
    const PlaceName P = Names.elements(Use.Container);
    const auto *Call = dyn_cast<CallExpr>(Use.At);
    const FunctionDecl *By = Call ? Call->getDirectCallee() : nullptr;
    if (Use.K == ContainerUse::Fills && SeenFills.count(Use.At))
      return; // On its path.
    storedAt(P,
             Use.K == ContainerUse::GivenTo && By
                 ? heldBy(Names.elementsBy(By, Use.Index))
                 : Origin(),
             Use.At->getExprLoc());
  });
  ReturnsContainer Functions(Ctx.getSourceManager());
  Functions.TraverseDecl(Code);
  for (const FunctionDecl *F : Functions.Found)
    if (canOwn(elementType(F->getReturnType())))
      learnReturned(F);
}

} // namespace custody
