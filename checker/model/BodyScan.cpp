//===- BodyScan.cpp - What one body does to one value ---------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/BodyScan.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace custody {
namespace {

/// `~X() { reset(); }` with a `reset` that calls another method.
constexpr unsigned MaxFollowed = 2;

const FunctionDecl *calleeOf(const CallExpr *Call) {
  if (const FunctionDecl *F = Call->getDirectCallee())
    return F;
  // A function given as a template argument.
  return functionNamedBy(Call->getCallee());
}

/// `std::move(p)`, `std::forward<T>(p)`, `std::exchange(p, nullptr)`: p.
const Expr *passedThrough(const CallExpr *Call) {
  const FunctionDecl *F = Call->getDirectCallee();
  if (!F || !F->isInStdNamespace() || !F->getIdentifier())
    return nullptr;
  StringRef Name = F->getName();
  if (((Name == "move" || Name == "forward") && Call->getNumArgs() == 1) ||
      (Name == "exchange" && Call->getNumArgs() == 2))
    return Call->getArg(0);
  return nullptr;
}

/// What \p F returns, if that is all it does.
const Expr *onlyResult(const FunctionDecl *F) {
  const FunctionDecl *Def = nullptr;
  if (!F || !F->hasBody(Def))
    return nullptr;
  const auto *Body = dyn_cast<CompoundStmt>(Def->getBody());
  const auto *Return = Body && Body->size() == 1
                           ? dyn_cast<ReturnStmt>(Body->body_front())
                           : nullptr;
  return Return ? Return->getRetValue() : nullptr;
}

bool leaves(const Stmt *S) {
  if (!S || isa<LambdaExpr>(S))
    return false;
  if (isa<ReturnStmt, GotoStmt, BreakStmt, ContinueStmt>(S))
    return true;
  return llvm::any_of(S->children(), leaves);
}

} // namespace

const Expr *stripped(const Expr *E) {
  for (;;) {
    E = E->IgnoreParenCasts();
    if (const auto *S = dyn_cast<SubstNonTypeTemplateParmExpr>(E))
      E = S->getReplacement();
    else if (const auto *C = dyn_cast<CXXConstructExpr>(E)) {
      if (C->getNumArgs() != 1)
        return E;
      E = C->getArg(0);
    } else if (const auto *T = dyn_cast<MaterializeTemporaryExpr>(E))
      E = T->getSubExpr();
    else if (const auto *B = dyn_cast<CXXBindTemporaryExpr>(E))
      E = B->getSubExpr();
    else if (const auto *W = dyn_cast<ExprWithCleanups>(E))
      E = W->getSubExpr();
    else
      return E;
  }
}

std::optional<int> BodyScan::levelOf(const Expr *E) const {
  E = stripped(E);
  if (const auto *U = dyn_cast<UnaryOperator>(E)) {
    int Step = U->getOpcode() == UO_Deref    ? 1
               : U->getOpcode() == UO_AddrOf ? -1
                                             : 0;
    std::optional<int> Inner;
    if (Step && (Inner = levelOf(U->getSubExpr())))
      return *Inner + Step;
    return std::nullopt;
  }
  const ValueDecl *Named = nullptr;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    Named = Ref->getDecl();
  else if (const auto *M = dyn_cast<MemberExpr>(E))
    if (isa<CXXThisExpr>(M->getBase()->IgnoreParenImpCasts()))
      Named = M->getMemberDecl();
  if (Named) {
    for (const auto &[Name, Level] : Names)
      if (Name == Named)
        return Level;
    return std::nullopt;
  }
  if (const auto *Call = dyn_cast<CallExpr>(E))
    if (const Expr *Same = passedThrough(Call))
      return levelOf(Same);
  return std::nullopt;
}

bool BodyScan::mentions(const Stmt *S) const {
  if (!S)
    return false;
  if (const auto *E = dyn_cast<Expr>(S))
    if (levelOf(E))
      return true;
  return llvm::any_of(S->children(),
                      [&](const Stmt *Child) { return mentions(Child); });
}

