//===- Project.cpp - The units of a program -------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/check/Project.h"
#include "driver/Compat.h"
#include "driver/check/Bytes.h"
#include "driver/check/ClangFlags.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "clang/Tooling/JSONCompilationDatabase.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;
using namespace clang::tooling;

namespace custody {

namespace {

std::string absoluteFrom(StringRef Folder, StringRef Path) {
  SmallString<256> Absolute(Path);
  compat::makeAbsolute(Folder, Absolute);
  sys::path::remove_dots(Absolute, /*remove_dot_dot=*/true);
  return Absolute.str().str();
}

/// A database whose directories and files are absolute. A relative directory is
/// taken from the folder of the database.
class AbsoluteDatabase : public CompilationDatabase {
public:
  AbsoluteDatabase(std::unique_ptr<CompilationDatabase> Base, StringRef Folder)
      : Base(std::move(Base)), Folder(Folder.str()) {}

  std::vector<CompileCommand>
  getCompileCommands(StringRef File) const override {
    return absolute(Base->getCompileCommands(File));
  }
  std::vector<std::string> getAllFiles() const override {
    return Base->getAllFiles();
  }
  std::vector<CompileCommand> getAllCompileCommands() const override {
    return absolute(Base->getAllCompileCommands());
  }

private:
  std::unique_ptr<CompilationDatabase> Base;
  std::string Folder;

