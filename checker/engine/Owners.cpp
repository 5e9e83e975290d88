//===- Owners.cpp - Smart pointers and containers -------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Modelled owners are understood at their interface: what a constructor adopts,
// what `release` gives up, what the destructor releases. Holdings.cpp remembers
// which value an owning object has.
//
//===----------------------------------------------------------------------===//

#include "engine/Arguments.h"
#include "engine/Engine.h"
#include "engine/Objects.h"
#include "plugin/Compat.h"

using namespace clang;
using namespace ento;

namespace custody {
namespace {

std::string className(const CXXRecordDecl *C, const ASTContext &Ctx) {
  PrintingPolicy Policy(Ctx.getLangOpts());
  Policy.SuppressTagKeyword = true;
  Policy.SuppressDefaultTemplateArgs = true;
  Policy.SuppressInlineNamespace = true;
  // A lambda's place would make the message depend on the folder.
  Policy.AnonymousTagLocations = false;
  std::string Name = compat::typeOf(C, Ctx).getAsString(Policy);
  // As programs write them.
  static constexpr std::pair<StringRef, StringRef> Known[] = {
      {"std::basic_string<char>", "std::string"},
      {"std::basic_string_view<char>", "std::string_view"},
      {"_IO_FILE", "FILE"},
      {"__sFILE", "FILE"},
      {"__dirstream", "DIR"}};
  for (auto [Inside, Outside] : Known)
    for (size_t At = 0; (At = Name.find(Inside.data(), At)) != Name.npos;
         At += Outside.size())
      Name.replace(At, Inside.size(), Outside.data());
  return Name;
}

/// "std::vector::data", "std::string::c_str".
std::string memberName(const CXXMethodDecl *M, const ASTContext &Ctx) {
  std::string Class = className(M->getParent(), Ctx);
  if (StringRef(Class).contains('<'))
    return qualifiedName(M);
  return Class + "::" + M->getNameAsString();
}

std::string methodName(const CXXMethodDecl *M) { return M->getNameAsString(); }

/// True for a deleter that is a mere delete-expression.
bool isDefaultDelete(QualType T) {
  const CXXRecordDecl *C = classOf(T);
  const auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(C);
  return Spec && C->isInStdNamespace() && C->getIdentifier() &&
         C->getName() == "default_delete" && !Spec->isExplicitSpecialization();
}

} // namespace

const Actor *Engine::ownerActor(const CXXRecordDecl *Class, const ClassModel &M,
                                const Family *Fam) {
  return actor(
      Actor(className(Class, Ctx), Fam, true, M.From, M.Origin, Class));
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

/// What \p A has lent is now lent by \p B, and the other way round: buffers
/// change hands where their owners are swapped, and stay where they are.
static void exchangeLoans(const MemRegion *A, const MemRegion *B, Path &P) {
  for (const auto &Entry : allRecords(P.State)) {
    const Record &Old = Entry.second;
    if (!Old.Lender || (Old.Lender != A && Old.Lender != B))
      continue;
    Record R = Old;
    R.Lender = Old.Lender == A ? B : A;
    P.State = remember(P.State, Entry.first, R);
  }
}

/// True if \p F is std::swap, and objects of the class \p M swap their buffers.
static bool swapsBuffers(const FunctionDecl *F, const ClassModel &M) {
  if (!F->getIdentifier() || F->getName() != "swap" || F->getNumParams() != 2)
    return false;
  auto Method = M.Methods.find("swap");
  return Method != M.Methods.end() &&
         Method->getValue().Action == MethodAction::Swaps;
}

/// \p Owner takes over what argument \p Index of \p Call points to.
void Engine::adopt(const CallEvent &Call, unsigned Index, const ClassModel &M,
                   const CXXRecordDecl *Class, const MemRegion *Owner,
                   Path &P) {
  Deleter D = deleterOf(Class, M, &Call, Index, P.State);
  guardCaptures(Call, M, P);
  if (D.Known && !D.Fam)
    return; // It releases nothing: no owner.
  SVal V = pointerValue(Call, Index, P.State);
  if (D.Indirect) {
    guard(V, P);
    return;
  }
  // It may leave alone what it is given, or give back one reference of many.
  if (D.Perhaps) {
    apply({EventKind::Escape, V}, P);
    return;
  }
  // A deleter that nobody can see may well leave a local variable alone.
  if (!D.Known && classify(V, P.State).K == Target::Static)
    return;
  Event E{EventKind::Adopt, V, ownerActor(Class, M, D.Fam), D.Fam};
  E.OwnerRegion = Owner;
  E.CallersStorage = D.CallersStorage;
  if (M.DeleterType >= 0 && isDefaultDelete(templateType(Class, M.DeleterType)))
    deletedAs(templateType(Class, M.Pointee), E, P);
  apply(E, P);
  SymbolRef Sym = symbolOf(V);
  if (P.Stopped || !Sym || !Owner || !lookUp(P.State, Sym))
    return;
  P.State = hold(P.State, Owner, Sym);
  if (M.Shared && sharesItself(rawPointer(Call, Index)->getType()))
    P.State = shareOutOfSight(P.State, Sym);
}

void Engine::constructing(const CXXConstructorCall &Call, const ClassModel &M,
                          Path &P) {
  const CXXConstructorDecl *Ctor = Call.getDecl();
  const CXXRecordDecl *Class = Ctor->getParent();
  const MemRegion *This = objectRegion(Call.getCXXThisVal());
  P.State = letGo(P.State, This);
  // What it had lent may live on in the other one, or end there.
  if (!M.IsOwner && Ctor->isMoveConstructor())
    for (const auto &Entry : allRecords(P.State))
      if (Entry.second.Lender &&
          Entry.second.Lender == objectRegion(Call.getArgSVal(0))) {
        Record R = Entry.second;
        R.Lender = nullptr;
        P.State = remember(P.State, Entry.first, R);
      }
  if (!M.IsOwner || Call.getNumArgs() == 0)
    return;
  const Expr *First = Call.getArgExpr(0);
  if (!First)
    return;
  if (const CXXRecordDecl *Other = classOf(First->getType())) {
    const ClassModel *OtherModel = Models.classModel(Other);
    if (!OtherModel || !OtherModel->IsOwner)
      return;
    bool Share = OtherModel->Shared && Ctor->getNumParams() > 0 &&
                 !Ctor->getParamDecl(0)->getType()->isRValueReferenceType();
    const MemRegion *From = objectRegion(Call.getArgSVal(0));
    // shared_ptr<Part>(Whole, &Whole->Part): what it gives is not what it has.
    bool Aliasing = rawPointer(Call, 1) != nullptr;
    if (Aliasing)
      P.State = shareOutOfSight(P.State, heldBy(P.State, From));
    else
      transfer(From, This, Share, M, Class, P);
    return;
  }
  if (rawPointer(Call, 0))
    adopt(Call, 0, M, Class, This, P);
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
  for (unsigned I = 0; I < Call.getNumArgs(); ++I) {
    const Expr *E = rawPointer(Call, I);
    auto L = Call.getArgSVal(I).getAs<Loc>();
    if (!E || !L || !isLocal(Call.getArgSVal(I).getAsRegion()))
      continue;
    if (auto Old = heldBefore(P.C.getPredecessor(), *L, E->getType(),
                              Custody::Adopted, P.State))
      P.State = P.State->bindLoc(*L, *Old, P.C.getLocationContext());
  }
}

/// A weak pointer is given what it shall look at. Where the object is released
/// while it looks is not followed.
void Engine::watch(const CallEvent &Call, Path &P) {
  for (unsigned I = 0; I < Call.getNumArgs(); ++I)
    if (rawPointer(Call, I))
      if (SymbolRef Sym = symbolOf(pointerValue(Call, I, P.State)))
        P.State = forget(P.State, Sym);
}

/// An object of class \p Element is built from the arguments of \p Call, where
/// nobody looks; argument \p I is a pointer.
void Engine::emplace(const CallEvent &Call, unsigned I,
                     const CXXRecordDecl *Element, Path &P) {
  SVal V = pointerValue(Call, I, P.State);
  auto ByOwner = [&](const CXXRecordDecl *Owner, const ClassModel &M) {
    Deleter D = deleterOf(Owner, M, nullptr, 0, P.State);
    if (!(D.Known && !D.Fam) && !D.Indirect)
      apply({EventKind::Adopt, V, ownerActor(Owner, M, D.Fam), D.Fam}, P);
  };
  const ClassModel *M = Models.classModel(Element);
  if (M && M->IsOwner)
    return ByOwner(Element, *M);
  for (const CXXConstructorDecl *Ctor : Element->ctors()) {
    if (Ctor->getNumParams() != Call.getNumArgs() ||
        Ctor->isCopyOrMoveConstructor())
      continue;
    const FieldDecl *Field = Releases.fieldGiven(Ctor, I);
    if (!Field)
      continue;
    const CXXRecordDecl *Class = classOf(Field->getType());
    const ClassModel *Inner = Class ? Models.classModel(Class) : nullptr;
    if (Inner && Inner->IsOwner)
      return ByOwner(Class, *Inner);
    if (const auto *Owned = Releases.ownedField(Field)) {
      Event E{EventKind::Adopt, V, userOwner(*Owned), Owned->Fam};
      E.SoftOwner = true;
      return apply(E, P);
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
    if (!M) {
      adoptByUserClass(*Ctor, P);
      return false;
    }
    if (!M->IsOwner)
      handOver(Call, P);
    if (M->Weak)
      watch(Call, P);
    else
      constructing(*Ctor, *M, P);
    return true;
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
  if (!M->IsOwner)
    handOver(Call, P);
  if (M->Weak)
    watch(Call, P);
  auto Found = M->Methods.find(methodName(Method));
  MethodModel Does =
      Found == M->Methods.end() ? MethodModel() : Found->getValue();
  switch (Does.Action) {
  case MethodAction::None:
  case MethodAction::Lends:
  case MethodAction::GivesUp: // afterOwnerCall
    break;
  case MethodAction::Replaces:
    if (!rawPointer(Call, Does.Arg)) {
      ownerReleases(This, *M, Class, P);
      break;
    }
    if (symbolOf(pointerValue(Call, Does.Arg, P.State)) !=
        heldBy(P.State, This))
      ownerReleases(This, *M, Class, P);
    if (!P.Stopped)
      adopt(Call, Does.Arg, *M, Class, This, P);
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
      if (M->Buffer)
        exchangeLoans(This, Other, P);
    }
    break;
  case MethodAction::Takes:
    if (Does.Arg < Call.getNumArgs()) {
      const MemRegion *From = objectRegion(Call.getArgSVal(Does.Arg));
      if (From == This)
        break;
      ownerReleases(This, *M, Class, P);
      bool Share =
          M->Shared && Method->getNumParams() > Does.Arg &&
          !Method->getParamDecl(Does.Arg)->getType()->isRValueReferenceType();
      if (!P.Stopped)
        transfer(From, This, Share, *M, Class, P);
      if (!P.Stopped && M->Buffer)
        invalidateLoans(
            This, actor(Actor(memberName(Method, Ctx), M->Buffer, true)), P);
    }
    break;
  case MethodAction::Invalidates:
    invalidateLoans(This,
                    actor(Actor(memberName(Method, Ctx), M->Buffer, true)), P);
    break;
  case MethodAction::Emplaces: {
    const CXXRecordDecl *Element = classOf(templateType(Class, Does.Arg));
    for (unsigned I = 0; I < Call.getNumArgs() && !P.Stopped; ++I)
      if (Element && rawPointer(Call, I))
        emplace(Call, I, Element, P);
    if (M->Buffer && !P.Stopped)
      invalidateLoans(
          This, actor(Actor(memberName(Method, Ctx), M->Buffer, true)), P);
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
  // (One that returns something of a single argument, as std::move or
  // std::begin, merely looks.)
  if (F && !Method && F->isInStdNamespace() &&
      (F->getNumParams() > 1 || F->getReturnType()->isVoidType()))
    for (unsigned I = 0; I < Call.getNumArgs() && I < F->getNumParams(); ++I) {
      QualType T = F->getParamDecl(I)->getType();
      if (!T->isReferenceType() || T->getPointeeType().isConstQualified())
        continue;
      const CXXRecordDecl *C = classOf(T);
      const ClassModel *M = C ? Models.classModel(C) : nullptr;
      if (M && M->Buffer && swapsBuffers(F, *M)) {
        // A body that was followed has called the method.
        if (I == 0 && !P.C.wasInlined)
          exchangeLoans(objectRegion(Call.getArgSVal(0)),
                        objectRegion(Call.getArgSVal(1)), P);
      } else if (M && M->Buffer) {
        invalidateLoans(
            objectRegion(Call.getArgSVal(I)),
            actor(Actor(F->getQualifiedNameAsString(), M->Buffer, true)), P);
      }
    }
  if (!Instance || !Method || Method->isStatic() ||
      isa<CXXDestructorCall>(&Call))
    return;
  const CXXRecordDecl *Class = nullptr;
  const ClassModel *M = ownerClass(Call, Class);
  if (!M)
    return;
  if (M->Weak) {
    // The same pointer as before, or null: who can tell.
    QualType T = Method->getReturnType();
    if (Call.getOriginExpr() && (T->isPointerType() || T->isReferenceType()))
      freshResult(Call, P);
    return;
  }
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
    Deleter D = deleterOf(Class, *M, nullptr, 0, P.State);
    if (!Held && E && Result.getAsRegion() && P.C.wasInlined && This && D.Fam &&
        !classify(Result, P.State).atStart()) {
      // make_shared keeps its object in the middle of a block of its own; to
      // the user it is a value like any other.
      Result = freshResult(Call, P);
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
      R.OutOfStockSight = !compat::StockFollowsRelease;
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
    Actor Lender(memberName(Method, Ctx), M->Buffer, true);
    Lender.ToldBy = Does.ToldBy;
    R.From = actor(std::move(Lender));
    // A reference to an element may outlive what a reserved vector does to
    // itself; only pointers that were asked for are followed to their end.
    R.Lender = ByReference ? nullptr : This;
    R.ReadOnly = Does.ReadOnly;
    P.State = remember(P.State, Sym, R);
  }
}

} // namespace custody
