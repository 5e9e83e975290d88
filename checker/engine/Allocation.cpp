//===- Allocation.cpp - New, delete and the life of objects ---------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/Engine.h"
#include "plugin/Compat.h"
#include "clang/AST/ParentMap.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SValBuilder.h"

using namespace clang;
using namespace ento;

namespace custody {
namespace {

/// The class of an object of type \p T if destroying it does something.
const CXXRecordDecl *withDestructor(QualType T, ASTContext &Ctx) {
  const CXXRecordDecl *C = Ctx.getBaseElementType(T)->getAsCXXRecordDecl();
  if (!C || !C->hasDefinition() || C->hasTrivialDestructor())
    return nullptr;
  return C->getDefinition();
}

const ValueDecl *named(const Expr *Pointer) {
  Pointer = Pointer->IgnoreParenImpCasts();
  if (const auto *M = dyn_cast<MemberExpr>(Pointer))
    return M->getMemberDecl();
  if (const auto *R = dyn_cast<DeclRefExpr>(Pointer))
    return R->getDecl();
  return nullptr;
}

/// Counts down, or asks the object that \p Owned points to.
bool asksCount(const Stmt *S, const ValueDecl *Owned) {
  if (!S)
    return false;
  if (isa<AtomicExpr>(S))
    return true;
  if (const auto *U = dyn_cast<UnaryOperator>(S))
    if (U->isDecrementOp())
      return true;
  if (const auto *C = dyn_cast<CXXMemberCallExpr>(S))
    if (Owned && named(C->getImplicitObjectArgument()) == Owned)
      return true;
  return llvm::any_of(S->children(), [&](const Stmt *Child) {
    return asksCount(Child, Owned);
  });
}

/// `if (p->release() == 0) delete p;`: others may own it too.
bool behindCount(const CXXDeleteExpr *E, const LocationContext *L) {
  const ParentMap &Parents = L->getParentMap();
  const ValueDecl *Owned = named(E->getArgument());
  const Stmt *Child = E;
  for (const Stmt *S = Parents.getParent(E); S;
       Child = S, S = Parents.getParent(S))
    if (const auto *If = dyn_cast<IfStmt>(S))
      if (Child != If->getCond() && asksCount(If->getCond(), Owned))
        return true;
  return false;
}

/// What a new- or delete-expression of family \p Fam is called: a class's own
/// functions by their names, lest 'delete' not do for what came from 'new'.
std::string nameOf(const Family *Fam, bool New, bool Array, bool Global) {
  if (Fam && !Fam->ClassScope.empty())
    return Fam->ClassScope + (New ? "::operator new" : "::operator delete") +
           (Array ? "[]" : "");
  if (Fam && New && !Fam->Releasers.empty() &&
      compat::startsWith(Fam->Releasers.front(), "::"))
    return Array ? "::new[]" : "::new";
  return std::string(Global ? "::" : "") + (New ? "new" : "delete") +
         (Array ? "[]" : "");
}

} // namespace

void Engine::allocated(const CXXAllocatorCall &Call, Path &P) {
  if (insideModelled(P.C.getLocationContext()) || inLibraryCode(P))
    return;
  const CXXNewExpr *E = Call.getOriginExpr();
  Target T = classify(Call.getObjectUnderConstruction(), P.State);
  if (T.K != Target::Symbol)
    return;
  const CXXRecordDecl *Lives = withDestructor(E->getAllocatedType(), Ctx);
  const FunctionDecl *New = E->getOperatorNew();
  if (New && New->isReservedGlobalPlacementOperator()) {
    // Storage comes from elsewhere and keeps its family; the object is new.
    if (!Lives || !T.atStart())
      return;
    Record R = recordOf(T.Sym, P.State);
    R.Lives = Lives;
    P.State = remember(P.State, T.Sym, R);
    return;
  }
  acquireNew(E, T.Sym, P);
}

/// `int *P = new int;` in a class: the analyzer does not look into it.
void Engine::defaultInitialized(const CXXDefaultInitExpr *E, Path &P) {
  const auto *New = dyn_cast<CXXNewExpr>(E->getExpr()->IgnoreParenImpCasts());
  if (!New || New->getNumPlacementArgs() || inLibraryCode(P) ||
      insideModelled(P.C.getLocationContext()) || !P.C.getSVal(E).isUnknown())
    return;
  SVal Fresh = compat::conjureAt(P.C, E, this);
  P.State = P.State->BindExpr(E, P.C.getLocationContext(), Fresh);
  if (SymbolRef Sym = symbolOf(Fresh))
    acquireNew(New, Sym, P);
}

/// The alignment that new and delete of \p T pass on, in bytes; undefined where
/// the language does not pass any. A null \p T is memory without a type.
SVal Engine::alignmentOf(QualType T, Path &P) const {
  if (!Ctx.getLangOpts().AlignedAllocation ||
      (!T.isNull() && (T->isDependentType() || T->isIncompleteType())))
    return UndefinedVal();
  int64_t Bytes = Ctx.getTargetInfo().getNewAlign() / Ctx.getCharWidth();
  if (!T.isNull() && !T->isVoidType())
    Bytes = std::max<int64_t>(Bytes,
                              Ctx.getTypeAlignIfKnown(T) / Ctx.getCharWidth());
  return P.C.getSValBuilder().makeIntVal(Bytes, Ctx.getSizeType());
}

/// What deleting one \p T says of the memory: its size and alignment, unless a
/// virtual destructor knows better than the static type.
void Engine::deletedAs(QualType T, Event &E, Path &P) const {
  if (T.isNull() || T->isDependentType() || T->isIncompleteType())
    return;
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  const CXXDestructorDecl *Dtor = Class ? Class->getDestructor() : nullptr;
  if (Dtor && Dtor->isVirtual())
    return;
  E.Align = alignmentOf(T, P);
  if (!Class)
    return;
  E.Size = P.C.getSValBuilder().makeIntVal(
      Ctx.getTypeSizeInChars(T).getQuantity(), Ctx.getSizeType());
  E.DeletedAs = Class;
}

void Engine::acquireNew(const CXXNewExpr *E, SymbolRef Sym, Path &P) {
  const Family *Fam = Releases.ofNew(E);
  if (!Fam)
    return;
  const FunctionDecl *New = E->getOperatorNew();
  const CXXRecordDecl *Lives = withDestructor(E->getAllocatedType(), Ctx);
  Record R;
  R.State = Custody::Owned;
  R.Fam = Fam;
  Actor Who(nameOf(Fam, /*New=*/true, E->isArray(), /*Global=*/false), Fam);
  if (const FunctionModel *M = Models.function(New))
    Who.ToldBy = M->ToldBy;
  R.From = actor(std::move(Who));
  R.Lives = Lives;
  if (!E->isArray() && E->getAllocatedType()->isRecordType())
    R.Size = P.C.getSValBuilder().makeIntVal(
        Ctx.getTypeSizeInChars(E->getAllocatedType()).getQuantity(),
        Ctx.getSizeType());
  R.Align = alignmentOf(E->getAllocatedType(), P);
  if (E->shouldNullCheckAllocation())
    R.Exists = {Sym, Success::NonNull};
  acquire(Sym, R, P);
}

/// The stock checkers believe that code out of sight may delete through a
/// pointer to const, and that any method may.
void Engine::leaveStockSight(const CallEvent &Call, Path &P) {
  if (P.C.wasInlined || allRecords(P.State).isEmpty() ||
      isa<CXXAllocatorCall, CXXDeallocatorCall>(Call) ||
      (isa<SimpleFunctionCall>(Call) && Call.isInSystemHeader()))
    return;
  auto Leave = [&](SVal V) {
    SymbolRef Sym = symbolOf(V);
    const Record *Known = lookUp(P.State, Sym);
    if (!Known || !Known->From ||
        Known->From->ToldBy != "cplusplus.NewDeleteLeaks")
      return;
    Record R = *Known;
    R.OutOfStockSight = true;
    P.State = remember(P.State, Sym, R);
  };
  for (unsigned I = 0; I < Call.getNumArgs(); ++I)
    Leave(Call.getArgSVal(I));
  if (const auto *Instance = dyn_cast<CXXInstanceCall>(&Call))
    Leave(Instance->getCXXThisVal());
}

void Engine::destroying(const CXXInstanceCall &Call, Path &P) {
  SVal This = Call.getCXXThisVal();
  const MemRegion *Region = This.getAsRegion();
  SymbolRef Sym = symbolOf(This);
  const Record *Known = lookUp(P.State, Sym);
  if (!Known || !Region)
    return;
  // A delete-expression destroys before it releases: tell the second release
  // here, before the destructor's body looks like a use.
  // Only the whole object counts, not a member that starts where it starts.
  while (
      isa<CXXBaseObjectRegion, CXXDerivedObjectRegion, ElementRegion>(Region))
    Region = cast<SubRegion>(Region)->getSuperRegion();
  // (The call of a destructor does not tell the expression that it is for, but
  // nothing else destroys implicitly what a pointer points to.)
  const auto *Implicit = dyn_cast<CXXDestructorCall>(&Call);
  if (Implicit && !Implicit->isBaseDestructor() &&
      isa<SymbolicRegion>(Region) &&
      recordOf(Sym, P.State).State == Custody::Released) {
    apply({EventKind::Release, This, actor(Actor("delete"))}, P);
    if (P.Stopped)
      return;
  }
  if (!isa<SymbolicRegion>(Region) || !Known->Lives)
    return;
  Record R = *Known;
  R.Lives = nullptr;
  P.State = remember(P.State, Sym, R);
}

void Engine::deallocating(const CXXDeallocatorCall &Call, Path &P) {
  const CXXDeleteExpr *E = Call.getOriginExpr();
  if (!E || Call.getNumArgs() == 0)
    return;
  const Family *Fam = Releases.ofDelete(E);
  SVal V = Call.getArgSVal(0);
  bool Global = E->isGlobalDelete() && E->getDestroyedType()->isRecordType();
  std::string Name = nameOf(Fam, /*New=*/false, E->isArrayForm(), Global);
  // delete[] of objects with destructors: the analyzer does not call them. An
  // object deleted through a base without a virtual destructor is a matter of
  // its size.
  SymbolRef Sym = symbolOf(V);
  const CXXRecordDecl *Static =
      E->getDestroyedType().isNull()
          ? nullptr
          : Ctx.getBaseElementType(E->getDestroyedType())->getAsCXXRecordDecl();
  if (const Record *Known = lookUp(P.State, Sym))
    if (Known->Lives && Static && Static->hasDefinition() &&
        (!Static->hasTrivialDestructor() ||
         Known->Lives->isDerivedFrom(Static))) {
      Record R = *Known;
      R.Lives = nullptr;
      P.State = remember(P.State, Sym, R);
    }
  // `delete this` sits behind a count of references that the analyzer often
  // cannot follow: whether it happened is not certain.
  // So does the delete of an owner that shares.
  const LocationContext *Frame = P.C.getLocationContext();
  if (isa<CXXThisExpr>(E->getArgument()->IgnoreParenImpCasts()) ||
      (isa<CXXDestructorDecl>(Frame->getDecl()) && behindCount(E, Frame))) {
    apply({EventKind::Escape, V}, P);
    return;
  }
  Event Ev{EventKind::Release, V, releaser(actor(Actor(Name, Fam)), V, P), Fam};
  if (!E->isArrayForm())
    deletedAs(E->getDestroyedType(), Ev, P);
  apply(Ev, P);
}

} // namespace custody
