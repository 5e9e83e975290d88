//===- Engine.h - Analyzer callbacks turned into ownership events -*- C++ -*-=//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One engine serves one translation unit. Each of its files turns one kind of
// thing that happens on a path into events, and hands them to `apply`, the only
// place that changes records and finds defects:
//
//   CallModels.cpp  which model speaks of a call
//   Calls.cpp       what a call does to its arguments: release, adopt, resize
//   Results.cpp     what it gives: results, out-parameters
//   Allocation.cpp  new and delete expressions, placement new, destructors
//   Owners.cpp      smart pointers and containers
//   Holdings.cpp    which of them holds what, and who shares it
//   OwnerDeleters.cpp what their deleters will release
//   UserOwners.cpp  users' owning classes
//   Uses.cpp        dereferences, stores, arguments, returns
//   Relinking.cpp   whether a value read again may be another one
//   Comparisons.cpp functions that give the same answer twice
//   Lifetime.cpp    dead symbols, escapes
//   Stores.cpp      what is stored where
//   Cleanup.cpp     variables with a cleanup function
//   Declarations.cpp what can be said without following a path
//
// Learner.h looks on and writes down what other files can learn from this one.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_ENGINE_ENGINE_H
#define CUSTODY_ENGINE_ENGINE_H

#include "engine/Learner.h"
#include "engine/Values.h"
#include "model/Deleters.h"
#include "model/ModelStore.h"
#include "rules/Reporter.h"
#include "state/Record.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringMap.h"
#include <deque>
#include <map>

namespace custody {

/// Something that happens to one value on a path.
struct Event {
  EventKind Kind;
  clang::ento::SVal Value;
  const Actor *By = nullptr;
  /// The event's family; null fits any.
  const Family *Fam = nullptr;
  /// Sizes that a release states; undefined if it states none.
  clang::ento::SVal Size = clang::ento::UndefinedVal();
  clang::ento::SVal Align = clang::ento::UndefinedVal();
  unsigned Granule = 1;
  /// Adopt: who has it then.
  const clang::ento::MemRegion *OwnerRegion = nullptr;
  bool SoftOwner = false;
  /// The parameter points to const, so a const pointer tells nothing.
  bool TakesConst = false;
  /// Release, Adopt: the class that a delete-expression names, or an owner
  /// deletes, where that is what decides how much is released.
  const clang::CXXRecordDecl *DeletedAs = nullptr;
  /// Release: storage of the caller's own may be meant, see ArgEffect.
  bool CallersStorage = false;
};

/// A path under way through one callback. `State` is what the callback has made
/// of it so far; a defect ends it.
struct Path {
  clang::ento::CheckerContext &C;
  clang::ento::ProgramStateRef State;
  bool Stopped = false;

  explicit Path(clang::ento::CheckerContext &C) : C(C), State(C.getState()) {}
  /// Hands the changed state back to the analyzer, unless a defect ended it.
  void finish() {
    if (!Stopped && State != C.getState())
      C.addTransition(State);
  }
};

/// Programs that close only what lies above the standard descriptors, or test
/// for `> 0`, mean no leak of those.
constexpr int64_t LastStandardDescriptor = 2;

class Engine {
public:
  Engine(clang::ASTContext &Ctx, const Reporter &Rules, ErrorHandler OnError);

  ModelStore &models() { return Models; }
  /// Writes down what the unit teaches, from now on.
  Learner &learn() {
    if (!Learns)
      Learns = std::make_unique<Learner>(Ctx, Models);
    return *Learns;
  }
  /// The same, or null if nobody has asked for it.
  Learner *learner() { return Learns.get(); }

  // Calls.cpp
  void beforeCall(const clang::ento::CallEvent &Call, Path &P);
  void afterCall(const clang::ento::CallEvent &Call, Path &P);

  // Allocation.cpp
  void allocated(const clang::ento::CXXAllocatorCall &Call, Path &P);
  void defaultInitialized(const clang::CXXDefaultInitExpr *E, Path &P);

