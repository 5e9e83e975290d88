//===- Headers.cpp - What a library's headers declare ---------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Headers.h"
#include "model/ModelStore.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace clang;
using llvm::StringRef;

namespace custody {

namespace {

/// Keeps the first error: what follows is often only its consequence.
class FirstError : public DiagnosticConsumer {
public:
  std::string Text;

  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const Diagnostic &Info) override {
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    if (Level < DiagnosticsEngine::Error || !Text.empty())
      return;
    llvm::SmallString<128> Message;
    Info.FormatDiagnostic(Message);
    if (Info.hasSourceManager() && Info.getLocation().isValid()) {
      const SourceManager &SM = Info.getSourceManager();
      PresumedLoc At = SM.getPresumedLoc(SM.getFileLoc(Info.getLocation()));
      // The made-up file that includes the headers is nobody's.
      if (At.isValid() && !SM.isInMainFile(Info.getLocation()))
        Text = std::string(At.getFilename()) + ":" +
               std::to_string(At.getLine()) + ": ";
    }
    Text += Message.str();
  }
};

} // namespace

bool Headers::parse(const HeaderList &List,
                    llvm::ArrayRef<std::string> MoreFlags) {
  std::string Code;
  for (const std::string &File : List.Includes)
    Code += "#include <" + File + ">\n";
  std::vector<std::string> Args = {"-x", List.Cxx ? "c++" : "c", "-w"};
  Args.insert(Args.end(), List.Flags.begin(), List.Flags.end());
  Args.insert(Args.end(), MoreFlags.begin(), MoreFlags.end());
  return parse(Code, List.Cxx ? "headers.cpp" : "headers.c", Args);
}

bool Headers::parseSource(StringRef Path, bool Cxx,
                          llvm::ArrayRef<std::string> MoreFlags) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path);
  if (!Buffer) {
    Error = Path.str() + ": " + Buffer.getError().message();
    return false;
  }
  std::vector<std::string> Args = {"-x", Cxx ? "c++" : "c", "-w"};
  Args.insert(Args.end(), MoreFlags.begin(), MoreFlags.end());
  return parse((*Buffer)->getBuffer(), Path, Args);
}

bool Headers::parse(StringRef Code, StringRef Name,
                    const std::vector<std::string> &Args) {
  FirstError Errors;
  Unit = tooling::buildASTFromCodeWithArgs(
      Code, Args, Name, CUSTODY_CLANG,
      std::make_shared<PCHContainerOperations>(),
      tooling::getClangStripDependencyFileAdjuster(), {}, &Errors);
  Error = Errors.Text;
  if (!Unit && Error.empty())
    Error = "clang cannot parse them";
  if (!Error.empty())
    return false;
  collectFrom(context().getTranslationUnitDecl());
  return true;
}

//===----------------------------------------------------------------------===//
// Collecting declarations
//===----------------------------------------------------------------------===//

void Headers::collectFrom(const DeclContext *Context) {
  for (const Decl *D : Context->decls())
    collect(D);
}

void Headers::collect(const Decl *D) {
  if (const auto *T = dyn_cast<ClassTemplateDecl>(D))
    return collect(T->getTemplatedDecl());
  if (const auto *T = dyn_cast<FunctionTemplateDecl>(D))
    return collect(T->getTemplatedDecl());
  if (const auto *F = dyn_cast<FunctionDecl>(D)) {
    // A template's constructor is called `vector<T>`, and no model writes that.
    std::string Name = qualifiedName(F);
    if (const auto *C = dyn_cast<CXXConstructorDecl>(F))
      Name = qualifiedName(C->getParent()) +
             "::" + C->getParent()->getNameAsString();
    // Of a declaration without prototype and one with, the latter says more.
    auto &All = Functions[Name];
    for (const FunctionDecl *&Old : All)
      if (Old->getCanonicalDecl() == F->getCanonicalDecl()) {
        if (F->hasWrittenPrototype())
          Old = F;
        return;
      }
    All.push_back(F);
    return;
  }
  if (const auto *T = dyn_cast<TypedefNameDecl>(D)) {
    Typedefs[qualifiedName(T)] = T;
    return;
  }
  if (const auto *R = dyn_cast<CXXRecordDecl>(D)) {
    if (R->isImplicit())
      return;
    if (const auto *S = dyn_cast<ClassTemplateSpecializationDecl>(R))
      // What the compiler instantiates is the pattern once more.
      return S->isExplicitSpecialization() ? collectFrom(R) : void();
    const CXXRecordDecl *&Slot = Classes[qualifiedName(R)];
    if (!Slot || R->isThisDeclarationADefinition())
      Slot = R;
    return collectFrom(R);
  }
  if (isa<NamespaceDecl>(D) || isa<LinkageSpecDecl>(D))
    collectFrom(cast<DeclContext>(D));
}

