//===- Pages.cpp - Where the pages of the rules are -----------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "clangd/Pages.h"
#include "driver/report/Address.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace custody {

std::string rulePages(StringRef Program) {
  StringRef Told = CUSTODY_RULES_URL;
  if (!Told.empty())
    return Told.rtrim('/').str();
  // A prefix; a package, whose prefix is below /usr/lib; the sources.
  SmallString<256> Bin(sys::path::parent_path(Program));
  StringRef Prefix = sys::path::parent_path(Bin);
  std::string Package =
      ("../../share/doc/" + sys::path::filename(Prefix)).str();
  for (StringRef Way : {StringRef("share/doc/custody"), StringRef(Package),
                        StringRef("../../docs")}) {
    SmallString<256> Folder(Prefix);
    sys::path::append(Folder, Way, "rules");
    sys::path::remove_dots(Folder, /*remove_dot_dot=*/true);
    SmallString<256> Page(Folder);
    sys::path::append(Page, "mem-03.md");
    if (sys::fs::exists(Page))
      return "file://" + address(Folder);
  }
  return "";
}

} // namespace custody
