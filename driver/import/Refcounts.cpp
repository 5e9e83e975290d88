//===- Refcounts.cpp - Import of CPython's refcounts.dat ------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One line for each result and parameter of CPython's C API:
//
//   PyList_New:PyObject*::+1:
//   PyList_New:Py_ssize_t:len::
//
// The effect on a parameter says what happens to its count, not whether the
// caller still owns a reference: a reference that PyList_SetItem steals is
// recorded as 0, as one that is only looked at. What may steal is therefore
// said to keep.
//
//===----------------------------------------------------------------------===//

#include "driver/import/Importer.h"
#include "model/NameWords.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace custody {
namespace {

/// One of these in a name says that an argument may change hands.
const StringRef StealingWords[] = {"Set",  "SET",  "Add",     "Steal",
                                   "Push", "Init", "Restore", "Swap"};

const char *const Unclear = "arguments whose count goes down, which may be the "
                            "function's own reference";

class RefcountsImporter : public Importer {
public:
  using Importer::Importer;
  bool read(StringRef Path) override;

private:
  /// The lines of one function.
  struct Block {
    unsigned Line = 0;
    std::string Result, Effect; ///< Type and effect of what it returns.
    struct Param {
      std::string Type, Effect;
    };
    std::vector<Param> Params;
    bool Variadic = false;
  };
  void add(const std::string &Name, const Block &B);
};

void RefcountsImporter::add(const std::string &Name, const Block &B) {
  FamilyText Like;
  Like.Noun = "an object";
  Like.Release = {"Py_DECREF", "Py_XDECREF"};
  Like.Kind = "refcounted";
  Like.Type = "pointer";
  std::string Fam = family("PyObject", Like);
  FunctionText Text;
  Text.Params = B.Params.size();
  Text.RestKeeps = B.Variadic;
  if (B.Effect == "+1")
    Text.Returns = "owned " + Fam;
  bool MaySteal = false;
  SplitName Words(Name);
  for (unsigned I = 0, E = Words.Words.size(); I != E; ++I)
    MaySteal |= llvm::is_contained(StealingWords, Words.word(I));
  bool Void = B.Result == "void", Says = !Text.Returns.empty();
  for (unsigned I = 0; I != B.Params.size(); ++I) {
    StringRef Type = B.Params[I].Type, Effect = B.Params[I].Effect;
    std::string &Said = Text.Args[I];
    if (Effect.empty()) {
      // No object; a pointer to anything may be kept.
      bool MayKeep = Type.contains('*') && !Type.contains("const");
      Said = MayKeep ? "keeps" : B.Variadic ? "uses" : "";
    } else if (Effect == "-1") {
      // Py_DECREF, Py_XDECREF and Py_CLEAR give back the caller's reference.
      if (StringRef(Name).contains("DECREF") ||
          StringRef(Name).contains("CLEAR")) {
        Said = "releases " + Fam;
        Says = true;
      } else {
        Said = "keeps";
        ++LeftOut[Unclear];
      }
    } else if (Effect == "+1" && Void && B.Params.size() == 1) {
      Said = "retains " + Fam;
      Says = true;
    } else if (Effect == "0" && MaySteal) {
      Said = "keeps";
    } else {
      Said = B.Variadic ? "uses" : "";
      Says = true;
    }
    if (Said.empty())
      Text.Args.erase(I);
  }
  if (Says)
    Out.Functions[Name] = Text;
}

bool RefcountsImporter::read(StringRef Path) {
  if (sys::fs::is_directory(Path))
    return error(Path, 0,
                 "cannot read it: it is a folder; name the file in it");
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return error(Path, 0, "cannot read it: " + Buffer.getError().message());
  Out.Library = "cpython-refcounts";
  Out.Debian = {"python3-dev"};
  Out.PkgConfig = {"python3"};
  Out.Includes = {"Python.h"};
  std::map<std::string, Block> Blocks;
  StringRef Rest = (*Buffer)->getBuffer();
  for (unsigned Line = 1; !Rest.empty(); ++Line) {
    StringRef Text;
    std::tie(Text, Rest) = Rest.split('\n');
    Text = Text.trim();
    if (Text.empty() || Text.front() == '#')
      continue;
    SmallVector<StringRef, 5> Fields;
    // The comment, the last field, may have colons of its own.
    Text.split(Fields, ':', 4);
    if (Fields.size() < 4)
      return error(Path, Line,
                   "this line has " + Twine(Fields.size()) +
                       " fields; one reads "
                       "'function:type:parameter:effect:comment'");
    std::string Name = Fields[0].trim().str();
    StringRef Type = Fields[1].trim(), Param = Fields[2].trim(),
              Effect = Fields[3].trim();
    if (Name.empty() || Name.find(' ') != std::string::npos)
      return error(Path, Line, "this line does not begin with a function");
    if (!Effect.empty() && Effect != "0" && Effect != "+1" && Effect != "-1" &&
        Effect != "null")
      return error(Path, Line,
                   "unknown effect '" + Effect +
                       "'; known are 0, +1, -1, null and nothing");
    Block &B = Blocks[Name];
    if (!B.Line)
      B.Line = Line;
    if (Type == "..." || Param == "...") {
      B.Variadic = true;
    } else if (Param == "void") {
      // No parameters.
    } else if (Param.empty()) {
      if (!B.Result.empty())
        return error(Path, Line,
                     "'" + Name + "' has a second result; its first line is " +
                         Twine(B.Line));
      B.Result = Type.str();
      B.Effect = Effect.str();
    } else {
      B.Params.push_back({Type.str(), Effect.str()});
    }
  }
  if (Blocks.empty())
    return error(Path, 0, "this is no refcounts.dat: it describes no function");
  for (const auto &[Name, B] : Blocks)
    add(Name, B);
  return true;
}

} // namespace

std::unique_ptr<Importer> makeRefcountsImporter(const ModelLibrary &Known,
                                                const ErrorHandler &OnError) {
  return std::make_unique<RefcountsImporter>(Known, OnError);
}

} // namespace custody
