//===- ModelStore.cpp - Everything known about functions and classes ------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A name alone does not make a function the library's: a project may have a
// `close` of its own. So a model applies only where linkage, parameter count
// and types agree with it.
//
//===----------------------------------------------------------------------===//

#include "model/ModelStore.h"
#include "model/Attributes.h"
#include "model/Inference.h"
#include "model/ShippedLibrary.h"
#include "model/YamlLoader.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include <deque>

using namespace clang;
using llvm::StringRef;

namespace custody {

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

std::string qualifiedName(const NamedDecl *D) {
  std::string Name = D->getNameAsString();
  // A function with C linkage is the same function in every namespace.
  if (const auto *F = dyn_cast<FunctionDecl>(D))
    if (F->isExternC())
      return Name;
  for (const DeclContext *C = D->getDeclContext(); C; C = C->getParent()) {
    if (const auto *NS = dyn_cast<NamespaceDecl>(C)) {
      if (NS->isInline() || NS->isAnonymousNamespace())
        continue;
    } else if (!isa<RecordDecl>(C) && !isa<FunctionDecl>(C)) {
      continue;
    }
    std::string Outer = cast<NamedDecl>(C)->getNameAsString();
    if (!Outer.empty())
      Name = Outer + "::" + Name;
  }
  return Name;
}

std::string bracketedName(const ObjCMethodDecl *M) {
  // A category's methods are those of its class.
  const ObjCInterfaceDecl *Class = M->getClassInterface();
  const auto *Of = Class ? static_cast<const NamedDecl *>(Class)
                         : cast<NamedDecl>(M->getDeclContext());
  return (M->isClassMethod() ? "+[" : "-[") + Of->getNameAsString() + " " +
         M->getSelector().getAsString() + "]";
}

bool sameFunctionName(StringRef Modelled, StringRef Actual) {
  if (Modelled == Actual)
    return true;
  if (Modelled.consume_front("std::") || Actual.consume_front("std::"))
    return Modelled == Actual && Modelled.find("::") == StringRef::npos;
  return false;
}

//===----------------------------------------------------------------------===//
// Does the declaration fit the model?
//===----------------------------------------------------------------------===//

bool canHold(QualType T, const Family *Fam) {
  if (T->isDependentType())
    return true;
  T = T.getNonReferenceType();
  bool Pointer = T->isAnyPointerType() || T->isBlockPointerType() ||
                 T->isArrayType() || T->isNullPtrType();
  bool Integer = T->isIntegralOrEnumerationType();
  switch (Fam ? Fam->Type : ValueType::Any) {
  case ValueType::Any:
    return Pointer || Integer;
  case ValueType::Pointer:
    return Pointer;
  case ValueType::Integer:
    return Integer;
  }
  return false;
}

/// True if \p T can be the parameter on which \p E acts.
static bool fits(QualType T, const ArgEffect &E) {
  if (T->isDependentType())
    return true;
  bool Through = E.Indirect || E.Action == ArgAction::WritesOwned ||
                 E.Action == ArgAction::Replaces;
  if (!Through)
    return !E.Fam && E.Action != ArgAction::Adopts ? true : canHold(T, E.Fam);
  QualType Pointee = T->getPointeeType(); // Of pointers and references.
  if (Pointee.isNull())
    return false;
  // `void *` out-parameters and structs with a field or a handle inside say
  // nothing more.
  return Pointee->isDependentType() || Pointee->isVoidType() ||
         Pointee->isRecordType() || canHold(Pointee, E.Fam);
}

/// True if \p F can be a function of a C library: no templates, references or
/// objects with constructors. `std::getline(std::cin, Line)` is not getline.
static bool canBeC(const FunctionDecl *F) {
  if (F->isTemplateInstantiation() || F->isTemplated())
    return false;
  auto IsC = [](QualType T) {
    if (T->isReferenceType())
      return false;
    const CXXRecordDecl *R = T->getAsCXXRecordDecl();
    return !R || !R->hasDefinition() || R->isTrivial();
  };
  return IsC(F->getReturnType()) &&
         llvm::all_of(F->parameters(),
                      [&](const ParmVarDecl *P) { return IsC(P->getType()); });
}

/// True if \p T is `std::Name`, by value or reference.
static bool isStd(QualType T, StringRef Name) {
  const TagDecl *D = T.getNonReferenceType()->getAsTagDecl();
  return D && D->isInStdNamespace() && D->getIdentifier() &&
         D->getName() == Name;
}

/// True if \p M can speak of what returns \p Result.
static bool fitsResult(QualType Result, const FunctionModel &M) {
  if (!M.ResultType.empty() &&
      Result.getCanonicalType().getUnqualifiedType().getAsString() !=
          M.ResultType)
    return false;
  switch (M.Returns) {
  case ReturnAction::Owned:
  case ReturnAction::Kept:
  case ReturnAction::Lent:
    return canHold(Result, M.ReturnFamily);
  case ReturnAction::Argument:
  case ReturnAction::ArgumentOrNull:
  case ReturnAction::Inside:
    return !Result->isVoidType();
  case ReturnAction::Unknown:
    break;
  }
  return true;
}

/// True if \p M can speak of what takes \p Params.
static bool fitsParameters(llvm::ArrayRef<ParmVarDecl *> Params,
                           const FunctionModel &M) {
  auto IsCondition = [&](const ArgCondition &C) {
    return !C || unsigned(C.Arg) >= Params.size() ||
           Params[C.Arg]->getType()->isDependentType() ||
           Params[C.Arg]->getType()->isScalarType();
  };
  for (const ArgEffect &E : M.Args)
    if ((E.Index < Params.size() && !fits(Params[E.Index]->getType(), E)) ||
        !IsCondition(E.If))
      return false;
  for (int I : {M.SizeArg, M.CountArg, M.AlignArg, M.OldSizeArg})
    if (I >= 0 && unsigned(I) < Params.size()) {
      QualType T = Params[I]->getType();
      if (!T->isDependentType() && !T->isIntegralOrEnumerationType() &&
          !isStd(T, "nothrow_t"))
        return false;
    }
  return IsCondition(M.ReturnIf);
}

static bool fits(const FunctionDecl *F, const FunctionModel &M) {
  // A declaration without prototype promises nothing of its parameters.
  return fitsResult(F->getReturnType(), M) &&
         (!F->getType()->getAs<FunctionProtoType>() ||
          fitsParameters(F->parameters(), M));
}

/// The overloads of `operator new` and `operator delete` with two parameters
/// differ in what the second one is: a size, an alignment or std::nothrow.
static void readOverload(const FunctionDecl *F, FunctionModel &M) {
  auto Is = [&](int I, StringRef Name) {
    return I >= 0 && unsigned(I) < F->getNumParams() &&
           isStd(F->getParamDecl(I)->getType(), Name);
  };
  if (Is(M.AlignArg, "nothrow_t")) {
    M.AlignArg = -1;
    if (M.Returns == ReturnAction::Owned)
      M.OnSuccess = Success::NonNull;
  }
  if (Is(M.SizeArg, "nothrow_t"))
    M.SizeArg = -1;
  if (Is(M.SizeArg, "align_val_t")) {
    M.AlignArg = M.SizeArg;
    M.SizeArg = -1;
  }
}

/// Of arguments that nothing is said of, those that point to const objects are
/// only looked at: what is kept to be released later is not const.
static void useConstArguments(const FunctionDecl *F, FunctionModel &M) {
  if (M.Rest != ArgAction::Keeps)
    return;
  for (const ParmVarDecl *P : F->parameters()) {
    QualType Pointee = P->getType()->getPointeeType();
    ArgEffect E;
    E.Index = P->getFunctionScopeIndex();
    if (Pointee.isNull() || !Pointee.isConstQualified() || M.effectOn(E.Index))
      continue;
    auto After = llvm::find_if(
        M.Args, [&](const ArgEffect &O) { return O.Index > E.Index; });
    M.Args.insert(After, E);
  }
}

/// When a call that returns \p T has succeeded, for want of better knowledge.
static Success defaultSuccess(QualType T) {
  if (T->isVoidType() || T->isReferenceType() || T->isRecordType())
    return Success::Always;
  if (T->isBooleanType() || T->isAnyPointerType())
    return Success::NonNull;
  if (T->isIntegralOrEnumerationType())
    return Success::NonNegative;
  return Success::NonNull;
}

//===----------------------------------------------------------------------===//
// The store
//===----------------------------------------------------------------------===//

namespace {

/// The models of one source, found by unqualified name.
struct Library {
  std::deque<ModelFile> Files;
  llvm::StringMap<llvm::SmallVector<const FunctionEntry *, 1>> Functions;
  llvm::StringMap<llvm::SmallVector<const ClassModel *, 1>> Classes;