  // Uses.cpp
  /// Arithmetic on the number of a pointer or handle.
  void calculated(const clang::BinaryOperator *E, Path &P);
  void accessed(clang::ento::SVal Loc, bool IsLoad, Path &P);
  void dereferenced(const clang::Expr *Pointer, Path &P);
  void returned(const clang::ReturnStmt *S, Path &P);

  // Lifetime.cpp
  void died(clang::ento::SymbolReaper &Reaper, Path &P);
  void keepAlive(clang::ento::ProgramStateRef State,
                 clang::ento::SymbolReaper &Reaper) const;
  void functionEnds(const clang::ReturnStmt *S, Path &P);
  clang::ento::ProgramStateRef assumed(clang::ento::ProgramStateRef State,
                                       clang::ento::SVal Condition,
                                       bool Assumption);
  clang::ento::ProgramStateRef
  escaped(clang::ento::ProgramStateRef State,
          const clang::ento::InvalidatedSymbols &Symbols,
          const clang::ento::CallEvent *Call,
          clang::ento::PointerEscapeKind Kind);
  clang::ento::ProgramStateRef
  regionsChanged(clang::ento::ProgramStateRef State,
                 llvm::ArrayRef<const clang::ento::MemRegion *> Regions,
                 const clang::ento::CallEvent *Call);

  // Stores.cpp
  void bound(clang::ento::SVal Loc, clang::ento::SVal Val, const clang::Stmt *S,
             Path &P);

  // Declarations.cpp
  void declarations(const clang::TranslationUnitDecl *TU,
                    clang::ento::BugReporter &BR);

private:
  // Engine.cpp
  /// Puts \p E through the state machine. Ends the path at a defect.
  void apply(const Event &E, Path &P);
  /// Begins or replaces what is known of \p Sym.
  void acquire(clang::ento::SymbolRef Sym, const Record &R, Path &P);
  void report(const Finding &F, Path &P);
  /// Leaks do not end the path; returns the node to go on from.
  void reportLoss(const Finding &F, Path &P, clang::ento::ExplodedNode *&Node);
  /// The one copy of \p Who in this translation unit.
  const Actor *actor(Actor Who);
  const Actor *actorFor(const clang::NamedDecl *F, const FunctionModel &M,
                        const Family *Fam);
  /// Who releases at \p P: \p Name, or the user's owning class in whose
  /// destructor the release of \p V stands.
  const Actor *releaser(const Actor *Named, clang::ento::SVal V, const Path &P);
  /// \p A as one that owns what it adopts.
  const Actor *asOwner(const Actor *A);
  /// The user's class that owns what its field \p F has.
  const Actor *userOwner(const Deleters::OwnedField &F);
  /// True in a method of the user's class that \p Owner names.
  bool inMethodOf(const Actor *Owner, const Path &P) const;
  /// True inside the body of something modelled: it was told at its call.
  bool insideModelled(const clang::LocationContext *L);
  bool isModelled(const clang::FunctionDecl *F);
  bool isModelled(const clang::Decl *D);
  /// True inside a system header's own code.
  bool inLibraryCode(const Path &P) const;
  /// What the record says on this path, or a blank one.
  Record recordOf(clang::ento::SymbolRef Sym, clang::ento::ProgramStateRef S);
  /// Memory that a function without a model lends as pointer to const.
  const Actor *lentByConst(clang::ento::SymbolRef Sym);
  const Actor *foreignTo(const Family *Owner, clang::ento::SymbolRef Sym);
  /// What the place in which a value without a record was found says of it.
  Record foundIn(clang::ento::SymbolRef Sym,
                 clang::ento::ProgramStateRef State);
  /// Owned values inside the memory of \p Outer share its fate.
  clang::ento::ProgramStateRef escapeInside(clang::ento::ProgramStateRef State,
                                            clang::ento::SymbolRef Outer);
  bool checkLayout(const Event &E, const Record &R, const Target &T, Path &P);
  clang::ento::ProgramStateRef
  releaseOwnedBy(clang::ento::ProgramStateRef State, clang::ento::SymbolRef S,
                 const Actor *By);

