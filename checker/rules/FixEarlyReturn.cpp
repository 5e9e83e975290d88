//===- FixEarlyReturn.cpp - A release before an early return --------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A local pointer or handle that the function releases or returns further down
// is released before the return that forgets it. Every mention of the variable
// above that return must have been on the path that loses the value: then no
// other path can come to it that has released the value, or given it away.
//
//===----------------------------------------------------------------------===//

#include "rules/Fixes.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;
using namespace ento;

namespace custody {
namespace {

/// The one local variable that held \p Sym when it died before \p End.
const VarDecl *holderOf(SymbolRef Sym, const ExplodedNode *End,
                        const FunctionText &Text) {
  llvm::SmallVector<const VarDecl *, 8> Locals;
  Text.forEach([&](const Stmt *S) {
    if (const auto *Decls = dyn_cast<DeclStmt>(S))
      for (const Decl *D : Decls->decls())
        if (const auto *V = dyn_cast<VarDecl>(D); V && V->hasLocalStorage())
          Locals.push_back(V);
  });
  // Dead variables are cleaned away before the checkers see the node.
  const ExplodedNode *N = End;
  for (unsigned Step = 0; N && Step < 6; ++Step, N = N->getFirstPred()) {
    if (N->getStackFrame() != End->getStackFrame())
      return nullptr;
    const VarDecl *Holder = nullptr;
    for (const VarDecl *V : Locals) {
      SVal There = N->getState()->getSVal(
          N->getState()->getRegion(V, N->getLocationContext()));
      if (There.getAsSymbol() != Sym)
        continue;
      if (Holder)
        return nullptr;
      Holder = V;
    }
    if (Holder)
      return Holder;
  }
  return nullptr;
}

/// The statements of this function that the path to \p End has been through.
llvm::SmallPtrSet<const Stmt *, 32> pathTo(const ExplodedNode *End) {
  llvm::SmallPtrSet<const Stmt *, 32> Seen;
  for (const ExplodedNode *N = End; N; N = N->getFirstPred())
    if (auto P = N->getLocation().getAs<StmtPoint>())
      Seen.insert(P->getStmt());
  return Seen;
}

struct EarlyReturn {
  const Finding &F;
  const FunctionText &Text;
  const ReturnStmt *Return;
  const VarDecl *Variable;
  VariableUse Use;

  /// How the function itself releases the variable below the return, or would
  /// if it did not return it there; empty where it does neither.
  std::string release() const {
    const Family *Fam = F.Before.Fam;
    std::string Found;
    for (const DeclRefExpr *Ref : Use.Mentions) {
      if (!Text.isBefore(Return->getEndLoc(), Ref->getLocation()))
        continue;
      const Stmt *User = Text.parent(Ref);
      if (const auto *Delete = dyn_cast_or_null<CXXDeleteExpr>(User)) {
        std::string Form = Delete->isArrayForm() ? "delete[]" : "delete";
        if (Form == Fam->Releasers.front() && !Delete->isGlobalDelete())
          return Form + " " + Variable->getNameAsString() + ";";
      }
      const auto *Call = dyn_cast_or_null<CallExpr>(User);
      const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
      if (Callee && Call->getNumArgs() == 1 &&
          llvm::is_contained(Fam->Releasers, Callee->getNameAsString()) &&
          Text.callable(Callee->getNameAsString(), Ref, Return->getBeginLoc()))
        return plainCall(Callee->getNameAsString());
      if (isa_and_nonnull<ReturnStmt>(User) && Found.empty()) {
        llvm::StringRef Right = Fam->Releasers.front();
        if (Text.callable(Right, Ref, Return->getBeginLoc()))
          Found = plainCall(Right);
      }
    }
    return Found;
  }

  /// A call on the variable, which may be null where nobody has looked and the
  /// function is not known to forgive that.
  std::string plainCall(llvm::StringRef Function) const {
    std::string Name = Variable->getNameAsString();
    std::string Call = (Function + "(" + Name + ");").str();
    if (Function == "free" || !Variable->getType()->isPointerType() ||
        isChecked())
      return Call;
    return "if (" + Name + ") " + Call;
  }

