//===- Import.cpp - custody import ----------------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Lets an importer read the files, leaves out what the shipped library knows
// better, has the loader read the result once, and writes it.
//
//===----------------------------------------------------------------------===//

#include "driver/import/Import.h"
#include "driver/Errors.h"
#include "driver/Words.h"
#include "driver/import/Compare.h"
#include "driver/import/Importer.h"
#include "model/YamlAccess.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <set>

using namespace llvm;

namespace custody {

namespace {

cl::SubCommand Import("import",
                      "Write a model file from what another tool knows: gir, "
                      "cppcheck, win32, refcounts");
cl::OptionCategory Category("Options of 'custody import'");

cl::list<std::string> Words(cl::Positional,
                            cl::desc("gir|cppcheck|win32|refcounts FILE..."),
                            cl::sub(Import), cl::cat(Category));
cl::opt<std::string> Output("o", cl::value_desc("file.custody.yaml"),
                            cl::desc("write to this file, not to the screen"),
                            cl::sub(Import), cl::cat(Category), cl::init("-"));
cl::opt<std::string> Library("library", cl::value_desc("name"),
                             cl::desc("the 'library' of the model file"),
                             cl::sub(Import), cl::cat(Category));
cl::opt<bool>
    Everything("all",
               cl::desc("write functions that the shipped library describes as "
                        "well; the file then overrides it"),
               cl::sub(Import), cl::cat(Category));
cl::opt<bool> Comparing("compare",
                        cl::desc("instead of writing, print where the files "
                                 "contradict the shipped library"),
                        cl::sub(Import), cl::cat(Category));
cl::list<std::string>
    GirFolders("gir-dir", cl::value_desc("folder"),
               cl::desc("for gir: where included GIR files are, before "
                        "/usr/share/gir-1.0"),
               cl::sub(Import), cl::cat(Category));

/// What the analyzer would read of \p Text: the importers must not write what
/// the loader does not accept.
const LoadedFile *loadBack(ModelLibrary &Known, StringRef Text,
                           StringRef Name) {
  bool Right = true;
  const LoadedFile &File = Known.add(Name, Text, [&](const ModelError &E) {
    Right = false;
    reportError(E);
  });
  return Right ? &File : nullptr;
}

/// Families that nothing in \p Text mentions any more.
void dropUnusedFamilies(ModelText &Text) {
  std::string Effects;
  for (const auto &F : Text.Functions)
    Effects += F.second.keys("");
  for (auto It = Text.Families.begin(); It != Text.Families.end();) {
    bool Used = StringRef(Effects).contains(" " + It->first + "\n") ||
                StringRef(Effects).contains(" " + It->first + "\"");
    It = Used ? std::next(It) : Text.Families.erase(It);
  }
}

/// Takes away what the shipped library describes; how many.
unsigned leaveShippedOut(const ModelLibrary &Known, ModelText &Text) {
  std::set<std::string> Functions, Classes;
  for (const LoadedFile &F : Known.files()) {
    for (const FunctionEntry &E : F.Content.Functions)
      Functions.insert(E.Name);
    for (const ClassModel &C : F.Content.Classes)
      Classes.insert(C.Name);
  }
  unsigned N = 0;
  for (auto It = Text.Functions.begin(); It != Text.Functions.end();) {
    bool Drop = Functions.count(It->first);
    N += Drop;
    It = Drop ? Text.Functions.erase(It) : std::next(It);
  }
  for (auto It = Text.Classes.begin(); It != Text.Classes.end();) {
    bool Drop = Classes.count(It->first);
    N += Drop;
    It = Drop ? Text.Classes.erase(It) : std::next(It);
  }
  dropUnusedFamilies(Text);
  return N;
}

std::unique_ptr<Importer> makeImporter(StringRef Form,
                                       const ModelLibrary &Known,
                                       const ErrorHandler &OnError) {
  if (Form == "gir") {
    std::vector<std::string> Folders(GirFolders.begin(), GirFolders.end());
    Folders.push_back("/usr/share/gir-1.0");
    return makeGirImporter(Known, OnError, Folders);
  }
  if (Form == "cppcheck")
    return makeCppcheckImporter(Known, OnError);
  if (Form == "win32")
    return makeWin32Importer(Known, OnError);
  if (Form == "refcounts")
    return makeRefcountsImporter(Known, OnError);
  return nullptr;
}

/// How much there is in the file, and what is not, for people.
void summarize(const Importer &From, unsigned KnownBetter) {
  const ModelText &Text = From.Out;
  errs() << "custody: " << counted(Text.Functions.size(), "function") << ", "
         << counted(Text.Families.size(), "new family", "new families")
         << " and " << counted(Text.Classes.size(), "class", "classes")
         << " imported\n";
  if (KnownBetter)
    errs() << "custody: left out: " << KnownBetter
           << " that the shipped library describes (--all writes them too)\n";
  for (const auto &[Why, N] : From.LeftOut)
    errs() << "custody: left out: " << N << ' ' << Why << '\n';
}

int write(StringRef Text) {
  std::error_code Error;
  raw_fd_ostream OS(Output, Error, sys::fs::OF_None);
  if (!Error) {
    OS << Text;
    OS.flush();
    Error = OS.error();
  }
  if (!Error)
    return 0;
  OS.clear_error();
  return fail("cannot write " + Twine(Output) + ": " + Error.message());
}

} // namespace

int runImport() {
  if (!Import)
    return -1;
  const Names Forms = {"gir", "cppcheck", "win32", "refcounts"};
  if (Words.empty())
    return fail("say what to import: " + join(Forms, ", ") +
                ", and then the files");
  std::string Form = Words[0];
  if (indexOf(Forms, Form) < 0)
    return fail("unknown form '" + Twine(Form) + "'" + hint(Form, Forms));
  if (Words.size() == 1)
    return fail("name the files to import after '" + Twine(Form) + "'");

  ModelLibrary Known;
  if (!Known.load({}, {}, reportError))
    return 2;
  ErrorHandler OnError = reportError;
  std::unique_ptr<Importer> From = makeImporter(Form, Known, OnError);
  ModelText &Text = From->Out;
  Text.Comment = {"Written by 'custody import " + Form + "' from"};
  for (size_t I = 1; I != Words.size(); ++I) {
    if (!From->read(Words[I]))
      return 2;
    std::string Name = sys::path::filename(Words[I]).str() +
                       (I + 1 == Words.size() ? "." : ",");
    if (Text.Comment.back().size() + Name.size() > 77)
      Text.Comment.push_back(Name);
    else
      Text.Comment.back() += " " + Name;
  }
  From->finish();
  if (!Library.empty())
    Text.Library = Library;
  unsigned KnownBetter =
      Everything || Comparing ? 0 : leaveShippedOut(Known, Text);

  std::string Yaml;
  raw_string_ostream OS(Yaml);
  Text.write(OS);
  OS.flush();
  std::string Name =
      Output == "-" ? "imported.custody.yaml" : Output.getValue();
  const LoadedFile *Loaded = loadBack(Known, Yaml, Name);
  if (!Loaded)
    return fail("what was imported does not load; this is a mistake of "
                "'custody import', please report it");
  if (Comparing)
    return compareWithShipped(Known, *Loaded, outs()) ? 1 : 0;
  if (int Status = write(Yaml))
    return Status;
  summarize(*From, KnownBetter);
  return 0;
}

} // namespace custody
