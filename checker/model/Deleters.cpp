//===- Deleters.cpp - What a deleter, destructor or wrapper releases ------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/Deleters.h"
#include "model/BodyScan.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace custody {
namespace {

/// Wrappers of wrappers are followed this far.
constexpr unsigned MaxDepth = 4;

/// The function \p Op that a class of type \p C uses: its own or a base's.
const FunctionDecl *classOperator(const CXXRecordDecl *C, DeclarationName Op) {
  C = C ? C->getDefinition() : nullptr;
  if (!C)
    return nullptr;
  for (const NamedDecl *D : C->lookup(Op))
    if (const auto *F = dyn_cast<FunctionDecl>(D))
      return F;
  for (const CXXBaseSpecifier &B : C->bases())
    if (const FunctionDecl *F =
            classOperator(B.getType()->getAsCXXRecordDecl(), Op))
      return F;
  return nullptr;
}

} // namespace

const FunctionDecl *functionNamedBy(const Expr *E) {
  E = stripped(E);
  if (const auto *U = dyn_cast<UnaryOperator>(E))
    if (U->getOpcode() == UO_AddrOf || U->getOpcode() == UO_Deref)
      E = stripped(U->getSubExpr());
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
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
  if (Fam.Releasers.empty()) {
    Fam.ClassScope = qualifiedName(Class);
    Fam.Releasers.push_back(Fam.ClassScope + "::operator delete" +
                            (Array ? "[]" : ""));
  }
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
  const Family *Fam = ofOperatorNew(F, E->isArray(), Placement);
  // `::new T` of a class that has its own wants `::delete`.
  const CXXRecordDecl *Class = E->getAllocatedType()->getAsCXXRecordDecl();
  OverloadedOperatorKind Delete = E->isArray() ? OO_Array_Delete : OO_Delete;
  if (!Fam || !E->isGlobalNew() ||
      !classOperator(Class, Ctx.DeclarationNames.getCXXOperatorName(Delete)))
    return Fam;
  Family &Global = Models.families().get(E->isArray() ? "::new[]" : "::new");
  if (Global.Releasers.empty()) {
    Global.Releasers.push_back(E->isArray() ? "::delete[]" : "::delete");
    Global.Same = canonical(Fam);
  }
  return &Global;
}

const Family *Deleters::ofDelete(const CXXDeleteExpr *E) {
  return ofOperatorNew(E->getOperatorDelete(), E->isArrayForm(), false);
}

