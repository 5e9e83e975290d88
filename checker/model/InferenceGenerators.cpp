//===- InferenceGenerators.cpp - What binding generators write ------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Names that no person has chosen say exactly what they mean. In the header
// that uniffi writes for a Rust library,
//
//   uniffi_LIB_fn_constructor_OBJECT_NAME   makes a handle of OBJECT,
//   uniffi_LIB_fn_clone_OBJECT              makes another one,
//   uniffi_LIB_fn_method_OBJECT_NAME        takes one (where there is a clone)
//   uniffi_LIB_fn_free_OBJECT               releases one;
//   ffi_LIB_rustbuffer_alloc, _from_bytes   make a buffer, passed by value,
//   ffi_LIB_rustbuffer_reserve, _free       take it.
//
// Each library has an allocator of its own, and so families of its own. A
// buffer that a function of the library is given is its own from then on, one
// that it returns the caller's.
//
// Diplomat's header has an opaque type for each Rust type, TYPE_destroy for its
// end, and TYPE_new, TYPE_try_new, TYPE_from_SOURCE for its beginning; a prefix
// and the suffix _mv1 may be around them.
//
//===----------------------------------------------------------------------===//

#include "model/InferenceLookup.h"
#include "model/InferenceTypes.h"
#include "model/NameWords.h"

using namespace clang;
using llvm::StringRef;

namespace custody {

namespace {

bool isRecordCalled(QualType T, StringRef Name) {
  if (T.isNull())
    return false;
  // In C the name may be that of a typedef only.
  if (const auto *Typedef = T->getAs<TypedefType>())
    if (Typedef->getDecl()->getName() == Name && T->isRecordType())
      return true;
  const RecordDecl *R = T->getAsRecordDecl();
  return R && R->getIdentifier() && R->getName() == Name;
}

bool isBuffer(QualType T) { return isRecordCalled(T, "RustBuffer"); }

/// Every function reports how it went through its last parameter.
bool reportsStatus(const FunctionDecl *F) {
  unsigned N = F->getNumParams();
  return N &&
         isRecordCalled(F->getParamDecl(N - 1)->getType()->getPointeeType(),
                        "RustCallStatus");
}

/// Handles are pointers, or numbers in newer releases.
bool isHandle(QualType T) {
  return T->isVoidPointerType() ||
         (T->isUnsignedIntegerType() && !T->isBooleanType());
}

/// A name as uniffi writes it, taken apart.
struct GeneratedName {
  StringRef Library; ///< "LIB"
  StringRef Does;    ///< "constructor", "clone", "free", "method", "func"
  StringRef Rest;    ///< "OBJECT_NAME"

