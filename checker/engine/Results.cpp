//===- Results.cpp - What a modelled call gives ---------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Results, out-parameters, and what is certain of a release or an adoption only
// once the call has returned.
//
//===----------------------------------------------------------------------===//

#include "engine/Arguments.h"
#include "engine/Engine.h"
#include "plugin/Compat.h"
#include "clang/AST/ParentMap.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SValBuilder.h"

using namespace clang;
using namespace ento;

namespace custody {
namespace {

/// True if nobody looks at the value of \p E.
bool isDiscarded(const Expr *E, const LocationContext *L) {
  if (!E)
    return false;
  const ParentMap &Parents = L->getParentMap();
  const Stmt *Outer = Parents.getParentIgnoreParenCasts(E);
  while (const auto *Choice = dyn_cast_or_null<ConditionalOperator>(Outer)) {
    if (Choice->getCond()->IgnoreParenCasts() == E->IgnoreParenCasts())
      return false;
    E = Choice;
    Outer = Parents.getParentIgnoreParenCasts(E);
  }
  return !isa_and_nonnull<StmtExpr>(Outer ? Parents.getParent(Outer)
                                          : nullptr) &&
         !Parents.isConsumedExpr(E);
}

/// True if nobody keeps the value of \p E: at most it is compared with null.
bool isOnlyTested(const Expr *E, const LocationContext *L) {
  if (!E || isDiscarded(E, L))
    return E;
  const ParentMap &Parents = L->getParentMap();
  const Stmt *Inner = E;
  const Stmt *Outer = Parents.getParentIgnoreParenCasts(E);
  for (; const auto *U = dyn_cast_or_null<UnaryOperator>(Outer);
       Outer = Parents.getParentIgnoreParenCasts(Outer)) {
    if (U->getOpcode() != UO_LNot)
      return false;
    Inner = U;
  }
  if (const auto *If = dyn_cast_or_null<IfStmt>(Outer))
    return If->getCond()->IgnoreParenCasts() ==
           cast<Expr>(Inner)->IgnoreParenCasts();
  return false;
}

} // namespace

/// Where nothing else tells success: what the first of the arguments before \p
/// E that give an owned value gave. Without that the others give nothing
/// either.
static SymbolRef firstOut(const CallEvent &Call, const FunctionModel &M,
                          const ArgEffect &E, ProgramStateRef State) {
  for (const ArgEffect &First : M.Args)
    if (First.Action == ArgAction::WritesOwned && First.Index < E.Index)
      return symbolOf(pointee(argument(Call, First.Index),
                              pointeeType(Call, First.Index), State));
  return nullptr;
}

void Engine::acquireOut(const CallEvent &Call, const FunctionModel &M,
                        const ArgEffect &E, Path &P) {
  SVal Dest = Call.getArgSVal(E.Index);
  const MemRegion *Region = Dest.getAsRegion();
  QualType T = pointeeType(Call, E.Index);
  if (!Region || T.isNull() || !Dest.getAs<Loc>())
    return;
  SValBuilder &B = P.C.getSValBuilder();
  for (unsigned I = 0; I < E.Elements; ++I) {
    SVal Place = Dest;
    QualType Type = T;
    if (!E.Field.empty()) {
      const FieldDecl *Field = fieldOf(T, E.Field);
      if (!Field)
        return;
      Place = P.State->getLValue(Field, Dest);
      Type = Field->getType();
    } else if (E.Elements > 1) {
      // An array decays to its first element; count from its start.
      SVal Base = Dest;
      if (const auto *Element = dyn_cast<ElementRegion>(Region))
        if (Element->getIndex().isZeroConstant())
          Base = loc::MemRegionVal(Element->getSuperRegion());
      Place = P.State->getLValue(T, B.makeArrayIndex(I), Base);
    }
    auto L = Place.getAs<Loc>();
    if (!L || !(Type->isPointerType() || Type->isIntegralOrEnumerationType()))
      continue;
    SVal Written = P.State->getSVal(*L, Type);
    SymbolRef Sym = symbolOf(Written);
    // Derived from what the call made of the whole object, it would not be
    // found when the object itself escapes (to its destructor, say).
    if (isa_and_nonnull<SymbolDerived>(Sym))
      P.State = P.State->bindLoc(*L, Written, P.C.getLocationContext());
    if (!Sym) {
      SVal Fresh = compat::conjure(B, Call, P.C.getLocationContext(), Type,
                                   P.C.blockCount() + I, this);
      P.State = P.State->bindLoc(*L, Fresh, P.C.getLocationContext());
      Sym = symbolOf(Fresh);
    }
    if (!Sym)
      continue;
    Record R;
    // What lands in somebody else's memory is theirs to keep.
    R.State = isLocal(Region) ? Custody::Owned : Custody::Escaped;
    R.Fam = E.Fam;
    R.From = actorFor(callee(Call), M, E.Fam);
    if (M.OnSuccess != Success::Always)
      if (SymbolRef Result = symbolOf(Call.getReturnValue()))
        R.Exists = {Result, M.OnSuccess};
    if (M.OnSuccess == Success::Always && Type->isPointerType())
      R.Exists = {firstOut(Call, M, E, P.State), Success::NonNull};
    if (M.OnSuccess == Success::Always && Type->isPointerType() &&
        !R.Exists.Sym)
      R.Exists = {Sym, Success::NonNull};
    acquire(Sym, R, P);
    if (cleanupOf(Region))
      giveToCleanup(L->getAsRegion(), P.State->getSVal(*L, Type), P);
  }
}

/// \p Call wrote to \p Field alone, and the analyzer has forgotten the fields
/// around it as well: gives them back what they had.
static void restoreNeighbours(const CallEvent &Call, const FieldRegion *Field,
                              Path &P) {
  auto MadeByCall = [&](SVal V) {
    SymbolRef S = V.getAsSymbol();
    if (const auto *Derived = dyn_cast_or_null<SymbolDerived>(S))
      S = Derived->getParentSymbol();
    const auto *Conjured = dyn_cast_or_null<SymbolConjured>(S);
    return Conjured && compat::conjuringStmt(Conjured) == Call.getOriginExpr();
  };
  for (const FieldDecl *Other : Field->getDecl()->getParent()->fields()) {
    auto L =
        P.State->getLValue(Other, loc::MemRegionVal(Field->getSuperRegion()))
            .getAs<Loc>();
    if (Other == Field->getDecl() || !L || !Other->getType()->isScalarType() ||
        Field->getDecl()->getParent()->isUnion() ||
        !MadeByCall(P.State->getSVal(*L, Other->getType())))
      continue;
    if (auto Old = heldBefore(P.C.getPredecessor(), *L, Other->getType(),
                              [&](SVal V) { return !MadeByCall(V); }))
      P.State = P.State->bindLoc(*L, *Old, P.C.getLocationContext());
  }
}

/// memset(p, 0, sizeof *p) makes a known object of it, whether or not the
/// analyzer's own model of strings is on.
void Engine::fill(const CallEvent &Call, const FunctionModel &M,
                  const ArgEffect &E, Path &P) {
  SVal Dest = Call.getArgSVal(E.Index);
  std::optional<int64_t> Size = numberOf(argument(Call, M.SizeArg));
  const MemRegion *R = Dest.getAsRegion();
  if (P.C.wasInlined || !R || !Size || !Dest.getAs<Loc>())
    return;
  R = R->StripCasts();
  QualType T;
  if (const auto *Typed = dyn_cast<TypedValueRegion>(R))
    T = Typed->getValueType();
  else
    T = pointeeType(Call, E.Index);
  if (T.isNull() || T->isIncompleteType() || T->isVoidType() ||
      *Size != Ctx.getTypeSizeInChars(T).getQuantity())
    return;
  if (const auto *Field = dyn_cast<FieldRegion>(R))
    restoreNeighbours(Call, Field, P);
  if (Call.getArgSVal(E.FilledWith).isZeroConstant())
    P.State = P.State->bindDefaultZero(loc::MemRegionVal(R),
                                       P.C.getLocationContext());
}

/// The value comes back as it was, or the call fails and has released it. The
/// two cannot be told apart later by any one value, so the path splits.
void Engine::reopen(const CallEvent &Call, const FunctionModel &M,
                    const ArgEffect &E, Path &P) {
  SVal V = Call.getArgSVal(E.Index);
  const Record *Known = lookUp(P.State, symbolOf(V));
  const Expr *Origin = Call.getOriginExpr();
  auto Result = Call.getReturnValue().getAs<DefinedOrUnknownSVal>();
  if (!Known || Known->State == Custody::Released || !Origin || !Result)
    return;
  const LocationContext *L = P.C.getLocationContext();
  Record R = *Known;
  R.State = Custody::Released;
  R.By = actorFor(callee(Call), M, E.Fam);
  if (ProgramStateRef Failed = P.State->assume(*Result, false))
    P.C.addTransition(remember(Failed, symbolOf(V), R));
  if (ProgramStateRef Succeeded = P.State->assume(*Result, true))
    P.State = Succeeded->BindExpr(Origin, L, V);
  else
    P.Stopped = true;
}

/// A call that got nothing left the old value alone (getline at the end).
void Engine::replaced(const CallEvent &Call, const ArgEffect &E, Path &P) {
  auto Place = Call.getArgSVal(E.Index).getAs<Loc>();
  QualType T = pointeeType(Call, E.Index);
  SymbolRef Result = symbolOf(Call.getReturnValue());
  if (!Place || T.isNull() || !Result || P.C.wasInlined ||
      !Result->getType()->isSignedIntegerType())
    return;
  auto Old =
      heldBefore(P.C.getPredecessor(), *Place, T, Custody::Released, P.State);
  if (!Old)
    return;
  Record R = *lookUp(P.State, symbolOf(*Old));
  R.Done = {Result, Success::Positive};
  P.State = remember(P.State, symbolOf(*Old), R);
}

/// What \p Sym was before the call that released it and ends at \p N.
static Custody stateBefore(const ExplodedNode *N, SymbolRef Sym) {
  for (; N; N = N->getFirstPred()) {
    const Record *R = lookUp(N->getState(), Sym);
    if (!R || R->State != Custody::Released)
      return R ? R->State : Custody::Unknown;
  }
  return Custody::Unknown;
}

/// What is certain of a release only once the call has returned.
void Engine::released(const CallEvent &Call, const FunctionModel &M,
                      const ArgEffect &E, Path &P) {
  SVal V = Call.getArgSVal(E.Index);
  if (!E.Field.empty() || E.Then > ArgEffect::Rest::Unknown) {
    // The call made the whole structure unknown: put the released value back,
    // so that its second release is seen.
    QualType T = pointeeType(Call, E.Index);
    SVal Place = V;
    if (!E.Field.empty()) {
      const FieldDecl *Field = fieldOf(T, E.Field);
      Place = Field ? P.State->getLValue(Field, V) : SVal(UnknownVal());
      T = Field ? Field->getType() : QualType();
    }
    auto L = Place.getAs<Loc>();
    if (!L || !L->getAsRegion() || T.isNull() ||
        E.Then == ArgEffect::Rest::Unknown)
      return;
    const LocationContext *LC = P.C.getLocationContext();
    if (E.Then == ArgEffect::Rest::Null)
      P.State = P.State->bindLoc(*L, P.C.getSValBuilder().makeZeroVal(T), LC);
    else if (auto Old = heldBefore(P.C.getPredecessor(), *L, T,
                                   Custody::Released, P.State))
      P.State = P.State->bindLoc(*L, *Old, LC);
    return;
  }
  // close() that fails has not certainly released.
  const Record *Old = lookUp(P.State, symbolOf(V));
  SymbolRef Result = symbolOf(Call.getReturnValue());
  if ((M.OnSuccess != Success::Zero && !E.ByReturn) || E.Indirect || !Old ||
      !Result || Old->State != Custody::Released || P.C.wasInlined)
    return;
  Record R = *Old;
  R.Done = {Result, M.OnSuccess};
  R.Before = E.ByReturn ? stateBefore(P.C.getPredecessor(), symbolOf(V))
                        : Custody::Unknown;
  P.State = remember(P.State, symbolOf(V), R);
}

/// Statuses and descriptors of libraries are -1 or not negative: \p State with
/// what that says of \p Result.
static ProgramStateRef withinRange(ProgramStateRef State, SVal Result,
                                   const FunctionModel &M) {
  SymbolRef Sym = symbolOf(Result);
  bool Failed = M.OnSuccess == Success::Never;
  bool Signed = M.OnSuccess == Success::NonNegative ||
                M.OnSuccess == Success::NotMinusOne;
  if (!Sym || !Result.getAs<NonLoc>() || M.From != Source::Shipped ||
      !(Failed || (Signed && Sym->getType()->isSignedIntegerType())))
    return State;
  SValBuilder &B = State->getStateManager().getSValBuilder();
  auto Range =
      B.evalBinOp(State, Failed ? BO_EQ : BO_GE, Result,
                  B.makeIntVal(-1, Sym->getType()), B.getConditionType())
          .getAs<DefinedOrUnknownSVal>();
  ProgramStateRef Next = Range ? State->assume(*Range, true) : nullptr;
  return Next ? Next : State;
}

/// Lets \p Call have returned a structure whose \p Field is a value that
/// nothing is known of, which it returns.
static SVal freshField(const CallEvent &Call, const FieldDecl *Field,
                       const void *Tag, Path &P) {
  SValBuilder &B = P.C.getSValBuilder();
  const LocationContext *LC = P.C.getLocationContext();
  auto Conjure = [&](const FieldDecl *F) {
    return compat::conjure(B, Call, LC, F->getType(),
                           P.C.blockCount() + F->getFieldIndex(), Tag);
  };
  SVal Fresh = Conjure(Field);
  SVal Whole = Call.getReturnValue();
  // In C++ the object is there already.
  if (auto Copy = Whole.getAs<nonloc::LazyCompoundVal>()) {
    auto L = P.State->getLValue(Field, loc::MemRegionVal(Copy->getRegion()))
                 .getAs<Loc>();
    if (!L)
      return UnknownVal();
    P.State = P.State->bindLoc(*L, Fresh, LC);
    return Fresh;
  }
  BasicValueFactory &Values = B.getBasicValueFactory();
  llvm::ImmutableList<SVal> Parts = Values.getEmptySValList();
  llvm::SmallVector<const FieldDecl *, 4> Fields(Field->getParent()->fields());
  for (const FieldDecl *F : llvm::reverse(Fields))
    Parts = Values.prependSVal(F == Field ? Fresh : Conjure(F), Parts);
  P.State = P.State->BindExpr(Call.getOriginExpr(), LC,
                              B.makeCompoundVal(Call.getResultType(), Parts));
  return Fresh;
}

/// Lets \p Call, which is written in the source, have given a value that
/// nothing is known of.
SVal Engine::freshResult(const CallEvent &Call, Path &P) {
  const LocationContext *L = P.C.getLocationContext();
  SVal Fresh = compat::conjure(P.C.getSValBuilder(), Call, L,
                               Call.getResultType(), P.C.blockCount(), this);
  P.State = P.State->BindExpr(Call.getOriginExpr(), L, Fresh);
  return Fresh;
}

void Engine::acquireResults(const CallEvent &Call, const FunctionModel &M,
                            Path &P) {
  SVal Result = Call.getReturnValue();
  SymbolRef Sym = symbolOf(Result);
  bool Freed = false;
  for (const ArgEffect &E : M.Args) {
    if (E.Index >= Call.getNumArgs())
      continue;
    SymbolRef Arg = symbolOf(Call.getArgSVal(E.Index));
    switch (E.Action) {
    case ArgAction::Replaces:
      replaced(Call, E, P);
      [[fallthrough]];
    case ArgAction::WritesOwned:
      if (!inLibraryCode(P))
        acquireOut(Call, M, E, P);
      break;
    case ArgAction::Fills:
      fill(Call, M, E, P);
      break;
    case ArgAction::Reopens:
      reopen(Call, M, E, P);
      break;
    case ArgAction::Keeps:
      if (const Record *Old = lookUp(P.State, Arg); Old && E.ByReturn && Sym) {
        Record R = *Old;
        R.Kept = {Sym, M.OnSuccess};
        P.State = remember(P.State, Arg, R);
      }
      break;
    case ArgAction::Releases:
      released(Call, M, E, P);
      break;
    case ArgAction::Resizes:
    case ArgAction::Adopts: {
      Freed |= E.Action == ArgAction::Resizes &&
               argument(Call, M.SizeArg).isZeroConstant();
      const Record *Old = lookUp(P.State, Arg);
      bool Conditional = E.Action == ArgAction::Resizes || E.ByReturn;
      if (!Old || !Sym || !Conditional ||
          (Old->State != Custody::Resized && Old->State != Custody::Adopted))
        break;
      Record R = *Old;
      R.Done = {Sym, M.OnSuccess};
      if (E.Action == ArgAction::Resizes)
        R.NewSize = argument(Call, M.SizeArg).getAsSymbol();
      if (E.ByReturn)
        R.OwnerSym = Sym;
      // Whether an initializer that returns nil has released it, nobody says.
      if (isa<ObjCMethodCall>(&Call) && R.Before == Custody::Owned)
        R.Before = Custody::Escaped;
      P.State = remember(P.State, Arg, R);
      break;
    }
    default:
      break;
    }
  }
  P.State = withinRange(P.State, Result, M);
  switch (M.Returns) {
  case ReturnAction::Unknown:
    return;
  case ReturnAction::Argument:
    // Keep the identity that the analyzer loses in a call without a body.
    if (const Expr *E = Call.getOriginExpr())
      if (M.ReturnArg < Call.getNumArgs() &&
          (!P.C.wasInlined || M.From == Source::Shipped))
        P.State = P.State->BindExpr(E, P.C.getLocationContext(),
                                    Call.getArgSVal(M.ReturnArg));
    return;
  case ReturnAction::Inside:
    if (SymbolRef Outer = symbolOf(argument(Call, M.ReturnArg));
        Sym && lookUp(P.State, Outer) && Sym != Outer && !P.C.wasInlined) {
      Record R;
      R.Within = Outer;
      P.State = remember(P.State, Sym, R);
    }
    return;
  case ReturnAction::ArgumentOrNull:
    // Whether it is null, the path may only learn later: two names for one
    // memory until then.
    if (const MemRegion *Buffer = argument(Call, M.ReturnArg).getAsRegion();
        Sym && Buffer && Sym->getType()->isPointerType() && !P.C.wasInlined) {
      Record R;
      R.Within = symbolOf(argument(Call, M.ReturnArg));
      R.StartOf = Buffer;
      if (R.Within != Sym)
        P.State = remember(P.State, Sym, R);
    }
    return;
  case ReturnAction::Owned:
  case ReturnAction::Kept:
  case ReturnAction::Lent:
    break;
  }
  if (Freed || inLibraryCode(P))
    return;
  // `p = s->str; g_string_free(s, FALSE);`: what a value leaves behind where it
  // is released may be known already.
  if (llvm::any_of(
          M.Args,
          [](const ArgEffect &E) { return E.Action == ArgAction::Releases; }) &&
      isDiscarded(Call.getOriginExpr(), P.C.getLocationContext()))
    return;
  // What is made for its effect alone is known to somebody else; that names
  // look like an allocator is not enough to say otherwise.
  if (M.From == Source::Inferred &&
      isOnlyTested(Call.getOriginExpr(), P.C.getLocationContext()))
    return;
  if (const FieldDecl *Field = carrier(Call.getResultType())) {
    if (!Call.getOriginExpr() || P.C.wasInlined)
      return;
    Result = freshField(Call, Field, this, P);
    Sym = symbolOf(Result);
  }
  // An allocator of the user's own may hand out the middle of what it got;
  // to its callers that is a value of its own.
  if (P.C.wasInlined && Result.getAsRegion() && Call.getOriginExpr() &&
      (!Sym || !classify(Result, P.State).atStart())) {
    Result = freshResult(Call, P);
    Sym = symbolOf(Result);
  }
  if (!Sym || !classify(Result, P.State).atStart())
    return;
  // mmap(p, ..., MAP_FIXED): a place inside what is owned already.
  for (unsigned I = 0; I < Call.getNumArgs(); ++I)
    if (const Record *Old = lookUp(P.State, symbolOf(Call.getArgSVal(I))))
      if (M.actionOn(I) == ArgAction::Uses && Old->Fam &&
          Call.getArgSVal(I).getAs<Loc>() && Call.getArgExpr(I) &&
          takesBuffer(Call.parameters().size() > I
                          ? parameterType(Call, I)
                          : Call.getArgExpr(I)->getType()) &&
          Old->Fam == M.ReturnFamily)
        return;
  Record R;
  R.Fam = M.ReturnFamily;
  R.From = actorFor(callee(Call), M, M.ReturnFamily);
  if (M.Returns == ReturnAction::Lent) {
    R.State = Custody::Lent;
    R.Floats = M.Floats;
    R.ReadOnly = !M.Floats && (!M.ReturnFamily || !M.ReturnFamily->Writable);
    acquire(Sym, R, P);
    return;
  }
  R.State = M.Returns == ReturnAction::Kept ? Custody::Adopted : Custody::Owned;
  if (M.OnSuccess != Success::Always)
    R.Exists = {Sym, M.OnSuccess};
  R.Size = argument(Call, M.SizeArg);
  R.Align = argument(Call, M.AlignArg);
  if (M.CountArg >= 0) {
    SVal Count = argument(Call, M.CountArg);
    R.Size =
        R.Size.isUnknownOrUndef() || Count.isUnknownOrUndef()
            ? SVal(UndefinedVal())
            : P.C.getSValBuilder().evalBinOp(P.State, BO_Mul, R.Size, Count,
                                             P.C.getASTContext().getSizeType());
  }
  acquire(Sym, R, P);
}

} // namespace custody
