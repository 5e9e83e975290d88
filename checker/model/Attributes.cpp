//===- Attributes.cpp - Ownership written in the source -------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/Attributes.h"
#include "model/Noun.h"
#include "plugin/Compat.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using llvm::StringRef;

namespace custody {

//===----------------------------------------------------------------------===//
// Statements: one attribute, whatever its spelling, as one sentence
//===----------------------------------------------------------------------===//

namespace {

/// Text of an `annotate("custody:...")`, else empty.
StringRef annotation(const Attr *A) {
  const auto *Annotate = dyn_cast<AnnotateAttr>(A);
  if (!Annotate)
    return StringRef();
  StringRef Text = Annotate->getAnnotation();
  return Text.consume_front("custody:") ? Text.trim() : StringRef();
}

/// `handle f(void) __attribute__((acquire_handle("H")))`: behind the parameters
/// clang reads it as an attribute of the function's type.
static const AcquireHandleAttr *acquiresByType(const FunctionDecl *F) {
  const TypeSourceInfo *Info = F->getTypeSourceInfo();
  if (!Info)
    return nullptr;
  for (TypeLoc T = Info->getTypeLoc(); T; T = T.getNextTypeLoc()) {
    auto Attributed = T.getAs<AttributedTypeLoc>();
    if (!Attributed)
      continue;
    if (const auto *A = Attributed.getAttrAs<AcquireHandleAttr>())
      return A;
  }
  return nullptr;
}

class Reader {
public:
  Reader(Comments &Said, llvm::SmallVectorImpl<Statement> &Out,
         MistakeHandler Mistake)
      : Said(Said), Out(Out), Mistake(Mistake) {}

  /// The statements of one redeclaration.
  void read(const FunctionDecl *F) {
    for (const Attr *A : F->attrs())
      functionAttr(F, A);
    for (const ParmVarDecl *P : F->parameters())
      for (const Attr *A : P->attrs())
        parameterAttr(P, A);
    if (const AcquireHandleAttr *A = acquiresByType(F))
      functionAttr(F, A);
    Said.read(F, [&](const Statement &S) { add(S); }, Mistake);
    auto Deallocator = compat::mallocDeallocator(F);
    if (Deallocator.first && Deallocator.first->getIdentifier()) {
      // The deallocator's name is as good a family as any that is written.
      Statement S{Verb::Returns, -1, Deallocator.first->getName(),
                  F->getLocation()};
      S.Deallocator = Deallocator.first;
      S.DeallocatorParam = Deallocator.second;
      add(S);
    }
  }

private:
  Comments &Said;
  llvm::SmallVectorImpl<Statement> &Out;
  MistakeHandler Mistake;

  /// Attributes are inherited by redeclarations: each is told once.
  void add(Statement S) {
    for (const Statement &O : Out)
      if (O.What == S.What && O.Param == S.Param && O.Family == S.Family)
        return;
    Out.push_back(S);
  }

  void functionAttr(const FunctionDecl *F, const Attr *A) {
    if (const auto *O = dyn_cast<OwnershipAttr>(A)) {
      StringRef Family = O->getModule()->getName();
      if (O->isReturns()) {
        Statement S{Verb::Returns, -1, Family, A->getLocation()};
        if (O->args_size())
          S.SizeArg = O->args_begin()->getASTIndex();
        add(S);
        return;
      }
      for (const ParamIdx &I : O->args())
        add({O->isTakes() ? Verb::Releases : Verb::Adopts, int(I.getASTIndex()),
             Family, A->getLocation()});
    } else if (const auto *H = dyn_cast<AcquireHandleAttr>(A)) {
      add({Verb::Returns, -1, H->getHandleType(), A->getLocation()});
    } else {
      StringRef Text = annotation(A);
      if (Text.empty())
        return;
      if (Text == "borrows" && !F->getReturnType()->isVoidType()) {
        add({Verb::Borrows, -1, StringRef(), A->getLocation()});
      } else if (Text.consume_front("returns ") &&
                 !F->getReturnType()->isVoidType()) {
        add({Verb::Returns, -1, Text.trim(), A->getLocation()});
      } else if (ofParameter(Text)) {
        // Where a generator writes the header, only the function as a whole
        // can be spoken of.
        Statement S;
        if (parseStatement(F, Text, A->getLocation(), Mistake, S))
          add(S);
      } else {
        misplaced(A, "a function that returns a value",
                  "CUSTODY_RETURNS(family) and CUSTODY_BORROWS");
      }
    }
  }

