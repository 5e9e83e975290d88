//===- PathNotes.cpp - The stations of a value on a report's path ---------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/PathNotes.h"
#include "rules/Finding.h"
#include "clang/Analysis/CFG.h"

using namespace clang;
using namespace ento;

namespace custody {
namespace {

std::string inferredFrom(const Actor *A) {
  if (!A || isStated(A->From) || A->Origin.empty())
    return "";
  const char *How = A->From == Source::Inferred ? "inferred" : "learned";
  return std::string(" (") + How + " from " + A->Origin + ")";
}

/// "memory of family 'malloc', to be released with 'free'".
std::string kindOf(const Family *F) {
  if (!F)
    return "memory";
  return F->Noun + " of family " + quoted(F->Name) +
         (F->Releasers.empty()
              ? ""
              : ", to be released with " + quoted(F->Releasers.front()));
}

std::string acquired(const Record &R) {
  if (!R.From)
    return "";
  std::string Text = quoted(R.From->Name);
  if (R.State == Custody::Lent)
    return Text + (R.Floats ? " gives " : " lends ") +
           (R.Fam ? R.Fam->Noun : "memory") +
           (R.Floats ? " that floats until a reference is taken"
                     : " that it keeps") +
           inferredFrom(R.From);
  Text += " gives " + kindOf(R.Fam);
  return Text + inferredFrom(R.From);
}

std::string living(const Record &R) {
  return "a '" + R.Lives->getNameAsString() + "' is built in it here";
}

/// What to say where the record turns from \p Old into \p New.
std::string changed(const Record *Old, const Record &New) {
  Custody From = Old ? Old->State : Custody::Unknown;
  bool SameActor = Old && Old->By == New.By;
  if (New.Lives && Old && !Old->Lives)
    return living(New);
  if (Old && Old->Trimmed.isUndef() && !New.Trimmed.isUndef() && New.By)
    return quoted(New.By->Name) + " releases a part of it here";
  switch (New.State) {
  case Custody::Owned:
    if (!Old || Old->From != New.From)
      return acquired(New);
    if (From == Custody::Adopted)
      return !Old->By        ? ""
             : Old->Done.Sym ? quoted(Old->By->Name) + " fails and leaves it"
                             : quoted(Old->By->Name) + " lets go of it";
    return "";
  case Custody::Lent:
    return From == Custody::Lent ? "" : acquired(New);
  case Custody::Adopted:
    if (From == Custody::Adopted && SameActor)
      return "";
    if (!New.By)
      return acquired(New);
    return quoted(New.By->Name) + " adopts it" +
           (New.Done.Sym ? " where it succeeds" : "") +
           (New.By->Fam && !New.By->Fam->Releasers.empty()
                ? ", to release it with " +
                      quoted(New.By->Fam->Releasers.front())
                : std::string()) +
           inferredFrom(New.By);
  case Custody::Released:
    if (From == Custody::Released || From == Custody::Resized || !New.By)
      return "";
    return New.Lender ? quoted(New.By->Name) + " may invalidate it here"
                      : quoted(New.By->Name) + " releases it here" +
                            inferredFrom(New.By);
  case Custody::Resized:
    return From != Custody::Resized && New.By
               ? quoted(New.By->Name) +
                     " releases it where it succeeds, and leaves it where it "
                     "fails"
               : "";
  case Custody::Escaped:
    return !Old || Old->From != New.From ? acquired(New) : "";
  case Custody::Unknown:
    return "";
  }
  return "";
}

bool inUserCode(const LocationContext *L, const SourceManager &SM) {
  const Decl *D = L->getDecl();
  return D && !SM.isInSystemHeader(SM.getExpansionLoc(D->getLocation()));
}

} // namespace

/// Where \p Frame was called from \p Caller: a destructor that nobody calls by
/// name has no statement, but the end of what it destroys.
static PathDiagnosticLocation callSite(const StackFrameContext *Frame,
                                       const LocationContext *Caller,
                                       const SourceManager &SM) {
  if (const Stmt *Site = Frame->getCallSite())
    return PathDiagnosticLocation::createBegin(Site, SM, Caller);
  const CFGBlock *Block = Frame->getCallSiteBlock();
  if (!Block || Frame->getIndex() >= Block->size())
    return PathDiagnosticLocation();
  CFGElement E = (*Block)[Frame->getIndex()];
  if (auto Variable = E.getAs<CFGAutomaticObjDtor>())
    return PathDiagnosticLocation::createEnd(Variable->getTriggerStmt(), SM,
                                             Caller);
  if (auto Temporary = E.getAs<CFGTemporaryDtor>())
    return PathDiagnosticLocation::createBegin(
        Temporary->getBindTemporaryExpr(), SM, Caller);
  if (auto Deleted = E.getAs<CFGDeleteDtor>())
    return PathDiagnosticLocation::createBegin(Deleted->getDeleteExpr(), SM,
                                               Caller);
  return PathDiagnosticLocation();
}

PathDiagnosticLocation userLocation(const ExplodedNode *N,
                                    const SourceManager &SM) {
  const LocationContext *L = N->getLocationContext();
  const StackFrameContext *Inner = nullptr;
  for (const LocationContext *Up = L; Up; Up = Up->getParent()) {
    const auto *Frame = dyn_cast<StackFrameContext>(Up);
    if (!Frame)
      continue;
    if (inUserCode(Frame, SM)) {
      if (!Inner)
        return PathDiagnosticLocation();
      return callSite(Inner, Frame, SM);
    }
    Inner = Frame;
  }
  return PathDiagnosticLocation();
}

/// True if \p N reads \p Sym from where it was found.
static bool readsFromItsPlace(const ExplodedNode *N, SymbolRef Sym) {
  std::optional<PostStmt> At = N->getLocationAs<PostStmt>();
  const auto *Read = At ? At->getStmtAs<ImplicitCastExpr>() : nullptr;
  const MemRegion *Place = Sym->getOriginRegion();
  if (!Place || !Read || Read->getCastKind() != CK_LValueToRValue ||
      N->getSVal(Read).getAsSymbol(/*IncludeBaseRegions=*/true) != Sym)
    return false;
  const MemRegion *From = N->getSVal(Read->getSubExpr()).getAsRegion();
  return From && From->StripCasts() == Place->StripCasts();
}

void PathNotes::Profile(llvm::FoldingSetNodeID &ID) const {
  static int Tag = 0;
  ID.AddPointer(&Tag);
  ID.AddPointer(Sym);
}

PathDiagnosticPieceRef PathNotes::VisitNode(const ExplodedNode *N,
                                            BugReporterContext &BRC,
                                            PathSensitiveBugReport &BR) {
  const ExplodedNode *Pred = N->getFirstPred();
  if (!Pred)
    return nullptr;
  const Record *New = lookUp(N->getState(), Sym);
  const Record *Old = lookUp(Pred->getState(), Sym);
  std::string Text;
  if (New && New != Old && !(Old && *Old == *New))
    Text = changed(Old, *New);
  if (Text.empty() && N == BR.getErrorNode()) {
    // The value may never have had a record: the release alone speaks.
    std::string Evidence = inferredFrom(Last);
    if (!Evidence.empty())
      Text = "the family that " + quoted(Last->Name) + " releases is" +
             Evidence.substr(2, Evidence.size() - 3);
    New = Old = nullptr;
  }
  if (Text.empty() && Place && readsFromItsPlace(N, Sym)) {
    Text = quoted(Place->Name) + " holds " + kindOf(Place->Fam) +
           inferredFrom(Place);
    Place = nullptr; // The last time tells.
  }
  if (Text.empty())
    return nullptr;
  const SourceManager &SM = BRC.getSourceManager();
  PathDiagnosticLocation Where = userLocation(N, SM);
  if (!Where.isValid()) {
    const Stmt *S = N->getStmtForDiagnostics();
    if (!S)
      return nullptr;
    Where = PathDiagnosticLocation(S, SM, N->getLocationContext());
  }
  if (!Where.isValid() || !Where.asLocation().isValid())
    return nullptr;
  // The value that an owner was built from is worth following further back.
  if (New && New->OwnerSym)
    BR.markInteresting(New->OwnerSym);
  return std::make_shared<PathDiagnosticEventPiece>(Where, Text, true);
}

} // namespace custody
