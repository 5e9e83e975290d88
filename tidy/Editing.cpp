//===- Editing.cpp - A file that is analyzed edit by edit -----------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tidy/Editing.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclObjC.h"
#include "clang/Analysis/CallGraph.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Index/USRGeneration.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include <atomic>
#include <mutex>

using namespace clang;
using llvm::StringRef;

namespace custody {

/// What is remembered of all files.
struct Editing::Memory {
  Note Tell;
  std::atomic<unsigned> Interrupts{0};
  std::mutex Lock; // Of what follows.
  std::map<std::string, std::shared_ptr<const Past>> Files;
  std::map<std::string, unsigned> Headers;
};

namespace {

/// Nobody edits more files at a time.
constexpr size_t MostFiles = 64;

/// The definition of \p D if that is in the main file, with its body.
const Decl *definition(const Decl *D, const SourceManager &SM) {
  if (const auto *F = dyn_cast<FunctionDecl>(D))
    if (!F->hasBody(F))
      return nullptr;
    else
      D = F;
  else if (!D->hasBody())
    return nullptr;
  // The body of another file's function may have to be read, for nothing.
  return SM.isInMainFile(SM.getExpansionLoc(D->getLocation())) ? D : nullptr;
}

/// True if others depend on the body of \p D without calling it by name.
bool reachesFar(const Decl *D) {
  const auto *F = dyn_cast<FunctionDecl>(D);
  if (!F)
    return false;
  const auto *M = dyn_cast<CXXMethodDecl>(F);
  return F->isConstexpr() || F->isOverloadedOperator() ||
         F->getReturnType()->getContainedDeducedType() ||
         isa<CXXDestructorDecl>(F) || isa<CXXConversionDecl>(F) ||
         (M && M->isVirtual());
}

/// Puts \p Map(L) in the place of every location L of \p F; false if there is
/// none for one of them.
template <typename Function> bool mapLocations(Telling &F, Function Map) {
  auto Move = [&](SourceLocation &L) {
    if (L.isInvalid())
      return true;
    L = Map(L);
    return L.isValid();
  };
  auto MoveRange = [&](SourceRange &R) {
    SourceLocation Begin = R.getBegin(), End = R.getEnd();
    bool Is = Move(Begin) && Move(End);
    R = SourceRange(Begin, End);
    return Is;
  };
  auto MoveChars = [&](CharSourceRange &R) {
    SourceRange Plain = R.getAsRange();
    bool Is = MoveRange(Plain);
    R = CharSourceRange(Plain, R.isTokenRange());
    return Is;
  };
  return llvm::all_of(F.Steps, [&](Telling::Step &S) {
    return Move(S.At) && llvm::all_of(S.Ranges, MoveRange) &&
           llvm::all_of(S.Fixes, [&](FixItHint &Fix) {
             return MoveChars(Fix.RemoveRange) &&
                    MoveChars(Fix.InsertFromRange);
           });
  });
}

// An offset in a file, in the form of a location; 0 is none.
SourceLocation fromOffset(unsigned Offset) {
  return SourceLocation::getFromRawEncoding(Offset + 1);
}
unsigned toOffset(SourceLocation L) { return L.getRawEncoding() - 1; }

bool isSame(const Telling &A, const Telling &B) {
  return A.Rule == B.Rule && A.Steps.front().At == B.Steps.front().At &&
         A.Steps.front().Text == B.Steps.front().Text;
}

} // namespace

Editing::Memory *Editing::Remembered = nullptr;

void Editing::turnOn(Note Tell) {
  Remembered = new Memory; // Until the process ends.
  Remembered->Tell = std::move(Tell);
}

void Editing::headersRead(StringRef File) {
  if (!Remembered)
    return;
  std::lock_guard<std::mutex> Guard(Remembered->Lock);
  ++Remembered->Headers[File.str()];
}

void Editing::interrupt() {
  if (Remembered)
    ++Remembered->Interrupts;
}

std::unique_ptr<Editing> Editing::of(ASTContext &Ctx,
                                     const AnalysisRequest &Request) {
  if (!Remembered)
    return nullptr;
  return std::unique_ptr<Editing>(new Editing(Ctx, Request));
}

Editing::Editing(ASTContext &Ctx, const AnalysisRequest &Request)
    : Ctx(Ctx), SM(Ctx.getSourceManager()), Now(std::make_shared<Past>()),
      Since(Remembered->Interrupts) {
  if (auto Main = SM.getFileEntryRefForID(SM.getMainFileID()))
    File = Main->getName().str();
  for (const std::string &Checker : Request.Checkers)
    Now->Asked += Checker + "\n";
  for (const auto &[Key, Value] : Request.Config)
    Now->Asked += Key + "=" + Value + "\n";
  std::lock_guard<std::mutex> Guard(Remembered->Lock);
  Now->Headers = Remembered->Headers[File];
  auto At = Remembered->Files.find(File);
  if (At != Remembered->Files.end())
    Before = At->second;
}

void Editing::begin(CallGraph &Graph) {
  HasBegun = true;
  lookAround(Graph);
  IsSecond =
      Before && !Before->IsComplete && Before->Text.hash() == Now->Text.hash();
  IsPartial = !IsSecond && Before && Before->Asked == Now->Asked &&
              Before->Headers == Now->Headers &&
              Before->Text.isAround(Now->Text) && compare(Graph);
}

/// Finds all functions, their names and bodies.
void Editing::lookAround(CallGraph &Graph) {
  std::vector<Layout::Extent> Bodies;
  llvm::SmallString<128> Name;
  for (auto &[D, Node] : Graph) {
    if (!D)
      continue;
    Name.clear();
    if (!index::generateUSRForDecl(D, Name) && !Name.empty()) {
      auto [At, IsNew] = Functions.try_emplace(Name.str().str(), D);
      if (IsNew)
        Names[D] = At->first;
      else if (At->second)
        // Two of one name: neither is known again.
        Names.erase(std::exchange(At->second, nullptr));
    }
    const Decl *Own = definition(D, SM);
    const Stmt *Body = Own ? Own->getBody() : nullptr;
    if (!Body)
      continue;
    SourceLocation Begin = Body->getBeginLoc(), End = Body->getEndLoc();
    if (!Begin.isFileID() || !End.isFileID() ||
        SM.getFileID(Begin) != SM.getMainFileID() ||
        SM.getFileID(End) != SM.getMainFileID())
      continue;
    End = Lexer::getLocForEndOfToken(End, 0, SM, Ctx.getLangOpts());
    Bodies.push_back({SM.getFileOffset(Begin), SM.getFileOffset(End)});
  }
  Now->Text = Layout(SM.getBufferOrFake(SM.getMainFileID()).getBuffer(),
                     std::move(Bodies), Ctx.getLangOpts());
}

/// Finds the functions that have changed and those that call them; false if
/// that does not say enough.
bool Editing::compare(CallGraph &Graph) {
  const auto &Old = Before->Text.bodies(), &New = Now->Text.bodies();
  llvm::DenseMap<const CallGraphNode *, std::vector<const CallGraphNode *>>
      Callers;
  std::vector<const CallGraphNode *> Todo;
  for (auto &[D, Node] : Graph) {
    if (!D)
      continue;
    for (const CallGraphNode::CallRecord &Call : *Node)
      Callers[Call.Callee].push_back(Node.get());
    const Decl *Own = definition(D, SM);
    const Stmt *Body = Own ? Own->getBody() : nullptr;
    if (!Body || !Body->getBeginLoc().isFileID())
      continue;
    unsigned Begin = SM.getFileOffset(Body->getBeginLoc());
    auto At = Now->Text.bodyAt(Begin);
    if (!At || Old[*At].Hash == New[*At].Hash)
      continue;
    // One within another is touched with it, and nobody else sees it.
    if (New[*At].Begin == Begin && reachesFar(Own))
      return false;
    Todo.push_back(Node.get());
  }
  while (!Todo.empty()) {
    const CallGraphNode *Node = Todo.back();
    Todo.pop_back();
    if (Touched.insert(Node->getDecl()).second)
      for (const CallGraphNode *Caller : Callers.lookup(Node))
        if (Caller->getDecl())
          Todo.push_back(Caller);
  }
  return true;
}

const std::string *Editing::nameOf(const Decl *D) const {
  if (const auto *F = dyn_cast_or_null<FunctionDecl>(D))
    D = F->getCanonicalDecl();
  auto At = Names.find(D);
  return At == Names.end() ? nullptr : &At->second;
}

bool Editing::toOffsets(Telling &F) const {
  return mapLocations(F, [&](SourceLocation L) {
    return L.isFileID() && SM.getFileID(L) == SM.getMainFileID()
               ? fromOffset(SM.getFileOffset(L))
               : SourceLocation();
  });
}

bool Editing::toLocations(Telling &F) const {
  SourceLocation Start = SM.getLocForStartOfFile(SM.getMainFileID());
  return mapLocations(F, [&](SourceLocation L) {
    auto Offset = Before->Text.movedTo(Now->Text, toOffset(L));
    return Offset ? Start.getLocWithOffset(*Offset) : SourceLocation();
  });
}

bool Editing::isKnown(const Decl *D, llvm::DenseSet<const Decl *> &Inlined) {
  const std::string *Name = nameOf(D);
  if (!IsPartial || !Name || Touched.count(D))
    return false;
  auto At = Before->Records.find(*Name);
  if (At == Before->Records.end() || !At->second.IsMovable)
    return false;
  std::vector<Telling> Moved = At->second.Findings;
  if (!llvm::all_of(Moved, [&](Telling &F) { return toLocations(F); }))
    return false;
  for (const std::string &Callee : At->second.Inlined) {
    auto There = Functions.find(Callee);
    if (There != Functions.end() && There->second)
      Inlined.insert(There->second);
  }
  Record &R = Now->Records[*Name];
  R.Inlined = At->second.Inlined;
  for (Telling &F : Moved) {
    R.Findings.push_back(F);
    toOffsets(R.Findings.back());
    Kept.push_back(std::move(F));
  }
  return true;
}

void Editing::analyzed(const Decl *D,
                       const llvm::DenseSet<const Decl *> &Inlined) {
  const std::string *Name = nameOf(D);
  if (!Name)
    return;
  Record &R = Now->Records[*Name];
  for (const Decl *Callee : Inlined)
    if (const std::string *Its = nameOf(Callee))
      R.Inlined.push_back(*Its);
}

bool Editing::isInVain() {
  WasInVain |= IsSecond && Since != Remembered->Interrupts;
  return WasInVain;
}

void Editing::end(std::vector<Telling> &Found) {
  // Without a beginning, the file does not compile: that is all there is.
  if (!HasBegun) {
    Remembered->Tell(
        hashOfText(SM.getBufferOrFake(SM.getMainFileID()).getBuffer()), true);
    return;
  }
  for (const Telling &F : Found) {
    const std::string *Name = nameOf(F.Entry);
    auto At = Name ? Now->Records.find(*Name) : Now->Records.end();
    if (At == Now->Records.end())
      continue;
    At->second.Findings.push_back(F);
    At->second.Findings.back().Entry = nullptr;
    At->second.IsMovable &= toOffsets(At->second.Findings.back());
  }
  for (Telling &F : Kept)
    if (llvm::none_of(Found,
                      [&](const Telling &Other) { return isSame(F, Other); }))
      Found.push_back(std::move(F));
  if (IsPartial)
    llvm::stable_sort(Found, [this](const Telling &A, const Telling &B) {
      return SM.isBeforeInTranslationUnit(A.Steps.front().At,
                                          B.Steps.front().At);
    });
  Now->IsComplete = !IsPartial;
  uint64_t Hash = Now->Text.hash();
  if (!WasInVain) {
    std::lock_guard<std::mutex> Guard(Remembered->Lock);
    if (Remembered->Files.size() >= MostFiles)
      Remembered->Files.clear();
    Remembered->Files[File] = Now;
  }
  Remembered->Tell(Hash, !IsPartial && !WasInVain);
}

} // namespace custody