  void add(ModelFile File) {
    Files.push_back(std::move(File));
    for (const FunctionEntry &F : Files.back().Functions)
      Functions[unqualified(F.Name)].push_back(&F);
    for (const ClassModel &C : Files.back().Classes)
      Classes[unqualified(C.Name)].push_back(&C);
  }
};

/// The entries of \p Table called \p Name.
llvm::ArrayRef<ShippedName> equalRange(llvm::ArrayRef<ShippedName> Table,
                                       StringRef Name) {
  auto Begin = llvm::partition_point(
      Table, [&](const ShippedName &N) { return StringRef(N.Name) < Name; });
  auto End = Begin;
  while (End != Table.end() && Name == End->Name)
    ++End;
  return llvm::ArrayRef<ShippedName>(Begin, End);
}

} // namespace

struct ModelStore::Impl : FamilyScope {
  ASTContext &Ctx;
  ErrorHandler OnError;
  FamilyTable Families;
  Library User, Shipped;
  std::vector<bool> ShippedRead;
  llvm::DenseMap<const FunctionDecl *, const FunctionModel *> FunctionCache;
  llvm::DenseMap<const ObjCMethodDecl *, const FunctionModel *> MethodCache;
  llvm::DenseMap<const CXXRecordDecl *, const ClassModel *> ClassCache;
  /// Models made for one declaration.
  std::deque<FunctionModel> Made;
  Attributes Written;
  LearnedModels Elsewhere;
  Inference Inferred;
  llvm::DenseMap<const Expr *, const FunctionModel *> PointerCache;

