//===- Arguments.cpp - The command line of custody-clangd -----------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "clangd/Arguments.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Allocator.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/StringSaver.h"

using namespace llvm;

namespace custody {
namespace {

constexpr char RoleWord[] = "--custody-role=";

/// Where clangd does something else than to serve an editor.
constexpr StringRef Alone[] = {
    "check",    "help", "help-hidden", "help-list",
    "lit-test", "h",    "version",     "help-list-hidden"};

/// clangd's flags that say how a file is compiled and configured: the analyst
/// must see the same program. With or without a value of their own.
constexpr StringRef Shared[] = {"compile-commands-dir", "compile_args_from",
                                "query-driver",         "path-mappings",
                                "enable-config",        "use-dirty-headers",
                                "pch-storage",          "resource-dir"};

struct Flag {
  StringRef Name, Value;
  bool HasValue = false;
};

/// "--name=value" in its parts; no name if \p Word is no flag.
Flag flag(StringRef Word) {
  Flag F;
  if (!Word.consume_front("-"))
    return F;
  Word.consume_front("-");
  size_t At = Word.find('=');
  F.Name = Word.take_front(At);
  F.HasValue = At != StringRef::npos;
  if (F.HasValue)
    F.Value = Word.drop_front(At + 1);
  return F;
}

/// Adds those of \p Words to \p To that the analyst needs.
void share(ArrayRef<std::string> Words, bool IsProxy,
           std::vector<std::string> &To) {
  for (size_t I = 0; I < Words.size(); ++I) {
    Flag F = flag(Words[I]);
    // Another clangd has compiler headers of its own.
    if (!is_contained(Shared, F.Name) || (IsProxy && F.Name == "resource-dir"))
      continue;
    bool IsSwitch = F.Name == "enable-config" || F.Name == "use-dirty-headers";
    std::string Word = Words[I];
    if (!F.HasValue && !IsSwitch && I + 1 < Words.size())
      Word += "=" + Words[++I];
    // clangd takes each but once, and the last is meant.
    StringRef Name = F.Name;
    llvm::erase_if(
        To, [Name](const std::string &Old) { return flag(Old).Name == Name; });
    To.push_back(Word);
  }
}

} // namespace

std::string wordFor(Role As) {
  return RoleWord + std::string(As == Role::Analyst ? "analyst" : "server");
}

Arguments readArguments(const std::vector<std::string> &Words,
                        const std::string &Environment) {
  Arguments A;
  std::vector<std::string> Rest;
  for (const std::string &Word : Words) {
    Flag F = flag(Word);
    if (&Word == &Words.front() && F.Name == "custody-role")
      A.As = F.Value == "analyst" ? Role::Analyst : Role::Server;
    else if (F.Name == "proxy" && F.HasValue && !F.Value.empty())
      A.Proxy = F.Value.str();
    else if (F.Name == "proxy")
      A.Error = "'" + Word + "' names no clangd: write --proxy=/path/to/clangd";
    else
      Rest.push_back(Word);
    if (A.As == Role::Bridge && is_contained(Alone, F.Name))
      A.As = Role::Whole;
    A.Help |= StringRef(F.Name).find("help") == 0;
  }
  if (A.As == Role::Whole && !A.Proxy.empty() && !A.Help && A.Error.empty())
    A.Error = "--proxy is for an editor; leave it out here";
  A.Server = Rest;
  if (A.As != Role::Bridge)
    return A;
  BumpPtrAllocator Memory;
  StringSaver Saver(Memory);
  SmallVector<const char *, 8> Flags;
  cl::TokenizeGNUCommandLine(Environment, Saver, Flags);
  share(std::vector<std::string>(Flags.begin(), Flags.end()), !A.Proxy.empty(),
        A.Analyst);
  share(Rest, !A.Proxy.empty(), A.Analyst);
  // It has no index to keep, and no features that need one.
  for (const char *Word :
       {"--background-index=0", "--clang-tidy", "--log=error"})
    A.Analyst.push_back(Word);
  return A;
}

} // namespace custody
