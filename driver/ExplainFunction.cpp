//===- ExplainFunction.cpp - What is known of one function ----------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/ExplainFunction.h"
#include "driver/Errors.h"
#include "driver/Headers.h"
#include "driver/Words.h"
#include "model/Inference.h"
#include "model/ModelStore.h"
#include "model/YamlAccess.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace custody {

/// True if a file called \p Path is C++ and not C.
static bool isCxx(StringRef Path) {
  for (StringRef Ending : {".cpp", ".cc", ".cxx", ".C", ".hpp", ".hh", ".hxx"})
    if (sys::path::extension(Path) == Ending)
      return true;
  return false;
}

bool isHeader(StringRef Path) {
  return sys::path::extension(Path).take_front(2) == ".h";
}

namespace {

struct Described {
  const LoadedFile *File;
  const FunctionEntry *Entry;

  std::string place() const {
    return File->Path + ":" + std::to_string(Entry->Line);
  }
};

/// The entries for \p Name, the one that has the last word first.
std::vector<Described> entriesFor(const ModelLibrary &Known, StringRef Name,
                                  bool Qualified) {
  std::vector<Described> Found;
  for (bool Shipped : {false, true})
    for (const LoadedFile &F : llvm::reverse(Known.files()))
      if (F.Shipped == Shipped)
        for (const FunctionEntry &E : F.Content.Functions)
          if (Qualified ? sameFunctionName(E.Name, Name)
                        : unqualified(E.Name) == Name)
            Found.push_back({&F, &E});
  return Found;
}

const char *const MethodText[] = {
    "changes nothing of what the object owns",
    "lends what the object owns",
    "gives up what the object owns: the caller must release it",
    "releases what the object owns, and adopts",
    "exchanges what two objects own with argument",
    "takes over what another owner has, argument",
    "may move or release the buffer: what was lent dangles",
    "builds an element of the template argument",
};

std::string inWords(const MethodModel &M) {
  std::string Text = MethodText[unsigned(M.Action)];
  switch (M.Action) {
  case MethodAction::Replaces:
    return Text + " argument " + std::to_string(M.Arg) + " if it is given";
  case MethodAction::Swaps:
  case MethodAction::Takes:
  case MethodAction::Emplaces:
    return Text + " " + std::to_string(M.Arg);
  default:
    return M.ReadOnly ? Text + ", which the borrower must not write to" : Text;
  }
}

std::vector<std::string> inWords(const ClassModel &C) {
  std::vector<std::string> Lines;
  if (C.IsOwner)
    Lines.push_back(std::string("constructed from a pointer it owns it") +
                    (C.Shared ? ", together with its copies" : ", alone"));
  if (C.Weak)
    Lines.push_back("it looks at what others own, and is null once they have "
                    "released it");
  if (C.Deleter)
    Lines.push_back("it releases as family '" + C.Deleter->Name + "' does");
  if (C.DeleterType >= 0)
    Lines.push_back("template argument " + std::to_string(C.DeleterType) +
                    " is the deleter" +
                    (C.DeleterMethod.empty()
                         ? ""
                         : ", its function '" + C.DeleterMethod + "'"));
  if (C.DeleterArg >= 0)
    Lines.push_back("constructor argument " + std::to_string(C.DeleterArg) +
                    ", if given, is the deleter");
  if (C.Buffer)
    Lines.push_back("its buffer is of family '" + C.Buffer->Name +
                    "', which nobody else may release");
  std::vector<std::string> Methods;
  for (const auto &M : C.Methods)
    Methods.push_back("'" + M.getKey().str() + "' " + inWords(M.getValue()));
  llvm::sort(Methods);
  Lines.insert(Lines.end(), Methods.begin(), Methods.end());
  return Lines;
}

void paragraph(const Twine &Head, ArrayRef<std::string> Lines) {
  outs() << Head << '\n';
  for (const std::string &L : Lines)
    outs() << "  " << L << '\n';
  if (Lines.empty())
    outs() << "  it keeps and releases nothing\n";
}

std::string sourceOf(const LoadedFile &F) {
  return (F.Shipped ? "shipped library '" : "your library '") + F.library() +
         "'";
}

/// Classes called \p Name, and methods if it is `Class::method`.
bool explainClass(const ModelLibrary &Known, StringRef Name) {
  bool Found = false;
  for (const LoadedFile &F : Known.files())
    for (const ClassModel &C : F.Content.Classes) {
      StringRef Class = C.Name, Rest = Name;
      if (Class == Name || unqualified(Class) == Name) {
        paragraph("class '" + Class + "', " + C.Origin + ", " + sourceOf(F) +
                      ":",
                  inWords(C));
        Found = true;
      } else if (Rest.consume_front(Class) && Rest.consume_front("::")) {
        auto M = C.Methods.find(Rest);
        if (M == C.Methods.end())
          continue;
        paragraph("method '" + Name + "', " + C.Origin + ", " + sourceOf(F) +
                      ":",
                  inWords(M->getValue()));
        Found = true;
      }
    }
  return Found;
}

/// The entries of \p Files beside the one at \p Origin that a function with
/// \p Params parameters could have.
std::string overridden(ArrayRef<Described> Files, StringRef Origin,
                       unsigned Params) {
  std::string Notes;
  for (const Described &D : Files)
    if (D.Entry->takes(Params) && D.place() != Origin)
      Notes += "; overrides " + D.place();
  return Notes;
}

/// What would be inferred of \p F if nothing else said anything of it.
std::string guess(clang::ASTContext &Ctx, ModelStore &Store,
                  const clang::FunctionDecl *F) {
  FamilyTable Families;
  Inference Guess(
      Ctx, Families,
      [&](const clang::FunctionDecl *Other) -> const FunctionModel * {
        if (Other->getCanonicalDecl() == F->getCanonicalDecl())
          return nullptr;
        const FunctionModel *M = Store.function(Other);
        return M && isStated(M->From) ? M : nullptr;
      },
      [](const clang::FunctionDecl *, FunctionModel) {});
  auto M = Guess.infer(F);
  return M ? "; overrides what is inferred from " + M->Origin : "";
}

void explainOne(ModelStore &Store, clang::ASTContext &Ctx,
                const clang::FunctionDecl *F, StringRef Name,
                ArrayRef<Described> Files) {
  const FunctionModel *M = Store.function(F);
  unsigned Params = F->getNumParams();
  FunctionEntry E;
  E.Name = Name.str();
  E.Least = E.Most = Params;
  std::string Head = "function '" + E.Name + "' of type '" +
                     F->getType().getAsString(Ctx.getPrintingPolicy()) + "', ";
  auto InFile = llvm::find_if(
      Files, [&](const Described &D) { return D.Entry->takes(Params); });
  if (!M) {
    outs() << Head << "declared in the headers: nothing is known of it";
    if (InFile != Files.end())
      outs() << "; the model in " << InFile->place()
             << " does not fit its types";
    outs() << '\n';
    return;
  }
  switch (M->From) {
  case Source::Inferred:
    Head += "inferred from " + M->Origin;
    break;
  case Source::Learned:
    Head += "learned from " + M->Origin;
    break;
  case Source::Attribute:
    Head += "attributes in the headers";
    if (InFile != Files.end())
      Head += "; they override " + InFile->place();
    break;
  case Source::Shipped:
  case Source::User:
    Head += M->Origin + overridden(Files, M->Origin, Params);
    break;
  }
  if (isStated(M->From))
    Head += guess(Ctx, Store, F);
  auto D = std::make_shared<FunctionDescription>();
  D->Model = *M;
  D->SuccessGiven = true;
  E.What = D;
  paragraph(Head + ":", inWords(E));
}

/// What the analyzer makes of the declarations of the function in headers and
/// sources: attributes, files and inference together.
int explainDeclared(const ModelLibrary &Known, const Question &Q) {
  std::vector<std::unique_ptr<Headers>> Units;
  auto Parsed = [&](bool Right) {
    if (!Right)
      fail(Twine(Units.back()->error()) + "; flags for clang go after '--'");
    return Right;
  };
  if (!Q.Headers.empty()) {
    HeaderList List;
    for (const std::string &Header : Q.Headers) {
      SmallString<128> Path = StringRef(Header);
      if (sys::fs::exists(Path))
        sys::fs::make_absolute(Path);
      List.Includes.push_back(Path.str().str());
      List.Cxx |= isCxx(Header);
    }
    Units.push_back(std::make_unique<Headers>());
    if (!Parsed(Units.back()->parse(List, Q.ClangFlags)))
      return 2;
  }
  for (const std::string &Source : Q.Sources) {
    Units.push_back(std::make_unique<Headers>());
    if (!Parsed(Units.back()->parseSource(Source, isCxx(Source), Q.ClangFlags)))
      return 2;
  }
  std::vector<Described> Files = entriesFor(Known, Q.Name, /*Qualified=*/true);
  bool Found = false;
  std::vector<std::string> Names;
  for (auto &Unit : Units) {
    auto Functions = Unit->functions(Q.Name);
    Found |= !Functions.empty();
    ModelStore Store(Unit->context(), reportError);
    for (const std::string &File : Q.ModelFiles)
      Store.loadUserFile(File);
    for (const clang::FunctionDecl *F : Functions)
      explainOne(Store, Unit->context(), F, Q.Name, Files);
    std::vector<std::string> Declared = Unit->names();
    Names.insert(Names.end(), Declared.begin(), Declared.end());
  }
  if (Found)
    return 0;
  return fail("the headers do not declare '" + Twine(Q.Name) + "'" +
              didYouMean(Q.Name, Names));
}

} // namespace

