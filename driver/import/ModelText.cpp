//===- ModelText.cpp - A model file that is being written -----------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/import/ModelText.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace custody {

std::string yamlScalar(StringRef Text) {
  auto Plain = [](char C) {
    return isAlnum(C) || StringRef("_-./() ").find(C) != StringRef::npos;
  };
  // A word that YAML reads as something else than a text.
  bool Special = Text.empty() || isDigit(Text.front()) || Text == "true" ||
                 Text == "false" || Text == "null" || Text == "yes" ||
                 Text == "no" || Text.trim() != Text || Text.front() == '-' ||
                 Text.front() == '.';
  if (!Special && llvm::all_of(Text, Plain))
    return Text.str();
  std::string Quoted = "\"";
  for (char C : Text) {
    // A file's text cannot leave its line.
    if (C == '\n' || C == '\r' || C == '\t')
      C = ' ';
    if (C == '"' || C == '\\')
      Quoted += '\\';
    Quoted += C;
  }
  return Quoted + "\"";
}

/// `[a, b]` behind \p Head, on as many lines as 80 columns need.
static void list(raw_ostream &OS, StringRef Head, ArrayRef<std::string> Items) {
  OS << Head << '[';
  size_t Column = Head.size() + 1, Start = Column;
  for (size_t I = 0; I != Items.size(); ++I) {
    std::string Item =
        yamlScalar(Items[I]) + (I + 1 == Items.size() ? "]" : ",");
    if (Column != Start && Column + Item.size() + 1 > 80) {
      OS << '\n';
      OS.indent(Start);
      Column = Start;
    } else if (I) {
      OS << ' ';
      ++Column;
    }
    OS << Item;
    Column += Item.size();
  }
  OS << '\n';
}

bool FunctionText::merelyUses() const {
  return Returns.empty() && !RestKeeps && Size < 0 && Count < 0 &&
         llvm::all_of(Args, [](const auto &A) { return A.second == "uses"; });
}

std::string FunctionText::keys(StringRef Indent) const {
  std::string Text;
  auto Line = [&](const Twine &L) { Text += (Indent + L + "\n").str(); };
  if (Params >= 0)
    Line("params: " + Twine(Params));
  if (!Returns.empty())
    Line("returns: " + yamlScalar(Returns));
  if (!Success.empty())
    Line("success: " + yamlScalar(Success));
  if (!Args.empty())
    Line("args:");
  for (const auto &[Index, Effect] : Args)
    Line("  " + Twine(Index) + ": " + yamlScalar(Effect));
  if (RestKeeps)
    Line("rest: keeps");
  if (Size >= 0)
    Line("size: " + Twine(Size));
  if (Count >= 0)
    Line("count: " + Twine(Count));
  return Text;
}

void ModelText::write(raw_ostream &OS) const {
  for (const std::string &Line : Comment)
    OS << "# " << Line << '\n';
  OS << "\nlibrary: " << yamlScalar(Library) << '\n';
  if (!NoHeaders.empty()) {
    OS << "\nheaders:\n  none: " << yamlScalar(NoHeaders) << '\n';
  } else if (!Includes.empty()) {
    OS << "\nheaders:\n";
    if (!Debian.empty())
      list(OS, "  debian: ", Debian);
    if (!PkgConfig.empty())
      list(OS, "  pkg-config: ", PkgConfig);
    list(OS, "  include: ", Includes);
  }

  if (!Families.empty())
    OS << "\nfamilies:\n";
  for (const auto &[Name, F] : Families) {
    OS << "  - name: " << yamlScalar(Name);
    if (!F.Comment.empty())
      OS << "  # " << F.Comment;
    OS << "\n    noun: " << yamlScalar(F.Noun) << '\n';
    if (!F.Release.empty())
      list(OS, "    release: ", F.Release);
    if (!F.Kind.empty())
      OS << "    kind: " << F.Kind << '\n';
    if (!F.Type.empty())
      OS << "    type: " << F.Type << '\n';
  }

  // The functions of which the same is said, by the first of their names.
  std::map<std::string, std::vector<std::string>> SameKeys;
  std::vector<std::string> Users;
  for (const auto &[Name, F] : Functions)
    if (F.merelyUses())
      Users.push_back(Name);
    else
      SameKeys[F.keys("    ")].push_back(Name);
  std::map<std::string, const std::string *> KeysByFirst;
  for (const auto &[Keys, Names] : SameKeys)
    KeysByFirst[Names.front()] = &Keys;
  if (!KeysByFirst.empty())
    OS << "\nfunctions:\n";
  for (const auto &[First, Keys] : KeysByFirst) {
    const std::vector<std::string> &Names = SameKeys[*Keys];
    if (Names.size() == 1)
      OS << "  - name: " << yamlScalar(First) << '\n';
    else
      list(OS, "  - name: ", Names);
    OS << *Keys;
  }
  if (!Users.empty())
    OS << "\nuses:\n";
  for (const std::string &Name : Users)
    OS << "  - " << yamlScalar(Name) << '\n';

  if (!Classes.empty())
    OS << "\nclasses:\n";
  for (const auto &[Name, C] : Classes)
    OS << "  - name: " << yamlScalar(Name) << "\n    owner: true\n"
       << (C.Shared ? "    shared: true\n" : "");
}

} // namespace custody
