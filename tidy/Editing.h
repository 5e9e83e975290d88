//===- Editing.h - A file that is analyzed edit by edit ---------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// In an editor, one file is analyzed again and again, and most of it has not
// changed. What is remembered here of the last time makes a quick answer: only
// functions whose body has changed are analyzed, and who calls them; the
// findings in others are told again, where they are now. That is not exact: a
// function may depend on another one in ways that are not looked at. So the
// host gives the same text once more when nothing else is to be done, and then
// everything is analyzed.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_TIDY_EDITING_H
#define CUSTODY_TIDY_EDITING_H

#include "tidy/Analysis.h"
#include "tidy/Layout.h"
#include "tidy/Telling.h"
#include "llvm/ADT/DenseMap.h"
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace clang {
class SourceManager;
} // namespace clang

namespace custody {

class Editing : public Follower {
public:
  /// Called after each analysis: all of a text with that hash has been
  /// analyzed, or not.
  using Note = std::function<void(uint64_t Text, bool IsComplete)>;

  /// From now on, this process remembers what it has analyzed.
  static void turnOn(Note Tell);
  /// The headers that \p File begins with have been parsed anew.
  static void headersRead(llvm::StringRef File);
  /// There is something new to analyze: whatever is being analyzed for the
  /// second time can wait.
  static void interrupt();

  /// For one analysis of \p Ctx; null if nothing is remembered here.
  static std::unique_ptr<Editing> of(clang::ASTContext &Ctx,
                                     const AnalysisRequest &Request);

  void begin(clang::CallGraph &Graph) override;
  bool isKnown(const clang::Decl *D,
               llvm::DenseSet<const clang::Decl *> &Inlined) override;
  void analyzed(const clang::Decl *D,
                const llvm::DenseSet<const clang::Decl *> &Inlined) override;
  bool isInVain() override;

  /// After the analysis, which has found \p Found: adds what is known from
  /// before, and remembers all.
  void end(std::vector<Telling> &Found);

private:
  /// What the analysis of one function came to. Places are offsets.
  struct Record {
    std::vector<std::string> Inlined; ///< Names of functions.
    std::vector<Telling> Findings;
    bool IsMovable = true; ///< All of them are in this file's own text.
  };
  struct Past {
    Layout Text;
    std::string Asked;    ///< The request.
    unsigned Headers = 0; ///< How often headersRead().
    bool IsComplete = false;
    std::map<std::string, Record> Records; ///< By the functions' names.
  };
  struct Memory;
  static Memory *Remembered;

  Editing(clang::ASTContext &Ctx, const AnalysisRequest &Request);
  void lookAround(clang::CallGraph &Graph);
  bool compare(clang::CallGraph &Graph);
  const std::string *nameOf(const clang::Decl *D) const;
  bool toOffsets(Telling &F) const;
  bool toLocations(Telling &F) const;

  clang::ASTContext &Ctx;
  const clang::SourceManager &SM;
  std::string File;
  std::shared_ptr<const Past> Before;
  std::shared_ptr<Past> Now;
  unsigned Since;
  bool HasBegun = false, IsPartial = false, IsSecond = false, WasInVain = false;
  /// The functions that have a name of their own, and the names.
  llvm::DenseMap<const clang::Decl *, std::string> Names;
  std::map<std::string, const clang::Decl *> Functions;
  llvm::DenseSet<const clang::Decl *> Touched; ///< And who calls them.
  std::vector<Telling> Kept;
};

} // namespace custody

#endif // CUSTODY_TIDY_EDITING_H
