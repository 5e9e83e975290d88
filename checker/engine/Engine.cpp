//===- Engine.cpp - Where events meet records -----------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/Engine.h"
#include "plugin/Compat.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SValBuilder.h"

using namespace clang;
using namespace ento;

namespace custody {

Engine::Engine(ASTContext &Ctx, const Reporter &Rules, ErrorHandler OnError)
    : Ctx(Ctx), Rules(Rules), Models(Ctx, std::move(OnError)),
      Releases(Ctx, Models) {}

const Actor *Engine::actor(Actor Who) {
  std::string Key = Who.Name + "\n" + (Who.Fam ? Who.Fam->Name : "") + "\n" +
                    (Who.IsOwner ? "o" : "");
  const Actor *&Slot = ActorIndex[Key];
  if (!Slot) {
    Actors.push_back(std::move(Who));
    Slot = &Actors.back();
  }
  return Slot;
}

const Actor *Engine::asOwner(const Actor *A) {
  Actor Who = *A;
  Who.IsOwner = true;
  return actor(std::move(Who));
}

/// As messages name what is called.
static std::string nameOf(const NamedDecl *Callee) {
  if (const auto *M = dyn_cast<ObjCMethodDecl>(Callee))
    return bracketedName(M);
  return isa<CXXMethodDecl>(Callee) ? qualifiedName(Callee)
                                    : Callee->getNameAsString();
}

const Actor *Engine::actorFor(const NamedDecl *F, const FunctionModel &M,
                              const Family *Fam) {
  Actor Who(nameOf(F), Fam, /*IsOwner=*/false, M.From, M.Origin, F);
  Who.ToldBy = M.ToldBy;
  return actor(std::move(Who));
}

bool Engine::isModelled(const FunctionDecl *F) {
  auto [It, New] = Modelled.try_emplace(F->getCanonicalDecl(), false);
  if (!New)
    return It->second;
  bool Is = false;
  switch (F->getOverloadedOperator()) {
  case OO_New:
  case OO_Array_New:
  case OO_Delete:
  case OO_Array_Delete:
    Is = true;
    break;
  default:
    break;
  }
  if (const auto *M = dyn_cast<CXXMethodDecl>(F))
    Is |= Models.classModel(M->getParent()) != nullptr;
  if (!Is)
    if (const FunctionModel *M = Models.function(F)) {
      Is =
          M->Returns == ReturnAction::Owned || M->Returns == ReturnAction::Lent;
      // What a library's function does is said, even if it is little.
      Is |= isStated(M->From);
      for (const ArgEffect &E : M->Args)
        Is |= E.Action != ArgAction::Uses && E.Action != ArgAction::Keeps;
    }
  return Modelled[F->getCanonicalDecl()] = Is;
}

bool Engine::isModelled(const Decl *D) {
  if (const auto *F = dyn_cast_or_null<FunctionDecl>(D))
    return isModelled(F);
  return Models.method(dyn_cast_or_null<ObjCMethodDecl>(D)) != nullptr;
}

bool Engine::insideModelled(const LocationContext *L) {
  for (; L; L = L->getParent()) {
    if (!isa<StackFrameContext>(L) || L->inTopFrame())
      continue;
    if (isModelled(L->getDecl()))
      return true;
  }
  return false;
}

bool Engine::inLibraryCode(const Path &P) const {
  const SourceManager &SM = P.C.getSourceManager();
  const Decl *D = P.C.getLocationContext()->getDecl();
  return D && SM.isInSystemHeader(SM.getExpansionLoc(D->getLocation()));
}

Record Engine::recordOf(SymbolRef Sym, ProgramStateRef State) {
  const Record *R = lookUp(State, Sym);
  return R ? resolved(State, *R) : Record();
}

const Actor *Engine::lentByConst(SymbolRef Sym) {
  const CallExpr *Call = callReturning(Sym);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  if (!F || F->hasBody() || isa<CXXMethodDecl>(F))
    return nullptr;
  QualType T = F->getReturnType();
  if (!T->isPointerType() || !T->getPointeeType().isConstQualified() ||
      T->getPointeeType()->isVoidType() || Models.function(F))
    return nullptr;
  Family &Lent = Models.families().get("lent by a const result");
  Lent.Kind = FamilyKind::Lent;
  if (T->getPointeeType()->isAnyCharacterType())
    Lent.Noun = "memory";
  return actor(Actor(F->getNameAsString(), &Lent));
}

/// What a function out of sight that another language implements gave, by the
/// word of the translation: its memory is none of Rust's. That a box is made of
/// it again may be right: user data comes back so.
const Actor *Engine::foreignTo(const Family *Owner, SymbolRef Sym) {
  const CallExpr *Call = callReturning(Sym);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  if (!F || !Owner || !Owner->Native || F->hasBody() || Models.function(F))
    return nullptr;
  for (const auto *A : F->specific_attrs<AnnotateAttr>())
    if (A->getAnnotation() == "rust:foreign")
      return actor(
          Actor(F->getNameAsString(), &Models.families().get("foreign")));
  return nullptr;
}

Record Engine::foundIn(SymbolRef Sym, ProgramStateRef State) {
  Record R;
  auto LentBy = [&](const Actor *Lender, bool ReadOnly) {
    R.State = Custody::Lent;
    R.Fam = Lender->Fam;
    R.From = Lender;
    R.ReadOnly = ReadOnly;
    return R;
  };
  if (const Actor *Lender = lentByConst(Sym))
    return LentBy(Lender, /*ReadOnly=*/true);
  const MemRegion *Place = Sym->getOriginRegion();
  if (const ValueDecl *D = storedIn(Place)) {
    LearnedModels::Content Held = Models.contentOf(D);
    if (Held.Fam) {
      R.State = Custody::Escaped;
      R.Fam = Held.Fam;
      R.From = actor(Actor(qualifiedName(D), Held.Fam, false, Source::Learned,
                           Held.Where, D));
    }
  }
  if (const ValueDecl *Container = elementIn(Place)) {
    LearnedModels::Content Held = Models.elementsOf(Container);
    if (Held.Fam) {
      R.State = Custody::Escaped;
      R.Fam = Held.Fam;
      const auto *V = dyn_cast<VarDecl>(Container);
      std::string Name = V && V->isLocalVarDecl() ? V->getNameAsString()
                                                  : qualifiedName(Container);
      R.From = actor(Actor(std::move(Name), Held.Fam, false, Source::Learned,
                           Held.Where, Container));
      return R;
    }
  }
  const auto *Field = dyn_cast_or_null<FieldRegion>(Place);
  if (!Field)
    return R;
  // What a lent structure points to belongs to the lender, too.
  if (const auto *Base = dyn_cast<SymbolicRegion>(Place->getBaseRegion()))
    if (const Record *Outer = lookUp(State, stripCasts(Base->getSymbol())))
      if (Outer->State == Custody::Lent && !Outer->From->IsOwner)
        return LentBy(Outer->From, Outer->ReadOnly);
  // A field that says of which family its values are.
  if (const Family *Fam = Models.ownerFamily(Field->getDecl())) {
    R.State = Custody::Escaped;
    R.Fam = Fam;
    R.From = actor(Actor(qualifiedName(Field->getDecl()), Fam, false,
                         Source::Attribute, "", Field->getDecl()));
  }
  return R;
}

void Engine::acquire(SymbolRef Sym, const Record &R, Path &P) {
  P.State = remember(P.State, Sym, R);
}

void Engine::report(const Finding &F, Path &P) {
  // The library's own business is not the user's, unless a user's line can be
  // blamed for it: what a pair or a tuple makes of the pointer that it is
  // given.
  const Decl *D = P.C.getLocationContext()->getDecl();
  bool OwnerMadeInside = F.Adopting && F.By && F.By->IsOwner;
  if (AnalysisDeclContext::isInStdNamespace(D) && !OwnerMadeInside) {
    P.C.addSink(P.State);
    P.Stopped = true;
    return;
  }
  if (ExplodedNode *N = P.C.generateErrorNode(P.State))
    Rules.report(F, N, P.C);
  P.Stopped = true;
}

void Engine::reportLoss(const Finding &F, Path &P, ExplodedNode *&Node) {
  if (!Rules.wants(F) || inLibraryCode(P))
    return;
  // What was lost before is forgotten in this state, so that two losses at one
  // point are two nodes.
  ExplodedNode *N = P.C.generateNonFatalErrorNode(P.State, Node);
  if (!N)
    return;
  Node = N;
  Rules.report(F, N, P.C);
}

ProgramStateRef Engine::releaseOwnedBy(ProgramStateRef State, SymbolRef S,
                                       const Actor *By) {
  const Actor *Owner = asOwner(By);
  for (const auto &Entry : allRecords(State))
    if (Entry.second.OwnerSym == S) {
      Record R = resolved(State, Entry.second);
      if (R.State != Custody::Adopted)
        continue;
      R.State = Custody::Released;
      R.By = Owner;
      State = remember(State, Entry.first, R);
    }
  return State;
}

/// True for the number of standard input, output or error.
static bool isStandardDescriptor(SVal V) {
  std::optional<int64_t> N = numberOf(V);
  return N && *N >= 0 && *N <= LastStandardDescriptor;
}

/// How many pieces of \p Granule bytes \p Size takes.
static uint64_t pieces(uint64_t Size, unsigned Granule) {
  return Size / Granule + (Size % Granule != 0);
}

bool Engine::checkLayout(const Event &E, const Record &R, const Target &T,
                         Path &P) {
  SValBuilder &B = P.C.getSValBuilder();
  auto Differ = [&](SVal Given, SVal Wanted, unsigned Granule) {
    if (Given.isUnknownOrUndef() || Wanted.isUnknownOrUndef())
      return false;
    auto GI = Given.getAs<nonloc::ConcreteInt>();
    auto WI = Wanted.getAs<nonloc::ConcreteInt>();
    if (GI && WI) {
      const llvm::APSInt &GV = GI->getValue(), &WV = WI->getValue();
      return pieces(GV.getLimitedValue(), Granule) !=
             pieces(WV.getLimitedValue(), Granule);
    }
    // With a symbol in play only a certain difference counts, and rounding
    // leaves nothing certain.
    if (Granule > 1 || !Given.getAs<NonLoc>() || !Wanted.getAs<NonLoc>())
      return false;
    SVal Eq = B.evalBinOp(P.State, BO_EQ, Given, Wanted, B.getConditionType());
    auto Cond = Eq.getAs<DefinedOrUnknownSVal>();
    return Cond && !Cond->isUnknown() && !P.State->assume(*Cond, true);
  };
  Finding F;
  F.What = Defect::LayoutMismatch;
  F.Sym = T.Sym;
  F.Before = R;
  F.By = E.By;
  if (Differ(E.Size, R.Size, E.Granule)) {
    F.Layout = "size";
    F.Given = inWords(E.Size);
    F.Wanted = inWords(R.Size);
  } else if (Differ(E.Align, R.Align, 1)) {
    F.Layout = "alignment";
    F.Given = inWords(E.Align);
    F.Wanted = inWords(R.Align);
  } else
    return true;
  if (E.DeletedAs && F.Layout == "size")
    F.Cure =
        "give '" + E.DeletedAs->getNameAsString() + "' a virtual destructor";
  if (!Rules.wants(F))
    return true;
  report(F, P);
  return false;
}

/// True if \p E gives back less than all of \p R, where parts may go one by one
/// (munmap): then the rest is still to go.
static bool releasesPart(const Event &E, const Record &R) {
  if (E.Kind != EventKind::Release || E.Granule <= 1 ||
      R.State != Custody::Owned || R.Size.isUnknownOrUndef())
    return false;
  std::optional<int64_t> Given = numberOf(E.Size), All = numberOf(R.Size);
  if (!Given || !All) // What a variable says may be anything.
    return E.Size != R.Size;
  return pieces(*Given, E.Granule) < pieces(*All, E.Granule);
}

static bool isCounted(const Family *Fam) {
  return Fam && Fam->Kind == FamilyKind::Refcounted;
}

/// Counted references go one by one: what \p R is after \p E, if \p E merely
/// changed the count and others are left.
static std::optional<Record> countReference(const Event &E, Record R, bool Fits,
                                            ProgramStateRef State) {
  bool GoesAway = E.Kind == EventKind::Release || E.Kind == EventKind::Adopt;
  if (R.State == Custody::Lent && E.Kind == EventKind::Retain) {
    // Where it is stored already, the reference is that place's.
    R.State = R.Before == Custody::Escaped ? Custody::Escaped : Custody::Owned;
    R.Before = R.Floats ? Custody::Unknown : Custody::Lent;
    R.Floats = R.ReadOnly = false;
    R.Fam = E.Fam;
    R.From = E.By;
    return R;
  }
  if (R.State != Custody::Owned || !Fits)
    return std::nullopt;
  if (E.Kind == EventKind::Retain) {
    ++R.References;
    return R;
  }
  // The lender still has its own.
  if (E.Kind == EventKind::Release && R.References == 1 &&
      R.Before == Custody::Lent)
    return exposed(State, R);
  if (!GoesAway || R.References == 1)
    return std::nullopt;
  --R.References;
  return R;
}

/// What the event on \p V meets: of two names for one memory (`fgets` and its
/// buffer) the first, which has the record.
static Target targetOf(SVal V, ProgramStateRef State) {
  Target T = classify(V, State);
  const Record *R = T.K == Target::Symbol ? lookUp(State, T.Sym) : nullptr;
  if (!R || !R->StartOf)
    return T;
  Target Whole = targetOf(loc::MemRegionVal(R->StartOf), State);
  Whole.HasOffset &= T.HasOffset;
  Whole.Offset += T.Offset;
  Whole.Inside |= T.Inside;
  return Whole;
}

void Engine::apply(const Event &E, Path &P) {
  if (P.Stopped)
    return;
  Target T = targetOf(E.Value, P.State);
  bool Adopting = E.Kind == EventKind::Adopt;
  bool Ends =
      Adopting || E.Kind == EventKind::Release || E.Kind == EventKind::Resize;
  Finding F;
  F.By = E.By;
  F.Adopting = Adopting;

  if (T.K == Target::Nothing || T.K == Target::Null) {
    if (E.Kind == EventKind::Release && isStandardDescriptor(E.Value))
      P.State = closeStandard(P.State);
    return;
  }
  if (T.K == Target::Static) {
    // Counted objects may be static: their count never falls to nothing.
    if (!Ends || !E.By || isCounted(E.Fam) ||
        (E.CallersStorage && T.CallerStorage))
      return;
    F.What = Defect::NeverReleasable;
    F.Place = T.Place;
    if (Rules.wants(F))
      report(F, P);
    return;
  }

  Record R = recordOf(T.Sym, P.State);
  F.Sym = T.Sym;

  // What never came to be cannot be released, adopted or used.
  if (R.Exists.Sym && evaluate(P.State, R.Exists) == Holds::No)
    return;
  if (Ends && R.State == Custody::Unknown && !E.TakesConst)
    R = foundIn(T.Sym, P.State);
  if (Adopting && R.State == Custody::Unknown)
    if (const Actor *Giver = foreignTo(E.Fam, T.Sym)) {
      R.State = Custody::Escaped;
      R.Fam = Giver->Fam;
      R.From = Giver;
    }
  F.Before = R;
  if (R.State == Custody::Lent && E.Kind == EventKind::Escape) {
    R.Before = Custody::Escaped;
    P.State = remember(P.State, T.Sym, R);
    return;
  }

  // What was guessed of a value is right where its own releaser gets it, of
  // whatever family the body of that shows its memory to be.
  bool ByItsReleaser = E.By && R.Fam && R.Fam->From != Source::Shipped &&
                       !isStated(R.Fam->From) &&
                       llvm::is_contained(R.Fam->Releasers, E.By->Name);
  bool Fits = !E.Fam || !R.Fam || sameFamily(E.Fam, R.Fam) || ByItsReleaser;
  bool Refcounted = isCounted(R.Fam) || isCounted(E.Fam);
  Custody Seen = R.State;
  if (Refcounted)
    if (std::optional<Record> Counted = countReference(E, R, Fits, P.State)) {
      P.State = remember(P.State, T.Sym, *Counted);
      return;
    }
  // A variable with a cleanup function can be emptied after this; whether it
  // was is seen at the end of its function.
  if (R.Cleanup && Ends && Seen == Custody::Adopted && R.SoftOwner) {
    Seen = Custody::Owned;
    R.State = Custody::Escaped;
  }
  // Whoever follows a user's owner sees its own release; see SoftOwner. What
  // hands the value to another owner for good (rust::Box::from_raw) is one.
  bool HandsOver = Adopting && E.By && !E.By->IsOwner;
  if (R.SoftOwner && Seen == Custody::Adopted &&
      (E.Kind == EventKind::Release || E.Kind == EventKind::Resize ||
       HandsOver) &&
      (!R.By || !R.By->Declared || R.By->Exposed || inMethodOf(R.By, P)))
    Seen = Custody::Owned;
  // What floats is whoever's that takes it.
  if (Ends && R.Floats && Seen == Custody::Lent)
    Seen = Custody::Escaped;
  // Perhaps only what `x_init` put into it goes, and the memory stays.
  if (E.CallersStorage && !Fits) {
    P.State = remember(P.State, T.Sym, exposed(P.State, R));
    return;
  }
  // How many references there are to what the path has not seen come to be,
  // nobody knows.
  if (Adopting && Seen == Custody::Unknown && E.Fam && E.Fam->Counted)
    return;
  Step S = transition(Seen, E.Kind, Fits, Refcounted);

  auto Defective = [&](Defect D) {
    F.What = D;
    if (!Rules.wants(F))
      return false;
    report(F, P);
    return true;
  };
  bool FoundDead = S.What == Verdict::AdoptedDead ||
                   S.What == Verdict::ReleasedTwice ||
                   S.What == Verdict::UsedDead;
  if (FoundDead && mayBeAnother(T.Sym, R, P)) {
    P.State = forget(P.State, T.Sym);
    return;
  }
  switch (S.What) {
  case Verdict::Fine:
  case Verdict::Lost: // Lifetime.cpp
    break;
  case Verdict::WrongFamily:
    if (Defective(Defect::WrongFamily))
      return;
    break;
  case Verdict::LentReleased:
    if (Defective(R.From && R.From->IsOwner && !R.ReadOnly
                      ? Defect::BufferReleased
                      : Defect::LentReleased))
      return;
    break;
  case Verdict::LentWritten:
    if (R.ReadOnly && Defective(Defect::LentWritten))
      return;
    break;
  case Verdict::AlreadyOwned:
    if (Defective(Defect::AlreadyOwned))
      return;
    break;
  case Verdict::AdoptedDead:
  case Verdict::ReleasedTwice:
    if (Defective(Defect::ReleasedTwice))
      return;
    break;
  case Verdict::UsedDead:
    if (Defective(Defect::UsedDead))
      return;
    break;
  }

  bool Known =
      R.From && (R.State == Custody::Owned || R.State == Custody::Escaped);
  if (Ends && !T.atStart()) {
    // Part of a mapping may be unmapped; of anything else the whole goes.
    F.HasOffset = T.HasOffset;
    F.Offset = T.Offset;
    if (Known && (T.HasOffset || T.Inside) && E.Granule == 1 &&
        Defective(Defect::Interior))
      return;
    if (!T.HasOffset || E.Granule > 1) {
      // Nobody knows whether this was the start, or all of it.
      if (R.State == Custody::Owned) {
        R.State = Custody::Escaped;
        P.State = remember(P.State, T.Sym, R);
      }
      return;
    }
  }
  if (E.Kind == EventKind::Release && R.Lives && S.What == Verdict::Fine &&
      Defective(Defect::ObjectStillLives))
    return;
  if (T.atStart() && releasesPart(E, R)) {
    R.Trimmed = E.Size;
    if (!numberOf(E.Size) || !numberOf(R.Size))
      R.State = Custody::Escaped;
    R.By = E.By;
    P.State = remember(P.State, T.Sym, R);
    return;
  }
  bool LayoutCounts = E.Kind == EventKind::Release ||
                      E.Kind == EventKind::Resize || E.DeletedAs;
  if (LayoutCounts && T.atStart() && !checkLayout(E, R, T, P))
    return;

  Record Next = E.Kind == EventKind::Escape ? exposed(P.State, R) : R;
  Next.State = S.Next;
  switch (E.Kind) {
  case EventKind::Release:
  case EventKind::ReleaseByOwner:
    Next.By = E.By;
    Next.Done = Guard();
    Next.OwnerRegion = nullptr;
    Next.OwnerSym = nullptr;
    Next.Lives = nullptr;
    // Of a counted owner somebody else may hold a reference.
    if (S.Next == Custody::Released)
      P.State = releaseOwnedBy(P.State, T.Sym, E.By);
    break;
  case EventKind::Resize:
    Next.By = E.By;
    Next.Before = R.State;
    Next.Done = Guard();
    break;
  case EventKind::Adopt:
    Next.By = E.By;
    if (!Next.Fam)
      Next.Fam = E.Fam;
    Next.Before = R.State;
    Next.OwnerRegion = E.OwnerRegion;
    Next.SoftOwner = E.SoftOwner;
    Next.Done = Guard();
    Next.Lives = nullptr;
    break;
  case EventKind::Relinquish:
    Next.OwnerRegion = nullptr;
    Next.OwnerSym = nullptr;
    Next.SoftOwner = false;
    break;
  default:
    break;
  }
  // Nothing is known and nothing has happened: no record is needed.
  if (Next.State == Custody::Unknown)
    return;
  P.State = remember(P.State, T.Sym, Next);
  // What lies inside goes where the whole goes.
  if (Next.State == Custody::Adopted || Next.State == Custody::Escaped ||
      E.Kind == EventKind::ReleaseByOwner)
    P.State = escapeInside(P.State, T.Sym);
}

ProgramStateRef Engine::escapeInside(ProgramStateRef State, SymbolRef Outer) {
  for (const auto &Entry : allRecords(State))
    if (Entry.second.Inside == Outer && Entry.second.State == Custody::Owned &&
        Entry.first != Outer) {
      State = escapeInside(
          remember(State, Entry.first, exposed(State, Entry.second)),
          Entry.first);
    }
  return State;
}

} // namespace custody