  // CallModels.cpp
  /// What \p Call does, or null if nothing is known; effects that depend on an
  /// argument are decided as far as \p State decides them.
  const FunctionModel *modelOf(const clang::ento::CallEvent &Call,
                               clang::ento::ProgramStateRef State);

  // Calls.cpp
  /// The owner of the value lets go of it.
  void disown(const Event &Ev, Path &P);
  void releaseArguments(const clang::ento::CallEvent &Call,
                        const FunctionModel &M, Path &P);
  void useArguments(const clang::ento::CallEvent &Call, const FunctionModel *M,
                    Path &P);
  void escapeByValue(const clang::ento::CallEvent &Call, const FunctionModel *M,
                     Path &P);

  // Results.cpp
  clang::ento::SVal freshResult(const clang::ento::CallEvent &Call, Path &P);
  void acquireResults(const clang::ento::CallEvent &Call,
                      const FunctionModel &M, Path &P);
  void acquireOut(const clang::ento::CallEvent &Call, const FunctionModel &M,
                  const ArgEffect &E, Path &P);
  void fill(const clang::ento::CallEvent &Call, const FunctionModel &M,
            const ArgEffect &E, Path &P);
  void reopen(const clang::ento::CallEvent &Call, const FunctionModel &M,
              const ArgEffect &E, Path &P);
  void released(const clang::ento::CallEvent &Call, const FunctionModel &M,
                const ArgEffect &E, Path &P);
  void replaced(const clang::ento::CallEvent &Call, const ArgEffect &E,
                Path &P);

  // Allocation.cpp
  void deallocating(const clang::ento::CXXDeallocatorCall &Call, Path &P);
  void destroying(const clang::ento::CXXInstanceCall &Call, Path &P);
  void acquireNew(const clang::CXXNewExpr *E, clang::ento::SymbolRef Sym,
                  Path &P);
  clang::ento::SVal alignmentOf(clang::QualType T, Path &P) const;
  void deletedAs(clang::QualType T, Event &E, Path &P) const;
  void leaveStockSight(const clang::ento::CallEvent &Call, Path &P);

  // Owners.cpp
  /// True if the call was an owner's or container's own business.
  bool beforeOwnerCall(const clang::ento::CallEvent &Call, Path &P);
  void afterOwnerCall(const clang::ento::CallEvent &Call, Path &P);
  const ClassModel *ownerClass(const clang::ento::CallEvent &Call,
                               const clang::CXXRecordDecl *&Class);
  void restoreArguments(const clang::ento::CallEvent &Call, Path &P);
  void watch(const clang::ento::CallEvent &Call, Path &P);
  void emplace(const clang::ento::CallEvent &Call, unsigned I,
               const clang::CXXRecordDecl *Element, Path &P);
  void constructing(const clang::ento::CXXConstructorCall &Call,
                    const ClassModel &M, Path &P);
  void adopt(const clang::ento::CallEvent &Call, unsigned Index,
             const ClassModel &M, const clang::CXXRecordDecl *Class,
             const clang::ento::MemRegion *Owner, Path &P);
  void invalidateLoans(const clang::ento::MemRegion *Lender, const Actor *By,
                       Path &P);
  const Actor *ownerActor(const clang::CXXRecordDecl *Class,
                          const ClassModel &M, const Family *Fam);