  Impl(ASTContext &Ctx, ErrorHandler Handler)
      : Ctx(Ctx), OnError(std::move(Handler)),
        ShippedRead(shippedFiles().size()),
        Written(
            Ctx, *this, OnError,
            [this](const FunctionDecl *F) { return stated(F); },
            [this](const FunctionDecl *F, FunctionModel M) {
              learn(F, std::move(M));
            }),
        Elsewhere(Ctx, *this),
        Inferred(
            Ctx, Families, [this](const FunctionDecl *F) { return stated(F); },
            [this](const FunctionDecl *F, FunctionModel M) {
              learn(F, std::move(M));
            }) {}

  //===--- Families, for the loader ---------------------------------------===//

  FamilyTable &table() override { return Families; }

  const Family *find(StringRef Name) override {
    if (const Family *F = Families.find(Name))
      return F;
    for (const ShippedName &N : equalRange(shippedFamilies(), Name))
      readShipped(N.File);
    return Families.find(Name);
  }

  std::vector<std::string> names() override {
    std::vector<std::string> Names = FamilyScope::names();
    for (const ShippedName &N : shippedFamilies())
      Names.push_back(N.Name);
    return Names;
  }

  //===--- Files ----------------------------------------------------------===//

  void readShipped(unsigned File) {
    if (ShippedRead[File])
      return;
    // First, for files that refer to each other's families.
    ShippedRead[File] = true;
    const ShippedFile &S = shippedFiles()[File];
    Shipped.add(loadYaml(StringRef(S.Text, S.Size), S.Name, Source::Shipped,
                         *this, OnError));
  }

  /// The text of a file, or null after telling why not.
  std::unique_ptr<llvm::MemoryBuffer> open(StringRef Path, StringRef What) {
    ModelError E;
    E.File = Path.str();
    E.Message = "cannot read the " + What.str() + ": ";
    if (llvm::sys::fs::is_directory(Path)) {
      E.Message += "it is a folder";
    } else {
      auto Buffer = llvm::MemoryBuffer::getFile(Path);
      if (Buffer)
        return std::move(*Buffer);
      E.Message += Buffer.getError().message();
    }
    OnError(E);
    return nullptr;
  }

  void loadLearnt(StringRef Path) {
    std::unique_ptr<llvm::MemoryBuffer> Buffer =
        open(Path, "facts of other files");
    if (!Buffer)
      return;
    std::string Error = Elsewhere.read(Buffer->getBuffer());
    if (Error.empty())
      return;
    ModelError E;
    E.File = Path.str();
    E.Message = "the facts of other files cannot be read: " + Error +
                "; let this version of custody learn them anew";
    OnError(E);
  }

