//===- Owners.cpp - Smart pointers, containers, users' owning classes -----===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Modelled owners are understood at their interface: what a constructor adopts,
// what `release` gives up, what the destructor releases. The holdings map tells
// which value an owning object has. A class of the user's own whose destructor
// releases a field is followed by the analyzer itself; here only the moment of
// adoption is judged, so that a wrong family is told where it goes wrong.
//
//===----------------------------------------------------------------------===//

#include "engine/Engine.h"
#include "plugin/Compat.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;
using namespace ento;

namespace custody {
namespace {

/// The whole object that \p V is or is a base of.
const MemRegion *objectRegion(SVal V) {
  const MemRegion *R = V.getAsRegion();
  while (R && isa<CXXBaseObjectRegion, CXXDerivedObjectRegion>(R))
    R = cast<SubRegion>(R)->getSuperRegion();
  return R;
}

const CXXRecordDecl *classOf(QualType T) {
  return T.isNull() ? nullptr : T.getNonReferenceType()->getAsCXXRecordDecl();
}

QualType templateType(const CXXRecordDecl *C, unsigned Index) {
  const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(C);
  if (!Spec || Index >= Spec->getTemplateArgs().size())
    return QualType();
  const TemplateArgument &A = Spec->getTemplateArgs()[Index];
  return A.getKind() == TemplateArgument::Type ? A.getAsType() : QualType();
}

std::string className(const CXXRecordDecl *C, const ASTContext &Ctx) {
  PrintingPolicy Policy(Ctx.getLangOpts());
  Policy.SuppressTagKeyword = true;
  Policy.SuppressDefaultTemplateArgs = true;
  Policy.SuppressInlineNamespace = true;
  // A lambda's place would make the message depend on the folder.
  Policy.AnonymousTagLocations = false;
  return compat::typeOf(C, Ctx).getAsString(Policy);
}

std::string methodName(const CXXMethodDecl *M) { return M->getNameAsString(); }

/// The raw pointer among \p Call's arguments \p Index, else null.
const Expr *rawPointer(const CallEvent &Call, unsigned Index) {
  if (Index >= Call.getNumArgs())
    return nullptr;
  const Expr *E = Call.getArgExpr(Index);
  return E && E->getType()->isPointerType() ? E : nullptr;
}

/// The value of argument \p Index; a pointer passed by reference is read.
SVal pointerValue(const CallEvent &Call, unsigned Index,
                  ProgramStateRef State) {
  SVal V = Call.getArgSVal(Index);
  const Expr *E = Call.getArgExpr(Index);
  const auto *F = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  bool ByReference = F && Index < F->getNumParams() &&
                     F->getParamDecl(Index)->getType()->isReferenceType();
  if (ByReference && E)
    if (auto L = V.getAs<Loc>())
      return State->getSVal(*L, E->getType());
  return V;
}

} // namespace

const Actor *Engine::ownerActor(const CXXRecordDecl *Class, const ClassModel &M,
                                const Family *Fam) {
  return actor(
      Actor(className(Class, Ctx), Fam, true, M.From, M.Origin, Class));
}

Deleter Engine::deleterOf(const CXXRecordDecl *Class, const ClassModel &M,
                          const CallEvent *Ctor, ProgramStateRef State) {
  if (M.Deleter)
    return {true, M.Deleter};
  if (Ctor && M.DeleterArg >= 0 &&
      static_cast<unsigned>(M.DeleterArg) < Ctor->getNumArgs()) {
    SVal V = Ctor->getArgSVal(M.DeleterArg);
    const Expr *E = Ctor->getArgExpr(M.DeleterArg);
    const FunctionDecl *F = V.getAsFunctionDecl();
    if (!F && V.getAsRegion() && E && E->getType()->isPointerType())
      if (auto L = V.getAs<Loc>())
        F = State->getSVal(*L, E->getType()).getAsFunctionDecl();
    if (!F && E)
      F = functionNamedBy(E);
    if (F)
      return Releases.ofFunction(F);
    return E ? Releases.ofType(E->getType()) : Deleter();
  }
  if (M.DeleterType >= 0) {
    QualType T = templateType(Class, M.DeleterType);
    return T.isNull() ? Deleter() : Releases.ofType(T);
  }
  // shared_ptr<T>(p): as a delete-expression of its own would.
  QualType Pointee = templateType(Class, M.Pointee);
  if (Pointee.isNull())
    return {};
  return {true, Models.family(Pointee->isArrayType() ? "new[]" : "new")};
}

void Engine::transfer(const MemRegion *From, const MemRegion *To, bool Share,
                      Path &P) {
  SymbolRef Sym = heldBy(P.State, From);
  if (!Share)
    P.State = letGo(P.State, From);
  if (!Sym || !To)
    return;
  P.State = hold(P.State, To, Sym);
  if (const Record *Old = lookUp(P.State, Sym)) {
    Record R = *Old;
    R.OwnerRegion = To;
    P.State = remember(P.State, Sym, R);
  }
}

void Engine::ownerReleases(const MemRegion *Owner, const ClassModel &M,
                           const CXXRecordDecl *Class, Path &P) {
  SymbolRef Sym = heldBy(P.State, Owner);
  if (!Sym)
    return;
  P.State = letGo(P.State, Owner);
  for (const auto &Other : allHoldings(P.State))
    if (Other.second == Sym)
      return;
  const Record *R = lookUp(P.State, Sym);
  if (!R)
    return;
  // A shared pointer that was not made on this path may have other owners.
  if (M.Shared && R->Before == Custody::Unknown && !R->From) {
    apply({EventKind::Escape, SVal(P.C.getSValBuilder().makeLoc(Sym))}, P);
    P.State = forget(P.State, Sym);
    return;
  }
  apply({EventKind::ReleaseByOwner, P.C.getSValBuilder().makeLoc(Sym),
         ownerActor(Class, M, R->By ? R->By->Fam : nullptr)},
        P);
}

void Engine::invalidateLoans(const MemRegion *Lender, const Actor *By,
                             Path &P) {
  for (const auto &Entry : allRecords(P.State)) {
    if (Entry.second.Lender != Lender ||
        Entry.second.State == Custody::Released)
      continue;
    Record R = Entry.second;
    R.State = Custody::Released;
    R.By = By;
    P.State = remember(P.State, Entry.first, R);
  }
}

void Engine::constructing(const CXXConstructorCall &Call, const ClassModel &M,
                          Path &P) {
  const CXXConstructorDecl *Ctor = Call.getDecl();
  const CXXRecordDecl *Class = Ctor->getParent();
  const MemRegion *This = objectRegion(Call.getCXXThisVal());
  if (!M.IsOwner || Call.getNumArgs() == 0)
    return;
  const Expr *First = Call.getArgExpr(0);
  if (!First)
    return;
  if (const CXXRecordDecl *Other = classOf(First->getType())) {
    const ClassModel *OtherModel = Models.classModel(Other);
    if (OtherModel && OtherModel->IsOwner)
      transfer(objectRegion(Call.getArgSVal(0)), This,
               Ctor->isCopyConstructor() && OtherModel->Shared, P);
    return;
  }
  if (!rawPointer(Call, 0))
    return;
  Deleter D = deleterOf(Class, M, &Call, P.State);
  if (D.Known && !D.Fam)
    return; // It releases nothing: no owner.
  SVal V = pointerValue(Call, 0, P.State);
  apply({EventKind::Adopt, V, ownerActor(Class, M, D.Fam), D.Fam,
         UndefinedVal(), UndefinedVal(), 1, This},
        P);
  SymbolRef Sym = symbolOf(V);
  if (!P.Stopped && Sym && This && lookUp(P.State, Sym))
    P.State = hold(P.State, This, Sym);
}

void Engine::adoptByUserClass(const CXXConstructorCall &Call, Path &P) {
  const CXXConstructorDecl *Ctor = Call.getDecl();
  if (!Ctor || Ctor->isCopyOrMoveConstructor() || inLibraryCode(P))
    return;
  for (unsigned I = 0; I < Call.getNumArgs() && !P.Stopped; ++I) {
    if (!Call.getArgExpr(I) || Call.getArgExpr(I)->getType()->isRecordType())
      continue;
    const Deleters::OwnedField *Field = Releases.adoptedBy(Ctor, I);
    if (!Field)
      continue;
    apply({EventKind::Adopt, pointerValue(Call, I, P.State), userOwner(*Field),
           Field->Fam, UndefinedVal(), UndefinedVal(), 1,
           objectRegion(Call.getCXXThisVal()), /*SoftOwner=*/true},
          P);
  }
}

/// The model of the owner that \p Call is a method of. Standard libraries put
/// some methods into a base: the object's own type decides.
const ClassModel *Engine::ownerClass(const CallEvent &Call,
                                     const CXXRecordDecl *&Class) {
  const auto *Method = cast<CXXMethodDecl>(Call.getDecl());
  Class = Method->getParent();
  if (const auto *Instance = dyn_cast<CXXInstanceCall>(&Call))
    if (const Expr *This = Instance->getCXXThisExpr()) {
      QualType T = This->IgnoreParenImpCasts()->getType();
      if (T->isPointerType())
        T = T->getPointeeType();
      if (const CXXRecordDecl *C = T->getAsCXXRecordDecl())
        if (const ClassModel *M = Models.classModel(C)) {
          Class = C;
          return M;
        }
    }
  return Models.classModel(Class);
}

/// A forwarding reference makes the analyzer forget the pointer that was
/// passed, although emplacing does not change it.
void Engine::restoreArguments(const CallEvent &Call, Path &P) {
  if (P.C.wasInlined)
    return;
  constexpr unsigned Steps = 6; // The nodes of one call's evaluation.
  for (unsigned I = 0; I < Call.getNumArgs(); ++I) {
    const Expr *E = rawPointer(Call, I);
    auto L = Call.getArgSVal(I).getAs<Loc>();
    if (!E || !L || !isLocal(Call.getArgSVal(I).getAsRegion()))
      continue;
    const ExplodedNode *N = P.C.getPredecessor();
    for (unsigned Step = 0; N && Step < Steps; ++Step, N = N->getFirstPred()) {
      SVal Old = N->getState()->getSVal(*L, E->getType());
      const Record *R = lookUp(P.State, symbolOf(Old));
      if (R && R->State == Custody::Adopted) {
        P.State = P.State->bindLoc(*L, Old, P.C.getLocationContext());
        break;
      }
    }
  }
}

bool Engine::beforeOwnerCall(const CallEvent &Call, Path &P) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Call.getDecl());
  if (!Method)
    return false;
  const CXXRecordDecl *Class = nullptr;
  const ClassModel *M = ownerClass(Call, Class);
  if (const auto *Ctor = dyn_cast<CXXConstructorCall>(&Call)) {
    if (M)
      constructing(*Ctor, *M, P);
    else
      adoptByUserClass(*Ctor, P);
    return M != nullptr;
  }
  if (!M || Method->isStatic())
    return false;
  const auto *Instance = dyn_cast<CXXInstanceCall>(&Call);
  if (!Instance)
    return false;
  const MemRegion *This = objectRegion(Instance->getCXXThisVal());
  if (isa<CXXDestructorCall>(&Call)) {
    ownerReleases(This, *M, Class, P);
    if (M->Buffer)
      invalidateLoans(This,
                      actor(Actor("the destructor of " + className(Class, Ctx),
                                  M->Buffer, true)),
                      P);
    return true;
  }
  auto Found = M->Methods.find(methodName(Method));
  MethodModel Does =
      Found == M->Methods.end() ? MethodModel() : Found->getValue();
  switch (Does.Action) {
  case MethodAction::None:
  case MethodAction::Lends:
  case MethodAction::GivesUp: // afterOwnerCall
    break;
  case MethodAction::Replaces:
    if (const Expr *New = rawPointer(Call, Does.Arg)) {
      (void)New;
      Deleter D = deleterOf(Class, *M, &Call, P.State);
      SVal V = pointerValue(Call, Does.Arg, P.State);
      SymbolRef Sym = symbolOf(V);
      if (Sym != heldBy(P.State, This))
        ownerReleases(This, *M, Class, P);
      if (P.Stopped || (D.Known && !D.Fam))
        return true;
      apply({EventKind::Adopt, V, ownerActor(Class, *M, D.Fam), D.Fam,
             UndefinedVal(), UndefinedVal(), 1, This},
            P);
      if (!P.Stopped && Sym && This && lookUp(P.State, Sym))
        P.State = hold(P.State, This, Sym);
    } else
      ownerReleases(This, *M, Class, P);
    break;
  case MethodAction::Swaps:
    if (Does.Arg < Call.getNumArgs()) {
      const MemRegion *Other = objectRegion(Call.getArgSVal(Does.Arg));
      SymbolRef Mine = heldBy(P.State, This);
      SymbolRef Theirs = heldBy(P.State, Other);
      P.State = letGo(letGo(P.State, This), Other);
      if (Theirs && This)
        P.State = hold(P.State, This, Theirs);
      if (Mine && Other)
        P.State = hold(P.State, Other, Mine);
      if (M->Buffer) {
        const Actor *By = actor(Actor(qualifiedName(Method), M->Buffer, true));
        invalidateLoans(This, By, P);
        invalidateLoans(Other, By, P);
      }
    }
    break;
  case MethodAction::Takes:
    if (Does.Arg < Call.getNumArgs()) {
      const MemRegion *From = objectRegion(Call.getArgSVal(Does.Arg));
      if (From == This)
        break;
      ownerReleases(This, *M, Class, P);
      bool Copy = Method->isCopyAssignmentOperator();
      if (!P.Stopped)
        transfer(From, This, Copy && M->Shared, P);
      if (!P.Stopped && M->Buffer)
        invalidateLoans(
            This, actor(Actor(qualifiedName(Method), M->Buffer, true)), P);
    }
    break;
  case MethodAction::Invalidates:
    invalidateLoans(This, actor(Actor(qualifiedName(Method), M->Buffer, true)),
                    P);
    break;
  case MethodAction::Emplaces: {
    const CXXRecordDecl *Element = classOf(templateType(Class, Does.Arg));
    const ClassModel *EM = Element ? Models.classModel(Element) : nullptr;
    for (unsigned I = 0; I < Call.getNumArgs() && !P.Stopped; ++I) {
      if (!rawPointer(Call, I))
        continue;
      SVal V = pointerValue(Call, I, P.State);
      if (EM && EM->IsOwner) {
        Deleter D = deleterOf(Element, *EM, nullptr, P.State);
        if (!(D.Known && !D.Fam))
          apply({EventKind::Adopt, V, ownerActor(Element, *EM, D.Fam), D.Fam},
                P);
      } else if (Element)
        for (const CXXConstructorDecl *Ctor : Element->ctors())
          if (Ctor->getNumParams() == Call.getNumArgs() &&
              !Ctor->isCopyOrMoveConstructor())
            if (const auto *Field = Releases.adoptedBy(Ctor, I)) {
              apply({EventKind::Adopt, V, userOwner(*Field), Field->Fam,
                     UndefinedVal(), UndefinedVal(), 1, nullptr,
                     /*SoftOwner=*/true},
                    P);
              break;
            }
    }
    if (M->Buffer && !P.Stopped)
      invalidateLoans(This,
                      actor(Actor(qualifiedName(Method), M->Buffer, true)), P);
    break;
  }
  }
  return true;
}

