//===- Importer.h - What the importers share --------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An importer reads knowledge of ownership that was written for another tool
// and says it in the model language. It names the families of the shipped
// library where that knows the releasing function, so that what is imported
// and what is shipped fit together; and where the source leaves a doubt it
// says nothing.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_IMPORT_IMPORTER_H
#define CUSTODY_DRIVER_IMPORT_IMPORTER_H

#include "driver/ModelLibrary.h"
#include "driver/import/ModelText.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/Twine.h"

namespace custody {

class Importer {
public:
  Importer(const ModelLibrary &Known, const ErrorHandler &OnError);
  virtual ~Importer() = default;

  /// Reads \p Path and adds what it says. False if it cannot be read or is not
  /// of this form, which the error handler has been told.
  virtual bool read(llvm::StringRef Path) = 0;
  /// Called when all files are read.
  virtual void finish() {}

  ModelText Out;
  /// What the source says and the result does not: the reason (a phrase that
  /// follows a number) and how often.
  std::map<std::string, unsigned> LeftOut;

protected:
  /// Adds \p Name to the name of the library that is written; of many files the
  /// first few name it.
  void addLibrary(llvm::StringRef Name);
  /// The entries of the shipped library for a function called \p Name.
  llvm::ArrayRef<const FunctionEntry *> shipped(llvm::StringRef Name) const;
  /// The shipped family of which \p Function releases a value, or empty.
  std::string familyReleasedBy(llvm::StringRef Function) const;
  /// True if the words of the C function \p Name leave open whether it takes an
  /// argument away: what tools call harmless is often not for whoever owns it.
  static bool mayTakeAway(llvm::StringRef Name);
  /// The family that \p Like.Release release: the shipped one if it knows one
  /// of them, else one called \p Name or as near as the shipped ones allow,
  /// which the result declares.
  std::string family(llvm::StringRef Name, const FamilyText &Like);

  /// Reports \p Message at \p Line of \p File (0: no line); returns false.
  bool error(llvm::StringRef File, unsigned Line, const llvm::Twine &Message,
             unsigned Column = 1) const;

private:
  unsigned Libraries = 0;
  const ModelLibrary &Known;
  const ErrorHandler &OnError;
  llvm::StringMap<std::vector<const FunctionEntry *>> Functions;
  /// The shipped family that names a function among its releasers.
  llvm::StringMap<std::string> ReleasedAs;
};

std::unique_ptr<Importer>
makeGirImporter(const ModelLibrary &Known, const ErrorHandler &OnError,
                llvm::ArrayRef<std::string> IncludeFolders);
std::unique_ptr<Importer> makeCppcheckImporter(const ModelLibrary &Known,
                                               const ErrorHandler &OnError);
std::unique_ptr<Importer> makeWin32Importer(const ModelLibrary &Known,
                                            const ErrorHandler &OnError);
std::unique_ptr<Importer> makeRefcountsImporter(const ModelLibrary &Known,
                                                const ErrorHandler &OnError);

} // namespace custody

#endif // CUSTODY_DRIVER_IMPORT_IMPORTER_H
