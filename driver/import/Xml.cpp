//===- Xml.cpp - An XML file as a tree with lines -------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/import/Xml.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include <algorithm>
#include <climits>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <utility>

using namespace llvm;

namespace custody {

static StringRef asText(const xmlChar *S) {
  return S ? StringRef(reinterpret_cast<const char *>(S)) : StringRef();
}

/// The attribute of \p N called \p Name, where `c:type` has the prefix c.
static const xmlAttr *attributeOf(const xmlNode *N, StringRef Name) {
  auto [Prefix, Local] = Name.split(':');
  if (Local.empty())
    std::swap(Prefix, Local);
  for (const xmlAttr *A = N->properties; A; A = A->next)
    if (asText(A->name) == Local &&
        (A->ns ? asText(A->ns->prefix) : StringRef()) == Prefix)
      return A;
  return nullptr;
}

StringRef XmlElement::name() const { return asText(N->name); }

unsigned XmlElement::line() const { return xmlGetLineNo(N); }

bool XmlElement::has(StringRef Name) const { return attributeOf(N, Name); }

std::string XmlElement::attribute(StringRef Name) const {
  const xmlAttr *A = attributeOf(N, Name);
  if (!A)
    return "";
  xmlChar *Value = xmlNodeListGetString(N->doc, A->children, 1);
  std::string Result = asText(Value).str();
  xmlFree(Value);
  return Result;
}

std::string XmlElement::text() const {
  xmlChar *Value = xmlNodeGetContent(N);
  std::string Result = asText(Value).trim().str();
  xmlFree(Value);
  return Result;
}

SmallVector<XmlElement, 8> XmlElement::children() const {
  SmallVector<XmlElement, 8> Result;
  for (xmlNode *C = N->children; C; C = C->next)
    if (C->type == XML_ELEMENT_NODE)
      Result.push_back(XmlElement(C));
  return Result;
}

SmallVector<XmlElement, 8> XmlElement::children(StringRef Name) const {
  SmallVector<XmlElement, 8> Result;
  for (XmlElement C : children())
    if (C.name() == Name)
      Result.push_back(C);
  return Result;
}

XmlElement XmlElement::child(StringRef Name) const {
  for (XmlElement C : children())
    if (C.name() == Name)
      return C;
  return XmlElement();
}

XmlDocument::XmlDocument(XmlDocument &&O)
    : Doc(std::exchange(O.Doc, nullptr)) {}

XmlDocument::~XmlDocument() {
  if (Doc)
    xmlFreeDoc(Doc);
}

XmlElement XmlDocument::root() const {
  return XmlElement(xmlDocGetRootElement(Doc));
}

namespace {
struct FirstError {
  int Line = 0, Column = 0;
  std::string Message;
};
} // namespace

bool XmlDocument::read(StringRef Path, const ErrorHandler &OnError) {
  ModelError E;
  E.File = Path.str();
  auto Fail = [&](const Twine &Why) {
    E.Message = Why.str();
    OnError(E);
    return false;
  };
  if (sys::fs::is_directory(Path))
    return Fail("cannot read it: it is a folder; name the files in it");
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return Fail("cannot read it: " + Buffer.getError().message());
  if ((*Buffer)->getBufferSize() > INT_MAX)
    return Fail("cannot read it: it is larger than 2 GB");
  xmlParserCtxt *Context = xmlNewParserCtxt();
  // The parser goes on after the first error and only remembers the last.
  FirstError Error;
  Context->_private = &Error;
  Context->sax->serror = [](void *C, auto *E) {
    auto *First =
        static_cast<FirstError *>(static_cast<xmlParserCtxt *>(C)->_private);
    if (First->Line || E->level < XML_ERR_ERROR)
      return;
    First->Line = std::max(E->line, 1);
    First->Column = std::max(E->int2, 1);
    First->Message =
        asText(reinterpret_cast<const xmlChar *>(E->message)).trim().str();
  };
  // Neither the network nor other files; lines beyond 65,535 exactly.
  Doc = xmlCtxtReadMemory(Context, (*Buffer)->getBufferStart(),
                          (*Buffer)->getBufferSize(), E.File.c_str(), nullptr,
                          XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  bool Right = Doc && xmlDocGetRootElement(Doc);
  if (!Right) {
    E.Line = Error.Line;
    E.Column = Error.Column;
    Fail("this is not valid XML: " +
         (Error.Message.empty() ? "there is nothing in it" : Error.Message));
  }
  xmlFreeParserCtxt(Context);
  return Right;
}

} // namespace custody
