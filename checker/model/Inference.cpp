//===- Inference.cpp - Ownership read off declarations --------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A name is split into words; one of them is the verb. The partner of
// `mylib_create_string` is `mylib_free_string`: the same name with another
// verb, in the same case. Behind the verb an allocator may say more than its
// releaser (`config_new_with_name`, `config_free`), if the type is a record
// that no other library would use.
//
//===----------------------------------------------------------------------===//

#include "model/Inference.h"
#include "model/NameWords.h"
#include "model/Noun.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using llvm::StringRef;

namespace custody {

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

/// The pointee if \p T is a pointer to something that can be released.
static QualType releasablePointee(QualType T) {
  if (!T->isPointerType())
    return QualType();
  QualType Pointee = T->getPointeeType();
  if (Pointee.isConstQualified() || Pointee->isFunctionType() ||
      Pointee->isDependentType())
    return QualType();
  return Pointee;
}

/// A handle type that the library made for itself: the typedef says more than
/// the integer.
static const TypedefNameDecl *handleTypedef(const ASTContext &Ctx, QualType T) {
  const auto *TT = T->getAs<TypedefType>();
  if (!TT || !T->isIntegerType() || T->isBooleanType())
    return nullptr;
  const TypedefNameDecl *D = TT->getDecl();
  // size_t, int32_t, pid_t ... are everybody's.
  if (Ctx.getSourceManager().isInSystemHeader(D->getLocation()))
    return nullptr;
  return D->getCanonicalDecl();
}

static bool sameType(QualType A, QualType B) {
  return A.getCanonicalType().getUnqualifiedType() ==
         B.getCanonicalType().getUnqualifiedType();
}

/// True if \p R can release what \p A returns; \p Indirect if it takes the
/// address of the pointer.
static bool releases(const ASTContext &Ctx, const FunctionDecl *R,
                     const FunctionDecl *A, bool &Indirect) {
  if (R->getNumParams() != 1 || R->isVariadic())
    return false;
  QualType Result = R->getReturnType();
  if (!Result->isVoidType() && !Result->isIntegralOrEnumerationType())
    return false;
  QualType Param = R->getParamDecl(0)->getType();
  QualType Value = A->getReturnType();
  Indirect = false;
  if (const TypedefNameDecl *Handle = handleTypedef(Ctx, Value))
    return handleTypedef(Ctx, Param) == Handle;
  if (releasablePointee(Value).isNull())
    return false;
  if (sameType(Param, Value))
    return true;
  Indirect = Param->isPointerType() && sameType(Param->getPointeeType(), Value);
  return Indirect;
}

//===----------------------------------------------------------------------===//
// Declarations
//===----------------------------------------------------------------------===//

template <class DeclT, class Fn>
void Inference::lookupAll(const FunctionDecl *Beside, StringRef Name,
                          Fn Found) const {
  // Asking for an identifier that nothing has mentioned would make one.
  IdentifierTable &Idents = Ctx.Idents;
  IdentifierInfo *II = nullptr;
  auto It = Idents.find(Name);
  if (It != Idents.end())
    II = It->second;
  else if (IdentifierInfoLookup *Precompiled =
               Idents.getExternalIdentifierLookup())
    II = Precompiled->get(Name);
  if (!II)
    return;
  const DeclContext *In = Beside->getDeclContext()->getRedeclContext();
  for (const NamedDecl *D : In->lookup(DeclarationName(II)))
    if (const auto *Right = dyn_cast<DeclT>(D))
      Found(Right);
}

template <class Fn>
void Inference::lookup(const FunctionDecl *Beside, StringRef Name,
                       Fn Found) const {
  lookupAll<FunctionDecl>(Beside, Name, Found);
}

bool Inference::exists(const FunctionDecl *Beside, StringRef Name) const {
  bool Exists = false;
  lookup(Beside, Name, [&](const FunctionDecl *) { Exists = true; });
  return Exists;
}

/// True if the declaration of \p F may be read for what it promises.
bool Inference::eligible(const FunctionDecl *F) const {
  if (!F->getIdentifier() || F->isImplicit() || F->getBuiltinID() ||
      F->isTemplated() ||
      F->getTemplateSpecializationKind() != TSK_Undeclared ||
      !F->getType()->getAs<FunctionProtoType>() || F->hasBody())
    return false;
  if (const auto *M = dyn_cast<CXXMethodDecl>(F))
    if (M->isInstance())
      return false;
  // The C and C++ libraries are modelled by hand; what is not modelled there
  // is better left alone.
  if (F->isInStdNamespace())
    return false;
  const SourceManager &SM = Ctx.getSourceManager();
  SourceLocation At = SM.getExpansionLoc(F->getLocation());
  if (SM.isInSystemHeader(At)) {
    StringRef File = SM.getFilename(At);
    for (StringRef Folder : {"/bits/", "/sys/", "/c++/"})
      if (File.find(Folder) != StringRef::npos)
        return false;
  }
  return true;
}

//===----------------------------------------------------------------------===//
// Pairs
//===----------------------------------------------------------------------===//

/// True if \p A has a parameter of the type that it returns, or a place where
/// it may store the result, too.
static bool takesOwnResult(const FunctionDecl *A) {
  return llvm::any_of(A->parameters(), [&](const ParmVarDecl *P) {
    QualType T = P->getType();
    return sameType(T, A->getReturnType()) ||
           (T->isPointerType() &&
            sameType(T->getPointeeType(), A->getReturnType()));
  });
}

/// True if \p A is told of another object that it may change: a parent, a pool,
/// a list that owns what is made (`row_create(tree)`).
static bool takesParent(const FunctionDecl *A) {
  return llvm::any_of(A->parameters(), [](const ParmVarDecl *P) {
    QualType Pointee = P->getType()->getPointeeType();
    return !Pointee.isNull() && Pointee->isRecordType() &&
           !Pointee.isConstQualified();
  });
}

/// True if objects that \p T points to count their references.
static bool hasCount(QualType T) {
  const RecordDecl *R =
      T->isPointerType() ? T->getPointeeType()->getAsRecordDecl() : nullptr;
  if (!R || !(R = R->getDefinition()))
    return false;
  return llvm::any_of(R->fields(), [](const FieldDecl *F) {
    std::string Name = F->getName().lower();
    return StringRef(Name).contains("ref") && !F->getType()->isPointerType() &&
           !F->getType()->isBooleanType();
  });
}

/// The name by which the library calls what \p T points to; empty if it has
/// none.
static StringRef pointeeName(QualType T) {
  QualType Pointee = T->getPointeeType();
  if (Pointee.isNull())
    return StringRef();
  if (const auto *TT = Pointee->getAs<TypedefType>())
    return TT->getDecl()->getName();
  const RecordDecl *R = Pointee->getAsRecordDecl();
  return R ? R->getName() : StringRef();
}

/// True if objects that \p A returns are GObjects, which g_object_unref
/// releases whatever `x_destroy` beside them does, and which may float.
bool Inference::returnsGObject(const FunctionDecl *A) const {
  std::string Name = pointeeName(A->getReturnType()).str();
  bool Result = false;
  if (!Name.empty())
    for (const char *Ending : {"Class", "Iface", "Interface"})
      lookupAll<TypeDecl>(A, Name + Ending,
                          [&](const TypeDecl *) { Result = true; });
  return Result;
}

/// The first function that \p S calls by name with one argument.
static const FunctionDecl *calledIn(const Stmt *S) {
  if (const auto *Call = dyn_cast_or_null<CallExpr>(S))
    if (const FunctionDecl *F = Call->getDirectCallee())
      return F->getNumParams() == 1 ? F->getCanonicalDecl() : nullptr;
  if (S)
    for (const Stmt *Child : S->children())
      if (const FunctionDecl *F = calledIn(Child))
        return F;
  return nullptr;
}

/// What G_DEFINE_AUTOPTR_CLEANUP_FUNC(T, f) says releases the `T *` that \p A
/// returns: the macro makes a function that calls f. Null if it says nothing.
const FunctionDecl *Inference::autoptrCleanup(const FunctionDecl *A) const {
  StringRef Name = pointeeName(A->getReturnType());
  const FunctionDecl *Result = nullptr;
  if (!Name.empty())
    lookup(A, ("glib_autoptr_clear_" + Name).str(), [&](const FunctionDecl *F) {
      if (const FunctionDecl *R = calledIn(F->getBody()))
        Result = R->getIdentifier() ? R : nullptr;
    });
  return Result;
}

/// True if values that \p Releaser releases float until they are sunk.
bool Inference::mayFloat(const FunctionDecl *Releaser) const {
  SplitName Name(Releaser->getName());
  return llvm::any_of(SinkingVerbs, [&](StringRef V) {
    return exists(Releaser, Name.with(Name.Words.size() - 1, V, 0));
  });
}

/// `x_unref` beside `x_ref`, where the word \p I of \p Name, an allocator's, is
/// the verb; null too where values float until they are sunk.
const FunctionDecl *Inference::unreferencer(const FunctionDecl *A,
                                            const SplitName &Name, unsigned I,
                                            unsigned Kept) const {
  for (StringRef V : SinkingVerbs)
    if (exists(A, Name.with(I, V, Kept)))
      return nullptr;
  const FunctionDecl *Result = nullptr;
  for (StringRef V : UnreferencingVerbs)
    lookup(A, Name.with(I, V, Kept), [&](const FunctionDecl *R) {
      bool Indirect;
      if (releases(Ctx, R, A, Indirect) && !Indirect)
        Result = R->getCanonicalDecl();
    });
  bool Counts = false;
  for (StringRef V : ReferencingVerbs)
    Counts |= exists(A, Name.with(I, V, Kept));
  return Counts ? Result : nullptr;
}

std::optional<Inference::Pairing> Inference::pairing(const FunctionDecl *A) {
  if (!eligible(A))
    return std::nullopt;
  QualType Value = A->getReturnType();
  QualType Pointee = releasablePointee(Value);
  bool Record = !Pointee.isNull() && Pointee->isRecordType();
  if (Pointee.isNull() && !handleTypedef(Ctx, Value))
    return std::nullopt;

  if (returnsGObject(A))
    return std::nullopt;

  SplitName Name(A->getName());
  std::optional<Pairing> Found;
  bool Counted = false, HasVerb = false;
  for (unsigned I = 0, E = Name.Words.size(); I != E; ++I) {
    if (isOneOf(Name.word(I), GetterVerbs))
      break;
    const auto *Verb = llvm::find_if(AllocatorVerbs, [&](const auto &V) {
      return Name.word(I).equals_insensitive(V.Verb);
    });
    if (Verb == std::end(AllocatorVerbs))
      continue;
    if (Verb->MayReturnArgument && takesOwnResult(A))
      continue;
    unsigned Behind = E - I - 1;
    bool Shared = false;
    for (unsigned J = I + 1; J != E; ++J)
      Shared |= isOneOf(Name.word(J), SharingWords);
    if (Shared)
      continue;
    HasVerb = true;
    // All the words behind the verb, then ever fewer. A verb alone, without a
    // word before or behind it, names nothing.
    for (unsigned Kept = Behind + 1; Kept-- > 0;) {
      if (I == 0 && Kept == 0)
        break;
      if (Kept != Behind && !Record)
        break;
      // Two releasers may mean two things, whatever the second is called.
      std::optional<Pairing> Here;
      unsigned Releasers = 0;
      bool Frees = false;
      for (StringRef R : ReleasingVerbs)
        lookup(A, Name.with(I, R, Kept), [&](const FunctionDecl *F) {
          bool Indirect;
          // `bool row_delete(Row *)` deletes something that the row stands for.
          if (!releases(Ctx, F, A, Indirect) ||
              (R == "delete" && !F->getReturnType()->isVoidType()))
            return;
          ++Releasers;
          Frees |= R == "free";
          if (isOneOf(R, Verb->Releasers))
            Here = Pairing{F->getCanonicalDecl(), nullptr, Indirect};
        });
      // What counts references is given back by `x_unref`, and `x_destroy`
      // beside it does less; beside `x_free` it may be `x_unref` that does.
      bool Unreferenced = false;
      if (Verb->How != Strength::Parsing && !Frees)
        if (const FunctionDecl *R = unreferencer(A, Name, I, Kept)) {
          Here = Pairing{R, nullptr, false};
          Releasers = 1;
          Unreferenced = true;
        }
      if (Releasers > 1)
        return std::nullopt;
      if (!Here)
        continue;
      if (Here->Releaser->getName() == Name.with(I, "release", Kept))
        for (StringRef V : TakingVerbs)
          if (exists(A, Name.with(I, V, Kept)))
            return std::nullopt;
      // `x_init` on the caller's storage: `x_free` then empties it, and what
      // `x_load` returns may be such storage filled.
      if (Verb->How == Strength::Parsing)
        for (StringRef V : {"init", "setup"})
          if (exists(A, Name.with(I, V, Kept)))
            return std::nullopt;
      if (Verb->How == Strength::Further) {
        bool HasMain = false;
        for (const AllocatorVerb &Main : AllocatorVerbs)
          if (Main.How == Strength::Main)
            lookup(A, Name.with(I, Main.Verb, Kept),
                   [&](const FunctionDecl *F) {
                     HasMain |= sameType(F->getReturnType(), Value);
                   });
        if (!HasMain)
          continue;
      }
      for (StringRef V : CountingVerbs)
        Counted |= exists(A, Name.with(I, V, Kept));
      if (!Unreferenced &&
          Here->Releaser->getName() != Name.with(I, "free", Kept))
        for (StringRef V : UncountingVerbs)
          if (exists(A, Name.with(I, V, Kept)))
            return std::nullopt;
      if (Found && Found->Releaser != Here->Releaser)
        return std::nullopt;
      Found = Here;
      break;
    }
  }
  // The library's own word on the type's releaser goes over names.
  if (const FunctionDecl *R = HasVerb ? autoptrCleanup(A) : nullptr) {
    bool Indirect;
    if (!releases(Ctx, R, A, Indirect) || Indirect || mayFloat(R))
      return std::nullopt;
    Found = Pairing{R, nullptr, false};
    Counted |= isOneOf(SplitName(R->getName()).lastWord(), UncountingVerbs);
  }
  if (!Found)
    return std::nullopt;

  Counted |= hasCount(Value);
  // A stronger source may know the releaser; its family is then the answer.
  if (const FunctionModel *M = Known(Found->Releaser)) {
    const ArgEffect *E = M->effectOn(0);
    if (!E || E->Action != ArgAction::Releases || !E->Fam)
      return std::nullopt;
    Found->Fam = E->Fam;
    return Found;
  }
  if (!eligible(Found->Releaser))
    return std::nullopt;
  Found->Fam = familyOf(A, Found->Releaser, Counted);
  // `Node *node_new(Node *parent)`: the parent may own what comes back.
  if (takesOwnResult(A) || takesParent(A))
    Found->Fam = maybeKept(Found->Fam);
  return Found;
}

static std::string declarationsOf(const FunctionDecl *A,
                                  const FunctionDecl *R) {
  return "the declarations of '" + A->getNameAsString() + "' and '" +
         R->getNameAsString() + "'";
}

const Family *Inference::familyOf(const FunctionDecl *A, const FunctionDecl *R,
                                  bool Counted) {
  std::string Name = "inferred:" + R->getQualifiedNameAsString();
  if (const Family *F = Families.find(Name))
    return F;
  Family &F = Families.get(Name);
  QualType Value = A->getReturnType();
  F.Noun = nounOf(Ctx, Value);
  F.Type = Value->isPointerType() ? ValueType::Pointer : ValueType::Integer;
  F.Releasers = {R->getNameAsString()};
  F.Kind = Counted ? FamilyKind::Refcounted : FamilyKind::Normal;
  F.From = Source::Inferred;
  F.DeclaredAt = declarationsOf(A, R);
  return &F;
}

/// The family of values of \p F that may have another owner: a wrong release
/// is still wrong, but nothing is lost when the caller drops one.
const Family *Inference::maybeKept(const Family *F) {
  Family &Kept = Families.get(F->Name + " (perhaps kept)");
  if (Kept.DeclaredAt.empty()) {
    std::string Name = Kept.Name;
    Kept = *F;
    Kept.Name = Name;
    Kept.Kind = FamilyKind::Arena;
    Kept.Same = canonical(F);
  }
  return &Kept;
}

FunctionModel Inference::releaserModel(const FunctionDecl *A,
                                       const Pairing &Pair) const {
  FunctionModel M;
  ArgEffect E;
  E.Action = ArgAction::Releases;
  E.Fam = Pair.Fam;
  E.Indirect = Pair.Indirect;
  SplitName Name(Pair.Releaser->getName());
  for (unsigned I = 0, N = Name.Words.size(); I != N; ++I)
    for (StringRef Verb : PreparingVerbs)
      E.CallersStorage |= exists(Pair.Releaser, Name.with(I, Verb, N - I - 1));
  M.Args.push_back(E);
  M.OnSuccess = Success::Always;
  M.From = Source::Inferred;
  M.Origin = declarationsOf(A, Pair.Releaser);
  return M;
}

std::optional<FunctionModel> Inference::inferReleaser(const FunctionDecl *F) {
  if (F->getNumParams() != 1)
    return std::nullopt;
  SplitName Name(F->getName());
  std::optional<FunctionModel> Result;
  const Family *Fam = nullptr;
  bool Contradiction = false;
  for (unsigned I = 0, E = Name.Words.size(); I != E && E > 1; ++I)
    for (const AllocatorVerb &V : AllocatorVerbs) {
      if (!isOneOf(Name.word(I), V.Releasers) &&
          !(isOneOf(Name.word(I), UnreferencingVerbs) &&
            V.How != Strength::Parsing))
        continue;
      lookup(F, Name.with(I, V.Verb, E - I - 1), [&](const FunctionDecl *A) {
        bool Indirect;
        if (!releases(Ctx, F, A, Indirect))
          return;
        const Family *Here = nullptr;
        if (const FunctionModel *M = Known(A)) {
          if (M->Returns == ReturnAction::Owned)
            Here = M->ReturnFamily;
        } else if (auto Pair = pairing(A)) {
          if (Pair->Releaser == F->getCanonicalDecl())
            Here = Pair->Fam;
        }
        if (!Here)
          return;
        Contradiction |= Fam && !sameFamily(Fam, Here);
        Fam = Here;
        if (!Result)
          Result = releaserModel(A, {F->getCanonicalDecl(), Here, Indirect});
      });
    }
  if (Contradiction)
    return std::nullopt;
  return Result;
}

/// `x_ref(x)` beside `x_unref`, `x_up_ref(x)` beside `x_free`: one more
/// reference.
std::optional<FunctionModel> Inference::inferReference(const FunctionDecl *F) {
  SplitName Name(F->getName());
  unsigned Count = Name.Words.size();
  if (F->getNumParams() != 1 || Count < 2 ||
      !isOneOf(Name.lastWord(), ReferencingVerbs))
    return std::nullopt;
  QualType Handle = F->getParamDecl(0)->getType();
  // "up_ref" and "add_ref" are two words.
  unsigned Verb = Count - 1;
  if (Count > 2 && isOneOf(Name.word(Verb - 1), {"up", "add"}))
    --Verb;
  std::optional<FunctionModel> Releaser;
  for (StringRef V : {"unref", "release", "free"})
    lookup(F, Name.with(Verb, V, 0), [&](const FunctionDecl *R) {
      if (!Releaser && R->getNumParams() == 1 &&
          sameType(R->getParamDecl(0)->getType(), Handle) && !Known(R) &&
          eligible(R))
        Releaser = inferReleaser(R);
    });
  if (!Releaser || Releaser->effectOn(0)->Fam->Kind != FamilyKind::Refcounted)
    return std::nullopt;
  FunctionModel M;
  ArgEffect E;
  E.Action = ArgAction::Retains;
  E.Fam = Releaser->effectOn(0)->Fam;
  M.Args.push_back(E);
  if (sameType(F->getReturnType(), Handle))
    M.Returns = ReturnAction::Argument;
  M.OnSuccess = Success::Always;
  M.From = Source::Inferred;
  M.Origin = Releaser->Origin;
  return M;
}

/// `db_query(db, ...)` beside `db_open` and `db_close` works on the handle and
/// leaves it with the caller.
std::optional<FunctionModel> Inference::inferUse(const FunctionDecl *F) {
  if (F->getNumParams() == 0)
    return std::nullopt;
  QualType Handle = F->getParamDecl(0)->getType();
  if (!Handle->isPointerType() && !handleTypedef(Ctx, Handle))
    return std::nullopt;
  // `x_next(x)` may give back what it goes on from.
  if (sameType(F->getReturnType(), Handle))
    return std::nullopt;
  SplitName Name(F->getName());
  bool AtOnce = false;
  for (unsigned I = 0, E = Name.Words.size(); I != E; ++I)
    AtOnce |= isOneOf(Name.word(I), WalkingVerbs);
  // A function that is given a callback may come back to the handle later.
  for (const ParmVarDecl *P : F->parameters())
    if (P->getType()->isFunctionPointerType() && !AtOnce)
      return std::nullopt;
  for (unsigned I = 0, E = Name.Words.size(); I != E; ++I)
    if (isOneOf(Name.word(I), KeepingWords) ||
        isOneOf(Name.word(I), CountingVerbs) ||
        isOneOf(Name.word(I), ReleasingVerbs))
      return std::nullopt;
  // The words before the verb name the handle.
  for (unsigned Prefix = Name.Words.size(); Prefix-- > 1;) {
    if (!isOneOf(Name.word(Prefix), UsingVerbs))
      continue;
    std::optional<FunctionModel> Releaser;
    auto Try = [&](std::string Candidate) {
      lookup(F, Candidate, [&](const FunctionDecl *R) {
        if (Releaser || R->getNumParams() != 1 ||
            !sameType(R->getParamDecl(0)->getType(), Handle) || Known(R) ||
            !eligible(R))
          return;
        Releaser = inferReleaser(R);
      });
    };
    for (StringRef Verb : ReleasingVerbs) {
      Try(Name.with(Prefix, Verb, 0));
      Try(Name.before(Prefix, Verb));
    }
    if (!Releaser)
      continue;
    FunctionModel M;
    ArgEffect E;
    E.Fam = Releaser->effectOn(0)->Fam;
    M.Args.push_back(E);
    M.OnSuccess = Success::Always;
    M.Rest = ArgAction::Keeps;
    M.From = Source::Inferred;
    M.Origin = Releaser->Origin;
    return M;
  }
  return std::nullopt;
}

std::optional<FunctionModel> Inference::infer(const FunctionDecl *F) {
  if (!eligible(F))
    return std::nullopt;
  if (auto Pair = pairing(F)) {
    FunctionModel M;
    M.Returns = ReturnAction::Owned;
    M.ReturnFamily = Pair->Fam;
    M.OnSuccess = F->getReturnType()->isPointerType() ||
                          F->getReturnType()->isUnsignedIntegerType()
                      ? Success::NonNull
                      : Success::NonNegative;
    // What else the call does to its arguments, nobody has said.
    M.Rest = ArgAction::Keeps;
    M.From = Source::Inferred;
    M.Origin = declarationsOf(F, Pair->Releaser);
    // `config_free` alone does not lead to `config_new_with_name`.
    if (!Known(Pair->Releaser))
      Learn(Pair->Releaser, releaserModel(F, *Pair));
    return M;
  }
  if (auto M = inferReleaser(F))
    return M;
  if (auto M = inferReference(F))
    return M;
  return inferUse(F);
}

} // namespace custody
