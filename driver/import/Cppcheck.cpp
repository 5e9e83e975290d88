//===- Cppcheck.cpp - Import of cppcheck's library configuration ----------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A cfg file groups the functions that allocate something with those that give
// it back: <memory> and <resource>. Groups that share a deallocator are one
// family. <leak-ignore/> in a <function> says that it keeps none of its
// arguments; <smart-pointer> names an owning class.
//
//===----------------------------------------------------------------------===//

#include "driver/import/Importer.h"
#include "driver/import/Xml.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace custody {
namespace {

const char *const Twice = "functions that the file describes in two ways";
const char *const NoName = "names that are no function's or class's";
const char *const NoDealloc = "groups without a <dealloc>";
const char *const Weak =
    "smart pointers of which the file does not say that they own";
const char *const TakesAway = "functions that keep nothing by <leak-ignore/> "
                              "and whose name says that they "
                              "take something away";

class CppcheckImporter : public Importer {
public:
  using Importer::Importer;
  bool read(StringRef Path) override;
  void finish() override;

private:
  std::string File;
  /// The family of each deallocator.
  std::map<std::string, std::string> FamilyOf;
  /// Functions that keep none of their arguments.
  std::map<std::string, bool> LeakIgnored;

  bool group(XmlElement Group);
  bool acquirer(XmlElement E, StringRef Family);
  bool number(XmlElement E, StringRef Attribute, unsigned &Index);
  void bufferSize(XmlElement E, FunctionText &Text);
  bool describe(const std::string &Name, const FunctionText &Text);
};

/// True if \p Name can be the name of a function or class in a model file.
bool isName(StringRef Name) {
  return !Name.empty() && !isDigit(Name.front()) &&
         llvm::all_of(Name, [](char C) {
           return isAlnum(C) || C == '_' || C == ':' || C == '~';
         });
}

bool CppcheckImporter::read(StringRef Path) {
  File = Path.str();
  XmlDocument Doc;
  ErrorHandler Report = [&](const ModelError &E) {
    error(E.File, E.Line, E.Message, E.Column);
  };
  if (!Doc.read(Path, Report))
    return false;
  if (Doc.root().name() != "def")
    return error(Path, Doc.root().line(),
                 "this is no configuration of cppcheck: it should be a <def>, "
                 "and is <" +
                     Doc.root().name() + ">");
  StringRef Library = StringRef(Path).rsplit('/').second;
  if (Library.empty())
    Library = Path;
  Library.consume_back(".cfg");
  addLibrary(Library);
  Out.NoHeaders = "a configuration of cppcheck names no headers";
  for (XmlElement E : Doc.root().children()) {
    if (E.name() == "memory" || E.name() == "resource") {
      if (!group(E))
        return false;
    } else if (E.name() == "smart-pointer") {
      std::string Class = E.attribute("class-name");
      if (!isName(Class))
        return error(File, E.line(),
                     "this <smart-pointer> needs a 'class-name'");
      // cppcheck counts QPointer, which owns nothing, among them as well.
      bool Unique = bool(E.child("unique"));
      if (Unique || StringRef(StringRef(Class).lower()).contains("shared"))
        Out.Classes[Class].Shared = !Unique;
      else
        ++LeftOut[Weak];
    } else if (E.name() == "function" && E.child("leak-ignore")) {
      SmallVector<StringRef, 8> Names;
      std::string All = E.attribute("name");
      if (All.empty())
        return error(File, E.line(), "this <function> has no 'name'");
      StringRef(All).split(Names, ',', -1, /*KeepEmpty=*/false);
      for (StringRef Written : Names) {
        StringRef Name = Written.trim();
        if (!isName(Name))
          ++LeftOut[NoName];
        else if (mayTakeAway(Name))
          ++LeftOut[TakesAway];
        else
          LeakIgnored[Name.str()] = true;
      }
    }
  }
  return true;
}

/// The argument, from 0, whose number from 1 \p Attribute gives; unchanged if
/// there is no such attribute.
bool CppcheckImporter::number(XmlElement E, StringRef Attribute,
                              unsigned &Index) {
  if (!E.has(Attribute))
    return true;
  unsigned N;
  if (StringRef(E.attribute(Attribute)).getAsInteger(10, N) || N == 0 ||
      N > 255)
    return error(File, E.line(),
                 "'" + Attribute +
                     "' must be the number of an argument, from "
                     "1, and is '" +
                     E.attribute(Attribute) + "'");
  Index = N - 1;
  return true;
}

/// "malloc:1", "malloc" and "calloc:1,2" tell the size in bytes.
void CppcheckImporter::bufferSize(XmlElement E, FunctionText &Text) {
  std::string Value = E.attribute("buffer-size");
  auto [Kind, Args] = StringRef(Value).split(':');
  auto [First, Second] = Args.split(',');
  unsigned A = 1, B = 2;
  if ((!First.empty() && First.getAsInteger(10, A)) ||
      (!Second.empty() && Second.getAsInteger(10, B)) || A == 0 || B == 0)
    return;
  if (Kind == "malloc") {
    Text.Size = A - 1;
  } else if (Kind == "calloc") {
    Text.Count = A - 1;
    Text.Size = B - 1;
  }
}

/// Adds \p Text for \p Name; false if something else is said of it already.
bool CppcheckImporter::describe(const std::string &Name,
                                const FunctionText &Text) {
  if (!isName(Name)) {
    ++LeftOut[NoName];
    return false;
  }
  auto [It, New] = Out.Functions.insert({Name, Text});
  if (!New && It->second.keys("") != Text.keys("")) {
    ++LeftOut[Twice];
    return false;
  }
  return true;
}

bool CppcheckImporter::acquirer(XmlElement E, StringRef Family) {
  FunctionText Text;
  std::string Fam = Family.str();
  bufferSize(E, Text);
  if (E.name() == "use") {
    Text.RestKeeps = true;
  } else if (E.name() == "realloc") {
    unsigned Arg = 0;
    if (!number(E, "realloc-arg", Arg))
      return false;
    Text.Returns = "owned " + Fam;
    Text.Args[Arg] = "resizes " + Fam;
  } else {
    unsigned Arg = 0;
    if (!number(E, "arg", Arg))
      return false;
    if (E.has("arg"))
      Text.Args[Arg] = "out " + Fam;
    else
      Text.Returns = "owned " + Fam;
  }
  describe(E.text(), Text);
  return true;
}

bool CppcheckImporter::group(XmlElement Group) {
  bool Memory = Group.name() == "memory";
  FamilyText Like;
  Like.Noun = Memory ? "memory" : "a resource";
  Like.Type = Memory ? "pointer" : "";
  std::string Family;
  for (XmlElement E : Group.children()) {
    if (E.name() != "alloc" && E.name() != "dealloc" && E.name() != "realloc" &&
        E.name() != "use")
      return error(File, E.line(),
                   "unknown element <" + E.name() + "> in <" + Group.name() +
                       ">; known are alloc, realloc, dealloc and use");
    if (E.text().empty())
      return error(File, E.line(), "this <" + E.name() + "> names no function");
    if (E.name() != "dealloc" || !isName(E.text()))
      continue;
    Like.Release.push_back(E.text());
    auto Before = FamilyOf.find(E.text());
    if (Before != FamilyOf.end() && Family.empty())
      Family = Before->second;
  }
  if (Like.Release.empty()) {
    ++LeftOut[NoDealloc];
    return true;
  }
  if (Family.empty())
    Family = family(Like.Release.front(), Like);
  auto Declared = Out.Families.find(Family);
  for (XmlElement E : Group.children()) {
    if (E.name() != "dealloc") {
      if (!acquirer(E, Family))
        return false;
      continue;
    }
    unsigned Arg = 0;
    if (!number(E, "arg", Arg))
      return false;
    FunctionText Text;
    Text.Args[Arg] = "releases " + Family;
    if (!describe(E.text(), Text))
      continue;
    FamilyOf.insert({E.text(), Family});
    if (Declared != Out.Families.end() &&
        !llvm::is_contained(Declared->second.Release, E.text()))
      Declared->second.Release.push_back(E.text());
  }
  return true;
}

void CppcheckImporter::finish() {
  for (const auto &F : LeakIgnored)
    Out.Functions.insert({F.first, FunctionText()});
}

} // namespace

std::unique_ptr<Importer> makeCppcheckImporter(const ModelLibrary &Known,
                                               const ErrorHandler &OnError) {
  return std::make_unique<CppcheckImporter>(Known, OnError);
}

} // namespace custody