  explicit GeneratedName(StringRef Name) {
    StringRef After = Name;
    if (!After.consume_front("uniffi_"))
      return;
    size_t At = After.find("_fn_");
    if (At == StringRef::npos)
      return;
    Library = After.take_front(At);
    std::tie(Does, Rest) = After.drop_front(At + 4).split('_');
  }
};

ArgEffect takes(unsigned Index, ArgAction Action, const Family *Fam) {
  ArgEffect E;
  E.Index = Index;
  E.Action = Action;
  E.Fam = Fam;
  return E;
}

/// The words behind the type's name with which diplomat's constructors begin.
const StringRef DiplomatVerbs[] = {"new",   "create", "try",  "from",
                                   "clone", "parse",  "load", "with"};

} // namespace

/// What TYPE_from_SOURCE of a library made by diplomat returns.
std::optional<FunctionModel> Inference::inferDiplomat(const FunctionDecl *F) {
  QualType Value = F->getReturnType();
  StringRef Type = pointeeName(Value);
  QualType Pointee = releasablePointee(Value);
  if (Type.empty() || Pointee.isNull() || !Pointee->isRecordType())
    return std::nullopt;
  bool Diplomat = false;
  lookupAll<TypeDecl>(F, "DiplomatStringView",
                      [&](const TypeDecl *) { Diplomat = true; });
  StringRef Name = F->getName();
  size_t At = Name.find((Type + "_").str());
  if (!Diplomat || At == StringRef::npos || (At && Name[At - 1] != '_'))
    return std::nullopt;
  StringRef Before = Name.take_front(At + Type.size());
  StringRef After = Name.drop_front(Before.size() + 1);
  if (!isOneOf(After.split('_').first, DiplomatVerbs))
    return std::nullopt;
  StringRef Suffix;
  if (size_t Version = After.rfind("_mv"); Version != StringRef::npos)
    Suffix = After.drop_front(Version);
  const FunctionDecl *Releaser = nullptr;
  lookup(F, (Before + "_destroy" + Suffix).str(), [&](const FunctionDecl *R) {
    if (R->getNumParams() == 1 && R->getReturnType()->isVoidType() &&
        sameType(R->getParamDecl(0)->getType(), Value))
      Releaser = R->getCanonicalDecl();
  });
  if (!Releaser || Known(Releaser) || !eligible(Releaser))
    return std::nullopt;
  FunctionModel M;
  M.Returns = ReturnAction::Owned;
  M.ReturnFamily = familyOf(F, Releaser, /*Counted=*/false);
  M.OnSuccess = Success::NonNull;
  M.From = Source::Inferred;
  M.Origin = declarationsOf(F, Releaser);
  Learn(Releaser, releaserModel(F, {Releaser, M.ReturnFamily, false}));
  return M;
}

/// The family whose values \p Releaser, which uniffi has written, releases.
const Family *Inference::generatedFamily(const FunctionDecl *Releaser,
                                         StringRef Noun) {
  std::string Name = "inferred:" + Releaser->getQualifiedNameAsString();
  if (const Family *F = Families.find(Name))
    return F;
  Family &F = Families.get(Name);
  QualType T = Releaser->getParamDecl(0)->getType();
  F.Noun = Noun.str();
  F.Type = T->isIntegerType() ? ValueType::Integer : ValueType::Pointer;
  F.Releasers = {Releaser->getNameAsString()};
  F.From = Source::Inferred;
  F.DeclaredAt = declarationsOf(Releaser, Releaser);
  return &F;
}

std::optional<FunctionModel> Inference::inferGenerated(const FunctionDecl *F) {
  StringRef Name = F->getName();
  bool OfBuffers = Name.find("_rustbuffer_") != StringRef::npos;
  GeneratedName Parts(Name);
  if ((Parts.Library.empty() && !OfBuffers) || !reportsStatus(F))
    return inferDiplomat(F);
  auto Function = [&](const llvm::Twine &Wanted) {
    const FunctionDecl *Found = nullptr;
    lookup(F, Wanted.str(), [&](const FunctionDecl *R) {
      if (R->getNumParams() == 2 && reportsStatus(R))
        Found = R->getCanonicalDecl();
    });
    return Found;
  };

  StringRef Library = Parts.Library;
  if (OfBuffers) {
    Library = Name.take_front(Name.find("_rustbuffer_"));
    if (!Library.consume_front("ffi_"))
      return std::nullopt;
  }
  const FunctionDecl *FreesBuffer =
      Function("ffi_" + Library + "_rustbuffer_free");
  const Family *Buffers =
      FreesBuffer && isBuffer(FreesBuffer->getParamDecl(0)->getType())
          ? generatedFamily(FreesBuffer, "a Rust buffer")
          : nullptr;

  FunctionModel M;
  M.Rest = ArgAction::Keeps;
  M.OnSuccess = Success::Always;
  M.From = Source::Inferred;
  M.Origin = declarationsOf(F, F);
  auto Give = [&](const FunctionDecl *Releaser, const Family *Fam) {
    // Whether there is one the status tells, not the result: that it is lost
    // is nowhere certain.
    M.Returns = ReturnAction::Owned;
    M.ReturnFamily = maybeKept(Fam);
    M.OnSuccess = Success::NonNull;
    M.Origin = declarationsOf(F, Releaser);
  };

  // The object that the function is about.
  const FunctionDecl *Frees = nullptr, *Clones = nullptr;
  auto IsAbout = [&](StringRef Object) {
    const FunctionDecl *R =
        Function("uniffi_" + Library + "_fn_free_" + Object);
    if (!R || !isHandle(R->getParamDecl(0)->getType()))
      return false;
    Frees = R;
    Clones = Function("uniffi_" + Library + "_fn_clone_" + Object);
    return true;
  };
  bool Whole = Parts.Does == "free" || Parts.Does == "clone";
  if (Whole)
    IsAbout(Parts.Rest);
  else if (Parts.Does == "constructor" || Parts.Does == "method")
    for (size_t End = Parts.Rest.rfind('_'); End != StringRef::npos;
         End = Parts.Rest.take_front(End).rfind('_'))
      if (IsAbout(Parts.Rest.take_front(End)))
        break;
  if (Frees) {
    const Family *Objects = generatedFamily(Frees, "a handle");
    QualType Handle = Frees->getParamDecl(0)->getType();
    bool First = F->getNumParams() > 1 &&
                 sameType(F->getParamDecl(0)->getType(), Handle);
    if (Parts.Does == "free" && F->getNumParams() == 2)
      M.Args.push_back(takes(0, ArgAction::Releases, Objects));
    else if (Parts.Does == "clone" && First)
      M.Args.push_back(takes(0, ArgAction::Uses, Objects));
    // Older releases, without clones, look at what they are given.
    else if (Parts.Does == "method" && First)
      M.Args.push_back(
          takes(0, Clones ? ArgAction::Adopts : ArgAction::Uses, Objects));
    if ((Parts.Does == "clone" || Parts.Does == "constructor") &&
        sameType(F->getReturnType(), Handle))
      Give(Frees, Objects);
  }
  if (Buffers) {
    for (const ParmVarDecl *P : F->parameters())
      if (isBuffer(P->getType()))
        M.Args.push_back(takes(P->getFunctionScopeIndex(),
                               F->getCanonicalDecl() == FreesBuffer
                                   ? ArgAction::Releases
                                   : ArgAction::Adopts,
                               Buffers));
    if (isBuffer(F->getReturnType()))
      Give(FreesBuffer, Buffers);
  }
  if (M.Args.empty() && M.Returns == ReturnAction::Unknown)
    return std::nullopt;
  return M;
}

} // namespace custody
