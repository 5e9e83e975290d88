//===- ContainerUses.cpp - What may put elements into containers ----------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/ContainerUses.h"
#include "model/UserCode.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace custody {

static StringRef nameOf(const FunctionDecl *F) {
  return F && F->getIdentifier() ? F->getName() : StringRef();
}

/// Methods that are not const and leave the elements what they are, or take
/// some away.
static bool leavesElements(StringRef Method) {
  static const llvm::StringSet<> Names = {
      "at",          "back",          "begin",       "clear",   "end",
      "equal_range", "erase",         "extract",     "find",    "front",
      "lower_bound", "pop_back",      "pop_front",   "rbegin",  "rehash",
      "remove",      "remove_if",     "rend",        "reserve", "reverse",
      "sort",        "shrink_to_fit", "upper_bound", "unique",  "before_begin"};
  return Names.contains(Method);
}

/// Functions of the standard library that are given iterators into a container,
/// or references to its elements, and bring it no new ones.
static bool onlyPermutes(const FunctionDecl *F, const Expr *At) {
  static const llvm::StringSet<> Names = {"advance",
                                          "all_of",
                                          "any_of",
                                          "as_const",
                                          "begin",
                                          "cbegin",
                                          "cend",
                                          "count",
                                          "count_if",
                                          "distance",
                                          "empty",
                                          "end",
                                          "equal",
                                          "find",
                                          "find_if",
                                          "find_if_not",
                                          "for_each",
                                          "forward",
                                          "lower_bound",
                                          "max_element",
                                          "min_element",
                                          "next",
                                          "none_of",
                                          "partition",
                                          "prev",
                                          "rbegin",
                                          "remove",
                                          "remove_if",
                                          "rend",
                                          "reverse",
                                          "rotate",
                                          "shuffle",
                                          "size",
                                          "sort",
                                          "stable_partition",
                                          "stable_sort",
                                          "unique",
                                          "upper_bound"};
  if (!F || !F->isInStdNamespace())
    return false;
  if (nameOf(F) == "move" && F->getNumParams() == 1)
    return true;
  if (!Names.contains(nameOf(F)))
    return false;
  // It may be given something that changes what it is shown.
  const auto *Call = dyn_cast<CallExpr>(At);
  return Call && llvm::none_of(Call->arguments(), [](const Expr *Arg) {
           const auto *Lambda = dyn_cast<LambdaExpr>(bare(Arg));
           return Lambda &&
                  llvm::any_of(Lambda->getCallOperator()->parameters(),
                               [](const ParmVarDecl *Param) {
                                 return Param->getType()->isReferenceType() &&
                                        !Param->getType()
                                             ->getPointeeType()
                                             .isConstQualified();
                               });
         });
}

static bool sameType(QualType A, QualType B) {
  return !A.isNull() && !B.isNull() &&
         A.getNonReferenceType().getCanonicalType().getUnqualifiedType() ==
             B.getNonReferenceType().getCanonicalType().getUnqualifiedType();
}

static bool isChangeable(QualType Reference) {
  return Reference->isReferenceType() &&
         !Reference->getPointeeType().isConstQualified();
}

std::optional<unsigned> storedArgument(const CallExpr *E) {
  const auto *Call = dyn_cast_or_null<CXXMemberCallExpr>(E);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  QualType Element =
      Call ? elementType(Call->getImplicitObjectArgument()->getType())
           : QualType();
  if (!F || Element.isNull())
    return std::nullopt;
  unsigned Count = Call->getNumArgs();
  int Index = llvm::StringSwitch<int>(nameOf(F))
                  .Case("push_back", 0)
                  .Case("push_front", 0)
                  .Case("emplace_back", 0)
                  .Case("emplace_front", 0)
                  .Case("insert", int(Count) - 1)
                  .Case("emplace", int(Count) - 1)
                  .Case("insert_or_assign", 1)
                  .Case("try_emplace", 1)
                  .Case("resize", 1)
                  .Case("assign", 1)
                  .Default(-1);
  if (Index < 0 || unsigned(Index) + 1 != Count ||
      !sameType(Call->getArg(Index)->getType(), Element))
    return std::nullopt;
  return Index;
}

InitialElements initialElements(const Expr *Init) {
  InitialElements Made;
  if (!Init) {
    Made.Known = true;
    return Made;
  }
  Init = bare(Init);
  if (const auto *List = dyn_cast<InitListExpr>(Init)) {
    Made.Known = List->getNumInits() == 0;
  } else if (const auto *Object = dyn_cast<CXXConstructExpr>(Init)) {
    // vector(10) holds null pointers.
    Made.Known = llvm::all_of(Object->arguments(), [](const Expr *Arg) {
      return isa<CXXDefaultArgExpr>(Arg) ||
             Arg->getType()->isIntegralOrEnumerationType();
    });
  } else if (const auto *Call = dyn_cast<CallExpr>(Init)) {
    const FunctionDecl *F = Call->getDirectCallee();
    Made.By = F && !F->getReturnType()->isReferenceType() ? F : nullptr;
    Made.Known = Made.By;
  }
  return Made;
}