  void parameterAttr(const ParmVarDecl *P, const Attr *A) {
    int I = P->getFunctionScopeIndex();
    SourceLocation At = A->getLocation();
    if (const auto *H = dyn_cast<AcquireHandleAttr>(A)) {
      Statement S{Verb::Out, I, H->getHandleType(), At};
      S.IsHandle = true;
      add(S);
    } else if (const auto *H = dyn_cast<ReleaseHandleAttr>(A)) {
      add({Verb::Releases, I, H->getHandleType(), At});
    } else if (const auto *H = dyn_cast<UseHandleAttr>(A)) {
      add({Verb::Uses, I, H->getHandleType(), At});
    } else {
      StringRef Text = annotation(A);
      if (Text.empty())
        return;
      if (Text.consume_front("releases ")) {
        Statement S{Verb::Releases, I, Text.trim(), At};
        S.Indirect = S.Family.consume_back("*");
        S.Family = S.Family.trim();
        add(S);
      } else if (Text.consume_front("adopts ")) {
        add({Verb::Adopts, I, Text.trim(), At});
      } else if (Text.consume_front("out ")) {
        if (P->getType()->getPointeeType().isNull())
          Mistake(At, "CUSTODY_OUT needs a parameter that points to what the "
                      "call writes; '" +
                          P->getName() + "' is no pointer");
        else
          add({Verb::Out, I, Text.trim(), At});
      } else {
        misplaced(A, "a parameter",
                  "CUSTODY_RELEASES(family), CUSTODY_ADOPTS(family) and "
                  "CUSTODY_OUT(family)");
      }
    }
  }

  static bool ofParameter(StringRef Text) {
    StringRef Word = Text.split(' ').first;
    return Word == "releases" || Word == "adopts" || Word == "out";
  }

