//===- Stores.cpp - A value is stored somewhere ---------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/Engine.h"
#include "state/Places.h"
#include "clang/AST/Attr.h"

using namespace clang;
using namespace ento;

namespace custody {

namespace {

/// True for a type whose objects have several names for one place.
bool hasUnion(QualType T) {
  const RecordDecl *R = T.isNull() ? nullptr : T->getAsRecordDecl();
  if (!R || !(R = R->getDefinition()))
    return false;
  return R->isUnion() || llvm::any_of(R->fields(), [](const FieldDecl *F) {
           return hasUnion(F->getType());
         });
}

/// True if a place other than \p Except holds \p Sym: a variable, or the field
/// that it was read from.
bool heldElsewhere(SymbolRef Sym, const MemRegion *Except,
                   ProgramStateRef State) {
  struct Finder : StoreManager::BindingsHandler {
    SymbolRef Sym;
    const MemRegion *Except;
    bool Found = false;
    bool HandleBinding(StoreManager &, Store, const MemRegion *R,
                       SVal V) override {
      Found = R != Except && symbolOf(V) == Sym && isLocal(R);
      return !Found;
    }
  } Elsewhere;
  Elsewhere.Sym = Sym;
  Elsewhere.Except = Except;
  StoreManager &Stores = State->getStateManager().getStoreManager();
  Stores.iterBindings(State->getStore(), Elsewhere);
  if (Elsewhere.Found)
    return true;
  const auto *Read = dyn_cast<SymbolRegionValue>(Sym);
  if (!Read || Read->getRegion()->StripCasts() == Except->StripCasts())
    return false;
  SVal Now =
      State->getSVal(loc::MemRegionVal(Read->getRegion()), Sym->getType());
  return symbolOf(Now) == Sym;
}

} // namespace

void Engine::bound(SVal Loc, SVal Val, const Stmt *S, Path &P) {
  StoredInItself = nullptr;
  const MemRegion *Region = Loc.getAsRegion();
  if (!Region)
    return;
  P.State = forgetAnswers(P.State, Region);
  if (Learns)
    P.State = Learns->bound(Loc, Val, S, P.State);
  SymbolRef Sym = symbolOf(Val);
  if (isPartOf(Region, Sym))
    StoredInItself = Sym;
  if (guardedPlaces(P.State).contains(Region)) {
    apply({EventKind::Escape, Val}, P);
    return;
  }
  const Record *New = lookUp(P.State, Sym);
  const auto *Typed = dyn_cast<TypedValueRegion>(Region);
  QualType Type;
  if (Typed)
    Type = Typed->getValueType();
  else if (const auto *Pointee = dyn_cast<SymbolicRegion>(Region)) // *p = ...
    Type = Pointee->getSymbol()->getType()->getPointeeType();
  bool Scalar = !Type.isNull() &&
                (Type->isPointerType() || Type->isIntegralOrEnumerationType());
  // `*Element->Previous = Element->Next` may change what any field holds.
  if (Scalar && Type->isPointerType() && isa<SymbolicRegion>(Region))
    P.State = storeOutOfSight(P.State, Type);
  if (allRecords(P.State).isEmpty())
    return;
  SymbolRef Old =
      Scalar ? symbolOf(P.State->getSVal(Loc.castAs<ento::Loc>(), Type))
             : nullptr;

  // An owner's field is overwritten: it lets go of what it had.
  if (Old && Old != Sym)
    if (const Record *R = lookUp(P.State, Old))
      if (R->SoftOwner && R->State == Custody::Adopted && R->OwnerRegion &&
          (Region == R->OwnerRegion || Region->isSubRegionOf(R->OwnerRegion)) &&
          !insideModelled(P.C.getLocationContext())) {
        Record Next = *R;
        Next.State = R->From && R->Before != Custody::Escaped
                         ? Custody::Owned
                         : Custody::Escaped;
        Next.OwnerRegion = nullptr;
        Next.SoftOwner = false;
        P.State = remember(P.State, Old, Next);
      }
  if (isa<VarRegion>(Region) && cleanupOf(Region))
    for (const auto &Entry : allRecords(P.State))
      if (Entry.second.Cleanup == Region && Entry.first != Sym) {
        Record R = Entry.second;
        R.Cleanup = nullptr;
        P.State = remember(P.State, Entry.first, R);
      }
  bool Whole =
      Val.getAs<nonloc::LazyCompoundVal>() || Val.getAs<nonloc::CompoundVal>();
  bool Unfollowed = Whole && (hasUnion(Type) || cleanupOf(Region));
  if (Unfollowed || (Whole && !isLocal(Region)))
    for (SymbolRef Part : reachable(Val, P.State))
      if (const Record *R = lookUp(P.State, Part)) {
        // Of what is stored in two places, no one place decides.
        Record Next = Unfollowed ? exposed(P.State, *R) : *R;
        Next.Inside = nullptr;
        P.State = remember(P.State, Part, Next);
      }
  if (!New)
    return;

  // p = realloc(p, n): the old value goes with its variable.
  if (Old && Old != Sym && !New->OverwroteIfFailed) {
    const Record *R = lookUp(P.State, Old);
    bool CallersCopy = false;
    if (const auto *Value = dyn_cast<SymbolRegionValue>(Old))
      if (const auto *V = dyn_cast<VarRegion>(Value->getRegion()))
        CallersCopy = V == Region && isa<ParmVarDecl>(V->getDecl());
    // So is a local copy of what had been stored elsewhere before.
    CallersCopy |= R && R->Before == Custody::Escaped && isLocal(Region);
    CallersCopy = CallersCopy || heldElsewhere(Old, Region, P.State);
    if (R && R->State == Custody::Resized && R->Done.Sym == Sym &&
        R->Done.When != Success::Always && !CallersCopy &&
        evaluate(P.State, R->Done) == Holds::Maybe) {
      Record Next = *New;
      Next.OverwroteIfFailed = Old;
      P.State = remember(P.State, Sym, Next);
      New = lookUp(P.State, Sym);
    }
  }

  if (insideModelled(P.C.getLocationContext()))
    return;

  // A union's members are one value under several names, of which the analyzer
  // follows only the one that was written. A local one with simple members is
  // watched for reads of another (see `accessed`).
  for (const MemRegion *R = Region; const auto *F = dyn_cast<FieldRegion>(R);
       R = F->getSuperRegion())
    if (F->getDecl()->getParent()->isUnion() && !isWatchedUnion(F)) {
      apply({EventKind::Escape, Val}, P);
      return;
    }

  // A reference that is taken later may be for this place.
  if (New->State == Custody::Lent && !isLocal(Region)) {
    apply({EventKind::Escape, Val}, P);
    return;
  }

  // A variable with a cleanup function owns what it is given.
  if (cleanupOf(Region)) {
    giveToCleanup(Region, Val, P);
    return;
  }

  // A field that its class's destructor releases.
  if (const auto *F = dyn_cast<FieldRegion>(Region))
    if (const auto *Owned = Releases.ownedField(F->getDecl())) {
      if (New->State == Custody::Owned || New->State == Custody::Escaped) {
        apply({EventKind::Adopt, Val, userOwner(*Owned), Owned->Fam,
               UndefinedVal(), UndefinedVal(), 1, Region,
               /*SoftOwner=*/true},
              P);
        return;
      }
      if (New->State == Custody::Adopted && New->SoftOwner) {
        Record Next = *New;
        Next.OwnerRegion = Region;
        P.State = remember(P.State, Sym, Next);
        return;
      }
    }

  // Stored in memory that is itself owned.
  if (New->State == Custody::Owned) {
    const auto *Base = dyn_cast<SymbolicRegion>(Region->getBaseRegion());
    SymbolRef Outer = Base ? stripCasts(Base->getSymbol()) : nullptr;
    const Record *OuterRecord = lookUp(P.State, Outer);
    bool Nested =
        OuterRecord && OuterRecord->State == Custody::Owned && Outer != Sym;
    // Of what is stored in two places, no one place decides.
    bool Second = New->Inside && !isLocal(Region) && New->Inside != Outer;
    if (Second || (Nested && New->Inside != Outer)) {
      Record Next = Second ? exposed(P.State, *New) : *New;
      Next.Inside = Second ? nullptr : Outer;
      P.State = remember(P.State, Sym, Next);
    }
  }
}

} // namespace custody