int explain(const ModelLibrary &Known, const Question &Q) {
  StringRef Name = Q.Name;
  if (!Q.Headers.empty() || !Q.Sources.empty())
    return explainDeclared(Known, Q);
  std::vector<Described> Found = entriesFor(Known, Name, /*Qualified=*/true);
  if (Found.empty() && Name.find("::") == StringRef::npos)
    Found = entriesFor(Known, Name, /*Qualified=*/false);
  for (size_t I = 0; I != Found.size(); ++I) {
    const Described &D = Found[I];
    auto Related = [&](const Described &O) {
      return O.Entry->Name == D.Entry->Name && O.Entry->overlaps(*D.Entry);
    };
    std::string Notes;
    for (size_t J = 0; J != I; ++J)
      if (Related(Found[J])) {
        Notes += "; overridden by " + Found[J].place();
        break;
      }
    for (size_t J = I + 1; J != Found.size(); ++J)
      if (Related(Found[J]))
        Notes += "; overrides " + Found[J].place();
    paragraph("function '" + D.Entry->Name + "' with " +
                  parameterCount(*D.Entry) + ", " + D.place() + ", " +
                  sourceOf(*D.File) + Notes + ":",
              inWords(*D.Entry));
  }
  if (explainClass(Known, Name) || !Found.empty())
    return 0;
  std::vector<std::string> All;
  for (const LoadedFile &F : Known.files()) {
    for (const FunctionEntry &E : F.Content.Functions)
      All.push_back(E.Name);
    for (const ClassModel &C : F.Content.Classes)
      All.push_back(C.Name);
  }
  errs() << "custody: nothing is known of '" << Name << "'"
         << didYouMean(Name, All)
         << "; a model file (docs/models.md) or an attribute in its header can "
            "say it\n";
  return 1;
}

} // namespace custody
