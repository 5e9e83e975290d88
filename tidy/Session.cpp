//===- Session.cpp - One analysis for all of custody's checks -------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tidy/Session.h"
#include "clang-tidy/ClangTidyCheck.h"
#include "tidy/Analysis.h"
#include "tidy/Editing.h"
#include "tidy/Settings.h"
#include "clang/AST/ASTContext.h"
#include "clang/Analysis/PathDiagnostic.h"
#include "clang/StaticAnalyzer/Core/AnalyzerOptions.h"
#include <mutex>

using namespace clang;
using namespace ento;

namespace custody {

std::string checkName(const RuleInfo &Rule) {
  return std::string("custody-") + Rule.Id;
}

std::shared_ptr<Session> Session::join(tidy::ClangTidyContext &Context,
                                       tidy::ClangTidyCheck &Check,
                                       unsigned Rule) {
  // clangd makes checks in several threads, each with a context of its own.
  static std::mutex Lock;
  static std::map<const void *, std::weak_ptr<Session>> Running;
  std::lock_guard<std::mutex> Guard(Lock);
  std::shared_ptr<Session> S = Running[&Context].lock();
  // clang-tidy keeps its context for file after file.
  if (!S || S->Checks.count(Rule)) {
    S = std::make_shared<Session>(Context);
    for (auto I = Running.begin(); I != Running.end();)
      I = I->second.expired() ? Running.erase(I) : std::next(I);
    Running[&Context] = S;
  }
  S->Checks[Rule] = &Check;
  return S;
}

bool Session::isOn(unsigned Rule) const {
  const RuleInfo &Info = catalogue()[Rule];
  return Info.OnByDefault || isNamed(Context, checkName(Info));
}

bool Session::starts(unsigned Rule) const {
  for (const auto &[Each, Check] : Checks)
    if (isOn(Each))
      return Each == Rule;
  return false;
}

void Session::run(ASTContext &Ctx) {
  if (!PP)
    return;
  AnalysisRequest Request;
  // Nothing of the language is modelled without `core`; clang-tidy has checks
  // of its own for what it reports. Other checkers of clang's take part if they
  // are on: who sees a defect first tells it, and it is not told twice.
  Request.Checkers = {"core"};
  for (StringRef Stock : AnalyzerOptions::getRegisteredCheckers(
           Context.canEnableAnalyzerAlphaCheckers()))
    if (Context.isCheckEnabled(("clang-analyzer-" + Stock).str()))
      Request.Checkers.push_back(Stock.str());
  for (const auto &[Rule, Check] : Checks)
    if (isOn(Rule))
      Request.Checkers.push_back(std::string("custody.") +
                                 catalogue()[Rule].Id);
  Request.Config = analyzerConfig(Context);
  // clang-tidy drops what stands in a file that is not the user's source, as a
  // model is, and does not survive what it has not numbered itself.
  auto OnError = [this](const ModelError &E) {
    std::string Where = E.File;
    if (E.Line)
      Where += ":" + std::to_string(E.Line) + ":" + std::to_string(E.Column);
    Context.configurationDiag("%0: %1", DiagnosticIDs::Error)
        << Where << E.Message;
  };
  std::vector<Telling> Found;
  std::unique_ptr<Editing> Edits = Editing::of(Ctx, Request);
  analyze(
      Ctx, *PP, Request, OnError,
      [&](const PathDiagnostic &D) {
        if (auto F = finding(D))
          Found.push_back(std::move(*F));
      },
      Edits.get());
  if (Edits)
    Edits->end(Found);
  for (const Telling &F : Found)
    say(F);
}

std::optional<Telling> Session::finding(const PathDiagnostic &D) const {
  for (const auto &[Rule, Check] : Checks) {
    if (D.getCheckerName() != std::string("custody.") + catalogue()[Rule].Id)
      continue;
    Telling F;
    F.Rule = Rule;
    F.Entry = D.getAnalysisEntryPoint();
    auto Add = [&](PathDiagnosticLocation Where, StringRef Text,
                   const PathDiagnosticPiece &Piece,
                   ArrayRef<FixItHint> Fixes) {
      F.Steps.push_back({Where.asLocation(), Text.str(),
                         Piece.getRanges().vec(), Fixes.vec()});
    };
    const PathDiagnosticPiece &Last = *D.path.back();
    Add(D.getLocation(), D.getShortDescription(), Last, Last.getFixits());
    PathPieces Steps = D.path.flatten(/*ShouldFlattenMacros=*/true);
    for (const auto &Step : Steps)
      // The path ends where the warning stands, with the same words.
      if (Step->getString() != D.getShortDescription())
        Add(Step->getLocation(), Step->getString(), *Step, {});
    return F;
  }
  return std::nullopt;
}

void Session::say(const Telling &F) {
  DiagnosticIDs::Level Level = DiagnosticIDs::Warning;
  for (const Telling::Step &Step : F.Steps) {
    DiagnosticBuilder B = Checks.at(F.Rule)->diag(Step.At, "%0", Level)
                          << Step.Text;
    for (SourceRange Range : Step.Ranges)
      B << Range;
    for (const FixItHint &Fix : Step.Fixes)
      B << Fix;
    Level = DiagnosticIDs::Note;
  }
}

} // namespace custody
