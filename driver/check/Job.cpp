//===- Job.cpp - What a worker is to do -----------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/check/Job.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace custody {

// A zero byte is the one that no path and no argument contains.
static constexpr char Magic[] = "custody job 2";

std::string failureBeside(StringRef Result) {
  SmallString<256> Path(Result);
  sys::path::replace_extension(Path, "failed");
  return Path.str().str();
}

std::string Job::serialized() const {
  std::string Text;
  auto Add = [&](StringRef Word) {
    Text += Word;
    Text += '\0';
  };
  for (StringRef Word : {StringRef(Magic), StringRef(Source),
                         StringRef(Directory), StringRef(Result)})
    Add(Word);
  Add(utostr(Seconds));
  Add(utostr(Megabytes));
  Add(Learns ? "learn" : "analyze");
  for (const std::string &Word : Command)
    Add(Word);
  return Text;
}

bool Job::parse(StringRef Text) {
  SmallVector<StringRef, 64> Words;
  if (!Text.consume_back(StringRef("\0", 1)))
    return false;
  Text.split(Words, '\0');
  if (Words.size() < 8 || Words[0] != Magic ||
      Words[4].getAsInteger(10, Seconds) ||
      Words[5].getAsInteger(10, Megabytes))
    return false;
  Source = Words[1].str();
  Directory = Words[2].str();
  Result = Words[3].str();
  Learns = Words[6] == "learn";
  Command.assign(Words.begin() + 7, Words.end());
  return true;
}

std::string contentOf(const Twine &Path) {
  auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                      /*RequiresNullTerminator=*/false);
  return Buffer ? (*Buffer)->getBuffer().str() : std::string();
}

std::string writeAtomically(StringRef Path, StringRef Text) {
  SmallString<256> Temporary;
  int FD;
  if (std::error_code EC =
          sys::fs::createUniqueFile(Path + ".%%%%%%%%.tmp", FD, Temporary))
    return "cannot write '" + Path.str() + "': " + EC.message();
  raw_fd_ostream OS(FD, /*shouldClose=*/true);
  OS << Text;
  OS.close();
  std::error_code EC = OS.error();
  OS.clear_error();
  if (!EC)
    EC = sys::fs::rename(Temporary, Path);
  if (!EC)
    return "";
  sys::fs::remove(Temporary);
  return "cannot write '" + Path.str() + "': " + EC.message();
}

std::string writeIfChanged(StringRef Path, StringRef Text) {
  auto Old = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                   /*RequiresNullTerminator=*/false);
  if (Old && (*Old)->getBuffer() == Text)
    return "";
  return writeAtomically(Path, Text);
}

} // namespace custody
