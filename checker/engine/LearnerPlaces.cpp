//===- LearnerPlaces.cpp - What is stored where, in all of a unit ---------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/Learner.h"
#include "engine/Values.h"
#include "model/Deleters.h"
#include "model/UserCode.h"
#include "plugin/Compat.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;
using namespace ento;

namespace custody {

/// True for a bit field without a name, which no initializer counts.
static bool isPadding(const FieldDecl *F) {
  return F->isBitField() && !F->getDeclName();
}

void Learner::stored(const ValueDecl *Where, Origin From, SourceLocation At) {
  storedAt(Names.place(Where), std::move(From), At);
}

void Learner::storedAt(const PlaceName &P, Origin From, SourceLocation At) {
  if (P.empty())
    return;
  auto &Origins = Learnt.Stored[P];
  if (!Origins.count(From))
    Origins.emplace(std::move(From), Names.where(At));
}

void Learner::learnInitializer(const ValueDecl *D, const Expr *Init) {
  Init = Init->IgnoreParenCasts();
  QualType T = D->getType();
  if (const auto *List = dyn_cast<InitListExpr>(Init)) {
    const RecordDecl *R = List->getType()->getAsRecordDecl();
    if (!R || !R->getDefinition() || R->isUnion()) {
      for (const Expr *One : List->inits())
        learnInitializer(D, One);
      return;
    }
    unsigned I = 0;
    if (const auto *C = dyn_cast<CXXRecordDecl>(R))
      I = C->isCompleteDefinition() ? C->getNumBases() : 0;
    for (const FieldDecl *F : R->fields())
      if (!isPadding(F) && I < List->getNumInits())
        learnInitializer(F, List->getInit(I++));
    return;
  }
  if (!T->isAnyPointerType() && !T->isArrayType())
    return;
  Origin From;
  if (const FunctionDecl *F = functionNamedBy(Init)) {
    From.K = Origin::Function;
    From.Name = Names.function(F);
  } else if (isa<ImplicitValueInitExpr>(Init) ||
             Init->isNullPointerConstant(Ctx,
                                         Expr::NPC_ValueDependentIsNotNull)) {
    From.K = Origin::Null;
  }
  stored(D, std::move(From), Init->getExprLoc());
}

void Learner::learnClass(const CXXRecordDecl *C) {
  if (C->isDependentContext())
    return;
  for (const CXXMethodDecl *M : C->methods()) {
    if (!M->isVirtual() || isa<CXXDestructorDecl>(M))
      continue;
    const Symbol &Name = Names.function(M);
    if (compat::isPure(M))
      Learnt.Pure.insert(Name);
    for (const CXXMethodDecl *Base : M->overridden_methods())
      Learnt.Overriders[Names.function(Base)].insert(Name);
  }
}

namespace {

/// Functions whose address somebody takes: they can be called out of sight.
struct AddressTaken : RecursiveASTVisitor<AddressTaken> {
  llvm::DenseSet<const Decl *> Found;
  llvm::SmallPtrSet<const Expr *, 8> Callees;