bool BodyScan::isConstant(const Expr *E) const {
  const Expr *Bare = stripped(E);
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Bare))
    if (Nulls.count(Ref->getDecl()))
      return true;
  if (E->isValueDependent())
    return false;
  if (isa<CXXScalarValueInitExpr>(Bare) ||
      E->isNullPointerConstant(Ctx, Expr::NPC_ValueDependentIsNotNull))
    return true;
  // -1, MAP_FAILED, an enumerator; cast to a pointer they are no constants.
  Expr::EvalResult Ignored;
  return Bare->getType()->isIntegralOrEnumerationType() &&
         Bare->EvaluateAsInt(Ignored, Ctx);
}

/// True if \p Call asks only whether there is a value at all, by way of a
/// function that returns the answer: `is_valid(p)`, `this->is_valid()`.
bool BodyScan::asksForNull(const CallExpr *Call) {
  const FunctionDecl *F = Call->getDirectCallee();
  const Expr *Answer = onlyResult(F);
  if (!Answer || Followed.size() >= MaxFollowed ||
      llvm::is_contained(Followed, F->getCanonicalDecl()))
    return false;
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
    if (!isa<CXXThisExpr>(
            Member->getImplicitObjectArgument()->IgnoreParenImpCasts()))
      return false;
  size_t Before = Names.size();
  const FunctionDecl *Def = F->getDefinition();
  for (unsigned I = 0; I < Call->getNumArgs() && I < Def->getNumParams(); ++I)
    if (auto Level = levelOf(Call->getArg(I)))
      Names.push_back({Def->getParamDecl(I), *Level});
  Followed.push_back(F->getCanonicalDecl());
  bool Asks = isNullCheck(Answer);
  Followed.pop_back();
  Names.resize(Before);
  return Asks;
}

/// True if \p E asks only whether there is a value at all.
bool BodyScan::isNullCheck(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (const auto *C = dyn_cast<ExplicitCastExpr>(E))
    return isNullCheck(C->getSubExpr());
  if (const auto *U = dyn_cast<UnaryOperator>(E))
    if (U->getOpcode() == UO_LNot)
      return isNullCheck(U->getSubExpr());
  if (const auto *B = dyn_cast<BinaryOperator>(E)) {
    if (B->isLogicalOp())
      return isNullCheck(B->getLHS()) && isNullCheck(B->getRHS());
    if (!B->isComparisonOp())
      return false;
    return (levelOf(B->getLHS()) && isConstant(B->getRHS())) ||
           (levelOf(B->getRHS()) && isConstant(B->getLHS()));
  }
  if (const auto *Call = dyn_cast<CallExpr>(E)) {
    if (const FunctionDecl *F = Call->getDirectCallee())
      if (F->getIdentifier() && F->getName() == "__builtin_expect" &&
          Call->getNumArgs() > 0)
        return isNullCheck(Call->getArg(0));
    if (asksForNull(Call))
      return true;
  }
  return levelOf(E).has_value() || isConstant(E);
}

void BodyScan::found(const Deleter &D, int Level, bool Conditional) {
  int Depth = Level + (D.Indirect ? 1 : 0);
  if (Depth < 0 || Depth > 1)
    return;
  Uncertain |= Conditional || MayHaveLeft;
  if (Result.Fam &&
      (!sameFamily(Result.Fam, D.Fam) || Result.Indirect != (Depth == 1)))
    Uncertain = true;
  Result.Fam = D.Fam;
  Result.Indirect = Depth == 1;
  Result.CallersStorage = D.CallersStorage;
}

/// A method of the same object: what it does to the field is done here.
void BodyScan::follow(const CXXMemberCallExpr *Call, bool Conditional) {
  const FunctionDecl *F = Call->getDirectCallee();
  const FunctionDecl *Def = nullptr;
  if (!F || !F->hasBody(Def) || Followed.size() >= MaxFollowed ||
      llvm::is_contained(Followed, Def))
    return;
  for (unsigned I = 0; I < Call->getNumArgs() && I < Def->getNumParams(); ++I) {
    const Expr *Arg = Call->getArg(I);
    if (const auto *Default = dyn_cast<CXXDefaultArgExpr>(Arg))
      Arg = Default->getExpr();
    if (Arg->isNullPointerConstant(Ctx, Expr::NPC_ValueDependentIsNotNull))
      Nulls.insert(Def->getParamDecl(I));
  }
  Followed.push_back(Def);
  bool Left = MayHaveLeft;
  scan(Def->getBody(), Conditional);
  MayHaveLeft = Left;
  Followed.pop_back();
}

