//===- Analysis.cpp - The analyzer inside another program -----------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang's own consumer for this cannot be used: in a program with several
// threads, which clangd is, it leaves callbacks behind that end in a double
// free. What follows does the same with the parts that it is made of.
//
//===----------------------------------------------------------------------===//

#include "tidy/Analysis.h"
#include "plugin/Checkers.h"
#include "tidy/Compat.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclObjC.h"
#include "clang/Analysis/Analyses/LiveVariables.h"
#include "clang/Analysis/CallGraph.h"
#include "clang/Analysis/PathDiagnostic.h"
#include "clang/CrossTU/CrossTranslationUnit.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/StaticAnalyzer/Core/CheckerManager.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/AnalysisManager.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExprEngine.h"
#include "llvm/ADT/PostOrderIterator.h"

using namespace clang;
using namespace ento;

namespace custody {
namespace {

using Taker = llvm::function_ref<void(const PathDiagnostic &)>;

/// Receives the reports as the analyzer's own text output would.
class Bridge : public PathDiagnosticConsumer {
public:
  explicit Bridge(Taker Take) : Take(Take) {}

  StringRef getName() const override { return "custody"; }
  bool supportsLogicalOpControlFlow() const override { return true; }
  // Without this, reports whose path enters a header would be dropped.
  bool supportsCrossFileDiagnostics() const override { return true; }
  void FlushDiagnosticsImpl(std::vector<const PathDiagnostic *> &Diags,
                            FilesMade *) override {
    for (const PathDiagnostic *D : Diags)
      Take(*D);
  }

private:
  Taker Take;
};

/// Analyzes the functions of the main file, callers before callees.
class Run {
public:
  Run(ASTContext &Ctx, Preprocessor &PP, CompilerInstance &CI,
      ErrorHandler OnError, Taker Take, Follower *Follow)
      : Ctx(Ctx), CTU(CI), Options(CI.getAnalyzerOpts()), Follow(Follow),
        Checkers(Ctx, Options, PP, {}, {registerCheckers}),
        Manager(Ctx, PP, compat::only(std::make_unique<Bridge>(Take)),
                CreateRegionStoreManager, CreateRangeConstraintManager,
                &Checkers, Options) {
    setErrorHandler(Checkers, std::move(OnError));
  }

  void translationUnit() {
    const TranslationUnitDecl *TU = Ctx.getTranslationUnitDecl();
    BugReporter BR(Manager);
    BR.setAnalysisEntryPoint(TU);
    Checkers.runCheckersOnASTDecl(TU, Manager, BR);
    functions();
    Checkers.runCheckersOnEndOfTranslationUnit(TU, Manager, BR);
    BR.FlushReports();
  }

private:
  void functions() {
    CallGraph Graph;
    for (Decl *D : own())
      // Methods come with the container that they stand in.
      if (!isa<ObjCMethodDecl>(D))
        Graph.addToCallGraph(D);
    if (Follow)
      Follow->begin(Graph);
    SetOfConstDecls Inlined, Done;
    llvm::ReversePostOrderTraversal<CallGraph *> CallersFirst(&Graph);
    for (CallGraphNode *Node : CallersFirst) {
      Decl *D = Node->getDecl();
      if (!D || Done.count(D) || !isWorthwhile(D, Inlined))
        continue;
      if (Follow && Follow->isInVain())
        return;
      if (Follow && Follow->isKnown(D, Inlined))
        continue;
      // A later declaration is exchanged for the one with the body.
      if (const auto *F = dyn_cast<FunctionDecl>(D))
        F->hasBody(F);
      SetOfConstDecls Callees;
      function(D, modeFor(D, Inlined),
               Options.InliningMode == All ? nullptr : &Callees);
      for (const Decl *Callee : Callees)
        Inlined.insert(
            isa<ObjCMethodDecl>(Callee) ? Callee : Callee->getCanonicalDecl());
      if (Follow)
        Follow->analyzed(D, Callees);
      Done.insert(D);
    }
  }

  /// The declarations at the top among which the functions to analyze are. In
  /// an editor, those of headers are in a precompiled preamble, which it says
  /// is to be left alone: to walk it would read all of it, with every body.
  std::vector<Decl *> own() {
    std::vector<Decl *> Scope = Ctx.getTraversalScope();
    if (Scope.size() == 1 && isa<TranslationUnitDecl>(Scope.front())) {
      const DeclContext *TU = Ctx.getTranslationUnitDecl();
      Scope.assign(TU->decls_begin(), TU->decls_end());
    }
    return Scope;
  }