namespace {

struct Changes : UserCodeVisitor<Changes> {
  llvm::function_ref<void(const ContainerUse &)> Report;
  llvm::SmallPtrSet<const Expr *, 16> Harmless;

  Changes(const SourceManager &SM,
          llvm::function_ref<void(const ContainerUse &)> Report)
      : UserCodeVisitor(SM), Report(Report) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitImplicitCode() const { return true; }

  void change(const ValueDecl *Container, const Expr *At,
              ContainerUse::Kind K = ContainerUse::Changes,
              unsigned Index = 0) {
    if (Container)
      Report({K, Container, At, Index});
  }
  void harmless(const Expr *Container) { Harmless.insert(bare(Container)); }
  /// The container that \p E is, moved or not.
  static const ValueDecl *movedOrNot(const Expr *E) {
    if (const ValueDecl *D = containerNamedBy(E))
      return D;
    return elementType(E->getType()).isNull() ? nullptr : containerBehind(E);
  }
  /// What one object's field gives another's is nothing new to it.
  bool exchanged(const Expr *A, const Expr *B) {
    const ValueDecl *Container = movedOrNot(A);
    if (!Container || movedOrNot(B) != Container)
      return false;
    harmless(A);
    harmless(B);
    return true;
  }

  // Each mention that nothing above it has excused.
  bool VisitMemberExpr(MemberExpr *E) {
    if (!Harmless.count(E))
      change(containerNamedBy(E), E);
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    if (!Harmless.count(E))
      change(containerNamedBy(E), E);
    return true;
  }

  bool VisitVarDecl(VarDecl *V) {
    if (!V->getInit())
      return true;
    QualType T = V->getType();
    // The other name is looked at as this one is.
    if (T->isReferenceType() &&
        (V->hasLocalStorage() || T->getPointeeType().isConstQualified()))
      harmless(V->getInit());
    InitialElements Made = initialElements(V->getInit());
    if (V->hasGlobalStorage() && !T->isReferenceType() &&
        !elementType(T).isNull() && !(Made.Known && !Made.By))
      change(V, V->getInit());
    return true;
  }
  bool VisitReturnStmt(ReturnStmt *S) {
    // By value: the elements leave it, or are copied.
    const Expr *Value = S->getRetValue();
    if (Value && (Value->isPRValue() || Value->getType().isConstQualified()))
      harmless(Value);
    return true;
  }
  bool TraverseConstructorInitializer(CXXCtorInitializer *I) {
    if (const FieldDecl *Field = I->getAnyMember())
      if (!elementType(Field->getType()).isNull() &&
          movedOrNot(I->getInit()) != Field &&
          !(initialElements(I->getInit()).Known &&
            !initialElements(I->getInit()).By))
        change(Field, I->getInit());
    return UserCodeVisitor::TraverseConstructorInitializer(I);
  }
  bool VisitInitListExpr(InitListExpr *List) {
    const RecordDecl *R = List->getType()->getAsRecordDecl();
    if (!R || !R->getDefinition() || R->isUnion() || List->isTransparent())
      return true;
    const auto *C = dyn_cast<CXXRecordDecl>(R);
    unsigned I = C && C->isCompleteDefinition() ? C->getNumBases() : 0;
    for (const FieldDecl *Field : R->fields()) {
      if (Field->isUnnamedBitField())
        continue;
      if (I >= List->getNumInits())
        break;
      InitialElements Made = initialElements(List->getInit(I));
      if (!elementType(Field->getType()).isNull() && !(Made.Known && !Made.By))
        change(Field, List->getInit(I));
      ++I;
    }
    return true;
  }

  /// \p Arg is passed as \p Param to \p F (null for none that is known).
  void given(const Expr *Arg, QualType Param, const FunctionDecl *F,
             const Expr *Call, unsigned Index) {
    if (const ValueDecl *Whole = containerNamedBy(Arg)) {
      harmless(Arg);
      if ((Param.isNull() || isChangeable(Param)) && !onlyPermutes(F, Call))
        change(Whole, Call, ContainerUse::GivenTo, Index);
      return;
    }
    // The compiler takes a pair apart.
    const auto *Ref = dyn_cast<DeclRefExpr>(bare(Arg));
    if (Ref && isa<DecompositionDecl>(Ref->getDecl()))
      return;
    const ValueDecl *Container = containerBehind(Arg);
    if (!Container || onlyPermutes(F, Call))
      return;
    bool Reaches =
        Param.isNull() || isChangeable(Param) || Param->isRecordType() ||
        (Param->isPointerType() &&
         !Param->getPointeeType().isConstQualified() &&
         sameType(Param->getPointeeType(), elementType(Container->getType())));
    if (Reaches)
      change(Container, Call);
  }