void BodyScan::scanCall(const CallExpr *Call, bool Conditional) {
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call)) {
    const Expr *Object = Member->getImplicitObjectArgument();
    if (isa<CXXThisExpr>(Object->IgnoreParenImpCasts())) {
      follow(Member, Conditional);
      return;
    }
    // `p->Release()` may be the end of it; a const method and a destructor
    // that is called by hand are not.
    const CXXMethodDecl *M = Member->getMethodDecl();
    if (levelOf(Object) && M && !M->isConst() && !isa<CXXDestructorDecl>(M))
      Unseen = true;
  }
  const FunctionDecl *F = calleeOf(Call);
  if (!F) {
    Unseen |= mentions(Call);
    return;
  }
  unsigned Skip =
      isa<CXXOperatorCallExpr>(Call) && isa<CXXMethodDecl>(F) ? 1 : 0;
  for (unsigned I = Skip; I < Call->getNumArgs(); ++I)
    if (auto Level = levelOf(Call->getArg(I))) {
      Deleter Inner = Others.ofFunction(F, I - Skip);
      if (!Inner.Known)
        Unseen = true;
      else if (Inner.Fam)
        found(Inner, *Level, Conditional);
    }
}

void BodyScan::scan(const Stmt *S, bool Conditional) {
  if (!S || isa<LambdaExpr>(S))
    return;
  if (const auto *Del = dyn_cast<CXXDeleteExpr>(S)) {
    if (auto Level = levelOf(Del->getArgument())) {
      Deleter D;
      D.Fam = Others.ofDelete(Del);
      found(D, *Level, Conditional);
    }
    return;
  }
  if (const auto *Decl = dyn_cast<DeclStmt>(S)) {
    for (const auto *D : Decl->decls())
      if (const auto *V = dyn_cast<VarDecl>(D))
        if (V->getInit())
          if (auto Level = levelOf(V->getInit()))
            Names.push_back({V, *Level});
  }
  if (const auto *If = dyn_cast<IfStmt>(S)) {
    bool Open =
        Conditional || !(If->isConstexpr() || isNullCheck(If->getCond()));
    scan(If->getInit(), Conditional);
    scan(If->getCond(), Conditional);
    scan(If->getThen(), Open);
    scan(If->getElse(), Open);
    MayHaveLeft |= Open && (leaves(If->getThen()) || leaves(If->getElse()));
    return;
  }
  if (const auto *Choice = dyn_cast<ConditionalOperator>(S)) {
    bool Open = Conditional || !isNullCheck(Choice->getCond());
    scan(Choice->getCond(), Conditional);
    scan(Choice->getTrueExpr(), Open);
    scan(Choice->getFalseExpr(), Open);
    return;
  }
  if (const auto *B = dyn_cast<BinaryOperator>(S))
    if (B->isLogicalOp()) {
      scan(B->getLHS(), Conditional);
      scan(B->getRHS(), Conditional || !isNullCheck(B->getLHS()));
      return;
    }
  if (isa<ForStmt, WhileStmt, CXXForRangeStmt, SwitchStmt, CXXCatchStmt>(S))
    Conditional = true;
  if (const auto *Call = dyn_cast<CallExpr>(S))
    scanCall(Call, Conditional);
  for (const Stmt *Child : S->children())
    scan(Child, Conditional);
}

bool BodyScan::onlyAsks(const FunctionDecl *F) {
  // What gives the pointer back (placement new) does not ask.
  const Expr *Answer = onlyResult(F);
  return Answer && !F->getReturnType()->isPointerType() && isNullCheck(Answer);
}

Deleter BodyScan::run(const Stmt *Body) {
  scan(Body, false);
  if (Uncertain) {
    Deleter D;
    D.Perhaps = Result.Fam;
    return D;
  }
  // What is certainly released here is not released elsewhere, too.
  Result.Known = Result.Fam || !Unseen;
  return Result;
}

} // namespace custody
