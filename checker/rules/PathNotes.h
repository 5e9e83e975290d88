//===- PathNotes.h - The stations of a value on a report's path -*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_RULES_PATHNOTES_H
#define CUSTODY_RULES_PATHNOTES_H

#include "state/Record.h"
#include "clang/Analysis/PathDiagnostic.h"
#include "clang/Basic/SourceManager.h"
#include "clang/StaticAnalyzer/Core/BugReporter/BugReporter.h"
#include "clang/StaticAnalyzer/Core/BugReporter/BugReporterVisitors.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExplodedGraph.h"

namespace custody {

/// Leaves a note where \p Sym was acquired, changed owner or was released.
class PathNotes : public clang::ento::BugReporterVisitor {
public:
  /// \p Last is who committed the defect: if what is known of it was inferred,
  /// the end of the path says from what.
  /// \p From is where the value came from: if that is a field, a variable or a
  /// container, a note says where it was read from there.
  explicit PathNotes(clang::ento::SymbolRef Sym, const Actor *Last = nullptr,
                     const Actor *From = nullptr)
      : Sym(Sym), Last(Last),
        Place(From && isa_and_nonnull<clang::FieldDecl, clang::VarDecl>(
                          From->Declared)
                  ? From
                  : nullptr) {}

  void Profile(llvm::FoldingSetNodeID &ID) const override;
  clang::ento::PathDiagnosticPieceRef
  VisitNode(const clang::ento::ExplodedNode *N,
            clang::ento::BugReporterContext &BRC,
            clang::ento::PathSensitiveBugReport &BR) override;

private:
  clang::ento::SymbolRef Sym;
  const Actor *Last;
  const Actor *Place;
};

/// Where a report about \p N belongs: the innermost line of the user's own
/// code, outside system headers. Invalid if there is none.
clang::ento::PathDiagnosticLocation
userLocation(const clang::ento::ExplodedNode *N,
             const clang::SourceManager &SM);

} // namespace custody

#endif // CUSTODY_RULES_PATHNOTES_H