//===----------------------------------------------------------------------===//
// Looking up
//===----------------------------------------------------------------------===//

llvm::ArrayRef<const FunctionDecl *> Headers::functions(StringRef Name) {
  auto It = Functions.find(Name);
  // `std::free` and `free` are one function.
  if (It == Functions.end())
    It = Functions.find(Name.consume_front("std::") ? Name.str()
                                                    : "std::" + Name.str());
  if (It == Functions.end())
    return {};
  return It->second;
}

const CXXRecordDecl *Headers::classNamed(StringRef Name) {
  return Classes.lookup(Name);
}

const TypedefNameDecl *Headers::typedefNamed(StringRef Name) {
  return Typedefs.lookup(Name);
}

bool Headers::isMacro(StringRef Name) {
  return Unit->getPreprocessor().getMacroInfo(
      Unit->getPreprocessor().getIdentifierInfo(Name));
}

std::vector<std::string> Headers::names() const {
  std::vector<std::string> Names;
  for (const auto &F : Functions)
    Names.push_back(F.getKey().str());
  return Names;
}

/// The class that \p Base names, a template's pattern for a dependent one.
static const CXXRecordDecl *classOf(QualType Base) {
  if (const CXXRecordDecl *R = Base->getAsCXXRecordDecl())
    return R;
  if (const auto *T = Base->getAs<TemplateSpecializationType>())
    if (const auto *D = dyn_cast_or_null<ClassTemplateDecl>(
            T->getTemplateName().getAsTemplateDecl()))
      return D->getTemplatedDecl();
  return nullptr;
}

/// \p C and, of a template, what is written for certain arguments.
static llvm::SmallVector<const CXXRecordDecl *, 4>
variants(const CXXRecordDecl *C) {
  llvm::SmallVector<const CXXRecordDecl *, 4> All = {C};
  ClassTemplateDecl *T = C->getDescribedClassTemplate();
  if (const auto *S = dyn_cast<ClassTemplateSpecializationDecl>(C)) {
    T = S->getSpecializedTemplate();
    All = {T->getTemplatedDecl()};
  }
  if (!T)
    return All;
  llvm::SmallVector<ClassTemplatePartialSpecializationDecl *, 4> Partial;
  T->getPartialSpecializations(Partial);
  All.append(Partial.begin(), Partial.end());
  for (const ClassTemplateSpecializationDecl *S : T->specializations())
    if (S->isExplicitSpecialization())
      All.push_back(S);
  return All;
}

bool mayHaveMethod(const CXXRecordDecl *C, StringRef Name) {
  for (const CXXRecordDecl *V : variants(C)) {
    V = V->getDefinition();
    if (!V)
      continue;
    for (const Decl *D : V->decls())
      if (const auto *N = dyn_cast<NamedDecl>(D))
        if ((isa<CXXMethodDecl>(N) || isa<FunctionTemplateDecl>(N) ||
             isa<UsingDecl>(N)) &&
            N->getNameAsString() == Name)
          return true;
    for (const CXXBaseSpecifier &Base : V->bases()) {
      const CXXRecordDecl *B = classOf(Base.getType());
      if (!B || mayHaveMethod(B, Name))
        return true;
    }
  }
  return false;
}

} // namespace custody