  void loadUserFile(StringRef Path) {
    std::unique_ptr<llvm::MemoryBuffer> Buffer = open(Path, "model file");
    if (!Buffer)
      return;
    User.add(loadYaml(Buffer->getBuffer(), Path, Source::User, *this, OnError));
    FunctionCache.clear();
    MethodCache.clear();
    ClassCache.clear();
  }

  //===--- Functions ------------------------------------------------------===//

  const FunctionModel *make(const FunctionDecl *F) {
    if (const FunctionModel *M = stated(F))
      return M;
    if (F->getNumParams() && Written.learnDeallocators())
      if (const FunctionModel *M = FunctionCache.lookup(F))
        return M;
    if (std::optional<FunctionModel> M = Elsewhere.function(F)) {
      useConstArguments(F, *M);
      return keep(std::move(*M));
    }
    if (std::optional<FunctionModel> M = Inferred.infer(F)) {
      useConstArguments(F, *M);
      return keep(std::move(*M));
    }
    return nullptr;
  }

  const FunctionModel *keep(FunctionModel M) {
    Made.push_back(std::move(M));
    return &Made.back();
  }

  /// The model of \p F was found on the way to that of another function.
  void learn(const FunctionDecl *F, FunctionModel M) {
    const FunctionModel *&Slot = FunctionCache[F->getCanonicalDecl()];
    if (!Slot)
      Slot = keep(std::move(M));
  }

  /// The model that attributes and files give \p F: all but what is inferred.
  const FunctionModel *stated(const FunctionDecl *F) {
    F = F->getCanonicalDecl();
    // Learning may have happened through another function's attribute.
    auto It = FunctionCache.find(F);
    if (It != FunctionCache.end() && It->second && isStated(It->second->From))
      return It->second;
    const FunctionModel *M = described(F);
    if (!Written.describes(F))
      return M;
    FunctionModel Overlaid;
    if (M) {
      Overlaid = *M;
    } else {
      // Of what no attribute speaks, nothing is known.
      Overlaid.Rest = ArgAction::Keeps;
      Overlaid.OnSuccess = defaultSuccess(F->getReturnType());
    }
    if (!Written.overlay(F, Overlaid))
      return M;
    useConstArguments(F, Overlaid);
    return keep(std::move(Overlaid));
  }

  /// The model that a file writes for \p F.
  const FunctionModel *described(const FunctionDecl *F) {
    StringRef Short;
    std::string Spelled;
    if (const IdentifierInfo *II = F->getIdentifier())
      Short = II->getName();
    else
      Short = Spelled = F->getNameAsString();
    // `__builtin___memcpy_chk` is memcpy with the size of an object appended.
    StringRef Plain = Short;
    bool Renamed = Plain.consume_front("__builtin_");
    StringRef Inner = Plain;
    bool Checked = Inner.consume_front("__") && Inner.consume_back("_chk");
    if (Checked)
      Plain = Inner;
    Renamed |= Checked;
    Short = Plain;
    for (const ShippedName &N : equalRange(shippedFunctions(), Short))
      readShipped(N.File);

    std::string Qualified;
    for (Library *L : {&User, &Shipped}) {
      auto It = L->Functions.find(Short);
      if (It == L->Functions.end())
        continue;
      if (Qualified.empty())
        Qualified = Renamed ? Short.str() : qualifiedName(F);
      // A file's own `static void release(int)` is not the library's.
      if (L == &Shipped && isPrivate(F))
        continue;
      bool Prototype = F->getType()->getAs<FunctionProtoType>();
      // The last file has the last word.
      for (const FunctionEntry *E : llvm::reverse(It->second)) {
        bool InC = F->getIdentifier() &&
                   StringRef(E->Name).find("::") == StringRef::npos;
        if (!sameFunctionName(E->Name, Qualified) ||
            (Prototype && !Checked && !E->takes(F->getNumParams())))
          continue;
        if (!fits(F, E->What->Model) || (L == &Shipped && InC && !canBeC(F)))
          continue;
        FunctionModel M = E->What->Model;
        M.ToldBy = E->ToldBy;
        if (!E->What->SuccessGiven)
          M.OnSuccess = defaultSuccess(F->getReturnType());
        if (!F->getIdentifier())
          readOverload(F, M);
        return keep(std::move(M));
      }
    }
    return nullptr;
  }