  /// False for what was seen already from its callers.
  static bool isWorthwhile(const Decl *D, const SetOfConstDecls &Inlined) {
    if (const auto *C = dyn_cast<CXXConstructorDecl>(D))
      if (C->isInheritingConstructor())
        return false;
    if (isa<ObjCMethodDecl>(D))
      return true;
    if (const auto *M = dyn_cast<CXXMethodDecl>(D))
      if (M->isCopyAssignmentOperator() || M->isMoveAssignmentOperator())
        return true;
    return !Inlined.count(D);
  }

  static ExprEngine::InliningModes modeFor(const Decl *D,
                                           const SetOfConstDecls &Inlined) {
    const auto *M = dyn_cast<ObjCMethodDecl>(D);
    return M && Inlined.count(D) && M->getMethodFamily() != OMF_init
               ? ExprEngine::Inline_Minimal
               : ExprEngine::Inline_Regular;
  }

  void function(Decl *D, ExprEngine::InliningModes Mode,
                SetOfConstDecls *Callees) {
    const SourceManager &SM = Ctx.getSourceManager();
    const Stmt *Body = D->hasBody() ? D->getBody() : nullptr;
    if (!Body)
      return;
    SourceLocation Loc = SM.getExpansionLoc(Body->getBeginLoc());
    if (Loc.isInvalid() || SM.isInSystemHeader(Loc) ||
        (!Manager.isInCodeFile(Loc) && !Options.AnalyzeAll))
      return;
    Manager.ClearContexts();
    AnalysisDeclContext *Context = Manager.getAnalysisDeclContext(D);
    if (Context->isBodyAutosynthesized() || !Manager.getCFG(D) ||
        !Context->getAnalysis<RelaxedLiveVariables>())
      return;
    ExprEngine Engine(CTU, Manager, Callees, &Summaries, Mode);
    Engine.ExecuteWorkList(
        Manager.getAnalysisDeclContextManager().getStackFrame(D),
        Options.MaxNodesPerTopLevelFunction);
    Engine.getBugReporter().FlushReports();
  }

  ASTContext &Ctx;
  cross_tu::CrossTranslationUnitContext CTU;
  AnalyzerOptions &Options;
  Follower *Follow;
  CheckerManager Checkers;
  FunctionSummariesTy Summaries;
  AnalysisManager Manager; // Its end hands the reports over.
};

/// Code that nobody wrote by hand, which the analyzer leaves alone.
bool isGenerated(const SourceManager &SM, const AnalyzerOptions &Options) {
  StringRef Text = SM.getBufferOrFake(SM.getMainFileID()).getBuffer();
  return (Options.ShouldIgnoreBisonGeneratedFiles &&
          Text.contains("/* A Bison parser, made by")) ||
         (Options.ShouldIgnoreFlexGeneratedFiles &&
          Text.contains("/* A lexical scanner generated by flex"));
}

} // namespace

void analyze(ASTContext &Ctx, Preprocessor &PP, const AnalysisRequest &Request,
             ErrorHandler OnError, Taker Take, Follower *Follow) {
  DiagnosticsEngine &Diags = Ctx.getDiagnostics();
  // A warning that -Werror has made an error does not count.
  if (Diags.hasUncompilableErrorOccurred() || Diags.hasFatalErrorOccurred())
    return;
  // The fields of AnalyzerOptions get their defaults from the command line's
  // parser only, which also turns the configuration into fields.
  std::vector<std::string> Words = {"-analyzer-config-compatibility-mode=true"};
  for (const std::string &Checker : Request.Checkers)
    Words.push_back("-analyzer-checker=" + Checker);
  for (const auto &[Key, Value] : Request.Config)
    // A comma would begin another entry; custody's own options are below.
    if (!StringRef(Value).contains(',')) {
      Words.push_back("-analyzer-config");
      Words.push_back(Key + "=" + Value);
    }
  std::vector<const char *> Args;
  for (const std::string &Word : Words)
    Args.push_back(Word.c_str());
  // The engine asks a compiler instance for little more than the options and
  // the syntax tree.
  CompilerInstance CI;
  CompilerInvocation::CreateFromArgs(CI.getInvocation(), Args, Diags);
  compat::shareContext(CI, Ctx);
  AnalyzerOptions &Options = CI.getAnalyzerOpts();
  for (const auto &[Key, Value] : Request.Config)
    Options.Config[Key] = Value;
  if (isGenerated(Ctx.getSourceManager(), Options))
    return;
  Run(Ctx, PP, CI, std::move(OnError), Take, Follow).translationUnit();
}

} // namespace custody
