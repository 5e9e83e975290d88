//===- MergeFacts.cpp - The facts of all units, put together --------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/learn/MergeFacts.h"
#include "driver/Errors.h"
#include "driver/check/Job.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace custody {

static std::string in(StringRef Folder, const Twine &Name) {
  SmallString<256> Path(Folder);
  sys::path::append(Path, Name);
  return Path.str().str();
}

std::string readFacts(StringRef Folder, Facts &Program,
                      std::map<std::string, Facts> *ByUnit) {
  std::string List = in(Folder, "units.txt");
  auto Units = MemoryBuffer::getFile(List);
  if (!Units)
    return "cannot read '" + List + "': " + Units.getError().message() +
           "; run 'custody check' or 'custody plan' anew";
  for (StringRef Rest = (*Units)->getBuffer(); !Rest.empty();) {
    StringRef Name;
    std::tie(Name, Rest) = Rest.split('\n');
    std::string Path = in(Folder, "facts/" + Name + ".facts");
    auto Text = MemoryBuffer::getFile(Path);
    if (!Text)
      return "cannot read '" + Path + "': " + Text.getError().message();
    Facts Unit;
    std::string Error = Unit.parse((*Text)->getBuffer());
    if (!Error.empty())
      return "'" + Path + "' holds no facts: " + Error +
             "; remove it and run again";
    Program.add(Unit);
    if (ByUnit)
      (*ByUnit)[Name.str()] = std::move(Unit);
  }
  return "";
}

std::string inLines(const std::vector<Contradiction> &Found) {
  std::string Text;
  for (const Contradiction &C : Found)
    Text += C.Where + ": " + C.Origin + " states that '" + C.Name + "' " +
            C.Stated + ", but its body " + C.Learned +
            "; the model holds, mend whichever is wrong\n";
  return Text;
}

int runMerge(StringRef Folder) {
  Facts Program;
  std::map<std::string, Facts> ByUnit;
  std::string Error = readFacts(Folder, Program, &ByUnit);
  if (!Error.empty())
    return fail(Error);
  std::vector<Contradiction> Contradictions;
  Learned Known = solve(Program, &Contradictions);
  Error =
      writeIfChanged(in(Folder, "contradictions.txt"), inLines(Contradictions));
  for (const auto &[Name, Unit] : ByUnit) {
    if (!Error.empty())
      break;
    Error = writeIfChanged(in(Folder, "slices/" + Name + ".slice"),
                           Known.slice(Unit).serialized());
  }
  return Error.empty() ? 0 : fail(Error);
}

} // namespace custody
