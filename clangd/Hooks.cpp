//===- Hooks.cpp - Where custody changes what clangd does -----------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The linker is told (--wrap, see CMakeLists.txt) to send a few calls of
// clangd's here. clangd's headers are not packaged; what is declared below has
// the names and types that its archives ask for, and a name that a release has
// changed is an undefined symbol, not a surprise at run time.
//
//===----------------------------------------------------------------------===//

#include "clang-tidy/ClangTidyOptions.h"
#include "clangd/Checks.h"
#include "clangd/Compat.h"
#include "clangd/Role.h"
#include "tidy/Editing.h"
#include "clang/Basic/Version.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Frontend/FrontendOptions.h"
#include "clang/Frontend/PrecompiledPreamble.h"
#include "llvm/ADT/FunctionExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <dlfcn.h>
#include <optional>

using namespace clang;
using llvm::StringRef;

// A function as the linker names it on both sides of --wrap; CMakeLists.txt has
// the mangled names, which the linker needs as well.
#define REAL(FUNCTION) __asm__("__real_" CUSTODY_NAME_##FUNCTION)
#define WRAP(FUNCTION) __asm__("__wrap_" CUSTODY_NAME_##FUNCTION)

// --- which checks -----------------------------------------------------------

namespace custody {

Role CurrentRole = Role::Whole;

using TidyProvider =
    llvm::unique_function<void(tidy::ClangTidyOptions &, StringRef) const>;

std::optional<bool> realIsFast(StringRef Check) REAL(isFast);
std::optional<bool> isFast(StringRef Check) WRAP(isFast);

/// clangd leaves out checks that it has not measured; custody's would be.
std::optional<bool> isFast(StringRef Check) {
  return isCustodys(Check) ? std::optional<bool>(analyzes())
                           : realIsFast(Check);
}

TidyProvider realDisable(llvm::ArrayRef<std::string> More) REAL(disable);
TidyProvider disable(llvm::ArrayRef<std::string> More) WRAP(disable);

/// The last of those who say which checks run: after .clang-tidy and .clangd.
TidyProvider disable(llvm::ArrayRef<std::string> More) {
  return [Last = realDisable(More)](tidy::ClangTidyOptions &Options,
                                    StringRef File) {
    Last(Options, File);
    std::string Checks = Options.Checks.value_or("");
    std::string Own = custodysChecks(Checks);
    switch (CurrentRole) {
    case Role::Analyst:
      Options.Checks = "-*," + Own;
      break;
    case Role::Whole:
      Options.Checks = Checks + "," + Own;
      break;
    default:
      Options.Checks = Checks + ",-custody-*";
    }
  };
}

// --- full bodies in the preamble --------------------------------------------

#define BUILD_ARGS                                                             \
  const CompilerInvocation &Invocation, const llvm::MemoryBuffer *Main,        \
      PreambleBounds Bounds, compat::DiagnosticsArg Diags,                     \
      llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files,                   \
      std::shared_ptr<PCHContainerOperations> Containers, bool InMemory,       \
      StringRef Storage, PreambleCallbacks &Callbacks

llvm::ErrorOr<PrecompiledPreamble> realBuild(BUILD_ARGS) REAL(build);
llvm::ErrorOr<PrecompiledPreamble> build(BUILD_ARGS) WRAP(build);

/// clangd skips the bodies of functions in headers. What a path does inside of
/// them would be unknown then, and a helper that never returns would return.
llvm::ErrorOr<PrecompiledPreamble> build(BUILD_ARGS) {
  CompilerInvocation Full(Invocation);
  if (analyzes()) {
    Full.getFrontendOpts().SkipFunctionBodies = false;
    // Else, what the headers need of templates is made anew for each edit.
    Full.getLangOpts().PCHInstantiateTemplates = true;
  }
  for (const FrontendInputFile &File : Full.getFrontendOpts().Inputs)
    if (File.isFile())
      Editing::headersRead(File.getFile());
  return realBuild(Full, Main, Bounds, Diags, std::move(Files),
                   std::move(Containers), InMemory, Storage, Callbacks);
}

// --- what is new comes first ------------------------------------------------

class ClangdServer; // clangd's; here it is only passed on.
enum class WantDiagnostics;

#define ADD_ARGS                                                               \
  ClangdServer *Server, StringRef File, StringRef Contents, StringRef Version, \
      WantDiagnostics Wanted, bool Rebuild

void realAdd(ADD_ARGS) REAL(add);
void add(ADD_ARGS) WRAP(add);

/// A text has come. It would have to wait for what is being analyzed.
void add(ADD_ARGS) {
  Editing::interrupt();
  realAdd(Server, File, Contents, Version, Wanted, Rebuild);
}

// --- no index ---------------------------------------------------------------

// The objects are clangd's; whoever only passes them on needs no more of them.
class FileIndex;
class ParsedAST;
class PragmaIncludes;

void realIndexMain(FileIndex *, StringRef File, ParsedAST &) REAL(indexMain);
void indexMain(FileIndex *, StringRef File, ParsedAST &) WRAP(indexMain);

/// Indexing comes before the findings are published, and nobody asks the
/// analyst for what is in its index.
void indexMain(FileIndex *Index, StringRef File, ParsedAST &Parsed) {
  if (CurrentRole != Role::Analyst)
    realIndexMain(Index, File, Parsed);
}

#define INDEX_ARGS                                                             \
  FileIndex *Index, StringRef File, StringRef Version, ASTContext &Context,    \
      Preprocessor &PP, const PragmaIncludes &Pragmas

void realIndexPreamble(INDEX_ARGS) REAL(indexPreamble);
void indexPreamble(INDEX_ARGS) WRAP(indexPreamble);

void indexPreamble(INDEX_ARGS) {
  if (CurrentRole != Role::Analyst)
    realIndexPreamble(Index, File, Version, Context, PP, Pragmas);
}

// --- the compiler's own headers ---------------------------------------------

std::string realResources(const char *Program, void *Main) REAL(resources);
std::string resources(const char *Program, void *Main) WRAP(resources);

/// clangd looks beside itself. Where custody is installed in a folder of its
/// own, clang's headers are with the shared library of clang that is running.
std::string resources(const char *Program, void *Main) {
  auto Has = [](StringRef Folder) {
    llvm::SmallString<256> Header(Folder);
    llvm::sys::path::append(Header, "include", "stddef.h");
    return llvm::sys::fs::exists(Header);
  };
  std::string Beside = realResources(Program, Main);
  Dl_info Library;
  llvm::SmallString<256> Real;
  if (Has(Beside) ||
      !dladdr(reinterpret_cast<void *>(&getClangFullVersion), &Library))
    return Beside;
  // As it was found, and then where the links lead.
  llvm::sys::fs::real_path(Library.dli_fname, Real);
  for (StringRef Name : {StringRef(Library.dli_fname), Real.str()}) {
    StringRef Folder = llvm::sys::path::parent_path(Name);
    for (StringRef Way : {"clang/" CLANG_VERSION_MAJOR_STRING,
                          "../llvm-" CLANG_VERSION_MAJOR_STRING
                          "/lib/clang/" CLANG_VERSION_MAJOR_STRING}) {
      llvm::SmallString<256> There(Folder);
      llvm::sys::path::append(There, Way);
      llvm::sys::path::remove_dots(There, /*remove_dot_dot=*/true);
      if (Has(There))
        return There.str().str();
    }
  }
  return Beside;
}

} // namespace custody
