//===- Headers.h - What a library's headers declare -------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Parses a translation unit that only includes a library's headers, and finds
// declarations in it by the names that model files use.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_HEADERS_H
#define CUSTODY_DRIVER_HEADERS_H

#include "model/YamlLoader.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Frontend/ASTUnit.h"

namespace custody {

class Headers {
public:
  /// Parses what \p List includes with its flags and \p MoreFlags. False when
  /// that does not work; error() says why.
  bool parse(const HeaderList &List, llvm::ArrayRef<std::string> MoreFlags);
  /// The same for the source file \p Path as it stands.
  bool parseSource(llvm::StringRef Path, bool Cxx,
                   llvm::ArrayRef<std::string> MoreFlags);
  const std::string &error() const { return Error; }

  clang::ASTContext &context() { return Unit->getASTContext(); }

  /// Every declared function, overload and function template that a model of
  /// \p Name speaks of; templates by their pattern.
  llvm::ArrayRef<const clang::FunctionDecl *> functions(llvm::StringRef Name);
  /// The class or class template \p Name, defined if the headers define it.
  const clang::CXXRecordDecl *classNamed(llvm::StringRef Name);
  /// The typedef \p Name, or null: no model may name it instead of its class.
  const clang::TypedefNameDecl *typedefNamed(llvm::StringRef Name);
  /// True if \p Name is a macro, with parameters or without.
  bool isMacro(llvm::StringRef Name);
  /// Names that the headers declare, for spelling suggestions.
  std::vector<std::string> names() const;

private:
  std::unique_ptr<clang::ASTUnit> Unit;
  std::string Error;
  llvm::StringMap<llvm::SmallVector<const clang::FunctionDecl *, 1>> Functions;
  llvm::StringMap<const clang::CXXRecordDecl *> Classes;
  llvm::StringMap<const clang::TypedefNameDecl *> Typedefs;

  bool parse(llvm::StringRef Code, llvm::StringRef Name,
             const std::vector<std::string> &Args);
  void collectFrom(const clang::DeclContext *Context);
  void collect(const clang::Decl *D);
};

/// True or false if \p C has or has not a member function \p Name of its own or
/// of a base; true as well when a base cannot be known.
bool mayHaveMethod(const clang::CXXRecordDecl *C, llvm::StringRef Name);

} // namespace custody

#endif // CUSTODY_DRIVER_HEADERS_H