  /// True for a function that only the file that is analyzed can see. Headers
  /// have static inline functions that are the library's own.
  bool isPrivate(const FunctionDecl *F) {
    if (F->isExternallyVisible())
      return false;
    const SourceManager &SM = Ctx.getSourceManager();
    return SM.isInMainFile(SM.getExpansionLoc(F->getLocation()));
  }

  /// The model that a file writes for the Objective-C method \p D.
  const FunctionModel *describedMethod(const ObjCMethodDecl *D) {
    std::string Name = bracketedName(D);
    for (const ShippedName &N : equalRange(shippedFunctions(), Name))
      readShipped(N.File);
    for (Library *L : {&User, &Shipped})
      for (const FunctionEntry *E : llvm::reverse(L->Functions.lookup(Name))) {
        FunctionModel M = E->What->Model;
        if (!E->takes(D->parameters().size()) ||
            !fitsResult(D->getReturnType(), M) ||
            !fitsParameters(D->parameters(), M))
          continue;
        M.ToldBy = E->ToldBy;
        if (!E->What->SuccessGiven)
          M.OnSuccess = defaultSuccess(D->getReturnType());
        return keep(std::move(M));
      }
    return nullptr;
  }

  //===--- Classes --------------------------------------------------------===//

  const ClassModel *makeClass(const CXXRecordDecl *C) {
    const IdentifierInfo *II = C->getIdentifier();
    if (!II)
      return nullptr;
    for (const ShippedName &N : equalRange(shippedClasses(), II->getName()))
      readShipped(N.File);
    std::string Qualified;
    for (Library *L : {&User, &Shipped}) {
      auto It = L->Classes.find(II->getName());
      if (It == L->Classes.end())
        continue;
      if (Qualified.empty())
        Qualified = qualifiedName(C);
      for (const ClassModel *M : llvm::reverse(It->second))
        if (M->Name == Qualified)
          return M;
    }
    return nullptr;
  }
};

ModelStore::ModelStore(ASTContext &Ctx, ErrorHandler OnError)
    : P(std::make_unique<Impl>(Ctx, std::move(OnError))) {}

ModelStore::~ModelStore() = default;

void ModelStore::loadUserFile(StringRef Path) { P->loadUserFile(Path); }

void ModelStore::loadLearnt(StringRef Path) { P->loadLearnt(Path); }

const FunctionModel *ModelStore::calledThrough(const Expr *Callee) {
  auto [It, New] = P->PointerCache.try_emplace(Callee, nullptr);
  if (New)
    if (std::optional<FunctionModel> M = P->Elsewhere.calledThrough(Callee))
      It->second = P->keep(std::move(*M));
  return It->second;
}

LearnedModels::Content ModelStore::contentOf(const ValueDecl *D) {
  return P->Elsewhere.contentOf(D);
}

LearnedModels::Content ModelStore::elementsOf(const ValueDecl *Container) {
  return P->Elsewhere.elementsOf(Container);
}

const FunctionModel *ModelStore::function(const FunctionDecl *F) {
  if (!F)
    return nullptr;
  F = F->getCanonicalDecl();
  auto It = P->FunctionCache.find(F);
  if (It != P->FunctionCache.end())
    return It->second;
  const FunctionModel *M = P->make(F);
  // Making a model may have taught another's, and moved the cache.
  const FunctionModel *&Slot = P->FunctionCache[F];
  if (M || !Slot)
    Slot = M;
  return Slot;
}

const FunctionModel *ModelStore::method(const ObjCMethodDecl *M) {
  if (!M)
    return nullptr;
  auto [It, New] = P->MethodCache.try_emplace(M->getCanonicalDecl(), nullptr);
  if (New)
    It->second = P->describedMethod(M);
  return It->second;
}

const ClassModel *ModelStore::classModel(const CXXRecordDecl *C) {
  if (!C)
    return nullptr;
  if (const auto *S = dyn_cast<ClassTemplateSpecializationDecl>(C))
    C = S->getSpecializedTemplate()->getTemplatedDecl();
  C = C->getCanonicalDecl();
  auto It = P->ClassCache.find(C);
  if (It != P->ClassCache.end())
    return It->second;
  const ClassModel *M = P->makeClass(C);
  P->ClassCache[C] = M;
  return M;
}

FamilyTable &ModelStore::families() { return P->Families; }

const Family *ModelStore::family(StringRef Name) { return P->find(Name); }

const Family *ModelStore::ownerFamily(const Decl *RecordOrField) {
  return P->Written.owner(RecordOrField);
}

} // namespace custody
