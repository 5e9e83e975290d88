//===- Learner.h - What the paths of a unit teach ---------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Watches the engine at work and writes down the facts of the unit (see
// facts/Facts.h): at the end of each path through a function, what has become
// of its parameters, and where its result came from. It changes no record and
// finds no defect.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_ENGINE_LEARNER_H
#define CUSTODY_ENGINE_LEARNER_H

#include "facts/Facts.h"
#include "model/LinkNames.h"
#include "model/ModelStore.h"
#include "state/Record.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExprEngine.h"
#include <optional>
#include <set>

namespace custody {

/// True for what can be a pointer to something owned, or a descriptor.
bool canOwn(clang::QualType T);

/// \p S as a value of its type.
clang::ento::SVal valueOf(clang::ento::SymbolRef S,
                          clang::ento::ProgramStateRef State);

/// The signs that \p V can have on the path of \p State.
Signs signsOf(clang::ento::SVal V, clang::ento::ProgramStateRef State);

class Learner {
public:
  Learner(clang::ASTContext &Ctx, ModelStore &Models)
      : Ctx(Ctx), Models(Models), Names(Ctx) {}

  const Facts &facts() const { return Learnt; }

  /// What can be read off declarations: who overrides what, and what variables
  /// begin with.
  void declarations(const clang::TranslationUnitDecl *TU);
  /// A function is entered, or analyzed by itself, which ends at once if it
  /// teaches nothing.
  void begins(clang::ento::CheckerContext &C);
  /// \p Call has been evaluated without its body; \p M says what it does.
  clang::ento::ProgramStateRef called(const clang::ento::CallEvent &Call,
                                      const FunctionModel *M,
                                      clang::ento::ProgramStateRef State);
  clang::ento::ProgramStateRef bound(clang::ento::SVal Loc,
                                     clang::ento::SVal Val,
                                     const clang::Stmt *S,
                                     clang::ento::ProgramStateRef State);
  void loaded(const clang::ento::MemRegion *From);
  /// \p Call is about to be evaluated: it may give an element to a container.
  void filling(const clang::ento::CallEvent &Call,
               clang::ento::ProgramStateRef State);
  clang::ento::ProgramStateRef
  escaped(clang::ento::ProgramStateRef State,
          const clang::ento::InvalidatedSymbols &Symbols,
          const clang::ento::CallEvent *Call, const FunctionModel *M,
          clang::ento::PointerEscapeKind Kind);
  void keepAlive(clang::ento::ProgramStateRef State,
                 clang::ento::SymbolReaper &Reaper) const;
  /// A path through the function that is analyzed has come to its end.
  void ends(const clang::ReturnStmt *S, clang::ento::CheckerContext &C);
  /// All of them have, or the analyzer has given up.
  void analyzed(const clang::ento::ExplodedGraph &G,
                const clang::ento::ExprEngine &Analyzer);
  /// All functions have been looked at.
  void finish(const clang::TranslationUnitDecl *TU);

private:
  /// A call whose body is elsewhere gave a value.
  struct Gift {
    Symbol Callee;
    std::optional<unsigned> Arg; ///< Through this argument; else as result.
  };
  /// A value was passed to a call whose body is elsewhere.
  struct Pass {
    clang::ento::SymbolRef What;
    clang::ento::SymbolRef Result;
    Passing To;

    auto key() const { return std::tie(What, Result, To); }
    bool operator<(const Pass &O) const { return key() < O.key(); }
  };

  /// A part of a parameter: where it is, of which type, what it was at the
  /// call.
  struct PartAtCall {
    Part Of;
    clang::ento::Loc Where;
    clang::QualType Type;
    clang::ento::SymbolRef Value;
  };

  /// False if \p F need not be looked at by itself.
  bool teaches(const clang::FunctionDecl *F);
  void findParts(const clang::ParmVarDecl *P,
                 clang::ento::ProgramStateRef State);
  void learnClass(const clang::CXXRecordDecl *C);
  void learnInitializer(const clang::ValueDecl *D, const clang::Expr *Init);
  void stored(const clang::ValueDecl *Where, Origin From,
              clang::SourceLocation At);
  void storedAt(const PlaceName &P, Origin From, clang::SourceLocation At);
  /// What the containers of the unit are given where no path led.
  void learnContainers(const clang::TranslationUnitDecl *TU);
  void learnReturned(const clang::FunctionDecl *F);
  void storedWhole(clang::QualType T, clang::ento::SVal Val,
                   clang::ento::ProgramStateRef State,
                   clang::SourceLocation At);
  const Family *note(const Family *F);

  std::optional<unsigned> parameter(clang::ento::SymbolRef S) const;
  std::optional<Part> partOf(clang::ento::SymbolRef S) const;
  Origin originOf(clang::ento::SVal V, clang::ento::ProgramStateRef State);
  /// The same for a value that must be nobody else's: stored in at most
  /// \p Stores places.
  Origin exclusive(clang::ento::SVal V, clang::ento::ProgramStateRef State,
                   unsigned Stores);
  std::vector<Passing> passings(clang::ento::SymbolRef S,
                                clang::ento::SymbolRef Returned,
                                clang::ento::ProgramStateRef State) const;
  /// Every value that was passed to a call out of sight, in no certain order.
  llvm::SmallVector<clang::ento::SymbolRef, 8>
  passed(clang::ento::ProgramStateRef State) const;
  /// True if \p S was stored where it outlives the function.
  bool isKept(clang::ento::SymbolRef S,
              clang::ento::ProgramStateRef State) const;
  Fate fateOf(clang::ento::SymbolRef S, clang::ento::SymbolRef Returned,
              clang::ento::ProgramStateRef State);
  void written(const Part &Of, clang::ento::Loc Where, clang::QualType T,
               clang::ento::SymbolRef Returned, Outcome &To,
               clang::ento::ProgramStateRef State);
  void describe(const clang::FunctionDecl *F, FunctionFacts &Of);

  clang::ASTContext &Ctx;
  ModelStore &Models;
  LinkNames Names;
  Facts Learnt;
  /// The function that is analyzed.
  const clang::FunctionDecl *Current = nullptr;
  const clang::LocationContext *Top = nullptr;
  /// What its parameters lead to.
  llvm::SmallVector<PartAtCall, 8> Parameters;
  llvm::DenseMap<clang::ento::SymbolRef, Gift> Gifts;
  std::set<Pass> Passes; ///< States refer to them.
  llvm::DenseSet<const clang::Decl *> Loaded;
  llvm::DenseSet<const clang::Stmt *> SeenStores, SeenFills;
  /// Functions that were seen as part of others, and those whose address is
  /// taken.
  llvm::DenseSet<const clang::Decl *> Inlined, Pointed;
  /// Those that belong to the analysis under way.
  llvm::SmallVector<const clang::Decl *, 16> InlinedNow;
};

} // namespace custody

#endif // CUSTODY_ENGINE_LEARNER_H