  std::vector<CompileCommand>
  absolute(std::vector<CompileCommand> Commands) const {
    for (CompileCommand &C : Commands) {
      C.Directory = absoluteFrom(Folder, C.Directory);
      C.Filename = absoluteFrom(C.Directory, C.Filename);
    }
    return Commands;
  }
};

/// Appends a unit, with a name that tells apart several of one source.
void addUnit(std::string File, std::string Directory,
             std::vector<std::string> Flags, StringMap<unsigned> &Seen,
             Project &To) {
  unsigned Nth = ++Seen[File];
  std::string Name = sys::path::stem(File).take_front(40).str();
  for (char &C : Name)
    if (!isAlnum(C) && C != '_' && C != '-')
      C = '_';
  Name += '-' + utohexstr(xxHash64(StringRef(File)), /*LowerCase=*/true);
  if (Nth > 1)
    Name += '-' + utostr(Nth);
  To.Units.push_back({std::move(Name), std::move(File), std::move(Directory),
                      std::move(Flags), ""});
}

/// True if \p Path is \p Folder or lies in it.
bool isInside(StringRef Path, StringRef Folder) {
  return Path.consume_front(Folder) &&
         (Path.empty() || Path.front() == '/' || Folder.back() == '/');
}

/// A response file that is still among the words was not there to be read.
std::string absentResponseFile(const CompileCommand &C) {
  for (const std::string &Word : C.CommandLine)
    if (Word.size() > 1 && Word[0] == '@')
      return Word.substr(1);
  return "";
}

} // namespace

std::string absolutePath(StringRef Path) {
  SmallString<256> Here;
  sys::fs::current_path(Here);
  return absoluteFrom(Here, Path);
}

std::string findDatabase(StringRef Given) {
  auto In = [](StringRef Folder) {
    SmallString<256> Path(Folder);
    sys::path::append(Path, "compile_commands.json");
    return sys::fs::is_regular_file(Path) ? Path.str().str() : std::string();
  };
  if (!Given.empty()) {
    std::string Path = absolutePath(Given);
    return sys::fs::is_directory(Path)      ? In(Path)
           : sys::fs::is_regular_file(Path) ? Path
                                            : std::string();
  }
  std::string Here = absolutePath(".");
  for (StringRef Folder = Here; !Folder.empty();
       Folder = sys::path::parent_path(Folder)) {
    SmallString<256> Build(Folder);
    sys::path::append(Build, "build");
    for (StringRef Candidate : {Folder, Build.str()}) {
      std::string Found = In(Candidate);
      if (!Found.empty())
        return Found;
    }
  }
  return "";
}

std::string loadDatabase(StringRef Path, Project &To) {
  std::string Error;
  auto Read = JSONCompilationDatabase::loadFromFile(
      Path, Error, JSONCommandLineSyntax::AutoDetect);
  if (!Read)
    return Path.str() + ": " + StringRef(Error).trim().str();
  To.Database = Path.str();
  std::unique_ptr<CompilationDatabase> Database =
      std::make_unique<AbsoluteDatabase>(std::move(Read),
                                         sys::path::parent_path(Path));
  Database = inferTargetAndDriverMode(
      expandResponseFiles(std::move(Database), vfs::getRealFileSystem()));

  StringMap<unsigned> Seen;
  StringSet<> Known;
  for (const CompileCommand &C : Database->getAllCompileCommands()) {
    // Some generators write an entry for each of several targets.
    std::string Whole = C.Directory + '\0' + C.Filename + '\0';
    std::vector<std::string> Flags =
        analysisFlags(C.CommandLine, C.Filename, C.Directory);
    if (!Known.insert(Whole + join(Flags, StringRef("\0", 1))).second)
      continue;
    std::string Absent = absentResponseFile(C);
    if (!sys::fs::exists(C.Filename))
      To.Missing.push_back(
          {Failure::Missing, C.Filename,
           "the file of the database does not exist; write the database anew, "
           "or build first if a build step makes the file"});
    else if (!sys::fs::is_directory(C.Directory))
      To.Missing.push_back({Failure::Missing, C.Filename,
                            "its folder '" + toReadable(C.Directory) +
                                "' in the database does not exist; write the "
                                "database anew"});
    else if (!Absent.empty())
      To.Missing.push_back({Failure::Missing, C.Filename,
                            "the response file '" + toReadable(Absent) +
                                "' of its flags cannot be read; build first"});
    else
      addUnit(C.Filename, C.Directory, std::move(Flags), Seen, To);
  }
  if (To.Units.empty() && To.Missing.empty())
    return Path.str() + ": the database has no entry";
  return "";
}

void addFiles(ArrayRef<std::string> Files, ArrayRef<std::string> Flags,
              Project &To) {
  std::string Here = absolutePath(".");
  StringMap<unsigned> Seen;
  for (const std::string &Given : Files) {
    std::string File = absolutePath(Given);
    if (!sys::fs::is_regular_file(File)) {
      To.Missing.push_back({Failure::Missing, File,
                            sys::fs::is_directory(File)
                                ? "it is a folder; name the files in it"
                                : "the file does not exist"});
      continue;
    }
    std::vector<std::string> Command = {"clang"};
    Command.insert(Command.end(), Flags.begin(), Flags.end());
    addUnit(File, Here, analysisFlags(Command, File, Here), Seen, To);
  }
}

std::string selectUnits(Project &P, ArrayRef<std::string> Wanted,
                        ArrayRef<std::string> Excluded) {
  std::vector<std::string> In, Out;
  for (const std::string &Path : Wanted)
    In.push_back(absolutePath(Path));
  for (const std::string &Path : Excluded)
    Out.push_back(absolutePath(Path));
  std::vector<bool> Used(In.size(), false);
  auto Drop = [&](const std::string &File) {
    bool Keep = In.empty();
    for (size_t I = 0; I < In.size(); ++I)
      if (isInside(File, In[I]))
        Keep = Used[I] = true;
    for (const std::string &Path : Out)
      Keep &= !isInside(File, Path);
    return !Keep;
  };
  llvm::erase_if(P.Units, [&](const Unit &U) { return Drop(U.File); });
  llvm::erase_if(P.Missing, [&](const Failure &F) { return Drop(F.File); });
  for (size_t I = 0; I < In.size(); ++I)
    if (!Used[I])
      return Wanted[I];
  return "";
}

std::vector<std::string> assignModels(Project &P, ArrayRef<std::string> More) {
  StringMap<std::string> Nearest;
  auto Find = [&](StringRef Folder) {
    auto Known = Nearest.find(Folder);
    if (Known != Nearest.end())
      return Known->second;
    std::string Found;
    for (StringRef Up = Folder; !Up.empty() && Found.empty();
         Up = sys::path::parent_path(Up)) {
      SmallString<256> Path(Up);
      sys::path::append(Path, ".custody.yaml");
      if (sys::fs::is_regular_file(Path))
        Found = Path.str().str();
    }
    return Nearest[Folder] = Found;
  };
  std::vector<std::string> All, Named;
  for (const std::string &File : More)
    Named.push_back(absolutePath(File));
  StringSet<> Listed;
  for (Unit &U : P.Units) {
    std::vector<std::string> Files;
    std::string Own = Find(sys::path::parent_path(U.File));
    if (!Own.empty() && !is_contained(Named, Own))
      Files.push_back(Own);
    Files.insert(Files.end(), Named.begin(), Named.end());
    for (const std::string &File : Files)
      if (Listed.insert(File).second)
        All.push_back(File);
    U.Models = join(Files, ";");
  }
  return All;
}

} // namespace custody
