//===- InferencePairs.cpp - Which function releases a result --------------===//
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

#include "model/InferenceLookup.h"
#include "model/InferenceTypes.h"
#include "model/NameWords.h"
#include "model/Noun.h"

using namespace clang;
using llvm::StringRef;

namespace custody {

/// True if objects that \p A returns are GObjects, which g_object_unref
/// releases whatever `x_destroy` beside them does, and which may float.
bool Inference::returnsGObject(const FunctionDecl *A) const {
  std::string Name = pointeeName(productOf(Ctx, A).Type).str();
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
  StringRef Name = pointeeName(productOf(Ctx, A).Type);
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
  Product Made = productOf(Ctx, A);
  QualType Value = Made.Type;
  if (Value.isNull())
    return std::nullopt;
  QualType Pointee = releasablePointee(Value);
  bool Record = !Pointee.isNull() && Pointee->isRecordType();

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
    if (Verb->MayReturnArgument && takesOwnResult(A, Made))
      continue;
    // `int x_copy(X **, ...)` may as well fill what is there.
    if (Made.Out >= 0 && Verb->How != Strength::Main)
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
                     QualType Main = productOf(Ctx, F).Type;
                     HasMain |= !Main.isNull() && sameType(Main, Value);
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
  if (takesOwnResult(A, Made) || takesParent(A) ||
      (Made.Out >= 0 && !successOf(A)))
    Found->Fam = maybeKept(Found->Fam);
  return Found;
}

const Family *Inference::familyOf(const FunctionDecl *A, const FunctionDecl *R,
                                  bool Counted) {
  std::string Name = "inferred:" + R->getQualifiedNameAsString();
  if (const Family *F = Families.find(Name))
    return F;
  Family &F = Families.get(Name);
  QualType Value = productOf(Ctx, A).Type;
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

} // namespace custody
