//===- Deleters.cpp - What a deleter, destructor or wrapper releases ------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/Deleters.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace custody {
namespace {

/// Wrappers of wrappers are followed this far.
constexpr unsigned MaxDepth = 4;

const Expr *strip(const Expr *E) {
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
    else if (const auto *W = dyn_cast<ExprWithCleanups>(E))
      E = W->getSubExpr();
    else if (const auto *U = dyn_cast<UnaryOperator>(E)) {
      // `&f` of a function, `*&p`.
      if (U->getOpcode() != UO_AddrOf ||
          !isa<DeclRefExpr>(U->getSubExpr()->IgnoreParens()))
        return E;
      E = U->getSubExpr();
    } else
      return E;
  }
}

/// True when \p E reads the parameter or the field of `this` that is \p What,
/// or what a pointer parameter to it points to (`free(*p)`).
bool refersTo(const Expr *E, const ValueDecl *What) {
  E = strip(E);
  if (const auto *U = dyn_cast<UnaryOperator>(E))
    if (U->getOpcode() == UO_Deref)
      E = strip(U->getSubExpr());
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return Ref->getDecl() == What;
  if (const auto *M = dyn_cast<MemberExpr>(E))
    return M->getMemberDecl() == What &&
           isa<CXXThisExpr>(M->getBase()->IgnoreParenImpCasts());
  // std::move(p), std::forward<T>(p), p.get() of a wrapper are not followed.
  if (const auto *Call = dyn_cast<CallExpr>(E))
    if (const FunctionDecl *F = Call->getDirectCallee())
      if (F->isInStdNamespace() && F->getIdentifier() &&
          (F->getName() == "move" || F->getName() == "forward") &&
          Call->getNumArgs() == 1)
        return refersTo(Call->getArg(0), What);
  return false;
}

bool mentions(const Stmt *S, const ValueDecl *What) {
  if (!S)
    return false;
  if (const auto *E = dyn_cast<Expr>(S))
    if (refersTo(E, What))
      return true;
  for (const Stmt *Child : S->children())
    if (mentions(Child, What))
      return true;
  return false;
}

const FunctionDecl *calleeOf(const CallExpr *Call) {
  if (const FunctionDecl *F = Call->getDirectCallee())
    return F;
  // A function given as a template argument.
  if (const auto *Ref = dyn_cast<DeclRefExpr>(strip(Call->getCallee())))
    return dyn_cast<FunctionDecl>(Ref->getDecl());
  return nullptr;
}

} // namespace

const FunctionDecl *functionNamedBy(const Expr *E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(strip(E));
  return Ref ? dyn_cast<FunctionDecl>(Ref->getDecl()) : nullptr;
}

const Family *Deleters::ofOperatorNew(const FunctionDecl *F, bool Array,
                                      bool Placement) {
  FamilyTable &Families = Models.families();
  if (!F || !isa<CXXMethodDecl>(F)) {
    if (Placement)
      return nullptr;
    return Models.family(Array ? "new[]" : "new");
  }
  // A class that brings its own allocation functions is a family of its own,
  // if it brings both: with one of them alone there is nothing to compare.
  const auto *Class = cast<CXXMethodDecl>(F)->getParent();
  OverloadedOperatorKind New = Array ? OO_Array_New : OO_New;
  OverloadedOperatorKind Delete = Array ? OO_Array_Delete : OO_Delete;
  bool HasNew = false, HasDelete = false;
  for (OverloadedOperatorKind Op : {New, Delete}) {
    DeclarationName Name = Ctx.DeclarationNames.getCXXOperatorName(Op);
    (Op == New ? HasNew : HasDelete) = !Class->lookup(Name).empty();
  }
  if (!HasNew || !HasDelete)
    return nullptr;
  if (F->getOverloadedOperator() == New && F->getNumParams() > 1)
    return nullptr;
  Family &Fam = Families.get((Twine(qualifiedName(Class)) +
                              (Array ? "::operator new[]" : "::operator new"))
                                 .str());
  if (Fam.Releasers.empty())
    Fam.Releasers.push_back(Array ? "delete[]" : "delete");
  return &Fam;
}

const Family *Deleters::ofNew(const CXXNewExpr *E) {
  const FunctionDecl *F = E->getOperatorNew();
  // Only (std::nothrow) and (std::align_val_t) leave the memory in the global
  // family; other placement arguments name an allocator of the user's own.
  bool Placement = false;
  for (unsigned I = 0; I < E->getNumPlacementArgs(); ++I) {
    QualType T = E->getPlacementArg(I)->getType();
    const TagDecl *Tag = T->getAsTagDecl();
    if (!Tag || !Tag->isInStdNamespace() || !Tag->getIdentifier() ||
        (Tag->getName() != "nothrow_t" && Tag->getName() != "align_val_t"))
      Placement = true;
  }
  return ofOperatorNew(F, E->isArray(), Placement);
}

