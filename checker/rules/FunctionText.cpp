//===- FunctionText.cpp - What a fix must know of its function ------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/FunctionText.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/CharInfo.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace custody {

const Stmt *FunctionText::parent(const Stmt *S) const {
  do
    S = Parents.getParent(S);
  while (isa_and_nonnull<ParenExpr, ImplicitCastExpr, FullExpr>(S));
  return S;
}

bool FunctionText::isIn(const Stmt *Inner, const Stmt *Outer) const {
  for (; Inner; Inner = Parents.getParent(Inner))
    if (Inner == Outer)
      return true;
  return false;
}

bool FunctionText::isStatement(const Stmt *S) const {
  const Stmt *P = Parents.getParent(S);
  while (isa_and_nonnull<FullExpr>(P)) {
    S = P;
    P = Parents.getParent(P);
  }
  if (const auto *If = dyn_cast_or_null<IfStmt>(P))
    return S == If->getThen() || S == If->getElse();
  if (const auto *While = dyn_cast_or_null<WhileStmt>(P))
    return S == While->getBody();
  if (const auto *For = dyn_cast_or_null<ForStmt>(P))
    return S == For->getBody();
  return isa_and_nonnull<CompoundStmt, SwitchCase, LabelStmt, DoStmt>(P) &&
         !(isa<DoStmt>(P) && S == cast<DoStmt>(P)->getCond());
}

const Stmt *FunctionText::next(const Stmt *S) const {
  const auto *Block = dyn_cast_or_null<CompoundStmt>(Parents.getParent(S));
  if (!Block)
    return nullptr;
  auto I = llvm::find(Block->body(), S);
  return I == Block->body_end() || ++I == Block->body_end() ? nullptr : *I;
}

static void walk(const Stmt *S, llvm::function_ref<void(const Stmt *)> Do) {
  if (!S)
    return;
  Do(S);
  for (const Stmt *Child : S->children())
    walk(Child, Do);
}

void FunctionText::forEach(llvm::function_ref<void(const Stmt *)> Do) const {
  walk(&Body, Do);
}

bool FunctionText::isEditable(SourceRange R) const {
  const SourceManager &SM = Ctx.getSourceManager();
  return R.isValid() && R.getBegin().isFileID() && R.getEnd().isFileID() &&
         SM.isInMainFile(R.getBegin()) && SM.isInMainFile(R.getEnd());
}

bool FunctionText::isBefore(SourceLocation A, SourceLocation B) const {
  return Ctx.getSourceManager().isBeforeInTranslationUnit(A, B);
}

std::string FunctionText::written(SourceRange R) const {
  return Lexer::getSourceText(CharSourceRange::getTokenRange(R),
                              Ctx.getSourceManager(), Ctx.getLangOpts())
      .str();
}

std::string FunctionText::indent(SourceLocation L) const {
  return Lexer::getIndentationForLine(L, Ctx.getSourceManager()).str();
}

SourceLocation FunctionText::behind(SourceRange R) const {
  return Lexer::getLocForEndOfToken(R.getEnd(), 0, Ctx.getSourceManager(),
                                    Ctx.getLangOpts());
}

SourceLocation FunctionText::behindSemicolon(const Stmt *S) const {
  return Lexer::findLocationAfterToken(
      S->getEndLoc(), tok::semi, Ctx.getSourceManager(), Ctx.getLangOpts(),
      /*SkipTrailingWhitespaceAndNewLine=*/false);
}

const VarDecl *FunctionText::localVariable(const Expr *E) const {
  const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenCasts());
  const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return V && V->hasLocalStorage() && !isa<ParmVarDecl>(V) &&
                 !V->getType()->isReferenceType() &&
                 Decl::castFromDeclContext(V->getDeclContext()) == &Function
             ? V
             : nullptr;
}

VariableUse FunctionText::useOf(const VarDecl *V) const {
  VariableUse Use;
  if (V->getInit())
    Use.Values.push_back(V->getInit());
  forEach([&](const Stmt *S) {
    if (isa<LambdaExpr, BlockExpr, GCCAsmStmt>(S))
      Use.Opaque = true;
    const auto *Ref = dyn_cast<DeclRefExpr>(S);
    if (!Ref || Ref->getDecl() != V)
      return;
    Use.Mentions.push_back(Ref);
    const Stmt *P = Parents.getParent(Ref);
    while (isa_and_nonnull<ParenExpr>(P))
      P = Parents.getParent(P);
    const auto *Assign = dyn_cast_or_null<BinaryOperator>(P);
    if (Assign && Assign->getOpcode() == BO_Assign &&
        Assign->getLHS()->IgnoreParens() == Ref) {
      Use.Values.push_back(Assign->getRHS());
      return;
    }
    const auto *Read = dyn_cast_or_null<ImplicitCastExpr>(P);
    Use.Opaque |= !Read || Read->getCastKind() != CK_LValueToRValue;
  });
  return Use;
}

