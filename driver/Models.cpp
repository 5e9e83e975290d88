//===- Models.cpp - custody models ----------------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Models.h"
#include "driver/HeaderCheck.h"
#include "driver/ModelLibrary.h"
#include "driver/Subcommands.h"
#include "driver/Words.h"
#include "model/YamlAccess.h"
#include "model/ModelStore.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace custody {

namespace {

cl::SubCommand Models("models", "What custody knows of functions and classes");
cl::OptionCategory Category("Options of 'custody models'");

enum class Task { None, Count, List, Check, Headers };
cl::opt<Task>
    WhatToDo(cl::desc("One of:"), cl::sub(Models), cl::cat(Category),
             cl::init(Task::None),
             cl::values(clEnumValN(Task::Count, "count",
                                   "count families, functions and classes"),
                        clEnumValN(Task::List, "list",
                                   "list the libraries, or what is known of "
                                   "the libraries named after it"),
                        clEnumValN(Task::Check, "check",
                                   "compare model files with the headers that "
                                   "they name; flags for clang go after --"),
                        clEnumValN(Task::Headers, "headers",
                                   "print what headers they name, as JSON")));
cl::opt<std::string> Explain("explain", cl::value_desc("function"),
                             cl::desc("say what is known of a function or "
                                      "class, and from where"),
                             cl::sub(Models), cl::cat(Category));
cl::list<std::string>
    Libraries("library", cl::value_desc("name"),
              cl::desc("a shipped library, for --check and --headers"),
              cl::sub(Models), cl::cat(Category));
cl::list<std::string>
    Includes("include", cl::value_desc("header"),
             cl::desc("for --explain: a header whose declarations and "
                      "attributes count; flags for clang go after --"),
             cl::sub(Models), cl::cat(Category));
cl::list<std::string>
    With("with", cl::value_desc("file"),
         cl::desc("a model file whose families the others use; not itself "
                  "checked or counted"),
         cl::sub(Models), cl::cat(Category));
cl::opt<bool> AllShipped("all", cl::desc("every shipped library, for the same"),
                         cl::sub(Models), cl::cat(Category));
cl::list<std::string> Words(cl::Positional,
                            cl::desc("[FILE.custody.yaml...] [-- clang flags]"),
                            cl::sub(Models), cl::cat(Category));

void report(const ModelError &E) {
  errs() << E.File;
  if (E.Line)
    errs() << ':' << E.Line << ':' << E.Column;
  errs() << ": error: " << E.Message << '\n';
}

//===----------------------------------------------------------------------===//
// --count, --list
//===----------------------------------------------------------------------===//

/// Function names of \p File, each once: overloads share one.
std::vector<std::string> functionNames(const ModelFile &File) {
  std::vector<std::string> Names;
  for (const FunctionEntry &E : File.Functions)
    Names.push_back(E.Name);
  llvm::sort(Names);
  Names.erase(std::unique(Names.begin(), Names.end()), Names.end());
  return Names;
}

void row(StringRef Name, size_t Families, size_t Functions, size_t Classes) {
  outs() << left_justify(Name, 24) << format("%10zu", Families)
         << format("%11zu", Functions) << format("%9zu\n", Classes);
}

int count(const ModelLibrary &Known) {
  outs() << left_justify("library", 24) << "  families  functions  classes\n";
  size_t Families = 0, Classes = 0, Files = 0;
  // Two libraries may model one function: it counts once.
  StringSet<> Functions;
  for (const LoadedFile &F : Known.files()) {
    std::vector<std::string> Names = functionNames(F.Content);
    row(F.library(), F.Content.Families.size(), Names.size(),
        F.Content.Classes.size());
    ++Files;
    Families += F.Content.Families.size();
    Classes += F.Content.Classes.size();
    for (const std::string &N : Names)
      Functions.insert(N);
  }
  row(counted(Files, "library", "libraries"), Families, Functions.size(),
      Classes);
  return 0;
}

void listOne(const LoadedFile &F) {
  outs() << F.library() << " (" << F.Path << ")\n";
  auto Section = [](StringRef Title, std::vector<std::string> Names) {
    if (Names.empty())
      return;
    llvm::sort(Names);
    Names.erase(std::unique(Names.begin(), Names.end()), Names.end());
    outs() << Title << '\n';
    for (const std::string &N : Names)
      outs() << "  " << N << '\n';
  };
  Section("families", F.Content.Families);
  Section("functions", functionNames(F.Content));
  std::vector<std::string> Classes;
  for (const ClassModel &C : F.Content.Classes)
    Classes.push_back(C.Name);
  Section("classes", Classes);
}

/// The file of the library called \p Name; tells the user if there is none.
const LoadedFile *library(const ModelLibrary &Known, StringRef Name) {
  for (const LoadedFile &F : llvm::reverse(Known.files()))
    if (Name == F.Content.Library)
      return &F;
  std::string Hint = didYouMean(Name, Known.shippedNames());
  if (Hint.empty())
    Hint = "; 'custody models --list' prints those there are";
  fail("there is no library '" + Name + "'" + Hint);
  return nullptr;
}

int list(const ModelLibrary &Known) {
  if (Words.empty()) {
    for (const LoadedFile &F : Known.files())
      outs() << F.library() << '\n';
    return 0;
  }
  int Status = 0;
  for (const std::string &Name : Words)
    if (const LoadedFile *F = library(Known, Name))
      listOne(*F);
    else
      Status = 2;
  return Status;
}

//===----------------------------------------------------------------------===//
// --explain
//===----------------------------------------------------------------------===//

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
  if (C.Deleter)
    Lines.push_back("it releases as family '" + C.Deleter->Name + "' does");
  if (C.DeleterType >= 0)
    Lines.push_back("template argument " + std::to_string(C.DeleterType) +
                    " is the deleter");
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

/// What the analyzer makes of the declarations of \p Name in the headers given
/// with --include: attributes, files and inference together.
int explainDeclared(const ModelLibrary &Known, StringRef Name,
                    ArrayRef<std::string> ClangFlags) {
  HeaderList List;
  for (const std::string &Header : Includes) {
    SmallString<128> Path = StringRef(Header);
    if (sys::fs::exists(Path))
      sys::fs::make_absolute(Path);
    List.Includes.push_back(Path.str().str());
  }
  Headers Declared;
  if (!Declared.parse(List, ClangFlags))
    return fail(Twine(Declared.error()) + "; flags for clang go after '--'");
  auto Functions = Declared.functions(Name);
  if (Functions.empty())
    return fail("the headers do not declare '" + Name + "'" +
                didYouMean(Name, Declared.names()));
  ModelStore Store(Declared.context(), report);
  for (const std::string &File : Words)
    Store.loadUserFile(File);
  std::vector<Described> Files = entriesFor(Known, Name, /*Qualified=*/true);
  for (const clang::FunctionDecl *F : Functions) {
    const FunctionModel *M = Store.function(F);
    FunctionEntry E;
    E.Name = Name.str();
    E.Least = E.Most = F->getNumParams();
    std::string Signature =
        F->getType().getAsString(Declared.context().getPrintingPolicy());
    std::string Head =
        "function '" + E.Name + "' of type '" + Signature + "', ";
    auto InFile = llvm::find_if(Files, [&](const auto &D) {
      return D.Entry->takes(F->getNumParams());
    });
    if (!M) {
      outs() << Head << "declared in the headers: nothing is known of it";
      if (InFile != Files.end())
        outs() << "; the model in " << InFile->place()
               << " does not fit its types";
      outs() << '\n';
      continue;
    }
    switch (M->From) {
    case Source::Inferred:
      Head += "inferred from the " + M->Origin;
      break;
    case Source::Attribute:
      Head += "attributes in the headers";
      if (InFile != Files.end())
        Head += "; they override " + InFile->place();
      break;
    case Source::Shipped:
    case Source::User:
      Head += M->Origin;
      break;
    }
    auto D = std::make_shared<FunctionDescription>();
    D->Model = *M;
    D->SuccessGiven = true;
    E.What = D;
    paragraph(Head + ":", inWords(E));
  }
  return 0;
}

int explain(const ModelLibrary &Known, ArrayRef<std::string> ClangFlags) {
  StringRef Name = Explain;
  if (!Includes.empty())
    return explainDeclared(Known, Name, ClangFlags);
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

//===----------------------------------------------------------------------===//
// --check, --headers
//===----------------------------------------------------------------------===//

/// The files that the command line names: the user's, and shipped libraries.
bool chosen(const ModelLibrary &Known, std::vector<const LoadedFile *> &Files) {
  for (const LoadedFile &F : Known.files())
    if (!F.Shipped || AllShipped)
      Files.push_back(&F);
  for (const std::string &Name : Libraries)
    if (const LoadedFile *F = Known.shipped(Name))
      Files.push_back(F);
    else
      return library(Known, Name);
  if (!Files.empty())
    return true;
  fail("name a model file, or a shipped library with --library=NAME, "
       "or all of them with --all");
  return false;
}

int headers(const ModelLibrary &Known) {
  std::vector<const LoadedFile *> Files;
  if (!chosen(Known, Files))
    return 2;
  for (const LoadedFile *F : Files) {
    const HeaderList &H = F->Content.Headers;
    auto Array = [](const std::vector<std::string> &Items) {
      return json::Array(Items);
    };
    outs() << json::Value(
                  json::Object{{"library", F->library()},
                               {"file", F->Path},
                               {"debian", Array(H.Debian)},
                               {"pkg-config", Array(H.PkgConfig)},
                               {"include", Array(H.Includes)},
                               {"flags", Array(H.Flags)},
                               {"language", H.Cxx ? "c++" : "c"},
                               {"none", H.None},
                               {"entries", int64_t(F->Content.Functions.size() +
                                                   F->Content.Classes.size())}})
           << '\n';
  }
  return 0;
}

int check(const ModelLibrary &Known, ArrayRef<std::string> ClangFlags) {
  std::vector<const LoadedFile *> Files;
  if (!chosen(Known, Files))
    return 2;
  int Status = 0;
  for (const LoadedFile *F : Files) {
    const HeaderList &H = F->Content.Headers;
    auto CannotCheck = [&](const Twine &Why) {
      errs() << F->Path << ": error: cannot check: " << Why << '\n';
      Status = 2;
    };
    if (H.Includes.empty()) {
      CannotCheck(H.None.empty()
                      ? "it names no headers; write 'headers: {include: "
                        "[FILE.h]}', or 'headers: {none: REASON}'"
                      : Twine(H.None));
      continue;
    }
    Headers Declared;
    if (!Declared.parse(H, ClangFlags)) {
      CannotCheck(Twine(Declared.error()) +
                  (H.Debian.empty()
                       ? ""
                       : "; the headers come from " + join(H.Debian, " ") +
                             ", flags for clang go after '--'"));
      continue;
    }
    CheckTally T = checkModels(*F, Declared, outs());
    outs() << "summary: library=" << F->library() << " checked=" << T.Checked
           << " wrong=" << T.Wrong << " doubtful=" << T.Doubtful
           << " missing=" << T.Missing << " macros=" << T.Macros
           << " elsewhere=" << T.Elsewhere << '\n';
    if (!T.clean())
      Status = std::max(Status, 1);
  }
  return Status;
}

} // namespace

int runModels(ArrayRef<std::string> ClangFlags) {
  if (!Models)
    return -1;
  bool Explaining = Explain.getNumOccurrences();
  if (Explaining == (WhatToDo != Task::None))
    return fail(Explaining ? "--explain goes with no other task"
                           : "say one of --count, --list, --explain=FUNCTION, "
                             "--check and --headers");
  ModelLibrary Known;
  bool Listing = WhatToDo == Task::List;
  std::vector<std::string> Files;
  if (!Listing)
    Files.assign(Words.begin(), Words.end());
  if (!Known.load(Files, With, report))
    return 2;
  switch (WhatToDo) {
  case Task::Count:
    return count(Known);
  case Task::List:
    return list(Known);
  case Task::Check:
    return check(Known, ClangFlags);
  case Task::Headers:
    return headers(Known);
  case Task::None:
    break;
  }
  return explain(Known, ClangFlags);
}

} // namespace custody