const Family *Deleters::ofDelete(const CXXDeleteExpr *E) {
  return ofOperatorNew(E->getOperatorDelete(), E->isArrayForm(), false);
}

void Deleters::scan(const Stmt *S, const ValueDecl *What, Deleter &D,
                    bool &Conditional, bool InCondition) {
  if (!S || isa<LambdaExpr>(S))
    return;
  auto Found = [&](const Family *F) {
    D.Fam = F;
    if (InCondition)
      Conditional = true;
  };
  if (const auto *Del = dyn_cast<CXXDeleteExpr>(S)) {
    if (refersTo(Del->getArgument(), What))
      Found(ofDelete(Del));
    return;
  }
  if (const auto *If = dyn_cast<IfStmt>(S)) {
    // `if (p) free(p)` is no condition; `if (owned) free(p)` is.
    bool Other = !mentions(If->getCond(), What);
    scan(If->getThen(), What, D, Conditional, InCondition || Other);
    scan(If->getElse(), What, D, Conditional, InCondition || Other);
    return;
  }
  if (isa<ForStmt>(S) || isa<WhileStmt>(S) || isa<SwitchStmt>(S))
    InCondition = true;
  if (const auto *Call = dyn_cast<CallExpr>(S)) {
    if (const FunctionDecl *F = calleeOf(Call)) {
      unsigned Skip = isa<CXXOperatorCallExpr>(Call) ? 1 : 0;
      for (unsigned I = Skip; I < Call->getNumArgs(); ++I)
        if (refersTo(Call->getArg(I), What)) {
          Deleter Inner = ofFunction(F, I - Skip);
          if (!Inner.Known)
            D.Known = false; // An unknown function may release it.
          else if (Inner.Fam)
            Found(Inner.Fam);
        }
    } else if (mentions(Call, What))
      D.Known = false;
  }
  for (const Stmt *Child : S->children())
    scan(Child, What, D, Conditional, InCondition);
}

Deleter Deleters::ofFunction(const FunctionDecl *F, unsigned Param) {
  Deleter D;
  if (!F)
    return D;
  F = F->getCanonicalDecl();
  if (const FunctionModel *M = Models.function(F)) {
    D.Known = true;
    const ArgEffect *E = M->effectOn(Param);
    if (E && (E->Action == ArgAction::Releases ||
              E->Action == ArgAction::Adopts) &&
        !E->If)
      D.Fam = E->Fam;
    if (M->actionOn(Param) == ArgAction::Keeps || (E && E->If))
      D.Known = false;
    return D;
  }
  const FunctionDecl *Def = nullptr;
  if (!F->hasBody(Def) || Param >= Def->getNumParams())
    return D;
  auto [It, New] = Functions.try_emplace({F, Param}, D);
  if (!New)
    return It->second;
  if (Depth >= MaxDepth)
    return D;
  ++Depth;
  bool Conditional = false;
  D.Known = true;
  scan(Def->getBody(), Def->getParamDecl(Param), D, Conditional, false);
  if (Conditional)
    D = Deleter();
  --Depth;
  Functions[{F, Param}] = D;
  return D;
}

Deleter Deleters::ofFunctor(const CXXRecordDecl *C) {
  C = C->getDefinition();
  if (!C)
    return {};
  DeclarationName Call = Ctx.DeclarationNames.getCXXOperatorName(OO_Call);
  for (const NamedDecl *D : C->lookup(Call)) {
    if (const auto *M = dyn_cast<CXXMethodDecl>(D))
      return ofFunction(M);
    // A templated call operator: what its pattern does is what all do.
    if (const auto *T = dyn_cast<FunctionTemplateDecl>(D)) {
      for (const FunctionDecl *Spec : T->specializations())
        return ofFunction(Spec);
    }
  }
  // std::integral_constant<decltype(&free), &free> converts to the function.
  if (const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(C))
    if (Spec->isInStdNamespace() && Spec->getName() == "integral_constant" &&
        Spec->getTemplateArgs().size() == 2 &&
        Spec->getTemplateArgs()[1].getKind() == TemplateArgument::Declaration)
      return ofFunction(dyn_cast<FunctionDecl>(
          Spec->getTemplateArgs()[1].getAsDecl()));
  return {};
}

