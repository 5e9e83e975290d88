//===- Comments.cpp - Ownership written in comments -----------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/Comments.h"
#include "model/YamlAccess.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;
using llvm::StringRef;

namespace custody {

namespace {

constexpr char Mark[] = "custody:";

//===----------------------------------------------------------------------===//
// Where a declaration's comments are
//===----------------------------------------------------------------------===//

/// The part of a declaration that comments stand around: offsets of its first
/// and its last token before a body.
struct Extent {
  unsigned Begin, End;
};

SourceLocation lastToken(const Decl *D) {
  if (const auto *F = dyn_cast<FunctionDecl>(D)) {
    if (F->doesThisDeclarationHaveABody() && F->getBody())
      return F->getBody()->getBeginLoc();
  } else if (const auto *T = dyn_cast<TagDecl>(D)) {
    if (T->getBraceRange().isValid())
      return T->getBraceRange().getBegin();
  }
  return D->getEndLoc();
}

SourceLocation firstToken(const Decl *D) {
  if (const TemplateDecl *T = D->getDescribedTemplate())
    return T->getBeginLoc();
  return D->getBeginLoc();
}

Extent extentOf(const Decl *D, FileID File, const SourceManager &SM) {
  auto Offset = [&](SourceLocation Loc, unsigned Default) {
    auto [Where, At] = SM.getDecomposedLoc(SM.getExpansionLoc(Loc));
    return Loc.isValid() && Where == File ? At : Default;
  };
  Extent E;
  E.Begin = Offset(firstToken(D), 0);
  E.End = std::max(E.Begin, Offset(lastToken(D), E.Begin));
  // Attributes may stand on lines of their own before it.
  for (const Attr *A : D->attrs())
    if (!A->isInherited())
      E.Begin = std::min(E.Begin, Offset(A->getLocation(), E.Begin));
  return E;
}

/// The comment lines that end right above the line that begins at \p Line:
/// from the first of them on.
StringRef linesAbove(StringRef Text, size_t Line) {
  size_t First = Line;
  bool InBlock = false;
  while (First > 0) {
    size_t Begin = Text.take_front(First - 1).rfind('\n') + 1;
    StringRef Each = Text.slice(Begin, First - 1).trim();
    bool Opens = Each.substr(0, 2) == "/*", Slashes = Each.substr(0, 2) == "//";
    bool Closes = Each.size() > 1 && Each.take_back(2) == "*/";
    if (InBlock)
      InBlock = !Opens;
    else if (Closes && !Opens)
      InBlock = true;
    else if (!Slashes && !(Opens && Closes))
      break;
    // A block that begins behind code belongs to that.
    if (InBlock && Each.find("/*") != StringRef::npos)
      break;
    First = Begin;
  }
  return InBlock ? StringRef() : Text.slice(First, Line);
}

/// Calls \p See with each comment on the lines of \p E, those before other
/// declarations and in bodies left out.
template <class Fn>
void eachCommentOn(StringRef Text, size_t Line, Extent E, SourceLocation Start,
                   const LangOptions &Lang, Fn See) {
  Lexer Lex(Start, Lang, Text.begin(), Text.begin() + Line, Text.end());
  Lex.SetCommentRetentionState(true);
  llvm::SmallVector<StringRef, 2> Before;
  bool Ended = false;
  Token Tok;
  while (!Lex.LexFromRawLexer(Tok) && Tok.isNot(tok::eof)) {
    size_t At = Tok.getLocation().getRawEncoding() - Start.getRawEncoding();
    if (At > E.End && Tok.isAtStartOfLine())
      break;
    if (Tok.is(tok::comment)) {
      StringRef Comment = Text.substr(At, Tok.getLength());
      if (At < E.Begin)
        Before.push_back(Comment);
      else
        See(Comment);
    } else if (At < E.Begin) {
      if (Tok.isOneOf(tok::semi, tok::l_brace, tok::r_brace))
        Before.clear();
    } else if (At >= E.End && Tok.isOneOf(tok::semi, tok::l_brace)) {
      Ended = true;
    } else if (Ended) {
      break;
    }
  }
  llvm::for_each(Before, See);
}

/// Calls \p See with each statement in \p Comments, which is of comments only.
template <class Fn> void eachStatement(StringRef Comments, Fn See) {
  while (!Comments.empty()) {
    StringRef Line;
    std::tie(Line, Comments) = Comments.split('\n');
    Line = Line.ltrim(" \t/*!<");
    if (!Line.consume_front(Mark))
      continue;
    Line = Line.take_front(Line.find("*/"));
    while (!Line.empty()) {
      StringRef Each;
      std::tie(Each, Line) = Line.split(';');
      if (!Each.trim().empty())
        See(Each.trim());
    }
  }
}

} // namespace

bool Comments::speaks(FileID File) {
  auto Known = Speaking.find(File);
  if (Known != Speaking.end())
    return Known->second;
  const SourceManager &SM = Ctx.getSourceManager();
  // Nobody writes them into the headers of others.
  bool Speaks = !SM.isInSystemHeader(SM.getLocForStartOfFile(File)) &&
                SM.getBufferData(File).find(Mark) != StringRef::npos;
  Speaking[File] = Speaks;
  return Speaks;
}

llvm::SmallVector<Comments::Phrase, 2> Comments::phrases(const Decl *D,
                                                         FileID &File) {
  llvm::SmallVector<Phrase, 2> All;
  const SourceManager &SM = Ctx.getSourceManager();
  SourceLocation Loc = SM.getExpansionLoc(D->getLocation());
  if (Loc.isInvalid())
    return All;
  File = SM.getFileID(Loc);
  if (!speaks(File))
    return All;
  StringRef Text = SM.getBufferData(File);
  Extent E = extentOf(D, File, SM);
  size_t Line = Text.take_front(E.Begin).rfind('\n') + 1;
  auto See = [&](StringRef Comments) {
    eachStatement(Comments, [&](StringRef Each) {
      All.push_back({Each, unsigned(Each.begin() - Text.begin())});
    });
  };
  See(linesAbove(Text, Line));
  eachCommentOn(Text, Line, E, SM.getLocForStartOfFile(File), Ctx.getLangOpts(),
                See);
  return All;
}

SourceLocation Comments::begin(const Phrase &P, FileID File) const {
  return Ctx.getSourceManager().getLocForStartOfFile(File).getLocWithOffset(
      P.Offset);
}

//===----------------------------------------------------------------------===//
// What they say
//===----------------------------------------------------------------------===//

namespace {

/// One statement about a function.
class Sentence {
public:
  Sentence(const FunctionDecl *F, StringRef Text, SourceLocation At,
           unsigned Offset, MistakeHandler Mistake)
      : F(F), Text(Text), At(At), Offset(Offset), Mistake(Mistake) {}

