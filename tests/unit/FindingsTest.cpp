//===- FindingsTest.cpp - custody's part of what an editor shows ----------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "clangd/Findings.h"
#include "gtest/gtest.h"

using namespace custody;
using llvm::StringRef;
namespace json = llvm::json;

namespace {

json::Object parsed(StringRef Text) {
  auto Value = json::parse(Text);
  if (!Value || !Value->getAsObject()) {
    ADD_FAILURE() << "no object: " << Text.str();
    llvm::consumeError(Value.takeError());
    return {};
  }
  return *Value->getAsObject();
}

std::string range(int Line, int From, int To) {
  std::string L = std::to_string(Line);
  return R"({"start":{"line":)" + L + R"(,"character":)" +
         std::to_string(From) + R"(},"end":{"line":)" + L + R"(,"character":)" +
         std::to_string(To) + "}}";
}

/// A diagnostic as the analyst publishes it: at 5:2-5:6, with a step at line 3
/// of the same file and one in a header, and a fix.
json::Object diagnostic(StringRef Code = "custody-mem-03") {
  return parsed(R"({"code":")" + Code.str() + R"(","source":"clang-tidy",
    "severity":2,"message":"'delete' releases","range":)" +
                range(5, 2, 6) + R"(,
    "codeDescription":{"href":"https://clang.llvm.org/none.html"},
    "relatedInformation":[
      {"message":"here","location":{"uri":"file:///a%20b.c","range":)" +
                range(3, 1, 4) + R"(}},
      {"message":"there","location":{"uri":"file:///b.h","range":)" +
                range(0, 0, 1) + R"(}}],
    "codeActions":[{"title":"change to free","kind":"quickfix",
      "edit":{"documentChanges":[
        {"textDocument":{"uri":"file:///a b.c","version":41},"edits":[]},
        {"textDocument":{"uri":"file:///b.h","version":42},"edits":[]}]}}]})");
}

std::vector<Diagnosed> findings(StringRef Pages = "") {
  return findingsIn(json::Array{diagnostic(), diagnostic("unused-variable"),
                                json::Object{{"code", 7}}, "no object",
                                diagnostic("custody-own-01")},
                    Pages);
}

int lineOf(const Diagnosed &F) {
  return static_cast<int>(
      *F.Diagnostic.getObject("range")->getObject("start")->getInteger("line"));
}

/// One line more, or fewer, at \p Line.
Edit lines(int Line, int More) {
  return More > 0 ? Edit{{Line, 0}, {Line, 0}, {Line + More, 0}}
                  : Edit{{Line, 0}, {Line - More, 0}, {Line, 0}};
}

/// A request for the fixes of \p Shown.
json::Object request(std::initializer_list<json::Value> Shown,
                     StringRef Only = "") {
  json::Object Context{{"diagnostics", json::Array(Shown)}};
  if (!Only.empty())
    Context["only"] = json::Array{Only};
  return json::Object{
      {"textDocument", json::Object{{"uri", "file:///a%20b.c"}}},
      {"context", std::move(Context)}};
}

Abilities actions() {
  Abilities Can;
  Can.ActionLiterals = true;
  return Can;
}

size_t fixes(const json::Object &Params) {
  return fixesFor(Params, findings(), 3, actions()).size();
}

} // namespace

TEST(Findings, filesOfUris) {
  EXPECT_EQ(fileOf("file:///a%20b/%C3%A4.c"), "/a b/\xC3\xA4.c");
  EXPECT_EQ(fileOf("file:///a b/\xC3\xA4.c"), "/a b/\xC3\xA4.c");
  EXPECT_EQ(fileOf("file:///a%2"), "/a%2");
  EXPECT_EQ(fileOf("file:///100%zz"), "/100%zz");
  EXPECT_EQ(fileOf(""), "");
}

TEST(Findings, custodysOnly) {
  std::vector<Diagnosed> Found = findings();
  ASSERT_EQ(Found.size(), 2u);
  EXPECT_EQ(Found[0].Diagnostic.getString("code"), "custody-mem-03");
  EXPECT_EQ(Found[1].Diagnostic.getString("code"), "custody-own-01");
  EXPECT_EQ(Found[0].Fixes.size(), 1u);
  EXPECT_EQ(Found[0].Diagnostic.get("codeActions"), nullptr);
}

TEST(Findings, linksToPages) {
  EXPECT_EQ(findings()[0].Diagnostic.get("codeDescription"), nullptr);
  const Diagnosed F = findings("https://example.org/rules")[0];
  EXPECT_EQ(F.Diagnostic.getObject("codeDescription")->getString("href"),
            "https://example.org/rules/mem-03.md");
}

TEST(Findings, moveWithTheirSteps) {
  std::vector<Diagnosed> Found = findings();
  moveFindings(Found, "/a b.c", lines(0, 2));
  ASSERT_EQ(Found.size(), 2u);
  EXPECT_EQ(lineOf(Found[0]), 7);
  auto Step = [&](unsigned I) {
    return (*Found[0].Diagnostic.getArray("relatedInformation"))[I]
        .getAsObject()
        ->getObject("location")
        ->getObject("range")
        ->getObject("start")
        ->getInteger("line");
  };
  EXPECT_EQ(Step(0), 5);
  EXPECT_EQ(Step(1), 0) << "what stands in another file stays";
  moveFindings(Found, "/a b.c", lines(6, 1));
  EXPECT_EQ(lineOf(Found[0]), 8);
  EXPECT_EQ(Step(0), 5) << "it is before the edit";
}

TEST(Findings, goWithWhatTheySpeakOf) {
  std::vector<Diagnosed> Found = findings();
  moveFindings(Found, "/a b.c", {{5, 3}, {5, 3}, {5, 4}});
  EXPECT_TRUE(Found.empty());
  Found = findings();
  moveFindings(Found, "/a b.c", lines(3, -1));
  EXPECT_TRUE(Found.empty()) << "a step of theirs is gone";
  Found = findings();
  moveFindings(Found, "/b.h", {{0, 0}, {0, 0}, {0, 0}});
  EXPECT_EQ(Found.size(), 2u);
}

TEST(Findings, areAddedToWhatIsPublished) {
  json::Object Published =
      parsed(R"({"uri":"u","diagnostics":[{"code":"x"}]})");
  addFindings(Published, findings(), Abilities());
  const json::Array &All = *Published.getArray("diagnostics");
  ASSERT_EQ(All.size(), 3u);
  EXPECT_EQ(All[0].getAsObject()->getString("code"), "x");
  EXPECT_EQ(All[1].getAsObject()->getString("code"), "custody-mem-03");
  EXPECT_EQ(All[1].getAsObject()->get("codeActions"), nullptr);
  Abilities Inline;
  Inline.InlineFixes = true;
  Published["diagnostics"] = json::Array();
  addFindings(Published, findings(), Inline);
  EXPECT_EQ((*Published.getArray("diagnostics"))[0]
                .getAsObject()
                ->getArray("codeActions")
                ->size(),
            1u);
  json::Object Strange{{"diagnostics", 3}};
  addFindings(Strange, findings(), Inline);
  EXPECT_EQ(Strange.getInteger("diagnostics"), 3);
}

TEST(Findings, fixesForWhatIsShown) {
  json::Array Got = fixesFor(request({diagnostic()}), findings(), 3, actions());
  ASSERT_EQ(Got.size(), 1u);
  const json::Object &Action = *Got[0].getAsObject();
  EXPECT_EQ(Action.getString("kind"), "quickfix");
  EXPECT_EQ(Action.getArray("diagnostics")->size(), 1u);
  const json::Array &Changes =
      *Action.getObject("edit")->getArray("documentChanges");
  auto VersionOf = [&](unsigned I) {
    return Changes[I]
        .getAsObject()
        ->getObject("textDocument")
        ->getInteger("version");
  };
  EXPECT_EQ(VersionOf(0), 3) << "the editor's version, not the analyst's";
  EXPECT_EQ(VersionOf(1), 42) << "another document";
}

TEST(Findings, noFixesForOthers) {
  EXPECT_EQ(fixes(request({diagnostic(), diagnostic("custody-own-01")})), 2u);
  EXPECT_EQ(fixes(request({diagnostic("custody-own-02")})), 0u);
  EXPECT_EQ(fixes(request({diagnostic("unused-variable")})), 0u);
  EXPECT_EQ(fixes(request({})), 0u);
  EXPECT_EQ(fixes(json::Object()), 0u);
  json::Object Elsewhere = diagnostic();
  Elsewhere["range"] = parsed(range(6, 2, 6));
  EXPECT_EQ(fixes(request({std::move(Elsewhere)})), 0u);
  json::Object Reworded = diagnostic();
  Reworded["message"] = "something else";
  EXPECT_EQ(fixes(request({std::move(Reworded)})), 0u);
}

TEST(Findings, fixesAreOfTheKindThatIsWanted) {
  EXPECT_EQ(fixes(request({diagnostic()}, "quickfix")), 1u);
  EXPECT_EQ(fixes(request({diagnostic()}, "refactor")), 0u);
  EXPECT_EQ(fixes(request({diagnostic()}, "source.organizeImports")), 0u);
}

TEST(Findings, commandsForOldEditors) {
  json::Array Got =
      fixesFor(request({diagnostic()}), findings(), 3, Abilities());
  ASSERT_EQ(Got.size(), 1u);
  const json::Object &Command = *Got[0].getAsObject();
  EXPECT_EQ(Command.getString("title"), "Apply fix: change to free");
  EXPECT_EQ(Command.getString("command"), "clangd.applyFix");
  ASSERT_EQ(Command.getArray("arguments")->size(), 1u);
  EXPECT_NE((*Command.getArray("arguments"))[0].getAsObject()->getArray(
                "documentChanges"),
            nullptr);
}