bool FunctionText::isFrom(const Expr *E, StringRef Source) const {
  E = E->IgnoreParenCasts();
  if (const auto *New = dyn_cast<CXXNewExpr>(E))
    return Source == (New->isArray() ? "new[]" : "new") &&
           New->getNumPlacementArgs() == 0;
  const auto *Call = dyn_cast<CallExpr>(E);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  return F && (F->getNameAsString() == Source ||
               F->getQualifiedNameAsString() == Source);
}

bool FunctionText::alwaysFrom(const Expr *E, StringRef Source) const {
  if (isFrom(E, Source))
    return true;
  const VarDecl *V = localVariable(E);
  if (!V)
    return false;
  VariableUse Use = useOf(V);
  bool Ever = false;
  for (const Expr *Value : Use.Values) {
    bool Is = isFrom(Value, Source);
    Ever |= Is;
    if (!Is && !Value->IgnoreParenCasts()->isNullPointerConstant(
                   Ctx, Expr::NPC_ValueDependentIsNotNull))
      return false;
  }
  return Ever && !Use.Opaque;
}

bool FunctionText::isNullTest(const Expr *E, const Expr *&Tested) const {
  E = E->IgnoreParenImpCasts();
  auto IsNull = [&](const Expr *Side) {
    return Side->isNullPointerConstant(Ctx, Expr::NPC_ValueDependentIsNotNull);
  };
  if (const auto *Not = dyn_cast<UnaryOperator>(E);
      Not && Not->getOpcode() == UO_LNot) {
    Tested = Not->getSubExpr()->IgnoreParenImpCasts();
    return Tested->getType()->isPointerType();
  }
  const auto *Equal = dyn_cast<BinaryOperator>(E);
  if (!Equal || Equal->getOpcode() != BO_EQ)
    return false;
  const Expr *L = Equal->getLHS(), *R = Equal->getRHS();
  if (!IsNull(R))
    std::swap(L, R);
  Tested = L->IgnoreParenImpCasts();
  return IsNull(R) && Tested->getType()->isPointerType();
}

/// True if \p Arg, as it is written, may be given to a parameter of type \p To.
static bool fits(const Expr *Arg, QualType To, const ASTContext &Ctx) {
  QualType From = Arg->IgnoreParenImpCasts()->getType();
  if (To->isIntegerType() && From->isIntegerType())
    return true;
  if (!To->isPointerType() || !From->isPointerType())
    return false;
  QualType ToWhat = To->getPointeeType(), FromWhat = From->getPointeeType();
  if ((FromWhat.getCVRQualifiers() & ~ToWhat.getCVRQualifiers()) != 0)
    return false;
  if (ToWhat->isVoidType())
    return !FromWhat->isFunctionType();
  if (FromWhat->isVoidType())
    return !Ctx.getLangOpts().CPlusPlus;
  return Ctx.hasSameUnqualifiedType(ToWhat, FromWhat);
}

const FunctionDecl *FunctionText::callable(StringRef Name, const Expr *Arg,
                                           SourceLocation At) const {
  if (!isValidAsciiIdentifier(Name))
    return nullptr;
  IdentifierInfo &Id = Ctx.Idents.get(Name);
  if (Id.hasMacroDefinition())
    return nullptr;
  // A class or namespace around the function may give the name another meaning;
  // so may a variable of its own.
  for (const DeclContext *Outer = Function.getDeclContext();
       Outer && !Outer->isTranslationUnit(); Outer = Outer->getParent())
    if (!Outer->isTransparentContext() && !Outer->lookup(&Id).empty())
      return nullptr;
  bool Hidden = false;
  forEach([&](const Stmt *S) {
    if (const auto *Decls = dyn_cast<DeclStmt>(S))
      for (const Decl *D : Decls->decls())
        if (const auto *Named = dyn_cast<NamedDecl>(D))
          Hidden |= Named->getIdentifier() == &Id;
  });
  if (const auto *F = dyn_cast<FunctionDecl>(&Function))
    for (const ParmVarDecl *P : F->parameters())
      Hidden |= P->getIdentifier() == &Id;
  if (Hidden)
    return nullptr;
  const FunctionDecl *Only = nullptr;
  for (const NamedDecl *D : Ctx.getTranslationUnitDecl()->lookup(&Id)) {
    // C++'s <stdlib.h> says `using std::free`; what that brings stands beside.
    if (isa<UsingDecl>(D))
      continue;
    const auto *F = dyn_cast<FunctionDecl>(D->getUnderlyingDecl());
    if (!F || (Only && Only->getCanonicalDecl() != F->getCanonicalDecl()))
      return nullptr;
    Only = F;
  }
  if (!Only || Only->getNumParams() != 1 || Only->isVariadic() ||
      !fits(Arg, Only->getParamDecl(0)->getType(), Ctx))
    return nullptr;
  for (const FunctionDecl *Each : Only->redecls())
    if (!Each->isImplicit() && isBefore(Each->getLocation(), At))
      return Each;
  return nullptr;
}

bool FunctionText::isUnused(StringRef Name) const {
  return Ctx.Idents.find(Name) == Ctx.Idents.end();
}

} // namespace custody
