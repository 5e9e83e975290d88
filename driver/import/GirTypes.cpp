//===- GirTypes.cpp - How the types of GIR files are released -------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/import/GirTypes.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace custody {

/// No chain of parents or aliases is longer; a broken file may have a circle.
constexpr unsigned MaxChain = 64;

std::string girQualified(StringRef Name, StringRef Namespace) {
  return Name.contains('.') ? Name.str() : (Namespace + "." + Name).str();
}

SmallVector<XmlElement, 8> girParameters(XmlElement Callable) {
  SmallVector<XmlElement, 8> Result;
  if (XmlElement List = Callable.child("parameters"))
    for (XmlElement P : List.children())
      if (P.name() == "instance-parameter" || P.name() == "parameter")
        Result.push_back(P);
  return Result;
}

//===----------------------------------------------------------------------===//
// Files
//===----------------------------------------------------------------------===//

const XmlDocument *GirTypes::add(StringRef Path) {
  XmlDocument Doc;
  if (!Doc.read(Path, OnError))
    return nullptr;
  ModelError E;
  E.File = Path.str();
  E.Line = Doc.root().line();
  E.Column = 1;
  XmlElement Namespace = Doc.root().child("namespace");
  if (Doc.root().name() != "repository" || !Namespace) {
    E.Message = "this is no GIR file: it should be a <repository> with a "
                "<namespace> in it, and is <" +
                Doc.root().name().str() + ">";
    OnError(E);
    return nullptr;
  }
  if (Namespace.attribute("name").empty()) {
    E.Line = Namespace.line();
    E.Message = "this <namespace> has no 'name'";
    OnError(E);
    return nullptr;
  }
  std::string Key =
      Namespace.attribute("name") + "-" + Namespace.attribute("version");
  // The files that it includes are most often its neighbours.
  std::string Folder = sys::path::parent_path(Path).str();
  if (Folder.empty())
    Folder = ".";
  if (!llvm::is_contained(Folders, Folder))
    Folders.insert(Folders.begin(), Folder);
  auto [It, New] = Documents.insert({Key, std::move(Doc)});
  if (New) {
    index(It->second);
    includes(It->second);
  }
  return &It->second;
}

void GirTypes::index(const XmlDocument &Doc) {
  XmlElement Namespace = Doc.root().child("namespace");
  std::string Name = Namespace.attribute("name");
  for (XmlElement T : Namespace.children())
    if (StringSwitch<bool>(T.name())
            .Case("class", true)
            .Case("interface", true)
            .Case("record", true)
            .Case("union", true)
            .Case("alias", true)
            .Case("enumeration", true)
            .Case("bitfield", true)
            .Case("callback", true)
            .Case("boxed", true)
            .Default(false))
      Types.try_emplace(
          Name + "." + T.attribute(T.name() == "boxed" ? "glib:name" : "name"),
          T);
}

void GirTypes::includes(const XmlDocument &Doc) {
  // <c:include> names a header and has no version.
  for (XmlElement I : Doc.root().children("include"))
    if (I.has("version"))
      include(I.attribute("name"), I.attribute("version"));
}

void GirTypes::include(StringRef Name, StringRef Version) {
  std::string Key = (Name + "-" + Version).str();
  if (Documents.count(Key) || Missing.count(Key))
    return;
  for (const std::string &Folder : Folders) {
    SmallString<128> Path = StringRef(Folder);
    sys::path::append(Path, Key + ".gir");
    if (!sys::fs::exists(Path))
      continue;
    XmlDocument Doc;
    if (!Doc.read(Path, OnError) || !Doc.root().child("namespace"))
      break;
    const XmlDocument &Kept =
        Documents.insert({Key, std::move(Doc)}).first->second;
    index(Kept);
    includes(Kept);
    return;
  }
  Missing[Key] = true;
}

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

bool GirTypes::derivesFrom(StringRef Qualified, StringRef Base) const {
  std::string Name = Qualified.str();
  for (unsigned I = 0; I != MaxChain; ++I) {
    if (Name == Base)
      return true;
    auto It = Types.find(Name);
    if (It == Types.end() || !It->second.has("parent"))
      return false;
    Name = girQualified(It->second.attribute("parent"),
                        StringRef(Name).split('.').first);
  }
  return false;
}

std::string GirTypes::inherited(StringRef Qualified,
                                StringRef Attribute) const {
  std::string Name = Qualified.str();
  for (unsigned I = 0; I != MaxChain; ++I) {
    auto It = Types.find(Name);
    if (It == Types.end())
      break;
    if (It->second.has(Attribute))
      return It->second.attribute(Attribute);
    if (!It->second.has("parent"))
      break;
    Name = girQualified(It->second.attribute("parent"),
                        StringRef(Name).split('.').first);
  }
  return "";
}

std::string GirTypes::releaserOf(XmlElement Type, StringRef Namespace) const {
  for (StringRef Attribute : {"free-function", "glib:free-function"})
    if (Type.has(Attribute))
      return Type.attribute(Attribute);
  for (StringRef Name : {"unref", "free"})
    for (XmlElement M : Type.children()) {
      if ((M.name() != "method" && M.name() != "function") ||
          M.attribute("name") != Name)
        continue;
      auto Params = girParameters(M);
      std::string Function = M.attribute("c:identifier");
      if (Params.empty() || Function.empty())
        continue;
      if (M.name() == "function") {
        // `g_hash_table_unref` is no method, but takes what one would.
        XmlElement T = Params[0].child("type");
        if (!T || girQualified(T.attribute("name"), Namespace) !=
                      girQualified(Type.attribute("name"), Namespace))
          continue;
      }
      if (Params.size() == 1 || ReleasesFirstArgument(Function))
        return Function;
    }
  return "";
}

