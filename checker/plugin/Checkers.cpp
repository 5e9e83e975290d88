//===- Checkers.cpp - What custody registers with the analyzer ------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A hidden checker, `custody.model`, listens to the analyzer and passes every
// callback on to the engine of the translation unit. Each rule is a checker
// that depends on it and merely says that it is on, and under which name.
//
//===----------------------------------------------------------------------===//

#include "plugin/Checkers.h"
#include "engine/Engine.h"
#include "plugin/Compat.h"
#include "plugin/ModelDiagnostics.h"
#include "clang/StaticAnalyzer/Core/AnalyzerOptions.h"
#include "clang/StaticAnalyzer/Core/CheckerManager.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/AnalysisManager.h"
#include "clang/StaticAnalyzer/Frontend/CheckerRegistry.h"

using namespace clang;
using namespace ento;
using namespace custody;

namespace {

class OwnershipChecker
    : public Checker<
          check::ASTDecl<TranslationUnitDecl>, check::PreCall, check::PostCall,
          check::NewAllocator, check::PostStmt<CXXDefaultInitExpr>,
          check::PreStmt<ReturnStmt>, check::PreStmt<BinaryOperator>,
          check::PreStmt<ArraySubscriptExpr>, check::PreStmt<UnaryOperator>,
          check::PreStmt<MemberExpr>, check::Location, check::Bind,
          check::LiveSymbols, check::DeadSymbols, check::EndFunction,
          check::PointerEscape, check::RegionChanges, check::BeginFunction,
          check::EndAnalysis, check::EndOfTranslationUnit, eval::Assume> {
public:
  Reporter Rules;
  std::string ModelFiles, FactsFile, LearnFile;
  /// Takes errors in models; clang's diagnostics do if there is none.
  ErrorHandler OnError;

  void checkASTDecl(const TranslationUnitDecl *TU, AnalysisManager &Mgr,
                    BugReporter &BR) const {
    Engine &E = engine(Mgr.getASTContext());
    E.declarations(TU, BR);
    if (Learner *L = E.learner())
      L->declarations(TU);
  }
  void checkBeginFunction(CheckerContext &C) const {
    if (Learner *L = engine(C).learner())
      L->begins(C);
  }
  void checkEndAnalysis(ExplodedGraph &G, BugReporter &,
                        ExprEngine &Analyzer) const {
    if (E && E->learner())
      E->learner()->analyzed(G, Analyzer);
  }
  void checkEndOfTranslationUnit(const TranslationUnitDecl *TU,
                                 AnalysisManager &Mgr, BugReporter &) const {
    Learner *L = engine(TU->getASTContext()).learner();
    if (!L)
      return;
    L->finish(TU);
    std::error_code EC;
    llvm::raw_fd_ostream OS(LearnFile, EC);
    if (!EC) {
      OS << L->facts().serialized();
      OS.close();
      EC = OS.error();
      OS.clear_error();
    }
    if (!EC)
      return;
    if (OnError) {
      OnError(
          {LearnFile, 0, 0, "cannot write custody's facts: " + EC.message()});
      return;
    }
    DiagnosticsEngine &Diags = Mgr.getASTContext().getDiagnostics();
    unsigned Id = Diags.getCustomDiagID(
        DiagnosticsEngine::Error, "cannot write custody's facts to '%0': %1");
    Diags.Report(Id) << LearnFile << EC.message();
  }

  void checkPreCall(const CallEvent &Call, CheckerContext &C) const {
    Path P(C);
    engine(C).beforeCall(Call, P);
    P.finish();
  }
  void checkPostCall(const CallEvent &Call, CheckerContext &C) const {
    Path P(C);
    engine(C).afterCall(Call, P);
    P.finish();
  }
  void checkNewAllocator(const CXXAllocatorCall &Call,
                         CheckerContext &C) const {
    Path P(C);
    engine(C).allocated(Call, P);
    P.finish();
  }
  void checkPostStmt(const CXXDefaultInitExpr *E, CheckerContext &C) const {
    Path P(C);
    engine(C).defaultInitialized(E, P);
    P.finish();
  }
  void checkPreStmt(const ReturnStmt *S, CheckerContext &C) const {
    Path P(C);
    engine(C).returned(S, P);
    P.finish();
  }
  void checkPreStmt(const BinaryOperator *E, CheckerContext &C) const {
    Path P(C);
    engine(C).calculated(E, P);
    P.finish();
  }
  void checkPreStmt(const ArraySubscriptExpr *E, CheckerContext &C) const {
    dereferenced(E->getBase(), C);
  }
  void checkPreStmt(const UnaryOperator *E, CheckerContext &C) const {
    if (E->getOpcode() == UO_Deref)
      dereferenced(E->getSubExpr(), C);
  }
  void checkPreStmt(const MemberExpr *E, CheckerContext &C) const {
    if (E->isArrow())
      dereferenced(E->getBase(), C);
  }
  void checkLocation(SVal Loc, bool IsLoad, const Stmt *,
                     CheckerContext &C) const {
    Path P(C);
    engine(C).accessed(Loc, IsLoad, P);
    P.finish();
  }
  CUSTODY_CHECK_BIND {
    Path P(C);
    engine(C).bound(Loc, Val, S, P);
    P.finish();
  }
  void checkLiveSymbols(ProgramStateRef State, SymbolReaper &Reaper) const {
    if (E)
      E->keepAlive(State, Reaper);
  }
  void checkDeadSymbols(SymbolReaper &Reaper, CheckerContext &C) const {
    Path P(C);
    engine(C).died(Reaper, P);
  }
  void checkEndFunction(const ReturnStmt *S, CheckerContext &C) const {
    Path P(C);
    engine(C).functionEnds(S, P);
  }
  ProgramStateRef evalAssume(ProgramStateRef State, SVal Condition,
                             bool Assumption) const {
    return E ? E->assumed(State, Condition, Assumption) : State;
  }
  ProgramStateRef checkPointerEscape(ProgramStateRef State,
                                     const InvalidatedSymbols &Escaped,
                                     const CallEvent *Call,
                                     PointerEscapeKind Kind) const {
    return E ? E->escaped(State, Escaped, Call, Kind) : State;
  }
  ProgramStateRef checkRegionChanges(ProgramStateRef State,
                                     const InvalidatedSymbols *,
                                     ArrayRef<const MemRegion *>,
                                     ArrayRef<const MemRegion *> Regions,
                                     const LocationContext *,
                                     const CallEvent *Call) const {
    return E ? E->regionsChanged(State, Regions, Call) : State;
  }

private:
  void dereferenced(const Expr *Pointer, CheckerContext &C) const {
    Path P(C);
    engine(C).dereferenced(Pointer, P);
    P.finish();
  }
  Engine &engine(CheckerContext &C) const { return engine(C.getASTContext()); }
  Engine &engine(ASTContext &Ctx) const {
    if (!E || For != &Ctx) {
      For = &Ctx;
      E = std::make_unique<Engine>(Ctx, Rules,
                                   OnError ? OnError : modelDiagnostics(Ctx));
      llvm::SmallVector<StringRef, 4> Files;
      StringRef(ModelFiles).split(Files, ';', -1, false);
      for (StringRef File : Files)
        E->models().loadUserFile(File.trim());
      if (!FactsFile.empty())
        E->models().loadLearnt(FactsFile);
      if (!LearnFile.empty())
        E->learn();
    }
    return *E;
  }

  mutable std::unique_ptr<Engine> E;
  mutable const ASTContext *For = nullptr;
};

/// True when \p Name itself was asked for, not merely its package.
bool namedExactly(const AnalyzerOptions &Options, StringRef Name) {
  bool Is = false;
  for (const auto &[Asked, On] : Options.CheckersAndPackages)
    if (Asked == Name)
      Is = On;
  return Is;
}

/// True when \p Checker will run: the last word on it or a package around it.
bool isEnabled(const AnalyzerOptions &Options, StringRef Checker) {
  bool Is = false;
  for (const auto &[Asked, On] : Options.CheckersAndPackages)
    if (Asked == Checker ||
        (compat::startsWith(Checker, Asked) && Checker[Asked.size()] == '.'))
      Is = On;
  return Is;
}

/// The analyzer forgives unknown options to plugins' users: say it ourselves.
void checkOptions(CheckerManager &Mgr) {
  auto Known = [](StringRef Name) {
    return llvm::any_of(options(),
                        [&](const OptionInfo &O) { return Name == O.Name; });
  };
  std::vector<std::string> Unknown;
  for (const auto &Entry : Mgr.getAnalyzerOptions().Config) {
    StringRef Key = Entry.getKey();
    auto [Checker, Option] = Key.split(':');
    if ((Checker == "custody" && !Known(Option)) ||
        (compat::startsWith(Checker, "custody.") && !Option.empty()))
      Unknown.push_back(Key.str());
  }
  llvm::sort(Unknown);
  std::string All;
  for (const OptionInfo &O : options())
    All += (All.empty() ? "custody:" : ", custody:") + std::string(O.Name) +
           "=" + O.Form;
  DiagnosticsEngine &Diags = Mgr.getDiagnostics();
  for (const std::string &Key : Unknown) {
    unsigned Id = Diags.getCustomDiagID(
        DiagnosticsEngine::Warning,
        "custody has no option '%0'; the options are: %1");
    Diags.Report(Id) << Key << All;
  }
}

void registerModel(CheckerManager &Mgr) {
  auto *Checker = Mgr.registerChecker<OwnershipChecker>();
  const AnalyzerOptions &Options = Mgr.getAnalyzerOptions();
  Checker->ModelFiles =
      Options.getCheckerStringOption("custody", "Models").str();
  Checker->FactsFile = Options.getCheckerStringOption("custody", "Facts").str();
  Checker->LearnFile = Options.getCheckerStringOption("custody", "Learn").str();
  for (const char *Stock : {"unix.Malloc", "cplusplus.NewDeleteLeaks",
                            "cplusplus.InnerPointer", "unix.Stream"})
    if (isEnabled(Options, Stock))
      Checker->Rules.StockOn.insert(Stock);
  checkOptions(Mgr);
}

template <unsigned Index> void registerRule(CheckerManager &Mgr) {
  const RuleInfo &Info = catalogue()[Index];
  CheckerNameRef Name = Mgr.getCurrentCheckerName();
  if (!Info.OnByDefault && !namedExactly(Mgr.getAnalyzerOptions(), Name))
    return;
  Mgr.getChecker<OwnershipChecker>()->Rules.enable(Index, Name);
}

bool always(const CheckerManager &) { return true; }

/// What the registry keeps references to: it must live as long as the process.
struct CheckerText {
  std::string Name, Summary, Page;
};

const std::vector<CheckerText> &checkerTexts() {
  static const std::vector<CheckerText> All = [] {
    std::vector<CheckerText> Texts;
    for (const RuleInfo &Info : catalogue())
      Texts.push_back({std::string("custody.") + Info.Id,
                       std::string(Info.Summary) +
                           (Info.OnByDefault ? "" : " (only when named)"),
                       std::string("docs/rules/") + Info.Id + ".md"});
    return Texts;
  }();
  return All;
}

template <unsigned... Index>
void addRules(CheckerRegistry &Registry,
              std::integer_sequence<unsigned, Index...>) {
  auto Add = [&](const CheckerText &Text, void (*Register)(CheckerManager &)) {
    Registry.addChecker(Register, always, Text.Name, Text.Summary, Text.Page,
                        /*IsHidden=*/false);
    Registry.addDependency(Text.Name, "custody.model");
  };
  (Add(checkerTexts()[Index], registerRule<Index>), ...);
}

constexpr unsigned RuleCount = 0
#define RULE(Class, Id, Summary, Default) +1
#include "rules/Catalogue.def"
    ;

} // namespace

