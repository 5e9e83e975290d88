//===- FixReleaser.cpp - The release function that fits -------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/Fixes.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace custody {
namespace {

struct Edit {
  const Finding &F;
  const FunctionText &Text;
  llvm::StringRef Right;

  Fix fromCall(const CallExpr *Call) const {
    const FunctionDecl *Wrong = Call->getDirectCallee();
    const auto *Name =
        dyn_cast<DeclRefExpr>(Call->getCallee()->IgnoreParenImpCasts());
    if (!Wrong || !Name || Call->getNumArgs() != 1 ||
        !Text.isEditable(Call->getSourceRange()))
      return {};
    const Expr *Arg = Call->getArg(0);
    bool Unused = Text.isStatement(Call);
    if (Right == "delete" || Right == "delete[]") {
      if (!Unused || !mayDelete(Arg))
        return {};
      // `free(p)` -> `delete p`; what is written in between may be anything.
      return {FixItHint::CreateReplacement(
          Call->getSourceRange(),
          Right.str() + " " + operand(Text.written(Arg->getSourceRange())))};
    }
    const FunctionDecl *To = Text.callable(Right, Arg, Call->getBeginLoc());
    if (!To || (!Unused && !Text.Ctx.hasSameType(To->getReturnType(),
                                                 Wrong->getReturnType())))
      return {};
    return {FixItHint::CreateReplacement(Name->getSourceRange(), Right)};
  }

  Fix fromDelete(const CXXDeleteExpr *Delete) const {
    const Expr *Arg = Delete->getArgument();
    if (Delete->isGlobalDelete() || !Text.isEditable(Delete->getSourceRange()))
      return {};
    SourceLocation Keyword = Delete->getBeginLoc();
    std::string Operand = Text.written(Arg->getSourceRange());
    if (Right == "delete" || Right == "delete[]") {
      if (!mayDelete(Arg))
        return {};
      return {FixItHint::CreateReplacement(
          CharSourceRange::getCharRange(Keyword, Arg->getBeginLoc()),
          Right.str() + " ")};
    }
    // Memory in which an object was built must see its destructor run.
    QualType What = Arg->getType()->getPointeeType();
    if (What.isNull() || !What.isTriviallyCopyableType(Text.Ctx) ||
        !Text.isStatement(Delete) ||
        !Text.callable(Right, Arg, Delete->getBeginLoc()))
      return {};
    return {FixItHint::CreateReplacement(Delete->getSourceRange(),
                                         Right.str() + "(" + Operand + ")")};
  }

private:
  /// `a + b` is no operand of delete as it stands.
  static std::string operand(const std::string &Written) {
    bool Plain = llvm::all_of(Written, [](char C) {
      return llvm::isAlnum(C) || C == '_' || C == '.';
    });
    return Plain ? Written : "(" + Written + ")";
  }

  /// `delete` needs the type that was made: that of the variable.
  bool mayDelete(const Expr *Arg) const {
    Arg = Arg->IgnoreParenImpCasts();
    QualType What = Arg->getType()->getPointeeType();
    if (What.isNull() || What->isIncompleteType() || What->isFunctionType())
      return false;
    auto Makes = [&](const Expr *E) {
      const auto *New = dyn_cast<CXXNewExpr>(E->IgnoreParenCasts());
      return New &&
             Text.Ctx.hasSameUnqualifiedType(New->getAllocatedType(), What);
    };
    const VarDecl *V = Text.localVariable(Arg);
    if (!V)
      return Makes(Arg);
    return llvm::any_of(Text.useOf(V).Values, Makes);
  }
};

} // namespace

Fix fixReleaser(const Finding &F, const Stmt *Release,
                const FunctionText &Text) {
  if (!F.By || F.By->IsOwner || !F.Before.From || !F.Before.Fam ||
      F.Before.Fam->Releasers.empty())
    return {};
  Edit E{F, Text, F.Before.Fam->Releasers.front()};
  llvm::StringRef Source = F.Before.From->Name;
  if (const auto *Call = dyn_cast<CallExpr>(Release)) {
    if (Call->getNumArgs() == 1 && Text.alwaysFrom(Call->getArg(0), Source))
      return E.fromCall(Call);
  } else if (const auto *Delete = dyn_cast<CXXDeleteExpr>(Release)) {
    if (Text.alwaysFrom(Delete->getArgument(), Source))
      return E.fromDelete(Delete);
  }
  return {};
}

} // namespace custody
