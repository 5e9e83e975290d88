//===- Fixes.cpp - Edits that mend a finding ------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/Fixes.h"
#include "rules/PathNotes.h"

using namespace clang;
using namespace ento;

namespace custody {

Fix fixFor(const Finding &F, const ExplodedNode *Site,
           const ExplodedNode *End) {
  const Stmt *At = Site->getStmtForDiagnostics();
  const StackFrameContext *Frame = Site->getStackFrame();
  const Decl *D = Frame->getDecl();
  const Stmt *Body = D ? D->getBody() : nullptr;
  // A template's text serves all that it is instantiated with.
  if (!At || !Body || D->isTemplated() || D->isImplicit() ||
      userLocation(Site, D->getASTContext().getSourceManager()).isValid())
    return {};
  if (const auto *Function = dyn_cast<FunctionDecl>(D))
    if (Function->isTemplateInstantiation())
      return {};
  FunctionText Text(*D, *Body, Frame->getParentMap());
  switch (F.What) {
  case Defect::WrongFamily:
    return F.Adopting ? fixOwner(F, At, Text) : fixReleaser(F, At, Text);
  case Defect::Overwritten:
    return fixOverwriting(F, At, Text);
  case Defect::Lost:
    return fixEarlyReturn(F, At, End, Text);
  default:
    return {};
  }
}

} // namespace custody
