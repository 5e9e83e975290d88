//===- EmbedFamilies.cpp - Builds the shipped families into custody -------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// embed-families -o OUT.cpp FILE.yaml...
//
// Checks the shipped model files with the loader that users' files go through,
// and writes them as C++ with the index of ShippedLibrary.h. A mistake in one
// of them stops the build with its place.
//
//===----------------------------------------------------------------------===//

#include "model/YamlLoader.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <map>
#include <set>

using namespace llvm;
using namespace custody;

namespace {

cl::OptionCategory Category("embed-families options");
cl::opt<std::string> OutputPath("o", cl::desc("C++ file to write"),
                                cl::value_desc("file"), cl::Required,
                                cl::cat(Category));
cl::list<std::string> InputPaths(cl::Positional, cl::desc("FILE.yaml..."),
                                 cl::cat(Category));

struct TableScope : FamilyScope {
  FamilyTable Families;
  FamilyTable &table() override { return Families; }
};

struct Input {
  std::string Path, Name;
  std::unique_ptr<MemoryBuffer> Text;
};

/// A name with the number of each file that describes it.
using Index = std::map<std::string, std::set<unsigned>>;

bool Failed = false;

void report(const ModelError &E) {
  Failed = true;
  errs() << E.File;
  if (E.Line)
    errs() << ':' << E.Line << ':' << E.Column;
  errs() << ": error: " << E.Message << '\n';
}

void fail(StringRef File, const Twine &Message, unsigned Line = 0) {
  ModelError E;
  E.File = File.str();
  E.Line = Line;
  E.Column = Line ? 1 : 0;
  E.Message = Message.str();
  report(E);
}

void writeIndex(raw_ostream &OS, StringRef Function, const Index &Entries) {
  OS << "static const ShippedName " << Function << "Table[] = {\n";
  for (const auto &Entry : Entries)
    for (unsigned File : Entry.second) {
      OS << "    {\"";
      printEscapedString(Entry.first, OS);
      OS << "\", " << File << "},\n";
    }
  // C++ has no empty arrays.
  OS << "    {nullptr, 0}};\n"
     << "llvm::ArrayRef<ShippedName> " << Function << "() {\n"
     << "  return llvm::ArrayRef<ShippedName>(" << Function
     << "Table).drop_back();\n}\n\n";
}

/// Octal escapes have three digits, so that what follows cannot be read along.
void writeCharacter(raw_ostream &OS, char C) {
  unsigned char U = C;
  if (isPrint(C) && C != '"' && C != '\\' && C != '?')
    OS << C;
  else
    OS << '\\' << char('0' + U / 64) << char('0' + U / 8 % 8)
       << char('0' + U % 8);
}

void write(raw_ostream &OS, ArrayRef<Input> Inputs, const Index &Functions,
           const Index &Classes, const Index &Families) {
  OS << "// Written by embed-families. Do not edit.\n\n"
     << "#include \"model/ShippedLibrary.h\"\n\n"
     << "namespace custody {\n\n";
  // A literal a line: quick to compile, and nobody's limit is met.
  for (unsigned I = 0, E = Inputs.size(); I != E; ++I) {
    OS << "static const char Text" << I << "[] =\n";
    StringRef Text = Inputs[I].Text->getBuffer();
    while (!Text.empty()) {
      size_t Line = std::min(Text.find('\n'), Text.size() - 1) + 1;
      OS << "    \"";
      for (char C : Text.take_front(Line))
        writeCharacter(OS, C);
      OS << "\"\n";
      Text = Text.drop_front(Line);
    }
    OS << "    \"\";\n\n";
  }
  OS << "static const ShippedFile FileTable[] = {\n";
  for (unsigned I = 0, E = Inputs.size(); I != E; ++I) {
    OS << "    {\"";
    printEscapedString(Inputs[I].Name, OS);
    OS << "\", Text" << I << ", sizeof(Text" << I << ") - 1},\n";
  }
  OS << "    {nullptr, nullptr, 0}};\n"
     << "llvm::ArrayRef<ShippedFile> shippedFiles() {\n"
     << "  return llvm::ArrayRef<ShippedFile>(FileTable).drop_back();\n}\n\n";
  writeIndex(OS, "shippedFunctions", Functions);
  writeIndex(OS, "shippedClasses", Classes);
  writeIndex(OS, "shippedFamilies", Families);
  OS << "} // namespace custody\n";
}

} // namespace

int main(int Argc, char **Argv) {
  cl::HideUnrelatedOptions(Category);
  cl::ParseCommandLineOptions(Argc, Argv,
                              "Checks and embeds custody's model files\n");

  // The order of files is the order of the index: let it not depend on the
  // build system.
  std::vector<std::string> Paths(InputPaths.begin(), InputPaths.end());
  llvm::sort(Paths);
  std::vector<Input> Inputs;
  for (const std::string &Path : Paths) {
    auto Buffer = MemoryBuffer::getFile(Path);
    if (!Buffer) {
      fail(Path, "cannot read the model file: " + Buffer.getError().message());
      continue;
    }
    Inputs.push_back(
        {Path, sys::path::filename(Path).str(), std::move(*Buffer)});
  }

  // Families of all files first: any file may use those of another.
  TableScope Scope;
  Index Families, Functions, Classes;
  for (unsigned I = 0, E = Inputs.size(); I != E; ++I)
    for (const std::string &Name :
         declaredFamilies(Inputs[I].Text->getBuffer())) {
      Scope.Families.get(Name);
      Families[Name].insert(I);
    }
  for (const auto &Family : Families)
    if (Family.second.size() > 1)
      fail(Inputs[*Family.second.rbegin()].Path,
           "the family '" + Family.first + "' is already declared in " +
               Inputs[*Family.second.begin()].Name);

  struct Described {
    unsigned File;
    FunctionEntry Entry;
  };
  std::map<std::string, std::vector<Described>> ByName;
  for (unsigned I = 0, E = Inputs.size(); I != E; ++I) {
    ModelFile File = loadYaml(Inputs[I].Text->getBuffer(), Inputs[I].Path,
                              Source::Shipped, Scope, report);
    for (const FunctionEntry &F : File.Functions) {
      for (const Described &D : ByName[F.Name])
        if (D.File != I && D.Entry.overlaps(F) &&
            !sameModel(D.Entry.What->Model, F.What->Model))
          fail(Inputs[I].Path,
               "'" + F.Name + "' is described differently in " +
                   Inputs[D.File].Name + " on line " + Twine(D.Entry.Line) +
                   "; keep one, or tell them apart by 'params'",
               F.Line);
      ByName[F.Name].push_back({I, F});
      Functions[unqualified(F.Name).str()].insert(I);
    }
    for (const ClassModel &C : File.Classes)
      Classes[unqualified(C.Name).str()].insert(I);
  }
  if (Failed)
    return 1;

  std::error_code EC;
  raw_fd_ostream OS(OutputPath, EC, sys::fs::OF_Text);
  if (EC) {
    fail(OutputPath, "cannot write: " + EC.message());
    return 1;
  }
  write(OS, Inputs, Functions, Classes, Families);
  return 0;
}
