//===- OddNames.cpp - Names that ninja cannot spell -----------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/check/OddNames.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace custody {

/// True if every release of ninja reads \p Name in a dependency file, where
/// blank, `#` and `$` are escaped and all else is as it is.
static bool isPlain(StringRef Name) {
  return !Name.empty() && Name.back() != ':' &&
         llvm::all_of(Name, [](unsigned char C) {
           return isAlnum(C) || C >= 0x80 ||
                  StringRef(" #$+,/_:.~()}{%=@[]!-").find(C) != StringRef::npos;
         });
}

bool isUnspeakable(StringRef Folder) {
  return Folder.find_first_of("|\n\r") != StringRef::npos;
}

std::string nameForNinja(StringRef File, StringRef WorkFolder) {
  if (isPlain(File))
    return File.str();
  SmallString<256> Links(WorkFolder);
  sys::path::append(Links, "links");
  sys::fs::create_directories(Links);
  std::string Name = utohexstr(xxHash64(File), /*LowerCase=*/true);
  sys::path::append(Links, Name);
  // Whoever else makes it makes the same.
  sys::fs::create_link(File, Links);
  return "links/" + Name;
}

} // namespace custody