llvm::ArrayRef<OptionInfo> custody::options() {
  static const OptionInfo All[] = {
      {"Models", "FILE[;FILE]", "",
       "User model files (*.custody.yaml), separated by ';'"},
      {"Facts", "FILE", "", "What was learned of the program's other files"},
      {"Learn", "FILE", "", "Write there what this file teaches others"},
  };
  return All;
}

void custody::registerCheckers(CheckerRegistry &Registry) {
  Registry.addPackage("custody");
  for (const OptionInfo &O : options())
    Registry.addPackageOption("string", "custody", O.Name, O.Default, O.Meaning,
                              "released");
  Registry.addChecker(registerModel, always, "custody.model",
                      "What custody knows of each pointer and handle",
                      "docs/models.md", /*IsHidden=*/true);
  addRules(Registry, std::make_integer_sequence<unsigned, RuleCount>());
}

void custody::setErrorHandler(CheckerManager &Mgr, ErrorHandler OnError) {
  Mgr.getChecker<OwnershipChecker>()->OnError = std::move(OnError);
}

bool custody::hostFits() {
  std::string Host = getClangFullVersion();
  if (StringRef(Host).contains("version " CLANG_VERSION_STRING))
    return true;
  llvm::errs() << "error: custody was built for clang " CLANG_VERSION_STRING
                  " and is not compatible with this version of the analyzer ("
               << Host
               << "); build it for that release with cmake "
                  "-DCUSTODY_LLVM_MAJOR=<major>\n";
  return false;
}
