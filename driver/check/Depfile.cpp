//===- Depfile.cpp - Dependencies as make and ninja read them -------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Ninja would take relative names from its own folder, while each unit is
// compiled in one of its own: hence the names are made absolute in between.
//
//===----------------------------------------------------------------------===//

#include "driver/check/Depfile.h"
#include "driver/Compat.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace custody {

std::vector<std::string> readDepfile(StringRef Text, StringRef Directory) {
  // The target ends at the first colon before a blank.
  size_t Colon = 0;
  while ((Colon = Text.find(':', Colon)) != StringRef::npos &&
         Colon + 1 < Text.size() && Text[Colon + 1] != ' ' &&
         Text[Colon + 1] != '\n' && Text[Colon + 1] != '\\')
    ++Colon;
  std::vector<std::string> Files;
  if (Colon == StringRef::npos)
    return Files;
  Text = Text.drop_front(Colon + 1);
  std::string Name;
  auto Finish = [&] {
    if (Name.empty())
      return;
    SmallString<256> Path(Name);
    compat::makeAbsolute(Directory, Path);
    sys::path::remove_dots(Path, /*remove_dot_dot=*/false);
    Files.push_back(Path.str().str());
    Name.clear();
  };
  for (size_t I = 0; I < Text.size(); ++I) {
    char C = Text[I], Next = I + 1 < Text.size() ? Text[I + 1] : '\0';
    if (C == '\\' && (Next == '\n' || Next == '\r')) {
      Finish();
      ++I;
    } else if ((C == '\\' && (Next == ' ' || Next == '#')) ||
               (C == '$' && Next == '$')) {
      Name += Next;
      ++I;
    } else if (C == ' ' || C == '\n' || C == '\r' || C == '\t') {
      Finish();
    } else {
      Name += C;
    }
  }
  Finish();
  return Files;
}

std::string writeDepfile(StringRef Target, ArrayRef<std::string> Files) {
  std::string Text;
  auto Add = [&](StringRef Name) {
    for (char C : Name) {
      if (C == ' ' || C == '#')
        Text += '\\';
      else if (C == '$')
        Text += '$';
      Text += C;
    }
  };
  Add(Target);
  Text += ':';
  for (const std::string &File : Files) {
    Text += " \\\n ";
    Add(File);
  }
  Text += '\n';
  return Text;
}

} // namespace custody
