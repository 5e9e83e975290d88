//===- InferenceMeasure.cpp - Inference against shipped models ------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/InferenceMeasure.h"
#include "driver/Errors.h"
#include "driver/Words.h"
#include "model/Inference.h"
#include "model/ModelStore.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/raw_ostream.h"
#include <map>

using namespace clang;
using llvm::StringRef;

namespace custody {

namespace {

/// What the hidden library says of the functions that the headers declare.
class Measure {
public:
  Measure(const ModelLibrary &Shipped, const LoadedFile &Hidden,
          Headers &Declared, llvm::raw_ostream &OS)
      : Shipped(Shipped), Hidden(Hidden), Declared(Declared), OS(OS),
        Others(Declared.context(), [](const ModelError &) {}) {
    for (const FunctionEntry &E : Hidden.Content.Functions)
      Entries[E.Name].push_back(&E);
  }

  void run();

private:
  const ModelLibrary &Shipped;
  const LoadedFile &Hidden;
  Headers &Declared;
  llvm::raw_ostream &OS;
  /// Everything shipped; of the hidden library's functions it is not asked.
  ModelStore Others;
  llvm::StringMap<std::vector<const FunctionEntry *>> Entries;
  std::map<std::string, std::string> Lines; ///< By the function spoken of.
  unsigned Right = 0, Wrong = 0, Unsaid = 0, Unknown = 0, UseRight = 0,
           UseWrong = 0;