  void misplaced(const Attr *A, StringRef Where, StringRef Valid) {
    Mistake(A->getLocation(), "'custody:" + annotation(A) +
                                  "' says nothing about " + Where +
                                  "; known there are " + Valid);
  }
};

} // namespace

/// The statements of all redeclarations of \p F, the first one's first.
static void statements(const FunctionDecl *F, Comments &Said,
                       llvm::SmallVectorImpl<Statement> &Out,
                       MistakeHandler Mistake) {
  Reader R(Said, Out, Mistake);
  llvm::SmallVector<const FunctionDecl *, 4> Redecls(F->redecls());
  for (const FunctionDecl *D : llvm::reverse(Redecls))
    R.read(D);
}

static void ignoreMistake(SourceLocation, const llvm::Twine &) {}

//===----------------------------------------------------------------------===//
// Families that only attributes name
//===----------------------------------------------------------------------===//

/// The type of the values that \p S speaks of.
static QualType valueType(const FunctionDecl *F, const Statement &S) {
  if (S.Param < 0)
    return F->getReturnType();
  if (unsigned(S.Param) >= F->getNumParams())
    return QualType();
  QualType T = F->getParamDecl(S.Param)->getType();
  return S.What == Verb::Out || S.Indirect ? T->getPointeeType() : T;
}

void Attributes::collect(const FunctionDecl *F) {
  llvm::SmallVector<Statement, 4> All;
  statements(F, Said, All, ignoreMistake);
  for (const Statement &S : All) {
    Mentions &M = Mentioned[S.Family];
    if (S.What == Verb::Returns || S.What == Verb::Out) {
      QualType T = valueType(F, S);
      if (!T.isNull())
        M.Values.push_back(T.getCanonicalType());
      if (S.Deallocator && !llvm::is_contained(M.Releasers, S.Family))
        M.Releasers.push_back(S.Family.str());
    } else if (S.What == Verb::Releases) {
      std::string Name = F->getNameAsString();
      if (!llvm::is_contained(M.Releasers, Name))
        M.Releasers.push_back(Name);
    }
  }
}

/// Calls \p Visit with the last redeclaration, which stands for all, of each
/// function among \p Decls.
template <class Range, class Fn>
static void eachFunction(Range Decls, Fn Visit) {
  for (const Decl *D : Decls)
    if (const auto *F = dyn_cast<FunctionDecl>(D)) {
      if (F == F->getMostRecentDecl())
        Visit(F);
    } else if (isa<NamespaceDecl>(D) || isa<LinkageSpecDecl>(D) ||
               isa<CXXRecordDecl>(D)) {
      eachFunction(cast<DeclContext>(D)->noload_decls(), Visit);
    }
}

void Attributes::collectMentions() {
  if (Collected)
    return;
  Collected = true;
  eachFunction(Ctx.getTranslationUnitDecl()->decls(),
               [&](const FunctionDecl *F) {
                 if (describes(F))
                   collect(F);
               });
}

bool Attributes::learnDeallocators() {
  if (DeallocatorsLearnt)
    return false;
  DeallocatorsLearnt = true;
  // What a precompiled header has not handed out, nothing here has called.
  eachFunction(Ctx.getTranslationUnitDecl()->noload_decls(),
               [&](const FunctionDecl *F) {
                 auto Found = compat::mallocDeallocator(F);
                 if (Found.first && Found.first->getIdentifier())
                   releasedBy(Found.first, Found.second, F->getReturnType());
               });
  return true;
}

Family &Attributes::family(StringRef Name, QualType Value) {
  if (const Family *Known = Scope.find(Name))
    return const_cast<Family &>(*Known);
  // Made up by this source: its release functions are those that take it.
  collectMentions();
  const Mentions &M = Mentioned[Name];
  Family &F = Scope.table().get(Name);
  F.From = Source::Attribute;
  F.Noun = nounOf(Ctx, M.Values.empty() ? Value : M.Values.front());
  // The canonical type has lost the name that the user gave it.
  if (!Value.isNull() &&
      (M.Values.empty() || Value.getCanonicalType() == M.Values.front()))
    F.Noun = nounOf(Ctx, Value);
  F.Releasers = M.Releasers;
  F.DeclaredAt = "the attributes that name '" + Name.str() + "'";
  return F;
}

/// True if \p Param is a pointer to a value of the family \p Name: nothing
/// that the source acquires has the parameter's own type, but something has
/// the type that it points to.
bool Attributes::pointsToValue(StringRef Name, QualType Param) {
  if (Param.isNull() || !Param->isAnyPointerType() ||
      !Param->getPointeeType()->isAnyPointerType())
    return false;
  collectMentions();
  const Mentions &M = Mentioned[Name];
  return !llvm::is_contained(M.Values, Param.getCanonicalType()) &&
         llvm::is_contained(M.Values,
                            Param->getPointeeType().getCanonicalType());
}

//===----------------------------------------------------------------------===//
// Models
//===----------------------------------------------------------------------===//

bool Attributes::describes(const FunctionDecl *F) {
  auto Speaks = [](const Attr *A) {
    return isa<OwnershipAttr>(A) || isa<AcquireHandleAttr>(A) ||
           isa<ReleaseHandleAttr>(A) || isa<UseHandleAttr>(A) ||
           !annotation(A).empty();
  };
  for (const FunctionDecl *D : F->redecls()) {
    if (D->hasAttrs() && llvm::any_of(D->attrs(), Speaks))
      return true;
    for (const ParmVarDecl *P : D->parameters())
      if (P->hasAttrs() && llvm::any_of(P->attrs(), Speaks))
        return true;
    if (compat::mallocDeallocator(D).first || acquiresByType(D) ||
        Said.describes(D))
      return true;
  }
  return false;
}

/// The family of which \p Deallocator releases argument \p Index; one called
/// after it if nothing else says.
const Family *Attributes::releasedBy(const FunctionDecl *Deallocator,
                                     unsigned Index, QualType Value) {
  if (!InDeallocator) {
    InDeallocator = true;
    const FunctionModel *M = Known(Deallocator);
    InDeallocator = false;
    const ArgEffect *E = M ? M->effectOn(Index) : nullptr;
    if (E && E->Fam &&
        (E->Action == ArgAction::Releases || E->Action == ArgAction::Resizes))
      return E->Fam;
  }
  const Family &Fam = family(Deallocator->getName(), Value);
  FunctionModel M;
  ArgEffect E;
  E.Index = Index;
  E.Action = ArgAction::Releases;
  E.Fam = &Fam;
  M.Args.push_back(E);
  M.Rest = ArgAction::Keeps;
  M.OnSuccess = Success::Always;
  M.From = Source::Attribute;
  M.Origin = Fam.DeclaredAt;
  Learn(Deallocator, std::move(M));
  return &Fam;
}

bool Attributes::overlay(const FunctionDecl *F, FunctionModel &M) {
  llvm::SmallVector<Statement, 4> All;
  statements(F, Said, All, [&](SourceLocation At, const llvm::Twine &Message) {
    error(At, Message);
  });
  if (All.empty())
    return false;
  M.From = Source::Attribute;
  M.Origin = "the attributes of '" + F->getNameAsString() + "'";
  llvm::SmallVector<int, 4> Spoken;
  for (const Statement &S : All) {
    // `malloc(f)` beside a better attribute is no contradiction.
    if (llvm::is_contained(Spoken, S.Param)) {
      if (!S.Deallocator)
        error(S.At, "this contradicts another attribute or comment of '" +
                        F->getNameAsString() + "', which is used; keep one");
      continue;
    }
    Spoken.push_back(S.Param);
    QualType Value = valueType(F, S);
    if (S.What == Verb::Borrows) {
      // One family a function: what two functions lend is not the same.
      Family &Lent =
          Scope.table().get("lent by " + F->getQualifiedNameAsString());
      Lent.From = Source::Attribute;
      Lent.Kind = FamilyKind::Lent;
      Lent.Noun = nounOf(Ctx, Value);
      QualType Pointee = Value->getPointeeType();
      Lent.Writable = !Pointee.isNull() && !Pointee.isConstQualified() &&
                      !Pointee->isAnyCharacterType();
      Lent.DeclaredAt = M.Origin;
      M.Returns = ReturnAction::Lent;
      M.ReturnFamily = &Lent;
      continue;
    }
    if (S.Family.empty()) {
      error(S.At, "this names no family; write one, such as 'malloc'");
      continue;
    }
    const Family *Fam =
        S.Deallocator ? releasedBy(S.Deallocator, S.DeallocatorParam, Value)
                      : &family(S.Family, Value);
    if (S.What == Verb::Returns) {
      M.Returns = ReturnAction::Owned;
      M.ReturnFamily = Fam;
      if (S.SizeArg >= 0)
        M.SizeArg = S.SizeArg;
      continue;
    }
    ArgEffect E;
    E.Index = S.Param;
    E.Fam = Fam;
    switch (S.What) {
    case Verb::Releases:
      E.Action = ArgAction::Releases;
      E.Indirect = S.Indirect || pointsToValue(S.Family, Value);
      break;
    case Verb::Adopts:
      E.Action = ArgAction::Adopts;
      break;
    case Verb::Out:
      E.Action = ArgAction::WritesOwned;
      // A function that hands handles out beside its result returns a status.
      if (S.IsHandle && F->getReturnType()->isIntegralOrEnumerationType() &&
          !F->getReturnType()->isBooleanType())
        M.OnSuccess = Success::Zero;
      break;
    case Verb::Uses:
    default:
      E.Action = ArgAction::Uses;
      break;
    }
    auto Place = llvm::find_if(
        M.Args, [&](const ArgEffect &O) { return O.Index >= E.Index; });
    if (Place != M.Args.end() && Place->Index == E.Index)
      *Place = E;
    else
      M.Args.insert(Place, E);
  }
  return true;
}

const Family *Attributes::owner(const Decl *RecordOrField) {
  auto Named = [&](const Decl *D) -> const Family * {
    for (const Attr *A : D->attrs()) {
      StringRef Text = annotation(A);
      if (Text.empty())
        continue;
      if (Text.consume_front("owner ") && !Text.trim().empty()) {
        const auto *V = dyn_cast<ValueDecl>(D);
        return &family(Text.trim(), V ? V->getType() : QualType());
      }
      error(A->getLocation(), "'custody:" + annotation(A) +
                                  "' says nothing about a class or a field; "
                                  "known there is CUSTODY_OWNER(family)");
    }
    return nullptr;
  };
  for (const Decl *D : RecordOrField->redecls()) {
    if (D->hasAttrs())
      if (const Family *F = Named(D))
        return F;
    StringRef Name =
        Said.owner(D, [&](SourceLocation At, const llvm::Twine &Message) {
          error(At, Message);
        });
    const auto *V = dyn_cast<ValueDecl>(D);
    if (!Name.empty())
      return &family(Name, V ? V->getType() : QualType());
  }
  return nullptr;
}

void Attributes::error(SourceLocation At, const llvm::Twine &Message) {
  const SourceManager &SM = Ctx.getSourceManager();
  // A macro stands for the attribute: its use is the place to mend.
  At = SM.getExpansionLoc(At);
  if (!Reported.insert(At.getRawEncoding()).second)
    return;
  ModelError E;
  PresumedLoc Place = SM.getPresumedLoc(At);
  if (Place.isValid()) {
    E.File = Place.getFilename();
    E.Line = Place.getLine();
    E.Column = Place.getColumn();
  }
  E.Message = Message.str();
  OnError(E);
}

} // namespace custody
