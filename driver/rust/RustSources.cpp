//===- RustSources.cpp - What only the Rust source tells ------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/rust/RustSources.h"
#include "driver/Compat.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace custody::rust {

std::string RustSources::absolute(StringRef File) const {
  SmallString<256> Path(File);
  if (!sys::path::is_absolute(Path)) {
    Path = Folder;
    sys::path::append(Path, File);
  }
  sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  return Path.str().str();
}

const std::vector<std::string> &RustSources::lines(StringRef File) {
  auto [It, New] = Files.try_emplace(File.str());
  if (!New)
    return It->second;
  if (auto Buffer = MemoryBuffer::getFile(absolute(File))) {
    StringRef Text = (*Buffer)->getBuffer();
    while (!Text.empty()) {
      StringRef Line;
      std::tie(Line, Text) = Text.split('\n');
      It->second.push_back(Line.rtrim('\r').str());
    }
  }
  return It->second;
}

/// The last segment of a path in the source, without arguments.
static std::string lastName(StringRef T) {
  T = T.trim();
  T.consume_front("mut ");
  T = T.take_front(std::min(T.find('<'), T.size())).trim();
  size_t At = T.rfind("::");
  return (At == StringRef::npos ? T : T.substr(At + 2)).trim().str();
}

Impl RustSources::implAt(StringRef At) {
  Impl Out;
  // "file:6:1: 6:7"
  size_t Gap = At.rfind(": ");
  if (Gap == StringRef::npos)
    return Out;
  auto [Rest, Column] = At.take_front(Gap).rsplit(':');
  auto [File, Line] = Rest.rsplit(':');
  unsigned L, C;
  if (Line.getAsInteger(10, L) || Column.getAsInteger(10, C))
    return Out;
  const std::vector<std::string> &Text = lines(File);
  if (L == 0 || L > Text.size() || C == 0 || C > Text[L - 1].size() + 1)
    return Out;
  std::string Head = Text[L - 1].substr(C - 1);
  for (size_t I = L;
       I < Text.size() && I < L + 12 && Head.find('{') == std::string::npos;
       ++I)
    Head += " " + Text[I];
  StringRef H = Head;
  H = H.ltrim();
  if (H.consume_front("unsafe "))
    H = H.ltrim();
  if (!H.consume_front("impl")) {
    // #[derive(Clone)]: the word is the trait, the item follows.
    if (!StringRef(Text[L - 1]).contains("derive") && L >= 2 &&
        !StringRef(Text[L - 2]).contains("derive"))
      return Out;
    Out.Trait = H.take_while([](char X) {
                   return isAlnum(X) || X == '_' || X == ':';
                 }).str();
    Out.Trait = lastName(Out.Trait);
    for (size_t I = L - 1; I < Text.size() && I < L + 40; ++I)
      for (StringRef Word : {"struct ", "enum ", "union "}) {
        size_t Where = StringRef(Text[I]).find(Word);
        StringRef Before = StringRef(Text[I])
                               .take_front(Where == StringRef::npos ? 0 : Where)
                               .trim();
        if (Where == StringRef::npos || compat::startsWith(Before, "//") ||
            compat::startsWith(Before, "#"))
          continue;
        Out.Type =
            StringRef(Text[I])
                .substr(Where + Word.size())
                .ltrim()
                .take_while([](char X) { return isAlnum(X) || X == '_'; })
                .str();
        return Out;
      }
    return Out;
  }
  H = H.ltrim();
  if (compat::startsWith(H, "<"))
    H = H.substr(std::min(findOutside(H, ">", 1) + 1, H.size())).ltrim();
  H.consume_front("const ");
  H = H.take_front(findOutside(H, "{"));
  if (size_t Where = H.find(" where "); Where != StringRef::npos)
    H = H.take_front(Where);
  size_t For = H.find(" for ");
  if (For != StringRef::npos) {
    Out.Trait = lastName(H.take_front(For));
    H = H.substr(For + 5);
  }
  Out.Type = lastName(H);
  return Out;
}