  // Holdings.cpp
  bool isShared(const Record &R);
  bool sharesItself(clang::QualType Pointer) const;
  /// \p Sym, if it is shared, has an owner that nobody follows.
  clang::ento::ProgramStateRef
  shareOutOfSight(clang::ento::ProgramStateRef State,
                  clang::ento::SymbolRef Sym);
  /// \p R goes without its end having been seen.
  clang::ento::ProgramStateRef loseHolder(clang::ento::ProgramStateRef State,
                                          const clang::ento::MemRegion *R);
  void ownerReleases(const clang::ento::MemRegion *Owner, const ClassModel &M,
                     const clang::CXXRecordDecl *Class, Path &P);
  void transfer(const clang::ento::MemRegion *From,
                const clang::ento::MemRegion *To, bool Share,
                const ClassModel &M, const clang::CXXRecordDecl *Class,
                Path &P);
  void handOver(const clang::ento::CallEvent &Call, Path &P);
  void shownToOthers(const clang::ento::CallEvent &Call, Path &P);

  // OwnerDeleters.cpp
  Deleter deleterOf(const clang::CXXRecordDecl *Class, const ClassModel &M,
                    const clang::ento::CallEvent *Call, unsigned Index,
                    clang::ento::ProgramStateRef State);
  void guard(clang::ento::SVal Place, Path &P);
  void guardCaptures(const clang::ento::CallEvent &Call, const ClassModel &M,
                     Path &P);
  void escapeGuarded(Path &P);

  // UserOwners.cpp
  void adoptByUserClass(const clang::ento::CXXConstructorCall &Call, Path &P);
  void destroyingParameter(const clang::ento::CXXDestructorCall &Call, Path &P);

  // Uses.cpp
  void readFromUnion(const clang::ento::FieldRegion *Member, Path &P);

  // Relinking.cpp
  bool mayBeAnother(clang::ento::SymbolRef Sym, const Record &R, Path &P);
  bool unlinkedBeforeRelease(clang::ento::SymbolRef Sym,
                             const clang::ento::FieldRegion *Place,
                             const clang::ento::ExplodedNode *N);

  // Comparisons.cpp
  /// The first of the calls in \p In that read as \p Call; null if it is alone.
  const clang::CallExpr *spelledFirst(const clang::CallExpr *Call,
                                      const clang::Decl *In);
  void recallAnswer(const clang::ento::CallEvent &Call, Path &P);

  // Cleanup.cpp
  const Actor *cleanupActor(const clang::CleanupAttr *A);
  /// \p Variable, which has a cleanup function, is given \p V.
  void giveToCleanup(const clang::ento::MemRegion *Variable,
                     clang::ento::SVal V, Path &P);
  void cleanUp(const clang::ReturnStmt *S, Path &P);

  // Lifetime.cpp
  bool onlyLookedAt(clang::ento::SymbolRef Sym, const FunctionModel &M,
                    const clang::ento::CallEvent &Call,
                    clang::ento::ProgramStateRef State);
  void forgetUnmourned(
      llvm::SmallVectorImpl<std::pair<clang::ento::SymbolRef, bool>> &Dying,
      Path &P);
  void settle(clang::ento::SymbolRef Sym, const Record &R, bool IsDead,
              clang::ento::SymbolReaper *Reaper, Path &P,
              clang::ento::ExplodedNode *&Node);

  clang::ASTContext &Ctx;
  const Reporter &Rules;
  ModelStore Models;
  Deleters Releases;
  std::unique_ptr<Learner> Learns;
  /// The value that the binding at hand stores in its own memory (`p->end =
  /// p`): nobody else has it for that. The analyzer's escape follows the
  /// binding.
  clang::ento::SymbolRef StoredInItself = nullptr;
  std::deque<Actor> Actors;
  llvm::StringMap<const Actor *> ActorIndex;
  llvm::DenseMap<const clang::FunctionDecl *, bool> Modelled;
  /// Bodies that were searched for calls that are spelled twice, and those.
  llvm::DenseSet<const clang::Decl *> SearchedForCalls;
  llvm::DenseMap<const clang::CallExpr *, const clang::CallExpr *> SpelledTwice;
  /// Models whose conditions are decided, by the outcome of each.
  std::map<std::pair<const FunctionModel *, std::vector<Holds>>, FunctionModel>
      Decided;
};

} // namespace custody

#endif // CUSTODY_ENGINE_ENGINE_H
