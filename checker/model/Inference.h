//===- Inference.h - Ownership read off declarations ------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `Database *db_open(const char *)` beside `void db_close(Database *)` leaves
// one reading, and a header of a library often has nothing else to go by. The
// inference is shy: names, types and the absence of any second reading must
// agree, it looks at declarations only, and it speaks of no function whose
// body the analyzer can follow.
//
// All look-ups are by identifier, from the function that is asked for; nothing
// walks the translation unit.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_INFERENCE_H
#define CUSTODY_MODEL_INFERENCE_H

#include "model/FunctionModel.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include <functional>
#include <optional>

namespace custody {

struct SplitName;

class Inference {
public:
  /// The model that a stronger source gives a function, or null.
  using KnownFn =
      std::function<const FunctionModel *(const clang::FunctionDecl *)>;
  /// Called with a function and its model found on the way to another's.
  using LearnFn =
      std::function<void(const clang::FunctionDecl *, FunctionModel)>;

  Inference(clang::ASTContext &Ctx, FamilyTable &Families, KnownFn Known,
            LearnFn Learn)
      : Ctx(Ctx), Families(Families), Known(std::move(Known)),
        Learn(std::move(Learn)) {}

  /// The model that the declarations suggest for \p F, of which nothing else
  /// is known.
  std::optional<FunctionModel> infer(const clang::FunctionDecl *F);

private:
  /// An allocator with the one function that releases what it makes.
  struct Pairing {
    const clang::FunctionDecl *Releaser = nullptr;
    const Family *Fam = nullptr;
    bool Indirect = false; ///< The releaser takes `T **`.
  };

  clang::ASTContext &Ctx;
  FamilyTable &Families;
  KnownFn Known;
  LearnFn Learn;

  std::optional<Pairing> pairing(const clang::FunctionDecl *Allocator);
  std::optional<FunctionModel> inferAllocator(const clang::FunctionDecl *F);
  std::optional<FunctionModel> inferReleaser(const clang::FunctionDecl *F);
  std::optional<FunctionModel> inferStorage(const clang::FunctionDecl *F);
  std::optional<FunctionModel> inferReference(const clang::FunctionDecl *F);
  std::optional<FunctionModel> inferUse(const clang::FunctionDecl *F);
  std::optional<FunctionModel> inferGenerated(const clang::FunctionDecl *F);
  std::optional<FunctionModel> inferDiplomat(const clang::FunctionDecl *F);
  FunctionModel releaserModel(const clang::FunctionDecl *Allocator,
                              const Pairing &Pair) const;
  const clang::FunctionDecl *unreferencer(const clang::FunctionDecl *Allocator,
                                          const SplitName &Name, unsigned Verb,
                                          unsigned Kept) const;
  const clang::FunctionDecl *
  autoptrCleanup(const clang::FunctionDecl *Allocator) const;
  bool mayFloat(const clang::FunctionDecl *Releaser) const;
  bool returnsGObject(const clang::FunctionDecl *Allocator) const;
  bool eligible(const clang::FunctionDecl *F) const;
  /// Calls \p Found with each declaration of the kind \p DeclT called \p Name.
  template <class DeclT, class Fn>
  void lookupAll(const clang::FunctionDecl *Beside, llvm::StringRef Name,
                 Fn Found) const;
  /// Calls \p Found with each function called \p Name beside \p Beside.
  template <class Fn>
  void lookup(const clang::FunctionDecl *Beside, llvm::StringRef Name,
              Fn Found) const;
  bool exists(const clang::FunctionDecl *Beside, llvm::StringRef Name) const;
  const Family *familyOf(const clang::FunctionDecl *Allocator,
                         const clang::FunctionDecl *Releaser, bool Counted);
  const Family *generatedFamily(const clang::FunctionDecl *Releaser,
                                llvm::StringRef Noun);
  const Family *storageFamily(const clang::FunctionDecl *Init,
                              const clang::FunctionDecl *Fini);
  const Family *maybeKept(const Family *F);
};

} // namespace custody

#endif // CUSTODY_MODEL_INFERENCE_H