std::string RustSources::exportName(StringRef Path, const Span &Result) {
  if (!Result.Line)
    return "";
  size_t Colons = Path.rfind("::");
  StringRef Name = Colons == StringRef::npos ? Path : Path.substr(Colons + 2);
  const std::vector<std::string> &Text = lines(Result.File);
  std::string Head = "fn " + Name.str();
  size_t At = std::min<size_t>(Result.Line, Text.size());
  for (size_t Back = 0; At > 0 && Back < 40; ++Back, --At) {
    size_t Where = Text[At - 1].find(Head);
    if (Where == std::string::npos)
      continue;
    // Attributes stand on the lines above, or before it.
    for (size_t I = At; I > 0 && I + 12 > At; --I) {
      StringRef L = StringRef(Text[I - 1]).trim();
      if (I == At)
        L = StringRef(Text[I - 1]).take_front(Where).trim();
      else if (!compat::startsWith(L, "#") && !compat::startsWith(L, "//") &&
               !L.empty())
        return "";
      if (compat::startsWith(L, "//"))
        continue;
      if (size_t E = L.find("export_name"); E != StringRef::npos) {
        StringRef Given = L.substr(E).split('"').second.split('"').first;
        if (!Given.empty())
          return Given.str();
      }
      if (L.contains("no_mangle"))
        return Name.str();
    }
    return "";
  }
  return "";
}

std::string RustSources::discriminant(StringRef Path, StringRef Variant) {
  size_t Colons = Path.rfind("::");
  StringRef Name = Colons == StringRef::npos ? Path : Path.substr(Colons + 2);
  auto At = Enums.find(Name.str());
  if (At == Enums.end())
    return "";
  auto V = At->second.find(Variant.str());
  return V == At->second.end() ? "" : V->second;
}

/// The text of a file without comments, in one line.
static std::string plain(const std::vector<std::string> &Lines) {
  std::string Out;
  for (StringRef L : Lines) {
    size_t Slashes = L.find("//");
    Out += L.take_front(Slashes == StringRef::npos ? L.size() : Slashes).str();
    Out += '\n';
  }
  return Out;
}

void RustSources::scan(StringRef File) {
  if (Files.count(File.str()))
    return;
  std::string All = plain(lines(File));
  StringRef T = All;
  for (size_t At = T.find("enum "); At != StringRef::npos;
       At = T.find("enum ", At + 5)) {
    if (At > 0 && (isAlnum(T[At - 1]) || T[At - 1] == '_'))
      continue;
    StringRef Rest = T.substr(At + 5);
    StringRef Name =
        Rest.take_while([](char C) { return isAlnum(C) || C == '_'; });
    size_t Open = Rest.find_first_of("{;");
    if (Name.empty() || Open == StringRef::npos || Rest[Open] != '{')
      continue;
    size_t Close = findOutside(Rest, "}", Open + 1);
    long Next = 0;
    bool Known = true, Again = Enums.count(Name.str());
    auto &Variants = Enums[Name.str()];
    if (Again) { // Which of the two is meant cannot be told.
      Variants.clear();
      continue;
    }
    for (const std::string &Part : splitList(Rest.slice(Open + 1, Close))) {
      StringRef V = StringRef(Part).trim();
      while (compat::startsWith(V, "#")) {
        size_t End = findOutside(V, "]", V.find('[') + 1);
        V = V.substr(std::min(End + 1, V.size())).ltrim();
      }
      StringRef VName =
          V.take_while([](char C) { return isAlnum(C) || C == '_'; });
      if (VName.empty())
        continue;
      auto [Left, Value] = V.split('=');
      if (!Value.empty() && !Left.contains('{') && !Left.contains('(')) {
        Value = Value.trim();
        Known = !Value.getAsInteger(0, Next);
      }
      if (Known)
        Variants[VName.str()] = itostr(Next++);
    }
  }
}

} // namespace custody::rust
