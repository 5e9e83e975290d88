//===- Findings.cpp - custody's part of what an editor shows --------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "clangd/Findings.h"
#include "clangd/Checks.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace custody {
namespace {

/// The ids of clang-tidy's checks are strings; other servers have numbers.
StringRef codeOf(const json::Object &Diagnostic) {
  return Diagnostic.getString("code").value_or("");
}

/// clangd's commands for editors that know no actions.
json::Value asCommand(const json::Object &Action) {
  std::string Title =
      "Apply fix: " + Action.getString("title").value_or("").str();
  const json::Value *Edit = Action.get("edit");
  return json::Object{
      {"title", Title},
      {"command", "clangd.applyFix"},
      {"arguments", json::Array{Edit ? *Edit : json::Value(nullptr)}}};
}

/// The analyst counts versions in its own way.
void setVersion(json::Object &Action, StringRef File,
                const json::Value &Version) {
  json::Object *Edit = Action.getObject("edit");
  json::Array *Changes = Edit ? Edit->getArray("documentChanges") : nullptr;
  if (!Changes)
    return;
  for (json::Value &Each : *Changes) {
    json::Object *Change = Each.getAsObject();
    json::Object *Document =
        Change ? Change->getObject("textDocument") : nullptr;
    if (Document && fileOf(Document->getString("uri").value_or("")) == File)
      (*Document)["version"] = Version;
  }
}

/// True if the editor wants actions of the kind of fixes.
bool wantsFixes(const json::Object &Context) {
  const json::Array *Only = Context.getArray("only");
  if (!Only)
    return true;
  for (const json::Value &Kind : *Only)
    if (auto Name = Kind.getAsString())
      if (*Name == "quickfix" || Name->empty())
        return true;
  return false;
}

} // namespace

std::string fileOf(StringRef Uri) {
  Uri.consume_front("file://");
  std::string File;
  for (size_t I = 0; I < Uri.size(); ++I)
    if (Uri[I] == '%' && I + 2 < Uri.size() && isHexDigit(Uri[I + 1]) &&
        isHexDigit(Uri[I + 2])) {
      File += static_cast<char>(hexFromNibbles(Uri[I + 1], Uri[I + 2]));
      I += 2;
    } else {
      File += Uri[I];
    }
  return File;
}

std::vector<Diagnosed> findingsIn(const json::Array &Diagnostics,
                                  StringRef Pages) {
  std::vector<Diagnosed> Found;
  for (const json::Value &Each : Diagnostics) {
    const json::Object *D = Each.getAsObject();
    if (!D || !isCustodys(codeOf(*D)))
      continue;
    Diagnosed F;
    // clangd links to the page that a check of clang-tidy's own would have.
    for (const auto &[Key, Value] : *D)
      if (StringRef(Key) != "codeActions" &&
          StringRef(Key) != "codeDescription")
        F.Diagnostic.try_emplace(Key, Value);
    if (const json::Array *Fixes = D->getArray("codeActions"))
      F.Fixes = *Fixes;
    if (!Pages.empty())
      F.Diagnostic["codeDescription"] = json::Object{
          {"href", (Pages + "/" + codeOf(*D).drop_front(8) + ".md").str()}};
    Found.push_back(std::move(F));
  }
  return Found;
}

void moveFindings(std::vector<Diagnosed> &Findings, StringRef File,
                  const Edit &E) {
  auto Touched = [&](Diagnosed &F) {
    json::Object *Range = F.Diagnostic.getObject("range");
    if (!Range || !moveRange(*Range, E))
      return true;
    json::Array *Steps = F.Diagnostic.getArray("relatedInformation");
    if (!Steps)
      return false;
    for (json::Value &Step : *Steps) {
      json::Object *Object = Step.getAsObject();
      json::Object *At = Object ? Object->getObject("location") : nullptr;
      json::Object *Range = At ? At->getObject("range") : nullptr;
      if (Range && fileOf(At->getString("uri").value_or("")) == File &&
          !moveRange(*Range, E))
        return true;
    }
    return false;
  };
  llvm::erase_if(Findings, Touched);
}

void addFindings(json::Object &Published,
                 const std::vector<Diagnosed> &Findings, const Abilities &Can) {
  json::Array *All = Published.getArray("diagnostics");
  if (!All)
    return;
  for (const Diagnosed &F : Findings) {
    json::Object D = F.Diagnostic;
    if (Can.InlineFixes && !F.Fixes.empty())
      D["codeActions"] = json::Array(F.Fixes);
    All->push_back(std::move(D));
  }
}

json::Array fixesFor(const json::Object &Params,
                     const std::vector<Diagnosed> &Findings,
                     const json::Value &Version, const Abilities &Can) {
  json::Array Actions;
  const json::Object *Context = Params.getObject("context");
  const json::Array *Shown =
      Context ? Context->getArray("diagnostics") : nullptr;
  if (!Shown || !wantsFixes(*Context))
    return Actions;
  const json::Object *Document = Params.getObject("textDocument");
  std::string File =
      fileOf(Document ? Document->getString("uri").value_or("") : "");
  for (const json::Value &Each : *Shown) {
    const json::Object *D = Each.getAsObject();
    if (!D || !isCustodys(codeOf(*D)))
      continue;
    for (const Diagnosed &F : Findings) {
      // Editors send back what they were sent, more or less.
      const json::Value *Range = D->get("range"),
                        *Own = F.Diagnostic.get("range");
      if (codeOf(F.Diagnostic) != codeOf(*D) || !Range || !Own ||
          *Range != *Own ||
          D->getString("message") != F.Diagnostic.getString("message"))
        continue;
      for (const json::Value &Fix : F.Fixes) {
        const json::Object *Known = Fix.getAsObject();
        if (!Known)
          continue;
        json::Object Action = *Known;
        setVersion(Action, File, Version);
        Action["diagnostics"] = json::Array{Each};
        if (Can.ActionLiterals)
          Actions.push_back(std::move(Action));
        else
          Actions.push_back(asCommand(Action));
      }
      break;
    }
  }
  return Actions;
}

} // namespace custody