/// The noun for a value of the type \p Name, which begins like a name.
static std::string nounFor(StringRef Name) {
  bool Vowel = StringRef("AEIOUaeiou").contains(Name.take_front());
  return (Vowel ? "an '" : "a '") + Name.str() + "'";
}

GirRelease GirTypes::releaseOfNamed(StringRef Qualified) const {
  GirRelease R;
  if (Qualified == "GLib.List" || Qualified == "GLib.SList") {
    R.Kind = GirRelease::List;
    return R;
  }
  auto It = Types.find(Qualified);
  if (It == Types.end())
    return R;
  XmlElement T = It->second;
  StringRef Namespace = Qualified.split('.').first, Kind = T.name();
  if (Kind == "enumeration" || Kind == "bitfield" || Kind == "callback") {
    R.Kind = GirRelease::NoPointer;
    return R;
  }
  R.Name = T.attribute("c:type");
  if (R.Name.empty())
    R.Name = T.attribute("glib:type-name");
  if (Kind == "class") {
    R.Releaser = inherited(Qualified, "glib:unref-func");
    if (derivesFrom(Qualified, "GObject.Object")) {
      R.Releaser = "g_object_unref";
      R.Name = "GObject";
    }
    R.Counted = true;
  } else if (Kind == "interface") {
    // What implements it is a GObject unless it asks for something else.
    bool Object = true;
    for (XmlElement P : T.children("prerequisite")) {
      std::string Name = girQualified(P.attribute("name"), Namespace);
      auto Class = Types.find(Name);
      if (Class != Types.end() && Class->second.name() == "class")
        Object &= derivesFrom(Name, "GObject.Object");
    }
    if (Object) {
      R.Releaser = "g_object_unref";
      R.Name = "GObject";
    }
    R.Counted = true;
  } else if (Kind == "record" || Kind == "union" || Kind == "boxed") {
    R.Releaser = releaserOf(T, Namespace);
    R.Counted = StringRef(R.Releaser).contains("unref");
  }
  if (!R.Releaser.empty() && !R.Name.empty()) {
    R.Kind = GirRelease::Known;
    R.Noun = R.Name == "GObject" ? "an object" : nounFor(R.Name);
  }
  return R;
}

static GirRelease memory(StringRef Releaser, StringRef Name, StringRef Noun) {
  GirRelease R;
  R.Kind = GirRelease::Known;
  R.Releaser = Releaser.str();
  R.Name = Name.str();
  R.Noun = Noun.str();
  return R;
}

/// The number of pointers in a C type: 1 for "gchar*" and "gpointer".
static unsigned depth(StringRef CType) {
  unsigned N = CType.count('*');
  for (StringRef Pointer : {"gpointer", "gconstpointer"})
    N += CType.contains(Pointer);
  return N;
}

GirRelease GirTypes::release(XmlElement Holder, StringRef Namespace, bool Full,
                             bool Out) const {
  GirRelease R;
  auto IsText = [](XmlElement Type) {
    std::string Name = Type ? Type.attribute("name") : "";
    return Name == "utf8" || Name == "filename";
  };
  if (XmlElement Array = Holder.child("array")) {
    if (Array.has("name"))
      return releaseOfNamed(girQualified(Array.attribute("name"), Namespace));
    std::string CType = Array.attribute("c:type");
    if (!CType.empty() && depth(CType) < (Out ? 2u : 1u))
      return R;
    // The array's own memory is g_free's. Elements go with g_strfreev, or are
    // no business of whoever frees the array alone.
    bool Ends = Array.has("zero-terminated")
                    ? Array.attribute("zero-terminated") == "1"
                    : !Array.has("fixed-size");
    if (Full && Ends && IsText(Array.child("type")))
      return memory("g_strfreev", "g_strv", "a string array");
    return memory("g_free", "g_malloc", "memory");
  }
  XmlElement Type = Holder.child("type");
  if (!Type)
    return R;
  std::string Name = Type.attribute("name"), CType = Type.attribute("c:type");
  if (IsText(Type)) {
    R = memory("g_free", "g_malloc", "memory");
    R.ConstText = StringRef(CType).contains("const");
    if (!CType.empty() && depth(CType) != (Out ? 2u : 1u))
      R.Kind = GirRelease::Unknown;
    return R;
  }
  // An alias stands for what it names.
  std::string Qualified = girQualified(Name, Namespace);
  for (unsigned I = 0; I != MaxChain; ++I) {
    auto It = Types.find(Qualified);
    if (It == Types.end() || It->second.name() != "alias" ||
        !It->second.child("type"))
      break;
    std::string Target = It->second.child("type").attribute("name");
    if (!Types.count(
            girQualified(Target, StringRef(Qualified).split('.').first)))
      break;
    Qualified = girQualified(Target, StringRef(Qualified).split('.').first);
  }
  if (Types.count(Qualified) || Qualified == "GLib.List" ||
      Qualified == "GLib.SList") {
    R = releaseOfNamed(Qualified);
    // A pointer that hides behind a typedef, or a struct by value.
    unsigned Depth = depth(CType);
    if (R.Kind == GirRelease::Known && !CType.empty() &&
        Depth != (Out ? 2u : 1u) && !StringRef(CType).contains("gpointer"))
      R.Kind = Depth ? GirRelease::Unknown : GirRelease::NoPointer;
    R.ConstText = false;
    return R;
  }
  if (!CType.empty() && depth(CType) == 0)
    R.Kind = GirRelease::NoPointer;
  return R;
}

} // namespace custody
