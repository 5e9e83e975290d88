//===- FixOverwriting.cpp - The result of realloc in a temporary ----------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//     p = realloc(p, n);         char *grown = realloc(p, n);
//     if (!p)                    if (!grown) {
//       return -1;                 free(p);
//                                  return -1;
//                                }
//                                p = grown;
//
// What is to happen when the call fails must be written already: a failure that
// nobody looks for cannot be mended by a temporary alone. A local pointer is
// released there; what a structure keeps is left to who owns the structure.
//
//===----------------------------------------------------------------------===//

#include "rules/Fixes.h"
#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"

using namespace clang;

namespace custody {
namespace {

/// A name for the temporary: as many have been needed before in this function
/// tell which.
std::string temporaryName(const BinaryOperator *Assignment,
                          const FunctionText &Text) {
  unsigned Earlier = 0;
  Text.forEach([&](const Stmt *S) {
    const auto *Other = dyn_cast<BinaryOperator>(S);
    Earlier += Other && Other->getOpcode() == BO_Assign &&
               Text.isBefore(Other->getBeginLoc(), Assignment->getBeginLoc()) &&
               isa<CallExpr>(Other->getRHS()->IgnoreParenCasts());
  });
  std::string Name = "grown";
  if (Earlier)
    Name += std::to_string(Earlier + 1);
  return Text.isUnused(Name) ? Name : "";
}

/// True for what a declaration can say before the name alone.
bool isPlainPointer(QualType T) {
  QualType What = T->getPointeeType();
  return !What.isNull() && !What->isFunctionType() && !What->isArrayType() &&
         !What->isPointerType() && !T.isConstQualified();
}

/// The statement that ends \p S with a return.
const ReturnStmt *endsInReturn(const Stmt *S) {
  if (const auto *Block = dyn_cast_or_null<CompoundStmt>(S))
    S = Block->body_empty() ? nullptr : Block->body_back();
  return dyn_cast_or_null<ReturnStmt>(S);
}

/// True where a jump could pass by a new variable, which C++ does not allow.
bool jumps(const FunctionText &Text) {
  bool Does = false;
  if (Text.Ctx.getLangOpts().CPlusPlus)
    Text.forEach([&](const Stmt *S) { Does |= isa<SwitchStmt, LabelStmt>(S); });
  return Does;
}

bool mentions(const Stmt *Where, const ValueDecl *D, const FunctionText &Text) {
  bool Does = false;
  Text.forEach([&](const Stmt *S) {
    if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
      Does |= Ref->getDecl() == D && Text.isIn(Ref, Where);
  });
  return Does;
}

} // namespace

Fix fixOverwriting(const Finding &F, const Stmt *At, const FunctionText &Text) {
  const auto *Assign = Text.around<BinaryOperator>(At);
  if (!Assign || Assign->getOpcode() != BO_Assign || !F.Before.Fam ||
      F.Before.Fam->Releasers.empty() || !Text.isStatement(Assign) ||
      !Text.isEditable(Assign->getSourceRange()))
    return {};
  const Expr *Pointer = Assign->getLHS();
  const auto *Call = dyn_cast<CallExpr>(Assign->getRHS()->IgnoreParenCasts());
  std::string Name = Text.written(Pointer->getSourceRange());
  if (!Call || !isPlainPointer(Pointer->getType()) ||
      llvm::none_of(Call->arguments(), [&](const Expr *Arg) {
        return Text.written(Arg->getSourceRange()) == Name;
      }))
    return {};

  const auto *Check = dyn_cast_or_null<IfStmt>(Text.next(Assign));
  const Expr *Tested = nullptr;
  const ReturnStmt *Return = Check ? endsInReturn(Check->getThen()) : nullptr;
  if (!Return || Check->getElse() || Check->getInit() ||
      !Text.isNullTest(Check->getCond(), Tested) ||
      Text.written(Tested->getSourceRange()) != Name ||
      !Text.isEditable(Check->getSourceRange()) || jumps(Text))
    return {};

  std::string Release;
  const VarDecl *Local = Text.localVariable(Pointer);
  if (Local) {
    const std::string &Right = F.Before.Fam->Releasers.front();
    if (Text.useOf(Local).Opaque || mentions(Check->getThen(), Local, Text) ||
        !Text.callable(Right, Pointer, Assign->getBeginLoc()))
      return {};
    Release = Right + "(" + Name + ");";
  } else {
    const auto *Field = dyn_cast<MemberExpr>(Pointer);
    const auto *Base =
        Field && Field->isArrow()
            ? dyn_cast<DeclRefExpr>(Field->getBase()->IgnoreParenImpCasts())
            : nullptr;
    if (!Base || !isa<ParmVarDecl>(Base->getDecl()) ||
        mentions(Check->getThen(), Base->getDecl(), Text))
      return {};
  }

  std::string Temporary = temporaryName(Assign, Text);
  const auto *Block = dyn_cast<CompoundStmt>(Check->getThen());
  SourceLocation End = Block ? Block->getRBracLoc().getLocWithOffset(1)
                             : Text.behindSemicolon(Return);
  if (Temporary.empty() || End.isInvalid())
    return {};
  std::string Indent = Text.indent(Assign->getBeginLoc());
  std::string Type = Pointer->getType().getUnqualifiedType().getAsString(
      Text.Ctx.getPrintingPolicy());
  if (Type.back() != '*')
    Type += ' ';
  std::string Tail = "\n" + Indent + Name + " = " + Temporary + ";";
  Fix Edits;
  Edits.push_back(FixItHint::CreateReplacement(Pointer->getSourceRange(),
                                               Type + Temporary));
  Edits.push_back(
      FixItHint::CreateReplacement(Tested->getSourceRange(), Temporary));
  if (Block) {
    if (!Release.empty())
      Edits.push_back(
          FixItHint::CreateInsertion(Block->getLBracLoc().getLocWithOffset(1),
                                     "\n" + Indent + "  " + Release));
  } else if (!Release.empty()) {
    // The brace goes behind the condition, on its line.
    Edits.push_back(
        FixItHint::CreateInsertion(Check->getRParenLoc().getLocWithOffset(1),
                                   " {\n" + Indent + "  " + Release));
    Tail = "\n" + Indent + "}" + Tail;
  }
  Edits.push_back(FixItHint::CreateInsertion(End, Tail));
  return Edits;
}

} // namespace custody