void Engine::afterOwnerCall(const CallEvent &Call, Path &P) {
  const auto *Instance = dyn_cast<CXXInstanceCall>(&Call);
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Call.getDecl());
  // A standard function that may change a container it is given by reference.
  const auto *F = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  if (F && !Method && F->isInStdNamespace() && F->getNumParams() > 1)
    for (unsigned I = 0; I < Call.getNumArgs() && I < F->getNumParams(); ++I) {
      QualType T = F->getParamDecl(I)->getType();
      if (!T->isReferenceType() || T->getPointeeType().isConstQualified())
        continue;
      const CXXRecordDecl *C = classOf(T);
      const ClassModel *M = C ? Models.classModel(C) : nullptr;
      if (M && M->Buffer)
        invalidateLoans(
            objectRegion(Call.getArgSVal(I)),
            actor(Actor(F->getQualifiedNameAsString(), M->Buffer, true)), P);
    }
  if (!Instance || !Method || Method->isStatic() ||
      isa<CXXDestructorCall>(&Call))
    return;
  const CXXRecordDecl *Class = nullptr;
  const ClassModel *M = ownerClass(Call, Class);
  if (!M)
    return;
  auto Found = M->Methods.find(methodName(Method));
  if (Found == M->Methods.end())
    return;
  const MethodModel &Does = Found->getValue();
  if (Does.Action == MethodAction::Emplaces)
    restoreArguments(Call, P);
  const MemRegion *This = objectRegion(Instance->getCXXThisVal());
  SVal Result = Call.getReturnValue();
  SymbolRef Sym = symbolOf(Result);
  SymbolRef Held = heldBy(P.State, This);
  const Expr *E = Call.getOriginExpr();
  bool ByReference = Method->getReturnType()->isReferenceType();
  if (!Method->getReturnType()->isPointerType() && !ByReference)
    return;

  if (M->IsOwner && (Does.Action == MethodAction::Lends ||
                     Does.Action == MethodAction::GivesUp)) {
    Deleter D = deleterOf(Class, *M, nullptr, P.State);
    if (!Held && E && Result.getAsRegion() && P.C.wasInlined && This && D.Fam &&
        !classify(Result, P.State).atStart()) {
      // make_shared keeps its object in the middle of a block of its own; to
      // the user it is a value like any other.
      Result =
          compat::conjure(P.C.getSValBuilder(), Call, P.C.getLocationContext(),
                          Call.getResultType(), P.C.blockCount(), this);
      P.State = P.State->BindExpr(E, P.C.getLocationContext(), Result);
      Sym = symbolOf(Result);
    }
    if (Held && E && Sym != Held) {
      // The analyzer lost the pointer inside the library: put it back.
      P.State = P.State->BindExpr(E, P.C.getLocationContext(),
                                  P.C.getSValBuilder().makeLoc(Held));
    } else if (!Held && Sym && This && D.Fam && !inLibraryCode(P) &&
               !lookUp(P.State, Sym) && classify(Result, P.State).atStart()) {
      // It was given its pointer out of sight.
      Record R;
      R.State = Custody::Adopted;
      R.Fam = D.Fam;
      R.By = ownerActor(Class, *M, D.Fam);
      R.OwnerRegion = This;
      P.State = remember(hold(P.State, This, Sym), Sym, R);
      Held = Sym;
    }
    if (Does.Action == MethodAction::GivesUp && Held) {
      P.State = letGo(P.State, This);
      const Record *Old = lookUp(P.State, Held);
      if (!Old)
        return;
      Record R = *Old;
      R.State = Custody::Owned;
      R.OwnerRegion = nullptr;
      if (!R.From) {
        R.From = actor(Actor(className(Class, Ctx) + "::" + methodName(Method),
                             R.Fam, false, M->From, M->Origin, Method));
        R.Exists = {Held, Success::NonNull};
      }
      P.State = remember(P.State, Held, R);
    }
    return;
  }

  if (M->Buffer && Does.Action == MethodAction::Lends && Sym && This) {
    Record R;
    R.State = Custody::Lent;
    R.Fam = M->Buffer;
    R.From = actor(Actor(qualifiedName(Method), M->Buffer, true));
    // A reference to an element may outlive what a reserved vector does to
    // itself; only pointers that were asked for are followed to their end.
    R.Lender = ByReference ? nullptr : This;
    R.ReadOnly = Does.ReadOnly;
    P.State = remember(P.State, Sym, R);
  }
}

} // namespace custody