  /// False if it cannot be meant; that has been told.
  bool parse(Statement &S) {
    auto [Word, Rest] = Text.split(' ');
    Rest = Rest.trim();
    S = {Verb::Returns, -1, Rest, At};
    if (Word == "returns" || Word == "borrows")
      return result(Word, Rest, S);
    if (Word == "releases")
      S.What = Verb::Releases;
    else if (Word == "adopts")
      S.What = Verb::Adopts;
    else if (Word == "out")
      S.What = Verb::Out;
    else
      return wrong(
          "'" + Word + "' says nothing about a function" +
          hint(Word, {"returns", "borrows", "releases", "adopts", "out"}));
    return argument(Word, Rest, S);
  }

private:
  const FunctionDecl *F;
  StringRef Text;
  SourceLocation At;
  unsigned Offset;
  MistakeHandler Mistake;

  bool wrong(const llvm::Twine &Message) {
    Mistake(At, Message);
    return false;
  }

  bool result(StringRef Word, StringRef Rest, Statement &S) {
    if (F->getReturnType()->isVoidType())
      return wrong("'" + F->getNameAsString() + "' returns nothing; '" + Word +
                   "' speaks of the result");
    if (Word == "borrows" || Rest == "lent") {
      S.What = Verb::Borrows;
      S.Family = StringRef();
      return Rest.empty() || Rest == "lent" ||
             wrong("nothing follows 'borrows': what is lent has no family");
    }
    S.Family.consume_front("owned ");
    S.Family = S.Family.trim();
    return !S.Family.empty() ||
           wrong("'returns' names no family; write one, such as 'returns "
                 "malloc'");
  }

