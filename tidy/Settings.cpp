//===- Settings.cpp - What .clang-tidy says of custody --------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tidy/Settings.h"
#include "clang-tidy/ClangTidyCheck.h"
#include "plugin/Checkers.h"
#include "plugin/Compat.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace clang::tidy;
using llvm::StringRef;

namespace custody {
namespace {

constexpr char Package[] = "custody";

/// A relative name of a model file is looked for beside the source and upwards,
/// so that a .clang-tidy serves all folders below it; then where clang-tidy
/// runs.
std::string found(StringRef File, StringRef Source) {
  if (llvm::sys::path::is_absolute(File))
    return File.str();
  llvm::SmallString<256> Folder(Source);
  if (llvm::sys::fs::make_absolute(Folder))
    return File.str();
  for (StringRef At = llvm::sys::path::parent_path(Folder); !At.empty();
       At = llvm::sys::path::parent_path(At)) {
    llvm::SmallString<256> There(At);
    llvm::sys::path::append(There, File);
    if (llvm::sys::fs::exists(There))
      return There.str().str();
  }
  return File.str();
}

std::string foundAll(StringRef Files, StringRef Source) {
  llvm::SmallVector<StringRef, 4> Names;
  Files.split(Names, ';', -1, /*KeepEmpty=*/false);
  std::string All;
  for (StringRef Name : Names)
    All += (All.empty() ? "" : ";") + found(Name.trim(), Source);
  return All;
}

} // namespace

bool isNamed(const ClangTidyContext &Context, StringRef Check) {
  StringRef List =
      Context.getOptions().Checks ? *Context.getOptions().Checks : StringRef();
  bool Is = false;
  while (!List.empty()) {
    size_t End = List.find_first_of(",\n");
    StringRef Item = List.take_front(End).trim();
    List = End == StringRef::npos ? StringRef() : List.drop_front(End + 1);
    bool Off = Item.consume_front("-");
    if (Item.trim() == Check)
      Is = !Off;
  }
  return Is;
}

std::vector<std::pair<std::string, std::string>>
analyzerConfig(ClangTidyContext &Context) {
  std::vector<std::pair<std::string, std::string>> Config;
  std::vector<std::string> Unknown;
  for (const auto &Entry : Context.getOptions().CheckOptions) {
    StringRef Key = Entry.getKey();
    std::string Value = Entry.getValue().Value;
    if (Key.consume_front("clang-analyzer-")) {
      Config.emplace_back(Key.str(), Value);
      continue;
    }
    auto [Owner, Option] = Key.split('.');
    if (Owner != Package && !compat::startsWith(Owner, "custody-"))
      continue;
    bool Known = Owner == Package &&
                 llvm::any_of(options(), [Name = Option](const OptionInfo &O) {
                   return Name == O.Name;
                 });
    if (!Known)
      Unknown.push_back(Key.str());
    else if (Option == "Models")
      Config.emplace_back("custody:Models",
                          foundAll(Value, Context.getCurrentFile()));
    else
      Config.emplace_back("custody:" + Option.str(), Value);
  }
  llvm::sort(Config);
  llvm::sort(Unknown);
  std::string All;
  for (const OptionInfo &O : options())
    All += (All.empty() ? "custody." : ", custody.") + std::string(O.Name) +
           ": " + O.Form;
  for (const std::string &Key : Unknown)
    Context.configurationDiag("custody has no option '%0'; the options are: %1")
        << Key << All;
  return Config;
}

void readSettings(ClangTidyContext &Context) {
  ClangTidyCheck::OptionsView View(Package, Context.getOptions().CheckOptions,
                                   &Context);
  for (const OptionInfo &O : options())
    View.get(O.Name, O.Default);
}

void storeSettings(ClangTidyContext &Context, ClangTidyOptions::OptionMap &To) {
  ClangTidyCheck::OptionsView View(Package, Context.getOptions().CheckOptions,
                                   &Context);
  for (const OptionInfo &O : options())
    View.store(To, O.Name, View.get(O.Name, O.Default));
}

} // namespace custody