  /// True when a null variable has left the function further up.
  bool isChecked() const {
    bool Is = false;
    Text.forEach([&](const Stmt *S) {
      const auto *If = dyn_cast<IfStmt>(S);
      const Expr *Tested = nullptr;
      if (!If || If->getElse() || !Text.isNullTest(If->getCond(), Tested) ||
          Text.localVariable(Tested) != Variable ||
          !Text.isBefore(If->getEndLoc(), Return->getBeginLoc()))
        return;
      const Stmt *Last = If->getThen();
      if (const auto *Block = dyn_cast<CompoundStmt>(Last))
        Last = Block->body_empty() ? nullptr : Block->body_back();
      const Stmt *Outer = Text.parent(If);
      Is |= isa_and_nonnull<ReturnStmt>(Last) && Outer &&
            Text.isIn(Return, Outer);
    });
    return Is;
  }

  /// True when no path can come to the return that has done anything else with
  /// the variable than the one that ends in \p End.
  bool isOnlyWay(const ExplodedNode *End) const {
    auto Seen = pathTo(End);
    for (const DeclRefExpr *Ref : Use.Mentions)
      if (Text.isBefore(Ref->getLocation(), Return->getBeginLoc()) &&
          !Seen.count(Ref))
        return false;
    // A loop around the return that does not also begin the variable's life
    // comes by with what was released below.
    bool Jumps = false;
    Text.forEach([&](const Stmt *S) {
      bool Loop = isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S);
      Jumps |= isa<LabelStmt, SwitchStmt, CXXTryStmt>(S) ||
               (Loop && Text.isIn(Return, S));
    });
    return !Jumps;
  }

  /// True when the value that is returned cannot depend on what is released.
  bool returnsSomethingElse() const {
    bool Is = true;
    Text.forEach([&](const Stmt *S) {
      const auto *E = dyn_cast<Expr>(S);
      if (!E || !Text.isIn(E, Return))
        return;
      QualType T = E->getType();
      bool Named = isa<DeclRefExpr>(E) && !T->isFunctionType();
      Is &= !isa<CallExpr, CXXConstructExpr>(E) &&
            !(Named && !T->isArithmeticType() && !T->isEnumeralType()) &&
            !(Named && cast<DeclRefExpr>(E)->getDecl() == Variable);
    });
    return Is;
  }
};

} // namespace

Fix fixEarlyReturn(const Finding &F, const Stmt *At, const ExplodedNode *End,
                   const FunctionText &Text) {
  const auto *Return = Text.around<ReturnStmt>(At);
  if (!Return || !F.Before.Fam || F.Before.Fam->Releasers.empty() ||
      !F.Before.From || !Text.isStatement(Return) ||
      !Text.isEditable(Return->getBeginLoc()))
    return {};
  const auto *If = dyn_cast_or_null<IfStmt>(Text.parent(Return));
  const auto *Block = dyn_cast_or_null<CompoundStmt>(Text.parent(Return));
  if (!If && !(Block && isa_and_nonnull<IfStmt>(Text.parent(Block))))
    return {};
  const VarDecl *V = holderOf(F.Sym, End, Text);
  // A variable that begins with nothing may be released before it has a value.
  if (!V || !V->getInit() || V->getType().isConstQualified() ||
      V->hasAttr<CleanupAttr>())
    return {};
  EarlyReturn R{F, Text, Return, V, Text.useOf(V)};
  if (R.Use.Opaque || !R.isOnlyWay(End) || !R.returnsSomethingElse())
    return {};
  for (const Expr *Value : R.Use.Values)
    if (!Text.isFrom(Value, F.Before.From->Name) && Value != V->getInit())
      return {};
  std::string Release = R.release();
  if (Release.empty())
    return {};
  SourceLocation Begin = Return->getBeginLoc();
  std::string Indent = Text.indent(Begin);
  if (Block)
    return {FixItHint::CreateInsertion(Begin, Release + "\n" + Indent)};
  SourceLocation After = Text.behindSemicolon(Return);
  if (After.isInvalid() || If->getElse())
    return {};
  std::string Outer = Text.indent(If->getBeginLoc());
  return {FixItHint::CreateInsertion(If->getRParenLoc().getLocWithOffset(1),
                                     " {\n" + Outer + "  " + Release),
          FixItHint::CreateInsertion(After, "\n" + Outer + "}")};
}

} // namespace custody
