//===- Plist.cpp - What clang's analyzer wrote ----------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A property list is XML in which a dictionary is a row of <key> and value in
// turn. The path's "control" pieces, the arrows between statements, are left
// out: the events say all that a person acts on.
//
//===----------------------------------------------------------------------===//

#include "driver/check/Plist.h"
#include "driver/Compat.h"
#include "driver/check/Bytes.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"
#include <libxml/parser.h>
#include <libxml/tree.h>

using namespace llvm;

namespace custody {

namespace {

bool isNamed(const xmlNode *N, const char *Name) {
  return N->type == XML_ELEMENT_NODE &&
         StringRef(reinterpret_cast<const char *>(N->name)) == Name;
}

/// The next element, \p N itself if it is one.
const xmlNode *element(const xmlNode *N) {
  while (N && N->type != XML_ELEMENT_NODE)
    N = N->next;
  return N;
}

std::string text(const xmlNode *N) {
  if (!N)
    return "";
  xmlChar *Content = xmlNodeGetContent(N);
  std::string Text = Content ? reinterpret_cast<const char *>(Content) : "";
  xmlFree(Content);
  return Text;
}

/// The value of \p Key in the dictionary \p Dict, or null.
const xmlNode *value(const xmlNode *Dict, const char *Key) {
  if (!Dict)
    return nullptr;
  for (const xmlNode *N = element(Dict->children); N; N = element(N->next))
    if (isNamed(N, "key") && text(N) == Key)
      return element(N->next);
  return nullptr;
}

unsigned number(const xmlNode *N) {
  unsigned Value = 0;
  StringRef(text(N)).getAsInteger(10, Value);
  return Value;
}

template <class Fn> void eachElement(const xmlNode *Array, Fn See) {
  if (Array)
    for (const xmlNode *N = element(Array->children); N; N = element(N->next))
      See(N);
}

class PlistReader {
public:
  PlistReader(const xmlNode *Root, StringRef Directory) {
    eachElement(value(Root, "files"), [&](const xmlNode *N) {
      SmallString<256> Path(toBytes(text(N)));
      compat::makeAbsolute(Directory, Path);
      sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
      Files.push_back(Path.str().str());
    });
  }

  void issue(const xmlNode *Dict, std::vector<Issue> &Issues) const {
    std::string Checker = text(value(Dict, "check_name"));
    StringRef Rule = Checker;
    if (!Rule.consume_front("custody."))
      return;
    Issue I;
    I.Rule = Rule.str();
    I.Message = text(value(Dict, "description"));
    I.Where = place(value(Dict, "location"));
    if (text(value(Dict, "issue_context_kind")) != "declaration")
      I.Function = text(value(Dict, "issue_context"));
    I.ClangHash = text(value(Dict, "issue_hash_content_of_line_in_context"));
    // The category ends with the families, as rules/Reporter.cpp puts it.
    I.Families =
        StringRef(text(value(Dict, "category"))).split(": ").second.str();
    eachElement(value(Dict, "path"), [&](const xmlNode *Piece) {
      if (text(value(Piece, "kind")) == "event")
        I.Steps.push_back(step(Piece));
    });
    // The last station is the defect, and knows how far it reaches.
    if (!I.Steps.empty()) {
      const Place &Last = I.Steps.back().Where;
      if (Last.File == I.Where.File && Last.Line == I.Where.Line &&
          Last.Column == I.Where.Column)
        I.Where = Last;
    }
    for (const Step &S : I.Steps)
      if (StringRef(S.Text).find("inferred from ") != StringRef::npos)
        I.Sure = Confidence::Low;
    Issues.push_back(std::move(I));
  }

private:
  std::vector<std::string> Files;

  Place place(const xmlNode *Location) const {
    Place P;
    size_t File = number(value(Location, "file"));
    P.File = File < Files.size() ? Files[File] : "";
    P.Line = number(value(Location, "line"));
    P.Column = number(value(Location, "col"));
    return P;
  }

  Step step(const xmlNode *Piece) const {
    Step S;
    S.Where = place(value(Piece, "location"));
    S.Depth = number(value(Piece, "depth"));
    S.Text = text(value(Piece, "message"));
    // A range is a pair of places; the one that begins where the piece stands
    // says how far it reaches.
    eachElement(value(Piece, "ranges"), [&](const xmlNode *Range) {
      const xmlNode *Begin = element(Range->children);
      const xmlNode *End = Begin ? element(Begin->next) : nullptr;
      if (!End)
        return;
      Place From = place(Begin), To = place(End);
      if (From.File == S.Where.File && From.Line == S.Where.Line &&
          From.Column == S.Where.Column) {
        S.Where.EndLine = To.Line;
        S.Where.EndColumn = To.Column;
      }
    });
    return S;
  }
};

} // namespace

std::string readPlist(StringRef Text, StringRef Directory,
                      std::vector<Issue> &Issues) {
  // Clang copies file names and identifiers as they are.
  std::string Clean = toText(Text);
  xmlDoc *Document =
      xmlReadMemory(Clean.data(), int(Clean.size()), "report.plist", nullptr,
                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                        XML_PARSE_HUGE);
  if (!Document)
    return "the analyzer's report is not a property list";
  const xmlNode *Plist = xmlDocGetRootElement(Document);
  const xmlNode *Root = Plist ? element(Plist->children) : nullptr;
  std::string Error;
  if (Root && isNamed(Root, "dict")) {
    PlistReader Reader(Root, Directory);
    eachElement(value(Root, "diagnostics"),
                [&](const xmlNode *N) { Reader.issue(N, Issues); });
  } else {
    Error = "the analyzer's report has no content";
  }
  xmlFreeDoc(Document);
  return Error;
}

} // namespace custody
