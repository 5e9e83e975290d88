//===- Changes.cpp - Lines that differ from a revision --------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/check/Changes.h"
#include "driver/Compat.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace custody {

namespace {

/// Runs git in \p Folder; its output in \p Output. An error in words if it
/// fails.
std::string git(StringRef Folder, ArrayRef<std::string> Words,
                std::string &Output) {
  ErrorOr<std::string> Program = sys::findProgramByName("git");
  if (!Program)
    return "--diff needs git, which was not found";
  SmallString<128> Out, Err;
  if (sys::fs::createTemporaryFile("custody-git", "out", Out) ||
      sys::fs::createTemporaryFile("custody-git", "err", Err))
    return "cannot write to the folder for temporary files";
  std::vector<std::string> Command = {*Program, "-C", Folder.str(), "-c",
                                      "core.quotePath=false"};
  Command.insert(Command.end(), Words.begin(), Words.end());
  compat::Finished End =
      compat::run(*Program, Command, Out.str().str(), Err.str().str());
  auto Read = [](StringRef Path) {
    auto Buffer = MemoryBuffer::getFile(Path);
    return Buffer ? (*Buffer)->getBuffer().str() : std::string();
  };
  Output = Read(Out);
  std::string Errors = Read(Err);
  sys::fs::remove(Out);
  sys::fs::remove(Err);
  if (End.Status == 0)
    return "";
  return "git " + Words[0] +
         " failed: " + StringRef(Errors).split('\n').first.trim().str();
}

std::string under(StringRef Top, StringRef Name) {
  SmallString<256> Path(Top);
  sys::path::append(Path, Name);
  return Path.str().str();
}

/// A name as git writes it: in quotes with escapes if it holds odd characters.
std::string unquoted(StringRef Name) {
  if (!Name.consume_front("\"") || !Name.consume_back("\""))
    return Name.str();
  std::string Text;
  for (size_t I = 0; I < Name.size(); ++I) {
    if (Name[I] != '\\' || I + 1 == Name.size()) {
      Text += Name[I];
      continue;
    }
    char C = Name[++I];
    unsigned Octal;
    if (C >= '0' && C <= '3' && !Name.substr(I, 3).getAsInteger(8, Octal)) {
      Text += static_cast<char>(Octal);
      I += 2;
    } else {
      Text += C == 't' ? '\t' : C == 'n' ? '\n' : C;
    }
  }
  return Text;
}

} // namespace

std::string Changes::readDiff(StringRef Text, StringRef Top) {
  std::vector<Range> *Ranges = nullptr;
  while (!Text.empty()) {
    StringRef Line;
    std::tie(Line, Text) = Text.split('\n');
    if (Line.consume_front("+++ ")) {
      // git puts a tab behind a name with blanks.
      std::string Name = unquoted(Line.split('\t').first);
      StringRef Rest = Name;
      Ranges = Rest.consume_front("b/") ? &Files[under(Top, Rest)] : nullptr;
      continue;
    }
    // @@ -12,0 +13,2 @@: two lines from line 13 on.
    if (!Ranges || !Line.consume_front("@@ -"))
      continue;
    Line = Line.split(" +").second.split(' ').first;
    unsigned First = 0, Count = 1;
    auto [Begin, Length] = Line.split(',');
    if (Begin.getAsInteger(10, First) ||
        (!Length.empty() && Length.getAsInteger(10, Count)))
      return "git diff says what cannot be read: " + Line.str();
    if (Count)
      Ranges->push_back({First, First + Count - 1});
  }
  return "";
}

std::string Changes::load(StringRef Revision, StringRef Folder) {
  std::string Top, Diff, New;
  std::string Error = git(Folder, {"rev-parse", "--show-toplevel"}, Top);
  if (Error.empty())
    Error = git(Folder,
                {"diff", "--no-color", "--no-ext-diff", "--no-prefix",
                 "--src-prefix=a/", "--dst-prefix=b/", "-U0",
                 "--end-of-options", Revision.str(), "--"},
                Diff);
  Top = StringRef(Top).trim().str();
  if (Error.empty())
    Error = git(Top, {"ls-files", "--others", "--exclude-standard", "-z"}, New);
  if (!Error.empty())
    return Error;
  SmallVector<StringRef, 16> Names;
  StringRef(New).split(Names, '\0', -1, /*KeepEmpty=*/false);
  for (StringRef Name : Names)
    Files[under(Top, Name)] = {{1, ~0u}};
  return readDiff(Diff, Top);
}

bool Changes::has(const Place &P) const {
  auto Found = Files.find(P.File);
  if (Found == Files.end()) {
    // git names a file by its real path.
    SmallString<256> Real;
    if (sys::fs::real_path(P.File, Real))
      return false;
    Found = Files.find(Real);
    if (Found == Files.end())
      return false;
  }
  return llvm::any_of(Found->getValue(), [&](const Range &R) {
    return R.first <= P.Line && P.Line <= R.second;
  });
}

bool Changes::touches(const Issue &I) const {
  return has(I.Where) ||
         llvm::any_of(I.Steps, [&](const Step &S) { return has(S.Where); });
}

} // namespace custody
