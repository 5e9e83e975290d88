//===- Elements.cpp - What containers of pointers hold --------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/Elements.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace custody {

const Expr *bare(const Expr *E) {
  while (E) {
    E = E->IgnoreParenCasts();
    const Expr *Inner = nullptr;
    if (const auto *Full = dyn_cast<FullExpr>(E))
      Inner = Full->getSubExpr();
    else if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(E))
      Inner = Temporary->getSubExpr();
    else if (const auto *Bound = dyn_cast<CXXBindTemporaryExpr>(E))
      Inner = Bound->getSubExpr();
    else if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(E))
      Inner = Default->getExpr();
    else if (const auto *Made = dyn_cast<CXXConstructExpr>(E);
             Made && Made->getNumArgs() == 1)
      Inner = Made->getArg(0);
    if (!Inner)
      return E;
    E = Inner;
  }
  return E;
}

static const ClassTemplateSpecializationDecl *standardTemplate(QualType T) {
  const auto *C = T.isNull()
                      ? nullptr
                      : dyn_cast_or_null<ClassTemplateSpecializationDecl>(
                            T.getNonReferenceType()->getAsCXXRecordDecl());
  return C && C->isInStdNamespace() && C->getIdentifier() ? C : nullptr;
}

QualType elementType(QualType T) {
  const ClassTemplateSpecializationDecl *C = standardTemplate(T);
  if (!C)
    return {};
  int Index = llvm::StringSwitch<int>(C->getName())
                  .Case("vector", 0)
                  .Case("deque", 0)
                  .Case("list", 0)
                  .Case("forward_list", 0)
                  .Case("array", 0)
                  .Case("set", 0)
                  .Case("multiset", 0)
                  .Case("unordered_set", 0)
                  .Case("unordered_multiset", 0)
                  .Case("map", 1)
                  .Case("multimap", 1)
                  .Case("unordered_map", 1)
                  .Case("unordered_multimap", 1)
                  .Default(-1);
  const TemplateArgumentList &Args = C->getTemplateArgs();
  if (Index < 0 || unsigned(Index) >= Args.size() ||
      Args[Index].getKind() != TemplateArgument::Type)
    return {};
  return Args[Index].getAsType();
}

static bool isMap(QualType T) {
  const ClassTemplateSpecializationDecl *C = standardTemplate(T);
  return C && C->getName().ends_with("map");
}

/// The initializer of a variable that stands for it, whatever else happens.
static const Expr *initializer(const VarDecl *V) {
  return V && V->hasLocalStorage() && !isa<ParmVarDecl>(V) ? V->getInit()
                                                           : nullptr;
}

const ValueDecl *containerNamedBy(const Expr *E) {
  E = E ? bare(E) : nullptr;
  const ValueDecl *D = nullptr;
  if (const auto *Member = dyn_cast_or_null<MemberExpr>(E))
    D = Member->getMemberDecl();
  else if (const auto *Ref = dyn_cast_or_null<DeclRefExpr>(E))
    D = Ref->getDecl();
  if (!D || elementType(D->getType()).isNull())
    return nullptr;
  const auto *V = dyn_cast<VarDecl>(D);
  if (V && V->getType()->isReferenceType() && initializer(V))
    return containerNamedBy(initializer(V));
  return isa<FieldDecl, VarDecl>(D) ? D : nullptr;
}

/// The container that \p E is itself, or leads into.
static const ValueDecl *containerOrBehind(const Expr *E) {
  if (const ValueDecl *D = containerNamedBy(E))
    return D;
  return containerBehind(E);
}

/// `second` of what a map holds.
static const ValueDecl *mappedIn(const Expr *Pair) {
  const ValueDecl *D = containerBehind(Pair);
  return D && isMap(D->getType()) ? D : nullptr;
}

const ValueDecl *containerBehind(const Expr *E) {
  E = E ? bare(E) : nullptr;
  if (!E)
    return nullptr;
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E)) {
    switch (Operator->getOperator()) {
    case OO_Subscript:
      return containerOrBehind(Operator->getArg(0));
    case OO_Star:
    case OO_Arrow:
    case OO_PlusPlus:
    case OO_MinusMinus:
    case OO_Plus:
    case OO_Minus:
    case OO_PlusEqual:
    case OO_MinusEqual:
      return containerBehind(Operator->getArg(0));
    default:
      return nullptr;
    }
  }
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E))
    return containerOrBehind(Call->getImplicitObjectArgument());
  if (const auto *Call = dyn_cast<CallExpr>(E)) {
    const FunctionDecl *F = Call->getDirectCallee();
    if (!F || !F->isInStdNamespace() || !F->getIdentifier() ||
        !Call->getNumArgs())
      return nullptr;
    bool Passes = llvm::StringSwitch<bool>(F->getName())
                      .Case("begin", true)
                      .Case("cbegin", true)
                      .Case("rbegin", true)
                      .Case("end", true)
                      .Case("cend", true)
                      .Case("rend", true)
                      .Case("next", true)
                      .Case("prev", true)
                      .Case("move", true)
                      .Case("forward", true)
                      .Case("as_const", true)
                      .Case("find", true)
                      .Case("find_if", true)
                      .Case("find_if_not", true)
                      .Case("lower_bound", true)
                      .Case("upper_bound", true)
                      .Case("min_element", true)
                      .Case("max_element", true)
                      .Case("partition", true)
                      .Case("remove", true)
                      .Case("remove_if", true)
                      .Case("rotate", true)
                      .Case("stable_partition", true)
                      .Case("unique", true)
                      .Default(false);
    return Passes ? containerOrBehind(Call->getArg(0)) : nullptr;
  }
  if (const auto *Member = dyn_cast<MemberExpr>(E)) {
    const ValueDecl *Field = Member->getMemberDecl();
    return Field->getIdentifier() && Field->getName() == "second"
               ? mappedIn(Member->getBase())
               : nullptr;
  }
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    return Unary->getOpcode() == UO_Deref || Unary->getOpcode() == UO_AddrOf ||
                   Unary->isIncrementDecrementOp()
               ? containerBehind(Unary->getSubExpr())
               : nullptr;
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  if (!Ref)
    return nullptr;
  if (const auto *Binding = dyn_cast<BindingDecl>(Ref->getDecl())) {
    const auto *Whole =
        dyn_cast_or_null<DecompositionDecl>(Binding->getDecomposedDecl());
    return Whole && Whole->bindings().size() == 2 &&
                   Whole->bindings()[1] == Binding
               ? mappedIn(initializer(Whole))
               : nullptr;
  }
  const auto *V = dyn_cast<VarDecl>(Ref->getDecl());
  // A pointer variable may be set to anything later on.
  if (!V || !(V->getType()->isReferenceType() || V->getType()->isRecordType()))
    return nullptr;
  return containerBehind(initializer(V));
}

} // namespace custody