  bool VisitCXXConstructExpr(CXXConstructExpr *E) {
    const CXXConstructorDecl *F = E->getConstructor();
    bool Copies = F->isCopyOrMoveConstructor();
    for (unsigned I = 0; I < E->getNumArgs() && I < F->getNumParams(); ++I)
      if (!Copies && !F->isInStdNamespace())
        given(E->getArg(I), F->getParamDecl(I)->getType(), F, E, I);
      else if (!isChangeable(F->getParamDecl(I)->getType()))
        harmless(E->getArg(I));
    return true;
  }

  bool VisitCallExpr(CallExpr *E) {
    const FunctionDecl *F = E->getDirectCallee();
    const auto *Assigns = dyn_cast<CXXOperatorCallExpr>(E);
    if ((Assigns && Assigns->getOperator() == OO_Equal) ||
        (nameOf(F) == "swap" && F->isInStdNamespace() && E->getNumArgs() == 2))
      if (exchanged(E->getArg(0), E->getArg(1)))
        return true;
    const auto *Method = dyn_cast_or_null<CXXMethodDecl>(F);
    unsigned Skipped = 0;
    if (const auto *Member = dyn_cast<CXXMemberCallExpr>(E)) {
      method(Member, Method);
    } else if (isa<CXXOperatorCallExpr>(E) && Method && !Method->isStatic()) {
      Skipped = 1;
      if (Method->isConst() ||
          cast<CXXOperatorCallExpr>(E)->getOperator() == OO_Subscript)
        harmless(E->getArg(0));
    }
    // A container's own methods are judged by their names, and iterators are
    // moved and compared.
    bool Own = Method && Method->getParent()->isInStdNamespace();
    if (Own || (isa<CXXOperatorCallExpr>(E) && F && F->isInStdNamespace())) {
      for (unsigned I = Skipped; I < E->getNumArgs(); ++I)
        if (I - Skipped < F->getNumParams() &&
            !isChangeable(F->getParamDecl(I - Skipped)->getType()))
          harmless(E->getArg(I));
      return true;
    }
    for (unsigned I = Skipped; I < E->getNumArgs(); ++I) {
      QualType Param = F && I - Skipped < F->getNumParams()
                           ? F->getParamDecl(I - Skipped)->getType()
                           : QualType();
      given(E->getArg(I), Param, F, E, I - Skipped);
    }
    return true;
  }
  void method(const CXXMemberCallExpr *E, const CXXMethodDecl *Method) {
    const Expr *Object = E->getImplicitObjectArgument();
    const ValueDecl *Container = containerNamedBy(Object);
    if (!Container || !Method)
      return;
    harmless(Object);
    if (Method->isConst() || leavesElements(nameOf(Method)))
      return;
    if (nameOf(Method) == "swap" && exchanged(Object, E->getArg(0)))
      return;
    if (std::optional<unsigned> Index = storedArgument(E))
      change(Container, E, ContainerUse::Fills, *Index);
    else if (nameOf(Method) != "resize" || E->getNumArgs() != 1)
      change(Container, E);
  }

  bool VisitBinaryOperator(BinaryOperator *E) {
    if (E->isAssignmentOp())
      change(containerBehind(E->getLHS()), E, ContainerUse::Fills);
    return true;
  }
  bool VisitUnaryOperator(UnaryOperator *E) {
    if (E->getOpcode() == UO_AddrOf)
      change(containerBehind(E->getSubExpr()), E);
    return true;
  }
};

} // namespace

void findChanges(Decl *Code,
                 llvm::function_ref<void(const ContainerUse &)> Found) {
  Changes(Code->getASTContext().getSourceManager(), Found).TraverseDecl(Code);
}

std::vector<Filling> fillingsOf(const VarDecl *V) {
  const auto *In = dyn_cast<FunctionDecl>(V->getDeclContext());
  InitialElements Made = initialElements(V->getInit());
  if (!In || !Made.Known || V->getType()->isReferenceType() ||
      isa<ParmVarDecl>(V))
    return {};
  std::vector<Filling> All;
  if (Made.By)
    All.push_back({Made.By, std::nullopt});
  bool Others = false;
  findChanges(const_cast<FunctionDecl *>(In), [&](const ContainerUse &Use) {
    if (Use.Container != V)
      return;
    const auto *Call = dyn_cast<CallExpr>(Use.At);
    const FunctionDecl *By = Call ? Call->getDirectCallee() : nullptr;
    if (Use.K == ContainerUse::GivenTo && By)
      All.push_back({By, Use.Index});
    else
      Others = true;
  });
  if (Others)
    All.clear();
  return All;
}

} // namespace custody
