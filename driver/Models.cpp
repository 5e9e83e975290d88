//===- Models.cpp - custody models ----------------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Models.h"
#include "driver/Errors.h"
#include "driver/ExplainFunction.h"
#include "driver/HeaderCheck.h"
#include "driver/InferenceMeasure.h"
#include "driver/ModelLibrary.h"
#include "driver/ModelSchema.h"
#include "driver/Subcommands.h"
#include "driver/Words.h"
#include "model/ModelStore.h"
#include "model/YamlAccess.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace custody {

namespace {

cl::SubCommand Models("models", "What custody knows of functions and classes");
cl::OptionCategory Category("Options of 'custody models'");

enum class Task { None, Count, List, Check, Headers, Schema, Inference };
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
                                   "print what headers they name, as JSON"),
                        clEnumValN(Task::Schema, "schema",
                                   "print the JSON Schema of model files"),
                        clEnumValN(Task::Inference, "inference",
                                   "hide a shipped library and compare what is "
                                   "inferred from its headers with it")));
cl::opt<std::string> Explain("explain", cl::value_desc("function"),
                             cl::desc("say what is known of a function or "
                                      "class, and from where"),
                             cl::sub(Models), cl::cat(Category));
cl::list<std::string>
    Libraries("library", cl::value_desc("name"),
              cl::desc("a shipped library, for --check, --headers and "
                       "--inference"),
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
cl::list<std::string>
    Words(cl::Positional,
          cl::desc("[FILE.custody.yaml...] [SOURCE OR HEADER...] "
                   "[-- clang flags]"),
          cl::sub(Models), cl::cat(Category));

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

int inference(const ModelLibrary &Known, ArrayRef<std::string> ClangFlags) {
  std::vector<const LoadedFile *> Files;
  if (!chosen(Known, Files))
    return 2;
  for (const LoadedFile *F : Files) {
    Headers Declared;
    if (F->Content.Headers.Includes.empty() ||
        !Declared.parse(F->Content.Headers, ClangFlags))
      return fail("no headers of '" + Twine(F->library()) +
                  "' to infer from: " +
                  (Declared.error().empty() ? "the model names none"
                                            : Twine(Declared.error())));
    measureInference(Known, *F, Declared, outs());
  }
  return 0;
}

} // namespace

int runModels(ArrayRef<std::string> ClangFlags) {
  if (!Models)
    return -1;
  bool Explaining = Explain.getNumOccurrences();
  if (Explaining == (WhatToDo != Task::None))
    return fail(Explaining ? "--explain goes with no other task"
                           : "say one of --count, --list, --explain=FUNCTION, "
                             "--check, --headers, --schema and --inference");
  if (WhatToDo == Task::Schema)
    return writeSchema(outs()) ? 0 : 2;
  ModelLibrary Known;
  Question Asked;
  Asked.Name = Explain;
  Asked.Headers.assign(Includes.begin(), Includes.end());
  Asked.ClangFlags = ClangFlags;
  std::vector<std::string> Files;
  if (WhatToDo != Task::List)
    for (const std::string &W : Words) {
      StringRef Ending = sys::path::extension(W);
      if (!Explaining || Ending.empty() || Ending == ".yaml" ||
          Ending == ".yml")
        Files.push_back(W);
      else
        (isHeader(W) ? Asked.Headers : Asked.Sources).push_back(W);
    }
  Asked.ModelFiles = Files;
  if (!Known.load(Files, With, reportError))
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
  case Task::Inference:
    return inference(Known, ClangFlags);
  case Task::Schema:
  case Task::None:
    break;
  }
  return explain(Known, Asked);
}

} // namespace custody