  const FunctionEntry *entry(const FunctionDecl *F) const {
    for (const FunctionEntry *E : Entries.lookup(F->getNameAsString()))
      if (E->takes(F->getNumParams()))
        return E;
    return nullptr;
  }
  /// The family of which \p Name releases its only argument, as this or another
  /// library says; null if none says so.
  const Family *released(StringRef Name) const {
    for (const LoadedFile &File : Shipped.files())
      for (const FunctionEntry &E : File.Content.Functions)
        if (Name == E.Name)
          if (const ArgEffect *A = E.What->Model.effectOn(0))
            if (A->Action == ArgAction::Releases && A->Fam)
              return A->Fam;
    return nullptr;
  }
  void say(const FunctionDecl *F, const llvm::Twine &What) {
    Lines[F->getNameAsString()] =
        (Hidden.library() + ": " + F->getNameAsString() + ": " + What + "\n")
            .str();
  }
  void pair(const FunctionDecl *F, const FunctionModel &Inferred);
  void use(const FunctionDecl *F, const FunctionModel &Inferred);
  unsigned expected() const;
};

/// What the library says of a result.
std::string said(const FunctionModel &M) {
  if (M.Returns == ReturnAction::Argument ||
      M.Returns == ReturnAction::ArgumentOrNull ||
      M.Returns == ReturnAction::Inside)
    return "an argument"; // Which one is no matter here.
  return spelledResult(M);
}

void Measure::pair(const FunctionDecl *F, const FunctionModel &Inferred) {
  const FunctionEntry *E = entry(F);
  const Family *Guessed = Inferred.ReturnFamily;
  const ArgEffect *Out = nullptr;
  if (!Guessed) {
    Out = &Inferred.Args.front();
    Guessed = Out->Fam;
  }
  const llvm::StringRef Releaser = Guessed->Releasers.front();
  std::string Pair = ("inferred with '" + Releaser + "'").str();
  if (!Guessed->leakMatters())
    Pair += " (perhaps kept)";
  if (!E) {
    ++Unknown;
    say(F, "unjudged: " + Pair + ", and the model does not speak of it");
    return;
  }
  const FunctionModel &M = E->What->Model;
  const Family *Fam = released(Releaser);
  if (Out) {
    // What is written through a parameter: the index must be the same, too.
    const ArgEffect *Said = M.effectOn(Out->Index);
    Pair += " through argument " + std::to_string(Out->Index);
    if (Said && Said->Action == ArgAction::WritesOwned && Fam &&
        sameFamily(Said->Fam, Fam)) {
      ++Right;
    } else if (!Said || Said->Action == ArgAction::Keeps) {
      ++Unsaid;
      say(F, "unsaid: " + Pair + ", and the model says nothing of it");
    } else {
      ++Wrong;
      say(F, "wrong: " + Pair + ", and the model says: " + spelled(*Said) +
                 (Fam ? ", and the releaser releases " + Fam->Name
                      : ", and the releaser releases none"));
    }
    return;
  }
  if (M.Returns == ReturnAction::Owned && Fam &&
      sameFamily(M.ReturnFamily, Fam)) {
    ++Right;
    return;
  }
  if (M.Returns == ReturnAction::Unknown) {
    ++Unsaid;
    say(F, "unsaid: " + Pair + ", and the model says nothing of the result");
    return;
  }
  ++Wrong;
  say(F, "wrong: " + Pair + ", and the model says: " + said(M) +
             (Fam ? ", which releases " + Fam->Name : ", which releases none"));
}

/// `db_query(db)` leaves the handle with the caller: does the model agree?
void Measure::use(const FunctionDecl *F, const FunctionModel &Inferred) {
  const FunctionEntry *E = entry(F);
  const ArgEffect *Used = Inferred.effectOn(0);
  if (!E || !Used || Used->Action != ArgAction::Uses || !Used->Fam)
    return;
  ArgAction Said = E->What->Model.actionOn(0);
  if (Said == ArgAction::Releases || Said == ArgAction::Adopts ||
      Said == ArgAction::Resizes) {
    ++UseWrong;
    say(F, "wrong: inferred to leave argument 0 alone, and the model says: " +
               spelled(*E->What->Model.effectOn(0)));
  } else {
    ++UseRight;
  }
}

/// The functions that the headers declare whose result, or what they write
/// through a parameter, the model says is owned and of a family that a function
/// of these headers releases.
unsigned Measure::expected() const {
  llvm::StringSet<> Releasable;
  for (const FunctionEntry &E : Hidden.Content.Functions)
    if (!Declared.functions(E.Name).empty())
      for (const ArgEffect &A : E.What->Model.Args)
        if (A.Action == ArgAction::Releases && A.Fam && A.Field.empty())
          Releasable.insert(A.Fam->Name);
  llvm::StringSet<> Owned;
  for (const FunctionEntry &E : Hidden.Content.Functions)
    if (E.What->Model.Returns == ReturnAction::Owned &&
        Releasable.count(E.What->Model.ReturnFamily->Name) &&
        !Declared.functions(E.Name).empty())
      Owned.insert(E.Name);
  for (const FunctionEntry &E : Hidden.Content.Functions)
    for (const ArgEffect &A : E.What->Model.Args)
      if (A.Action == ArgAction::WritesOwned && A.Field.empty() &&
          A.Elements == 1 && Releasable.count(A.Fam->Name) &&
          !Declared.functions(E.Name).empty())
        Owned.insert(E.Name);
  return Owned.size();
}

void Measure::run() {
  ASTContext &Ctx = Declared.context();
  FamilyTable Families;
  auto Known = [&](const FunctionDecl *F) -> const FunctionModel * {
    if (Entries.count(F->getNameAsString()))
      return nullptr;
    const FunctionModel *M = Others.function(F);
    return M && isStated(M->From) ? M : nullptr;
  };
  Inference Guess(Ctx, Families, Known,
                  [](const FunctionDecl *, FunctionModel) {});
  std::vector<std::string> Names = Declared.names();
  llvm::sort(Names);
  for (const std::string &Name : Names)
    for (const FunctionDecl *F : Declared.functions(Name)) {
      F = F->getCanonicalDecl();
      // Of other libraries' functions nothing is to be inferred.
      if (Known(F))
        continue;
      auto M = Guess.infer(F);
      if (!M)
        continue;
      bool WritesOne = !M->Args.empty() &&
                       M->Args.front().Action == ArgAction::WritesOwned &&
                       M->Args.front().Field.empty();
      if (M->Returns == ReturnAction::Owned || WritesOne)
        pair(F, *M);
      else
        use(F, *M);
    }
  for (const auto &L : Lines)
    OS << L.second;
  OS << "summary: library=" << Hidden.library() << " expected=" << expected()
     << " right=" << Right << " wrong=" << Wrong << " unsaid=" << Unsaid
     << " unjudged=" << Unknown << " uses-right=" << UseRight
     << " uses-wrong=" << UseWrong << '\n';
}

} // namespace

void measureInference(const ModelLibrary &Known, const LoadedFile &Hidden,
                      Headers &Declared, llvm::raw_ostream &OS) {
  Measure(Known, Hidden, Declared, OS).run();
}

} // namespace custody
