//===- Comments.h - Ownership written in comments ---------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `// custody: returns widget` above a declaration or on its lines says what
// CUSTODY_RETURNS(widget) says, where a macro is not welcome. Clang keeps no
// ordinary comments: the text around a declaration is read again, and only in
// files that have such a comment anywhere.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_COMMENTS_H
#define CUSTODY_MODEL_COMMENTS_H

#include "model/Statement.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/DenseMap.h"

namespace custody {

/// What \p Text, the words of a comment, says of \p F, into \p S. Text that
/// stands nowhere in particular has to say which parameter it means, unless
/// there is only one. False if it cannot be meant; that has been told.
bool parseStatement(const clang::FunctionDecl *F, llvm::StringRef Text,
                    clang::SourceLocation At, MistakeHandler Mistake,
                    Statement &S);

class Comments {
public:
  explicit Comments(const clang::ASTContext &Ctx) : Ctx(Ctx) {}

  /// Hands what the comments of this one declaration of \p F say to \p Add, and
  /// what they cannot mean to \p Mistake. True if there is anything of either.
  bool read(const clang::FunctionDecl *F,
            llvm::function_ref<void(const Statement &)> Add,
            MistakeHandler Mistake);

  /// True if a comment of this one declaration of \p F speaks.
  bool describes(const clang::FunctionDecl *F);

  /// The family that a comment of the record or field \p D says it owns; empty
  /// if none does.
  llvm::StringRef owner(const clang::Decl *D, MistakeHandler Mistake);

private:
  /// A statement in words, and the offset of its first in the file.
  struct Phrase {
    llvm::StringRef Text;
    unsigned Offset;
  };
  const clang::ASTContext &Ctx;
  llvm::DenseMap<clang::FileID, bool> Speaking;

  bool speaks(clang::FileID File);
  /// The statements of the comments of \p D, in order; \p File gets where.
  llvm::SmallVector<Phrase, 2> phrases(const clang::Decl *D,
                                       clang::FileID &File);
  clang::SourceLocation begin(const Phrase &P, clang::FileID File) const;
};

} // namespace custody

#endif // CUSTODY_MODEL_COMMENTS_H