  bool VisitCallExpr(CallExpr *E) {
    Callees.insert(E->getCallee()->IgnoreParenImpCasts());
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    if (const auto *F = dyn_cast<FunctionDecl>(E->getDecl()))
      if (!Callees.erase(E))
        Found.insert(F->getCanonicalDecl());
    return true;
  }
};

} // namespace

void Learner::declarations(const TranslationUnitDecl *TU) {
  const SourceManager &SM = Ctx.getSourceManager();
  auto Walk = [&](auto &Self, const DeclContext *In) -> void {
    for (const Decl *D : In->decls()) {
      if (SM.isInSystemHeader(SM.getExpansionLoc(D->getLocation())))
        continue;
      if (const auto *V = dyn_cast<VarDecl>(D))
        if (V->hasGlobalStorage() && V->hasInit() &&
            !V->getType()->isDependentType() &&
            !V->getInit()->isValueDependent())
          learnInitializer(V, V->getInit());
      if (const auto *C = dyn_cast<CXXRecordDecl>(D))
        if (C->isThisDeclarationADefinition())
          learnClass(C);
      if (isa<NamespaceDecl>(D) || isa<LinkageSpecDecl>(D) ||
          isa<RecordDecl>(D))
        Self(Self, cast<DeclContext>(D));
    }
  };
  Walk(Walk, TU);
  AddressTaken Taken;
  Taken.TraverseDecl(const_cast<TranslationUnitDecl *>(TU));
  Pointed = std::move(Taken.Found);
}

void Learner::loaded(const MemRegion *From) {
  if (const ValueDecl *Container = elementIn(From))
    if (Loaded.insert(Container).second)
      for (const PlaceName &P : Names.elementSources(Container))
        Learnt.Reads.insert(P);
  const ValueDecl *D = storedIn(From);
  if (!D || !Loaded.insert(D).second)
    return;
  QualType T = D->getType();
  if (const ArrayType *A = Ctx.getAsArrayType(T))
    T = A->getElementType();
  const PlaceName &P = Names.place(D);
  if (!P.empty() && (canOwn(T) || T->isFunctionPointerType()))
    Learnt.Reads.insert(P);
}

namespace {

/// What may be stored in code that no path led through: the analyzer does not
/// go through a loop for ever, nor through every way of a long function.
struct UnseenStores : UserCodeVisitor<UnseenStores> {
  const llvm::DenseSet<const Stmt *> &Seen;
  llvm::SmallPtrSet<const Expr *, 8> Arguments;
  std::vector<std::pair<const ValueDecl *, SourceLocation>> Found;

  UnseenStores(const llvm::DenseSet<const Stmt *> &Seen,
               const SourceManager &SM)
      : UserCodeVisitor(SM), Seen(Seen) {}

  void found(const Expr *Where) {
    Where = Where->IgnoreParenImpCasts();
    while (const auto *Element = dyn_cast<ArraySubscriptExpr>(Where))
      Where = Element->getBase()->IgnoreParenImpCasts();
    if (const auto *Member = dyn_cast<MemberExpr>(Where))
      Found.push_back({Member->getMemberDecl(), Where->getExprLoc()});
    else if (const auto *Ref = dyn_cast<DeclRefExpr>(Where))
      Found.push_back({Ref->getDecl(), Where->getExprLoc()});
  }
  bool VisitBinaryOperator(BinaryOperator *E) {
    if (E->isAssignmentOp() && !Seen.count(E))
      found(E->getLHS());
    return true;
  }
  bool VisitCallExpr(CallExpr *E) {
    for (const Expr *Arg : E->arguments())
      Arguments.insert(Arg->IgnoreParenCasts());
    return true;
  }
  bool VisitUnaryOperator(UnaryOperator *E) {
    // What calls do with it is followed.
    if (E->getOpcode() == UO_AddrOf && !Arguments.count(E))
      found(E->getSubExpr());
    return true;
  }
};

} // namespace

void Learner::finish(const TranslationUnitDecl *TU) {
  UnseenStores Unseen(SeenStores, Ctx.getSourceManager());
  Unseen.TraverseDecl(const_cast<TranslationUnitDecl *>(TU));
  for (const auto &[Where, At] : Unseen.Found) {
    QualType T = Where->getType();
    if (const ArrayType *A = Ctx.getAsArrayType(T))
      T = A->getElementType();
    if (T->isAnyPointerType() || canOwn(T))
      stored(Where, Origin(), At);
  }
  learnContainers(TU);
}

/// All fields of an object of type \p T get their values at once.
void Learner::storedWhole(QualType T, SVal Val, ProgramStateRef State,
                          SourceLocation At) {
  auto Values = Val.getAs<nonloc::CompoundVal>();
  const RecordDecl *R = T.isNull() ? nullptr : T->getAsRecordDecl();
  if (!Values || !R || !(R = R->getDefinition()) || R->isUnion())
    return;
  if (const auto *C = dyn_cast<CXXRecordDecl>(R); C && C->getNumBases())
    return;
  auto Value = Values->begin();
  for (const FieldDecl *F : R->fields()) {
    if (isPadding(F))
      continue;
    if (Value == Values->end())
      break;
    if (F->getType()->isAnyPointerType() || canOwn(F->getType()))
      stored(F, originOf(*Value, State), At);
    else
      storedWhole(F->getType(), *Value, State, At);
    ++Value;
  }
}

} // namespace custody