Deleter Deleters::ofFunction(const FunctionDecl *F, unsigned Param) {
  Deleter D;
  if (!F)
    return D;
  // A lambda turned into a function pointer: the pointer's own body is empty.
  if (const auto *M = dyn_cast<CXXMethodDecl>(F))
    if (M->isLambdaStaticInvoker())
      return ofFunctor(M->getParent());
  F = F->getCanonicalDecl();
  if (const FunctionModel *M = Models.function(F)) {
    D.Known = true;
    const ArgEffect *E = M->effectOn(Param);
    // What releases a field of what it is given (regfree) leaves that alone.
    if (E &&
        (E->Action == ArgAction::Releases || E->Action == ArgAction::Adopts) &&
        E->Field.empty() && !E->If) {
      D.Fam = E->Fam;
      D.Indirect = E->Indirect;
      D.CallersStorage = E->CallersStorage;
    }
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
  D = BodyScan(Ctx, *this, Def->getParamDecl(Param)).run(Def->getBody());
  --Depth;
  Functions[{F, Param}] = D;
  return D;
}

Deleter Deleters::ofFunctor(const CXXRecordDecl *C, StringRef Method) {
  C = C->getDefinition();
  if (!C)
    return {};
  if (!Method.empty())
    for (const CXXMethodDecl *M : C->methods())
      if (M->isStatic() && M->getIdentifier() && M->getName() == Method)
        return ofFunction(M);
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
      return ofFunction(
          dyn_cast<FunctionDecl>(Spec->getTemplateArgs()[1].getAsDecl()));
  return {};
}

Deleter Deleters::ofPointee(QualType T) {
  bool Array = T->isArrayType();
  // A class with its own operator delete is deleted through that.
  const CXXRecordDecl *Class = Ctx.getBaseElementType(T)->getAsCXXRecordDecl();
  DeclarationName Op = Ctx.DeclarationNames.getCXXOperatorName(
      Array ? OO_Array_Delete : OO_Delete);
  Deleter D;
  D.Known = true;
  if (const FunctionDecl *Own = classOperator(Class, Op)) {
    D.Fam = ofOperatorNew(Own, Array, false);
    D.Known = D.Fam;
  } else
    D.Fam = Models.family(Array ? "new[]" : "new");
  return D;
}

bool Deleters::onlyAsks(const FunctionDecl *F, unsigned Param) {
  const FunctionDecl *Def = nullptr;
  return F->hasBody(Def) && Param < Def->getNumParams() &&
         BodyScan(Ctx, *this, Def->getParamDecl(Param)).onlyAsks(Def);
}

Deleter Deleters::ofType(QualType T, StringRef Method) {
  T = T.getNonReferenceType();
  const CXXRecordDecl *C = T->getAsCXXRecordDecl();
  if (!C)
    return {};
  if (const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(C))
    if (Spec->isInStdNamespace() && Spec->getName() == "default_delete" &&
        Spec->getSpecializationKind() != TSK_ExplicitSpecialization)
      return ofPointee(Spec->getTemplateArgs()[0].getAsType());
  if (Models.classModel(C))
    return {};
  return ofFunctor(C, Method);
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
    Deleter D = BodyScan(Ctx, *this, F).run(Def->getBody());
    if (D.Fam && !D.Indirect)
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

const FieldDecl *Deleters::fieldGiven(const CXXConstructorDecl *Ctor,
                                      unsigned Param) {
  const FunctionDecl *Def = nullptr;
  if (!Ctor->hasBody(Def) || Param >= Def->getNumParams())
    return nullptr;
  BodyScan Scan(Ctx, *this, Def->getParamDecl(Param));
  auto IsParam = [&](const Expr *E) { return Scan.levelOf(E) == 0; };
  for (const CXXCtorInitializer *Init :
       cast<CXXConstructorDecl>(Def)->inits()) {
    // A base, or another constructor of this class, may be given it.
    if (!Init->isMemberInitializer()) {
      const auto *Made = dyn_cast_or_null<CXXConstructExpr>(Init->getInit());
      for (unsigned I = 0; Made && I < Made->getNumArgs(); ++I)
        if (IsParam(Made->getArg(I)))
          return fieldGiven(Made->getConstructor(), I);
      continue;
    }
    if (!Init->getInit())
      continue;
    const Expr *Value = Init->getInit();
    if (const auto *List = dyn_cast<InitListExpr>(Value))
      if (List->getNumInits() == 1)
        Value = List->getInit(0);
    // Further arguments may be a deleter: then the type does not tell.
    if (const auto *Owner = dyn_cast<CXXConstructExpr>(Value))
      if (Owner->getNumArgs() == 1)
        Value = Owner->getArg(0);
    if (IsParam(Value))
      return Init->getMember();
  }
  // `field = param;` as a statement of the constructor's own block.
  if (const auto *Body = dyn_cast_or_null<CompoundStmt>(Def->getBody()))
    for (const Stmt *S : Body->body())
      if (const auto *B = dyn_cast<BinaryOperator>(S))
        if (B->getOpcode() == BO_Assign && IsParam(B->getRHS()))
          if (const auto *M =
                  dyn_cast<MemberExpr>(B->getLHS()->IgnoreParenImpCasts()))
            if (const auto *F = dyn_cast<FieldDecl>(M->getMemberDecl()))
              return F;
  return nullptr;
}

const Deleters::OwnedField *Deleters::adoptedBy(const CXXConstructorDecl *Ctor,
                                                unsigned Param) {
  const FieldDecl *F = fieldGiven(Ctor, Param);
  return F ? ownedField(F) : nullptr;
}

} // namespace custody