  bool argument(StringRef Word, StringRef Rest, Statement &S) {
    // `releases widget`, where one parameter can be meant; else `releases w as
    // widget`.
    size_t As = Rest.find(" as ");
    StringRef Who = As == StringRef::npos ? StringRef() : Rest.take_front(As);
    S.Family = As == StringRef::npos ? Rest : Rest.drop_front(As + 4);
    S.Indirect = S.What == Verb::Releases && S.Family.consume_back("*");
    S.Family = S.Family.trim();
    if (S.Family.empty())
      return wrong("'" + Word + "' names no family; write '" + Word +
                   " PARAMETER as FAMILY'");
    S.Param = As == StringRef::npos ? nearestParameter() : named(Who.trim());
    if (S.Param < 0)
      return As == StringRef::npos
                 ? wrong("'" + Word +
                         "' does not say which parameter; write '" + Word +
                         " " + example() + " as " + S.Family + "'")
                 : false;
    if (S.What == Verb::Out &&
        F->getParamDecl(S.Param)->getType()->getPointeeType().isNull())
      return wrong("'out' needs a parameter that points to what the call "
                   "writes; '" +
                   F->getParamDecl(S.Param)->getName() + "' is no pointer");
    return true;
  }

  std::string example() {
    for (const ParmVarDecl *P : F->parameters())
      if (P->getIdentifier())
        return P->getName().str();
    return "argument 0";
  }

  /// The parameter called \p Who, or `argument N`; -1 if there is none.
  int named(StringRef Who) {
    StringRef Digits = Who;
    unsigned N = 0;
    if (Digits.consume_front("argument ") &&
        !Digits.trim().getAsInteger(10, N)) {
      if (N < F->getNumParams())
        return N;
      wrong("'" + F->getNameAsString() + "' has no argument " + llvm::Twine(N) +
            "; they count from 0");
      return -1;
    }
    Names All;
    for (const ParmVarDecl *P : F->parameters()) {
      if (P->getIdentifier() && P->getName() == Who)
        return P->getFunctionScopeIndex();
      if (P->getIdentifier())
        All.push_back(P->getName().str());
    }
    wrong("'" + F->getNameAsString() + "' has no parameter '" + Who + "'" +
          (All.empty() ? std::string("; write 'argument N', from 0")
                       : hint(Who, All)));
    return -1;
  }

  /// The only parameter, or the one that the comment stands behind.
  int nearestParameter() {
    if (F->getNumParams() == 1)
      return 0;
    const SourceManager &SM = F->getASTContext().getSourceManager();
    auto Begin = [&](const ParmVarDecl *P) {
      return SM.getExpansionLoc(P->getBeginLoc());
    };
    const ParmVarDecl *Last = nullptr, *Earlier = nullptr;
    for (const ParmVarDecl *P : F->parameters())
      if (SM.getFileOffset(Begin(P)) < Offset) {
        Earlier = Last;
        Last = P;
      }
    if (!Last)
      return -1;
    unsigned End = SM.getFileOffset(SM.getExpansionLoc(lastToken(F)));
    auto Line = [&](const ParmVarDecl *P) {
      return SM.getExpansionLineNumber(P->getBeginLoc());
    };
    // Behind the whole, only a line of its own makes clear which is meant.
    if (Offset > End && (SM.getExpansionLineNumber(At) != Line(Last) ||
                         !Earlier || Line(Earlier) == Line(Last)))
      return -1;
    return Last->getFunctionScopeIndex();
  }
};

} // namespace

bool parseStatement(const FunctionDecl *F, StringRef Text, SourceLocation At,
                    MistakeHandler Mistake, Statement &S) {
  return Sentence(F, Text, At, /*Offset=*/0, Mistake).parse(S);
}

bool Comments::describes(const FunctionDecl *F) {
  FileID File;
  return !phrases(F, File).empty();
}

bool Comments::read(const FunctionDecl *F,
                    llvm::function_ref<void(const Statement &)> Add,
                    MistakeHandler Mistake) {
  FileID File;
  llvm::SmallVector<Phrase, 2> All = phrases(F, File);
  for (const Phrase &P : All) {
    SourceLocation At = begin(P, File);
    Statement S;
    if (Sentence(F, P.Text, At, P.Offset, Mistake).parse(S))
      Add(S);
  }
  return !All.empty();
}

StringRef Comments::owner(const Decl *D, MistakeHandler Mistake) {
  FileID File;
  for (const Phrase &P : phrases(D, File)) {
    SourceLocation At = begin(P, File);
    auto [Word, Rest] = P.Text.split(' ');
    if (Word != "owns" && Word != "owner")
      Mistake(At, "'" + Word + "' says nothing about a class or a field" +
                      hint(Word, {"owns"}));
    else if (Rest.trim().empty())
      Mistake(At, "'" + Word +
                      "' names no family; write one, such as 'owns malloc'");
    else
      return Rest.trim();
  }
  return StringRef();
}

} // namespace custody
