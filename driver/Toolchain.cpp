//===- Toolchain.cpp - The programs that the analysis needs ---------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Toolchain.h"
#include "driver/Compat.h"
#include "driver/check/Project.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace custody {

const char *const BuiltForVersion = CLANG_VERSION_STRING;
const char *const BuiltForMajor = CLANG_VERSION_MAJOR_STRING;

static std::string program(StringRef Name) {
  if (Name.find('/') != StringRef::npos) {
    std::string Path = absolutePath(Name);
    return sys::fs::can_execute(Path) ? Path : "";
  }
  ErrorOr<std::string> Found = sys::findProgramByName(Name);
  return Found ? *Found : std::string();
}

Toolchain findToolchain(const char *Program, StringRef Clang,
                        StringRef Plugin) {
  Toolchain Tools;
  static int Anchor;
  Tools.Self = sys::fs::getMainExecutable(Program, &Anchor);
  if (!Plugin.empty()) {
    Tools.Plugin = absolutePath(Plugin);
  } else {
    SmallString<256> Beside(
        sys::path::parent_path(sys::path::parent_path(Tools.Self)));
    sys::path::append(Beside, "lib", "custody.so");
    Tools.Plugin = Beside.str().str();
  }
  if (!sys::fs::is_regular_file(Tools.Plugin))
    Tools.Plugin.clear();
  if (!Clang.empty())
    Tools.Clang = program(Clang);
  else if (sys::fs::can_execute(CUSTODY_CLANG))
    Tools.Clang = CUSTODY_CLANG;
  else
    Tools.Clang = program(std::string("clang-") + BuiltForMajor);
  Tools.Ninja = program("ninja");
  if (Tools.Ninja.empty())
    Tools.Ninja = program("ninja-build"); // Fedora's name.
  SmallString<256> Editors(sys::path::parent_path(Tools.Self));
  sys::path::append(Editors, "custody-clangd");
  if (sys::fs::can_execute(Editors))
    Tools.Clangd = Editors.str().str();
  return Tools;
}

std::string versionOf(const std::string &Clang) {
  SmallString<128> Path;
  if (sys::fs::createTemporaryFile("custody-version", "txt", Path))
    return "";
  std::string Output = Path.str().str();
  compat::run(Clang, {Clang, "--version"}, Output, Output, /*Seconds=*/60);
  std::string Version;
  if (auto Buffer = MemoryBuffer::getFile(Path)) {
    StringRef Text = (*Buffer)->getBuffer();
    size_t At = Text.find("clang version ");
    if (At != StringRef::npos)
      Version = Text.drop_front(At + strlen("clang version "))
                    .take_while([](char C) {
                      return C != ' ' && C != '\n' && C != '+' && C != '-';
                    })
                    .str();
  }
  sys::fs::remove(Path);
  return Version;
}

std::vector<std::string> problems(const Toolchain &Tools) {
  std::vector<std::string> All;
  std::string Major = BuiltForMajor;
  if (Tools.Clang.empty()) {
    All.push_back("clang " + Major +
                  " was not found; install it ('apt-get "
                  "install clang-" +
                  Major +
                  "'), or name it with "
                  "--clang=PATH");
  } else {
    std::string Version = versionOf(Tools.Clang);
    if (Version.empty())
      All.push_back("'" + Tools.Clang +
                    "' does not say which clang it is; "
                    "name another with --clang=PATH");
    else if (Version != BuiltForVersion)
      All.push_back("'" + Tools.Clang + "' is clang " + Version +
                    ", and this custody was built for " + BuiltForVersion +
                    "; a plugin serves exactly one release: install clang " +
                    BuiltForVersion + ", or build custody again");
  }
  if (Tools.Plugin.empty())
    All.push_back("custody.so was not found in ../lib beside '" + Tools.Self +
                  "'; install custody again, or name it with --plugin=PATH");
  if (Tools.Ninja.empty())
    All.push_back("ninja was not found; install it ('apt-get install "
                  "ninja-build')");
  return All;
}

} // namespace custody
