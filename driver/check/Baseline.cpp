//===- Baseline.cpp - Findings that are known already ---------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A baseline lies in version control: an entry a line, in a stable order,
// without line numbers, and with names relative to the file itself.
//
//===----------------------------------------------------------------------===//

#include "driver/check/Baseline.h"
#include "driver/Compat.h"
#include "driver/check/Bytes.h"
#include "driver/check/Job.h"
#include "driver/check/Project.h"
#include "driver/check/Sources.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <map>
#include <set>

using namespace llvm;

namespace custody {

namespace {

constexpr int64_t Version = 1;

std::string folderOf(StringRef Path) {
  return sys::path::parent_path(absolutePath(Path)).str();
}

/// How often the baseline has a fingerprint in a file.
using Entries = std::map<std::pair<std::string, std::string>, unsigned>;

std::string read(StringRef Path, Entries &Known) {
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return "cannot read the baseline '" + Path.str() +
           "': " + Buffer.getError().message() +
           "; --update-baseline writes a new one";
  std::string Bad = "'" + Path.str() + "' is not a baseline of custody";
  Expected<json::Value> Root = json::parse((*Buffer)->getBuffer());
  if (!Root)
    return Bad + ": " + toString(Root.takeError());
  const json::Object *O = Root->getAsObject();
  const json::Array *Findings = O ? O->getArray("findings") : nullptr;
  if (!Findings)
    return Bad + ": it has no 'findings'";
  auto V = O->getInteger("version");
  if (!V || *V != Version)
    return Bad + " of version " + Twine(Version).str() +
           "; --update-baseline writes a new one";
  std::string Folder = folderOf(Path);
  for (const json::Value &Value : *Findings) {
    const json::Object *F = Value.getAsObject();
    auto File = F ? F->getString("file") : json::Value("").getAsString();
    auto Print = F ? F->getString("fingerprint") : File;
    if (!F || !File || !Print)
      return Bad + ": an entry has no 'file' or no 'fingerprint'";
    SmallString<256> Name(toBytes(*File));
    compat::makeAbsolute(Folder, Name);
    sys::path::remove_dots(Name, /*remove_dot_dot=*/true);
    ++Known[{Name.str().str(), Print->str()}];
  }
  return "";
}

} // namespace

std::string applyBaseline(StringRef Path, std::vector<Issue> &Issues,
                          unsigned &Gone) {
  Entries Known;
  std::string Error = read(Path, Known);
  if (!Error.empty())
    return Error;
  // Those of the same file first: they have the better claim.
  for (Issue &I : Issues) {
    auto Entry = Known.find({I.Where.File, I.Fingerprint});
    if (Entry != Known.end() && Entry->second) {
      --Entry->second;
      if (I.Silence == Silenced::No)
        I.Silence = Silenced::InBaseline;
    }
  }
  std::map<std::string, unsigned> Moved;
  for (const auto &Entry : Known)
    if (Entry.second && !sys::fs::exists(Entry.first.first))
      Moved[Entry.first.second] += Entry.second;
  unsigned Refound = 0;
  for (Issue &I : Issues) {
    auto Entry = Moved.find(I.Fingerprint);
    if (I.Silence != Silenced::No || Entry == Moved.end() || !Entry->second)
      continue;
    --Entry->second;
    ++Refound;
    I.Silence = Silenced::InBaseline;
  }
  Gone = 0;
  for (const auto &Entry : Known)
    Gone += Entry.second;
  Gone -= Refound;
  return "";
}

std::string writeBaseline(StringRef Path, ArrayRef<Issue> Issues) {
  Sources Names(folderOf(Path));
  std::string Text;
  raw_string_ostream OS(Text);
  OS << "{\"version\": " << Version << ", \"findings\": [";
  const char *Separator = "\n";
  for (const Issue &I : Issues) {
    if (I.Silence == Silenced::InSource)
      continue;
    OS << Separator
       << json::Value(json::Object{{"rule", I.Rule},
                                   {"file", toText(Names.name(I.Where.File))},
                                   {"function", toText(I.Function)},
                                   {"message", toText(I.Message)},
                                   {"fingerprint", I.Fingerprint}});
    Separator = ",\n";
  }
  OS << "\n]}\n";
  return writeIfChanged(Path, OS.str());
}

} // namespace custody
