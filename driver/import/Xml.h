//===- Xml.h - An XML file as a tree with lines -----------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The little that the importers need of libxml2, in LLVM's types.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_IMPORT_XML_H
#define CUSTODY_DRIVER_IMPORT_XML_H

#include "model/ModelError.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include <memory>
#include <string>

struct _xmlDoc;
struct _xmlNode;

namespace custody {

/// An element, valid as long as its document; may be none.
class XmlElement {
public:
  XmlElement() = default;
  explicit XmlElement(_xmlNode *N) : N(N) {}

  explicit operator bool() const { return N; }
  /// The name without its namespace: "return-value".
  llvm::StringRef name() const;
  /// The line on which the element begins, from 1.
  unsigned line() const;
  /// True if there is an attribute \p Name: "transfer-ownership", "c:type".
  bool has(llvm::StringRef Name) const;
  /// Its value, empty if there is none.
  std::string attribute(llvm::StringRef Name) const;
  /// The text inside, without spaces around it.
  std::string text() const;

  /// The elements directly inside, in order.
  llvm::SmallVector<XmlElement, 8> children() const;
  /// Those of them called \p Name.
  llvm::SmallVector<XmlElement, 8> children(llvm::StringRef Name) const;
  /// The first of them called \p Name, or none.
  XmlElement child(llvm::StringRef Name) const;

private:
  _xmlNode *N = nullptr;
};

class XmlDocument {
public:
  XmlDocument() = default;
  XmlDocument(XmlDocument &&);
  ~XmlDocument();

  /// Reads \p Path. False when it cannot be read or is not XML; \p OnError is
  /// told where and why. Nothing that the file refers to is read.
  bool read(llvm::StringRef Path, const ErrorHandler &OnError);

  XmlElement root() const;

private:
  _xmlDoc *Doc = nullptr;
};

} // namespace custody

#endif // CUSTODY_DRIVER_IMPORT_XML_H
