//===- Reporter.cpp - From a finding to a report --------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/Reporter.h"
#include "rules/Fixes.h"
#include "rules/PathNotes.h"
#include "rules/SinkFilter.h"
#include "llvm/ADT/StringMap.h"

using namespace clang;
using namespace ento;

namespace custody {
namespace {

/// A report that stands at the user's line although the path ends in a library
/// header, or ends later than the line that is to blame.
class CustodyReport : public PathSensitiveBugReport {
public:
  CustodyReport(const BugType &Kind, const BugType &Rule, StringRef Text,
                const ExplodedNode *N, PathDiagnosticLocation Unique,
                const Decl *UniqueDecl, PathDiagnosticLocation Where,
                const Family *Fam)
      : PathSensitiveBugReport(Kind, Text, N, Unique, UniqueDecl), Rule(Rule),
        Where(Where), Fam(Fam) {}

  PathDiagnosticLocation getLocation() const override {
    return Where.isValid() ? Where : PathSensitiveBugReport::getLocation();
  }
  ArrayRef<SourceRange> getRanges() const override {
    // The node's own range lies elsewhere.
    if (Where.isValid())
      return {};
    return PathSensitiveBugReport::getRanges();
  }

  /// One defect is told once, however its details read on different paths.
  void Profile(llvm::FoldingSetNodeID &ID) const override {
    ID.AddPointer(&Rule);
    PathDiagnosticLocation At = getUniqueingLocation().isValid()
                                    ? getUniqueingLocation()
                                    : getLocation();
    ID.AddInteger(At.isValid() ? At.asLocation().getRawEncoding() : 0);
    // One call may give values of several families.
    ID.AddPointer(Fam);
  }

private:
  const BugType &Rule;
  PathDiagnosticLocation Where;
  const Family *Fam;
};

constexpr char Ownership[] = "Memory and handle ownership";

/// Which family the value came from, and which took it: "malloc -> delete[]",
/// "malloc" where nobody took it. Empty if nothing is known.
std::string familyPair(const Finding &F) {
  std::string Pair;
  if (F.Before.Fam)
    Pair = F.Before.Fam->Name;
  else if (F.What == Defect::NeverReleasable)
    Pair = "never released";
  else if (F.Before.By && F.Before.By->Fam) // Who released it first.
    Pair = F.Before.By->Fam->Name;
  if (!Pair.empty() && F.By && F.By->Fam)
    Pair += " -> " + F.By->Fam->Name;
  return Pair;
}

/// A rule's own type of defect. The category is what a report carries of the
/// families to its readers (scan-build's index, custody's own pages): each pair
/// has a type that differs in nothing else.
class RuleBug : public BugType {
public:
  RuleBug(CheckerNameRef Name, StringRef Summary)
      : BugType(Name, Summary, Ownership), Name(Name) {}

