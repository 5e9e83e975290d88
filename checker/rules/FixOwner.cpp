//===- FixOwner.cpp - A unique_ptr that calls the right function ----------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `std::unique_ptr<char> p(strdup(s));` becomes
// `std::unique_ptr<char, decltype(&free)> p(strdup(s), &free);`, which is
// another type: only where nobody else sees it.
//
//===----------------------------------------------------------------------===//

#include "rules/Fixes.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/TypeLoc.h"

using namespace clang;

namespace custody {
namespace {

/// The place where the template's arguments of \p T are written.
TemplateSpecializationTypeLoc writtenTemplate(TypeSourceInfo *T) {
  if (!T)
    return TemplateSpecializationTypeLoc();
  return T->getTypeLoc()
      .getUnqualifiedLoc()
      .getAsAdjusted<TemplateSpecializationTypeLoc>();
}

/// The variable that \p Construction begins, and where its type is written.
const VarDecl *variableOf(const Stmt *Construction, const FunctionText &Text,
                          TemplateSpecializationTypeLoc &Type) {
  const auto *Decls = Text.around<DeclStmt>(Construction);
  const auto *V = Decls && Decls->isSingleDecl()
                      ? dyn_cast<VarDecl>(Decls->getSingleDecl())
                      : nullptr;
  if (!V || !V->getInit() || !V->hasLocalStorage())
    return nullptr;
  const Expr *Init = V->getInit()->IgnoreImplicit();
  if (const auto *Cast = dyn_cast<CXXFunctionalCastExpr>(Init)) {
    // `auto p = std::unique_ptr<char>(...)`
    if (!V->getType()->getContainedAutoType() || !Text.isIn(Construction, Cast))
      return nullptr;
    Type = writtenTemplate(Cast->getTypeInfoAsWritten());
  } else if (Init == Construction) {
    if (V->getType()->getContainedAutoType() ||
        V->getInitStyle() == VarDecl::CInit)
      return nullptr;
    Type = writtenTemplate(V->getTypeSourceInfo());
  }
  return Type.isNull() || Type.getNumArgs() != 1 ? nullptr : V;
}

/// True when only members of \p V are used, none of which cares for the
/// deleter's type or takes another pointer over.
bool isSelfContained(const VarDecl *V, const FunctionText &Text) {
  bool Is = true;
  Text.forEach([&](const Stmt *S) {
    Is &= !isa<LambdaExpr>(S);
    const auto *Ref = dyn_cast<DeclRefExpr>(S);
    if (!Ref || Ref->getDecl() != V)
      return;
    const Stmt *User = Text.parent(Ref);
    if (const auto *Member = dyn_cast_or_null<MemberExpr>(User)) {
      const auto *Call =
          dyn_cast_or_null<CXXMemberCallExpr>(Text.parent(Member));
      StringRef Name = Member->getMemberDecl()->getIdentifier()
                           ? Member->getMemberDecl()->getName()
                           : "";
      Is &= isa<CXXConversionDecl>(Member->getMemberDecl()) ||
            (Call && Call->getNumArgs() == 0 &&
             (Name == "get" || Name == "release"));
      return;
    }
    const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(User);
    Is &= Operator && (Operator->getOperator() == OO_Star ||
                       Operator->getOperator() == OO_Arrow ||
                       Operator->getOperator() == OO_Subscript);
  });
  return Is;
}

} // namespace

Fix fixOwner(const Finding &F, const Stmt *Construction,
             const FunctionText &Text) {
  const auto *Made = dyn_cast<CXXConstructExpr>(Construction);
  if (!Made || Made->getNumArgs() != 1 || !F.Before.From || !F.Before.Fam ||
      F.Before.Fam->Releasers.empty())
    return {};
  const CXXRecordDecl *Class = Made->getConstructor()->getParent();
  if (!Class->isInStdNamespace() || Class->getName() != "unique_ptr")
    return {};
  const Expr *Arg = Made->getArg(0);
  TemplateSpecializationTypeLoc Type;
  const VarDecl *V = variableOf(Construction, Text, Type);
  const std::string &Right = F.Before.Fam->Releasers.front();
  if (!V || !Text.alwaysFrom(Arg, F.Before.From->Name) ||
      !Text.callable(Right, Arg, V->getBeginLoc()) ||
      !isSelfContained(V, Text) || !Text.isEditable(V->getSourceRange()))
    return {};
  SourceLocation Close = Type.getRAngleLoc();
  SourceLocation Behind = Text.behind(Arg->getSourceRange());
  // `>>` ends two templates at once.
  if (!Text.isEditable(Close) || Behind.isInvalid() ||
      Text.written(Close) != ">")
    return {};
  return {FixItHint::CreateInsertion(Close, ", decltype(&" + Right + ")"),
          FixItHint::CreateInsertion(Behind, ", &" + Right)};
}

} // namespace custody
