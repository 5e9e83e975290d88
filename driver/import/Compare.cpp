//===- Compare.cpp - Imported against shipped -----------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/import/Compare.h"
#include "driver/Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;

namespace custody {

namespace {

/// What of an effect cannot be true together with another kind.
enum class Kind {
  Unsaid, ///< Kept, or nothing is said: goes with everything.
  Looks,  ///< The caller has it afterwards as before.
  Gives,  ///< The caller has it no longer.
  Writes, ///< The caller has something new.
};

Kind kindOf(const FunctionModel &M, unsigned Index) {
  const ArgEffect *E = M.effectOn(Index);
  if (E && E->If)
    return Kind::Unsaid;
  switch (M.actionOn(Index)) {
  case ArgAction::Keeps:
  // What comes back, or goes only if the call fails.
  case ArgAction::Reopens:
    return Kind::Unsaid;
  case ArgAction::Uses:
  case ArgAction::Retains:
  case ArgAction::Revives:
  case ArgAction::Fills:
  case ArgAction::Compares:
    return Kind::Looks;
  case ArgAction::Releases:
  case ArgAction::Adopts:
  case ArgAction::Resizes:
  case ArgAction::Drops:
  case ArgAction::Disowns:
    return E->Indirect ? Kind::Unsaid : Kind::Gives;
  case ArgAction::WritesOwned:
  case ArgAction::Replaces:
    return Kind::Writes;
  }
  return Kind::Unsaid;
}

bool contradict(const FunctionModel &A, const FunctionModel &B) {
  auto Unsaid = [](const FunctionModel &M) {
    return M.Returns == ReturnAction::Unknown || M.ReturnIf;
  };
  if (Unsaid(A) || Unsaid(B))
    return false;
  if (A.Returns != B.Returns)
    return true;
  return A.Returns == ReturnAction::Owned &&
         !sameFamily(A.ReturnFamily, B.ReturnFamily);
}

bool contradict(const FunctionModel &A, const FunctionModel &B,
                unsigned Index) {
  Kind KA = kindOf(A, Index), KB = kindOf(B, Index);
  if (KA == Kind::Unsaid || KB == Kind::Unsaid)
    return false;
  const ArgEffect *EA = A.effectOn(Index), *EB = B.effectOn(Index);
  if (KA != KB) {
    // An out-parameter of which one source says nothing is passed by address,
    // and that the address is only looked at is true.
    bool Addressed = KA == Kind::Writes || KB == Kind::Writes;
    return !(Addressed && (!EA || !EB));
  }
  return KA != Kind::Looks && EA && EB && EA->Fam && EB->Fam &&
         !sameFamily(EA->Fam, EB->Fam);
}

std::string argument(const FunctionModel &M, unsigned Index) {
  if (const ArgEffect *E = M.effectOn(Index))
    return spelled(*E);
  return M.Rest == ArgAction::Keeps ? "keeps" : "uses";
}

} // namespace

unsigned compareWithShipped(const ModelLibrary &Known,
                            const LoadedFile &Imported, raw_ostream &OS) {
  struct Entry {
    const LoadedFile *File;
    const FunctionEntry *Function;
  };
  StringMap<std::vector<Entry>> Shipped;
  for (const LoadedFile &F : Known.files())
    if (F.Shipped)
      for (const FunctionEntry &E : F.Content.Functions)
        Shipped[E.Name].push_back({&F, &E});
  unsigned Both = 0, Owned = 0, OwnedUnsaid = 0, OtherParams = 0, Wrong = 0;
  for (const FunctionEntry &E : Imported.Content.Functions) {
    auto It = Shipped.find(E.Name);
    if (It == Shipped.end())
      continue;
    auto Same = llvm::find_if(
        It->second, [&](const Entry &S) { return S.Function->overlaps(E); });
    if (Same == It->second.end()) {
      ++OtherParams;
      OS << E.Name << ": imported with " << parameterCount(E)
         << ", shipped with " << parameterCount(*It->second[0].Function) << " ("
         << It->second[0].File->Path << ':' << It->second[0].Function->Line
         << ")\n";
      continue;
    }
    ++Both;
    const FunctionModel &A = E.What->Model, &B = Same->Function->What->Model;
    auto Say = [&](const Twine &What, const std::string &Imports,
                   const std::string &Ships) {
      ++Wrong;
      OS << E.Name << ": " << What << ": imported '" << Imports
         << "', shipped '" << Ships << "' (" << Same->File->Path << ':'
         << Same->Function->Line << ")\n";
    };
    Owned += A.Returns == ReturnAction::Owned;
    if (A.Returns == ReturnAction::Owned &&
        B.Returns == ReturnAction::Unknown) {
      ++OwnedUnsaid;
      OS << E.Name << ": imported '" << spelledResult(A)
         << "', of which the shipped library says nothing (" << Same->File->Path
         << ':' << Same->Function->Line << ")\n";
    }
    if (contradict(A, B))
      Say("result", spelledResult(A), spelledResult(B));
    unsigned Last = 0;
    for (const FunctionModel *M : {&A, &B})
      for (const ArgEffect &Effect : M->Args)
        Last = std::max(Last, Effect.Index + 1);
    for (unsigned I = 0; I != Last; ++I)
      if (contradict(A, B, I))
        Say("argument " + Twine(I), argument(A, I), argument(B, I));
  }
  OS << "summary: imported=" << Imported.Content.Functions.size()
     << " compared=" << Both << " contradictions=" << Wrong
     << " parameter-counts=" << OtherParams << " owned=" << Owned
     << " owned-unsaid-by-shipped=" << OwnedUnsaid << '\n';
  return Wrong + OtherParams;
}

} // namespace custody