  const BugType &of(const Finding &F) const {
    std::string Pair = familyPair(F);
    if (Pair.empty())
      return *this;
    std::unique_ptr<BugType> &Kind = Kinds[Pair];
    if (!Kind)
      Kind = std::make_unique<BugType>(Name, getDescription(),
                                       Ownership + (": " + Pair));
    return *Kind;
  }

private:
  CheckerNameRef Name;
  mutable llvm::StringMap<std::unique_ptr<BugType>> Kinds;
};

/// The first node on the path to \p N on which \p Test holds of the value's
/// record without a gap until \p N.
template <typename Fn>
const ExplodedNode *firstNode(const ExplodedNode *N, SymbolRef Sym, Fn Test) {
  const ExplodedNode *First = nullptr;
  for (; N; N = N->getFirstPred()) {
    const Record *R = lookUp(N->getState(), Sym);
    if (R && Test(*R))
      First = N;
    else if (First)
      break;
  }
  return First;
}

PathDiagnosticLocation statementAt(const ExplodedNode *N,
                                   const SourceManager &SM) {
  PathDiagnosticLocation User = userLocation(N, SM);
  if (User.isValid())
    return User;
  if (const Stmt *S = N->getStmtForDiagnostics())
    return PathDiagnosticLocation::createBegin(S, SM, N->getLocationContext());
  return PathDiagnosticLocation();
}

/// The analyzer drops every report whose path ends inside the standard library.
/// What a user's call in there has come to ends before that call.
const ExplodedNode *beforeLibrary(const ExplodedNode *N) {
  const ExplodedNode *Outside = N;
  while (Outside && AnalysisDeclContext::isInStdNamespace(
                        Outside->getLocationContext()->getDecl()))
    Outside = Outside->getFirstPred();
  return Outside ? Outside : N;
}

} // namespace

Reporter::Reporter() {
  for (const RuleInfo &Info : catalogue())
    Rules.push_back({Info.Make(), nullptr});
}

void Reporter::enable(unsigned Index, CheckerNameRef Name) {
  const RuleInfo &Info = catalogue()[Index];
  Rules[Index].Bug = std::make_unique<RuleBug>(Name, Info.Summary);
}

bool Reporter::isOn(RuleId Id) const {
  return bool(Rules[static_cast<unsigned>(Id)].Bug);
}

const Reporter::Entry *Reporter::entryFor(const Finding &F) const {
  for (const Entry &E : Rules)
    if (E.Bug && E.R->claims(F))
      return &E;
  return nullptr;
}

bool Reporter::wants(const Finding &F) const {
  return entryFor(F) && !toldByStock(F);
}

bool Reporter::toldByStock(const Finding &F) const {
  // Other defects stop the path for whoever sees them first; leaks do not, and
  // of pointers lent by a string another checker reports every use. Of what
  // is stored in memory stock checkers lose sight.
  if (F.What == Defect::Overwritten)
    return F.LostFrom && StockOn.contains(F.LostFrom->ToldBy);
  bool Same = (F.What == Defect::Lost && !F.Before.OutOfStockSight &&
               !F.Before.Inside) ||
              (F.What == Defect::UsedDead && F.Before.Lender);
  return Same && F.Before.From && StockOn.contains(F.Before.From->ToldBy);
}

void Reporter::report(const Finding &F, ExplodedNode *N,
                      CheckerContext &C) const {
  const Entry *E = entryFor(F);
  if (!E || !N)
    return;
  // SinkFilter would refuse it; but where no path is printed, the analyzer
  // shows the place of one loss for all of an allocation, refused or not.
  if (F.What == Defect::Lost && endsInevitably(N))
    return;
  const SourceManager &SM = C.getSourceManager();
  PathDiagnosticLocation Unique;
  const Decl *UniqueDecl = nullptr;
  PathDiagnosticLocation Where = userLocation(N, SM);
  const ExplodedNode *Blamed = N;
  bool Overwritten = F.What == Defect::Overwritten;
  bool Trimmed = !F.Before.Trimmed.isUndef();
  if (F.What == Defect::Lost || Overwritten || Trimmed) {
    // Many paths lose one allocation: tell it once.
    if (const ExplodedNode *Site = firstNode(N, F.Sym, [&](const Record &R) {
          return Overwritten ? R.OverwroteIfFailed != nullptr
                 : Trimmed   ? !R.Trimmed.isUndef()
                             : R.From == F.Before.From;
        })) {
      Unique = statementAt(Site, SM);
      UniqueDecl = Site->getLocationContext()->getDecl();
      if (Overwritten || Trimmed) {
        Where = Unique;
        Blamed = Site;
      }
    }
  }
  auto R = std::make_unique<CustodyReport>(
      static_cast<const RuleBug &>(*E->Bug).of(F), *E->Bug, E->R->message(F),
      beforeLibrary(N), Unique, UniqueDecl, Where, F.Before.Fam);
  // A leak on a path that ends in exit() harms nobody.
  if (!N->isSink())
    R->addVisitor(std::make_unique<SinkFilter>());
  if (F.Sym) {
    R->markInteresting(F.Sym);
    // What the failed call gave is null: nothing to tell of it.
    if (!Overwritten)
      R->addVisitor(std::make_unique<PathNotes>(F.Sym, F.By, F.Before.From));
    if (F.Before.OwnerSym)
      R->addVisitor(std::make_unique<PathNotes>(F.Before.OwnerSym));
    if (F.Before.OverwroteIfFailed)
      R->addVisitor(std::make_unique<PathNotes>(F.Before.OverwroteIfFailed));
  }
  for (const FixItHint &Edit : fixFor(F, Blamed, N))
    R->addFixItHint(Edit);
  C.emitReport(std::move(R));
}

void Reporter::report(const Finding &F, const Decl *D, BugReporter &BR) const {
  const Entry *E = entryFor(F);
  if (!E)
    return;
  auto R = std::make_unique<BasicBugReport>(
      *E->Bug, E->R->message(F),
      PathDiagnosticLocation::create(D, BR.getSourceManager()));
  R->setDeclWithIssue(D);
  BR.emitReport(std::move(R));
}

} // namespace custody