Deleter Deleters::ofType(QualType T) {
  T = T.getNonReferenceType();
  const CXXRecordDecl *C = T->getAsCXXRecordDecl();
  if (!C)
    return {};
  if (const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(C))
    if (Spec->isInStdNamespace() && Spec->getName() == "default_delete" &&
        Spec->getSpecializationKind() != TSK_ExplicitSpecialization) {
      QualType Pointee = Spec->getTemplateArgs()[0].getAsType();
      bool Array = Pointee->isArrayType();
      QualType Element = Ctx.getBaseElementType(Pointee);
      // A class with its own operator delete is deleted through that.
      const CXXRecordDecl *Class = Element->getAsCXXRecordDecl();
      if (Class && Class->hasDefinition()) {
        Class = Class->getDefinition();
        DeclarationName Op = Ctx.DeclarationNames.getCXXOperatorName(
            Array ? OO_Array_Delete : OO_Delete);
        for (const NamedDecl *D : Class->lookup(Op))
          if (const auto *F = dyn_cast<FunctionDecl>(D))
            return {true, ofOperatorNew(F, Array, false)};
      }
      return {true, Models.family(Array ? "new[]" : "new")};
    }
  if (Models.classModel(C))
    return {};
  return ofFunctor(C);
}

const std::vector<Deleters::OwnedField> &
Deleters::ownedFields(const CXXRecordDecl *C) {
  static const std::vector<OwnedField> None;
  C = C->getDefinition();
  if (!C)
    return None;
  auto Known = Fields.find(C);
  if (Known != Fields.end())
    return Known->second;
  std::vector<OwnedField> Found;
  const Family *WholeClass = Models.ownerFamily(C);
  const CXXDestructorDecl *Dtor = C->getDestructor();
  const FunctionDecl *Def = nullptr;
  bool Visible = Dtor && Dtor->hasBody(Def) && !Dtor->isDefaulted();
  for (const FieldDecl *F : C->fields()) {
    if (!F->getType()->isPointerType() &&
        !F->getType()->isIntegralOrEnumerationType())
      continue;
    if (const Family *Fam = Models.ownerFamily(F)) {
      Found.push_back({F, Fam});
      continue;
    }
    if (WholeClass && F->getType()->isPointerType()) {
      Found.push_back({F, WholeClass});
      continue;
    }
    if (!Visible)
      continue;
    Deleter D;
    D.Known = true;
    bool Conditional = false;
    scan(Def->getBody(), F, D, Conditional, false);
    if (D.Known && D.Fam && !Conditional)
      Found.push_back({F, D.Fam});
  }
  return Fields[C] = std::move(Found);
}

const Deleters::OwnedField *Deleters::ownedField(const FieldDecl *F) {
  const auto *C = dyn_cast<CXXRecordDecl>(F->getParent());
  if (!C || C->isUnion())
    return nullptr;
  for (const OwnedField &O : ownedFields(C))
    if (O.Field->getCanonicalDecl() == F->getCanonicalDecl())
      return &O;
  return nullptr;
}

const Deleters::OwnedField *
Deleters::adoptedBy(const CXXConstructorDecl *Ctor, unsigned Param) {
  const FunctionDecl *Def = nullptr;
  if (!Ctor->hasBody(Def) || Param >= Def->getNumParams())
    return nullptr;
  const ParmVarDecl *P = Def->getParamDecl(Param);
  for (const CXXCtorInitializer *Init :
       cast<CXXConstructorDecl>(Def)->inits()) {
    if (!Init->isMemberInitializer() || !Init->getInit())
      continue;
    const Expr *Value = Init->getInit();
    if (const auto *List = dyn_cast<InitListExpr>(Value))
      if (List->getNumInits() == 1)
        Value = List->getInit(0);
    if (refersTo(Value, P))
      return ownedField(Init->getMember());
  }
  // `field = param;` as a statement of the constructor's own block.
  if (const auto *Body = dyn_cast_or_null<CompoundStmt>(Def->getBody()))
    for (const Stmt *S : Body->body())
      if (const auto *B = dyn_cast<BinaryOperator>(S))
        if (B->getOpcode() == BO_Assign && refersTo(B->getRHS(), P))
          if (const auto *M =
                  dyn_cast<MemberExpr>(B->getLHS()->IgnoreParenImpCasts()))
            if (const auto *F = dyn_cast<FieldDecl>(M->getMemberDecl()))
              return ownedField(F);
  return nullptr;
}

} // namespace custody
