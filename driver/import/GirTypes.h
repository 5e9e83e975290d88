//===- GirTypes.h - How the types of GIR files are released -----*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A GIR file says that a result is the caller's; with what function the caller
// releases it follows from its type: the record's `free` or `unref` method,
// g_object_unref for what derives from GObject, g_free and g_strfreev for
// strings and arrays. Types of other namespaces are read from the GIR files
// that the file includes.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_IMPORT_GIRTYPES_H
#define CUSTODY_DRIVER_IMPORT_GIRTYPES_H

#include "driver/import/Xml.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <functional>
#include <map>
#include <vector>

namespace custody {

/// How a value is released.
struct GirRelease {
  enum KindTy {
    NoPointer, ///< Nothing to release: a number, a callback, a struct by value.
    Unknown,   ///< A pointer, but nobody says what releases it.
    List,      ///< GList, GSList: their head changes with every call.
    Known,
  } Kind = Unknown;
  std::string Releaser; ///< The C function, for Known.
  std::string Name;     ///< For a family: the C type, "g_malloc".
  std::string Noun;
  bool Counted = false;
  /// For results that are only lent: text that nobody may write to.
  bool ConstText = false;
};

class GirTypes {
public:
  GirTypes(const ErrorHandler &OnError, std::vector<std::string> Folders,
           std::function<bool(llvm::StringRef)> ReleasesFirstArgument)
      : OnError(OnError), Folders(std::move(Folders)),
        ReleasesFirstArgument(std::move(ReleasesFirstArgument)) {}

  /// Reads \p Path and all that it includes; null if it cannot be read or is
  /// no GIR file, which the error handler has been told. What it includes may
  /// be missing: see missing().
  const XmlDocument *add(llvm::StringRef Path);

  /// Namespaces that are included and that no folder has: "Gio-2.0".
  const std::map<std::string, bool> &missing() const { return Missing; }

  /// How the value is released that \p Holder, a parameter or return-value of
  /// \p Namespace, passes; \p Full if with all that is in it, \p Out if through
  /// a pointer to it.
  GirRelease release(XmlElement Holder, llvm::StringRef Namespace, bool Full,
                     bool Out) const;

  /// The method of \p Type that releases a value of it, as a C function, or
  /// empty; \p Namespace is its own.
  std::string releaserOf(XmlElement Type, llvm::StringRef Namespace) const;
  GirRelease releaseOfNamed(llvm::StringRef Qualified) const;

private:
  const ErrorHandler &OnError;
  std::vector<std::string> Folders;
  std::function<bool(llvm::StringRef)> ReleasesFirstArgument;
  std::map<std::string, XmlDocument> Documents; ///< By "Gio-2.0" or path.
  std::map<std::string, bool> Missing;
  llvm::StringMap<XmlElement> Types; ///< By "Gio.File".

  void include(llvm::StringRef Name, llvm::StringRef Version);
  void index(const XmlDocument &Doc);
  void includes(const XmlDocument &Doc);
  bool derivesFrom(llvm::StringRef Qualified, llvm::StringRef Base) const;
  std::string inherited(llvm::StringRef Qualified,
                        llvm::StringRef Attribute) const;
};

/// \p Name of \p Namespace, unless it names its namespace itself.
std::string girQualified(llvm::StringRef Name, llvm::StringRef Namespace);

/// The parameters of the C function that \p Callable is: the instance first.
llvm::SmallVector<XmlElement, 8> girParameters(XmlElement Callable);

} // namespace custody

#endif // CUSTODY_DRIVER_IMPORT_GIRTYPES_H
