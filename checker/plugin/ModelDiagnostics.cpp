//===- ModelDiagnostics.cpp - Model errors as clang prints errors ---------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "plugin/ModelDiagnostics.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace custody {

ErrorHandler modelDiagnostics(ASTContext &Ctx) {
  return [&Ctx](const ModelError &E) {
    DiagnosticsEngine &Diags = Ctx.getDiagnostics();
    SourceManager &SM = Ctx.getSourceManager();
    unsigned Id = Diags.getCustomDiagID(DiagnosticsEngine::Error, "%0");
    if (E.Line != 0) {
      if (auto File = SM.getFileManager().getFileRef(E.File)) {
        FileID FID = SM.getOrCreateFileID(*File, SrcMgr::C_User);
        SourceLocation Loc = SM.translateLineCol(FID, E.Line, E.Column);
        if (Loc.isValid()) {
          Diags.Report(Loc, Id) << E.Message;
          return;
        }
      } else {
        llvm::consumeError(File.takeError());
      }
    }
    unsigned Plain = Diags.getCustomDiagID(DiagnosticsEngine::Error, "%0: %1");
    Diags.Report(Plain) << E.File << E.Message;
  };
}

} // namespace custody
