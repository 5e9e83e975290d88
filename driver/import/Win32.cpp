//===- Win32.cpp - Import of Win32 metadata's autoTypes.json --------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The file lists the handle types of Windows, each with the function that
// closes it:
//
//   {"Name": "HKEY", "ValueType": "DECLARE_HANDLE", "CloseApi": "RegCloseKey",
//    "InvalidHandleValues": [-1, 0]}
//
// It does not say which functions open one, nor which argument of a function
// with several is the handle, so only closers with one parameter are said to
// close.
//
//===----------------------------------------------------------------------===//

#include "driver/import/Importer.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace custody {
namespace {

class Win32Importer : public Importer {
public:
  using Importer::Importer;
  bool read(StringRef Path) override;
};

/// The line on which each entry of the array begins that \p Text is; the parser
/// keeps no places.
std::vector<unsigned> linesOfEntries(StringRef Text) {
  std::vector<unsigned> Lines;
  unsigned Line = 1, Depth = 0;
  bool Quoted = false, Awaited = false;
  for (size_t I = 0; I != Text.size(); ++I) {
    char C = Text[I];
    Line += C == '\n';
    if (Quoted) {
      I += C == '\\';
      Quoted = C != '"';
      continue;
    }
    if (C <= ' ')
      continue;
    if (Awaited && C != ']')
      Lines.push_back(Line);
    Awaited = (C == '[' && Depth == 0) || (C == ',' && Depth == 1);
    Quoted = C == '"';
    Depth += C == '[' || C == '{';
    Depth -= C == ']' || C == '}';
  }
  return Lines;
}

/// "pointer" or "integer", empty where Windows' headers may have either.
std::string valueType(StringRef Type) {
  if (Type == "DECLARE_HANDLE" || Type.contains('*'))
    return "pointer";
  for (StringRef Integer : {"int", "uint", "long", "ulong", "short", "ushort"})
    if (Type == Integer)
      return "integer";
  return "";
}

/// "invalid: -1, 0" for a comment.
std::string invalidValues(const json::Object &Entry) {
  std::string Text;
  if (const json::Array *Values = Entry.getArray("InvalidHandleValues"))
    for (const json::Value &V : *Values)
      if (auto N = V.getAsInteger())
        Text += (Text.empty() ? "invalid: " : ", ") + std::to_string(*N);
  return Text;
}

bool Win32Importer::read(StringRef Path) {
  if (sys::fs::is_directory(Path))
    return error(Path, 0,
                 "cannot read it: it is a folder; name the file in it");
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return error(Path, 0, "cannot read it: " + Buffer.getError().message());
  StringRef Text = (*Buffer)->getBuffer();
  Text.consume_front("\xef\xbb\xbf");
  Expected<json::Value> Parsed = json::parse(Text);
  if (!Parsed) {
    // "[LINE:COLUMN, byte=N]: what"
    std::string Why = toString(Parsed.takeError());
    auto [Place, Message] = StringRef(Why).split("]: ");
    unsigned Line = 0, Column = 1;
    if (Place.consume_front("[") && !Place.consumeInteger(10, Line) &&
        Place.consume_front(":"))
      Place.consumeInteger(10, Column);
    return error(Path, Line,
                 "this is not valid JSON: " + (Message.empty() ? Why : Message),
                 Column);
  }
  const json::Array *Entries = Parsed->getAsArray();
  if (!Entries)
    return error(Path, 1,
                 "this is no autoTypes.json: it should be a list of types");
  Out.Library = "win32-metadata";
  Out.NoHeaders = "Windows";
  std::vector<unsigned> Lines = linesOfEntries(Text);
  for (size_t I = 0; I != Entries->size(); ++I) {
    unsigned Line = I < Lines.size() ? Lines[I] : 0;
    const json::Object *Entry = (*Entries)[I].getAsObject();
    if (!Entry)
      return error(Path, Line, "each type must be an object in braces");
    auto Name = Entry->getString("Name");
    if (!Name || Name->empty())
      return error(Path, Line, "this type has no 'Name'");
    const json::Value *Close = Entry->get("CloseApi");
    if (!Close) {
      ++LeftOut["types without a closing function"];
      continue;
    }
    auto Closer = Close->getAsString();
    if (!Closer || Closer->empty() || Closer->contains(' '))
      return error(Path, Line,
                   "the 'CloseApi' of '" + *Name +
                       "' must be the name of a function");
    auto Value = Entry->getString("ValueType");
    FamilyText Like;
    Like.Noun = "a handle";
    Like.Release = {Closer->str()};
    Like.Type = Value ? valueType(*Value) : "";
    Like.Comment = invalidValues(*Entry);
    FunctionText &F = Out.Functions[Closer->str()];
    if (!F.Args.empty())
      continue; // Several types, one closing function: one family.
    F.Params = 1;
    F.Args[0] = "releases " + family(*Name, Like);
  }
  return true;
}

} // namespace

std::unique_ptr<Importer> makeWin32Importer(const ModelLibrary &Known,
                                            const ErrorHandler &OnError) {
  return std::make_unique<Win32Importer>(Known, OnError);
}

} // namespace custody
