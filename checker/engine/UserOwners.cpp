//===- UserOwners.cpp - Classes of the user's own that own ----------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A class whose destructor releases a field is followed by the analyzer itself;
// here only the moment of adoption is judged, so that a wrong family is told
// where it goes wrong.
//
//===----------------------------------------------------------------------===//

#include "engine/Engine.h"
#include "engine/Objects.h"
#include "state/Places.h"
#include "clang/AST/DeclFriend.h"

using namespace clang;
using namespace ento;

namespace custody {
namespace {

/// The template that \p C was made of, or itself.
const Decl *patternOf(const CXXRecordDecl *C) {
  if (const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(C))
    return Spec->getSpecializedTemplate()->getCanonicalDecl();
  return C->getCanonicalDecl();
}

/// True if everybody can reach \p F: it is public, or a method hands out a
/// reference to it.
bool isExposed(const FieldDecl *F) {
  if (F->getAccess() == AS_public)
    return true;
  CanQualType T = F->getType()->getCanonicalTypeUnqualified();
  for (const CXXMethodDecl *M :
       cast<CXXRecordDecl>(F->getParent())->methods()) {
    QualType Pointee = M->getReturnType()->getPointeeType();
    if (M->getAccess() == AS_public && !Pointee.isNull() &&
        !Pointee.isConstQualified() &&
        Pointee->getCanonicalTypeUnqualified() == T)
      return true;
  }
  return false;
}

/// True if \p C has made \p F its friend, or the class \p F is a method of.
bool isFriend(const CXXRecordDecl *C, const FunctionDecl *F) {
  const auto *Method = dyn_cast<CXXMethodDecl>(F);
  for (const FriendDecl *D : C->friends()) {
    if (const NamedDecl *Named = D->getFriendDecl()) {
      const FunctionDecl *Befriended = Named->getAsFunction();
      const FunctionDecl *Pattern = F->getTemplateInstantiationPattern();
      if (Befriended &&
          (Befriended->getCanonicalDecl() == F->getCanonicalDecl() ||
           (Pattern &&
            Befriended->getCanonicalDecl() == Pattern->getCanonicalDecl())))
        return true;
    } else if (Method && D->getFriendType()) {
      const CXXRecordDecl *Class =
          D->getFriendType()->getType()->getAsCXXRecordDecl();
      if (Class && patternOf(Class) == patternOf(Method->getParent()))
        return true;
    }
  }
  return false;
}

} // namespace

const Actor *Engine::userOwner(const Deleters::OwnedField &F) {
  const auto *C = cast<CXXRecordDecl>(F.Field->getParent());
  Actor Who(qualifiedName(C), F.Fam, /*IsOwner=*/true);
  Who.Declared = C;
  Who.Exposed = isExposed(F.Field);
  return actor(std::move(Who));
}

bool Engine::inMethodOf(const Actor *Owner, const Path &P) const {
  const auto *Class =
      Owner ? dyn_cast_or_null<CXXRecordDecl>(Owner->Declared) : nullptr;
  if (!Class)
    return false;
  for (const LocationContext *L = P.C.getLocationContext(); L;
       L = L->getParent()) {
    const auto *F = dyn_cast_or_null<FunctionDecl>(L->getDecl());
    if (!F)
      continue;
    // Classes inside may do what their outer class may.
    const auto *M = dyn_cast<CXXMethodDecl>(F);
    for (const DeclContext *C = M ? M->getParent() : nullptr;
         C && C->isRecord(); C = C->getParent())
      if (patternOf(cast<CXXRecordDecl>(C)) == patternOf(Class))
        return true;
    if (Class->hasDefinition() && isFriend(Class, F))
      return true;
  }
  return false;
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
    SVal Given = pointerValue(Call, I, P.State);
    const Actor *Owner = userOwner(*Field);
    // A constructor hands on to its base what it was seen to adopt.
    const Record *Known = lookUp(P.State, symbolOf(Given));
    if (Known && Known->State == Custody::Adopted && Known->By == Owner &&
        isa<CXXConstructorDecl>(P.C.getLocationContext()->getDecl()))
      continue;
    apply({EventKind::Adopt, Given, Owner, Field->Fam, UndefinedVal(),
           UndefinedVal(), 1, objectRegion(Call.getCXXThisVal()),
           /*SoftOwner=*/true},
          P);
  }
}

/// The analyzer destroys some parameters in the function called, and then all
/// of them in the caller. The second time there is nothing there any more.
void Engine::destroyingParameter(const CXXDestructorCall &Call, Path &P) {
  const auto *R =
      dyn_cast_or_null<VarRegion>(Call.getCXXThisVal().getAsRegion());
  if (!R || !isa<ParmVarDecl>(R->getDecl()))
    return;
  if (!isDestroyed(P.State, R)) {
    if (R->getStackFrame() == P.C.getStackFrame())
      P.State = setDestroyed(P.State, R, true);
    return;
  }
  if (R->getStackFrame() == P.C.getStackFrame())
    return;
  P.State = setDestroyed(P.State, R, false);
  for (const auto &Entry : allHoldings(P.State))
    if (liesIn(Entry.first, R))
      P.State = letGo(P.State, Entry.first);
  P.State = P.State->bindLoc(loc::MemRegionVal(R), UnknownVal(),
                             P.C.getLocationContext());
}

} // namespace custody
