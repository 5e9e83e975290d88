//===- YamlLoaderTest.cpp - Model files, right and wrong ------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/YamlLoader.h"
#include "model/YamlAccess.h"
#include "llvm/ADT/Twine.h"
#include "gtest/gtest.h"

using namespace custody;
using llvm::StringRef;

namespace {

struct TableScope : FamilyScope {
  FamilyTable Families;
  FamilyTable &table() override { return Families; }
};

class LoaderTest : public ::testing::Test {
protected:
  TableScope Scope;
  ModelFile File;
  std::vector<std::string> Errors; ///< "line:column: message"

  void load(StringRef Text, Source From = Source::User) {
    Errors.clear();
    ErrorHandler Collect = [this](const ModelError &E) {
      EXPECT_EQ(E.File, "t.custody.yaml");
      Errors.push_back(std::to_string(E.Line) + ":" + std::to_string(E.Column) +
                       ": " + E.Message);
    };
    File = loadYaml(Text, "t.custody.yaml", From, Scope, Collect);
  }

  /// Loads \p Body below a header that declares "widget", on lines 1 to 4.
  void loadBody(const std::string &Body) {
    load("library: t\n"
         "families:\n"
         "  - name: widget\n"
         "    release: [widget_free]\n" +
         Body);
  }

  void expectOnly(const std::string &Error) {
    ASSERT_EQ(Errors.size(), 1u) << ::testing::PrintToString(Errors);
    EXPECT_EQ(Errors.front(), Error);
  }

  const FunctionEntry *entry(StringRef Name) {
    for (const FunctionEntry &F : File.Functions)
      if (Name == F.Name)
        return &F;
    return nullptr;
  }
  const FunctionModel &model(StringRef Name) {
    static const FunctionModel None;
    const FunctionEntry *E = entry(Name);
    EXPECT_NE(E, nullptr) << Name.str();
    return E ? E->What->Model : None;
  }
};

//===----------------------------------------------------------------------===//
// Right files
//===----------------------------------------------------------------------===//

TEST_F(LoaderTest, Families) {
  load("library: t\n"
       "families:\n"
       "  - name: string\n"
       "    noun: a string\n"
       "    release: [string_free, string_drop]\n"
       "    shallow: true\n"
       "    type: pointer\n"
       "  - {name: view, kind: lent, writable: true}\n"
       "  - {name: pool, kind: arena}\n"
       "  - {name: twin, release: twin_free, same-as: string}\n");
  EXPECT_TRUE(Errors.empty()) << Errors.front();
  EXPECT_EQ(File.Library, "t");
  EXPECT_EQ(File.Families,
            (std::vector<std::string>{"string", "view", "pool", "twin"}));
  const Family *String = Scope.find("string");
  ASSERT_TRUE(String);
  EXPECT_EQ(String->Noun, "a string");
  ASSERT_EQ(String->Releasers.size(), 2u);
  EXPECT_EQ(String->Releasers[0], "string_free");
  EXPECT_TRUE(String->Shallow);
  EXPECT_EQ(String->Type, ValueType::Pointer);
  EXPECT_EQ(String->From, Source::User);
  EXPECT_EQ(String->DeclaredAt, "t.custody.yaml:3");
  EXPECT_EQ(Scope.find("view")->Kind, FamilyKind::Lent);
  EXPECT_TRUE(Scope.find("view")->Writable);
  EXPECT_FALSE(Scope.find("pool")->leakMatters());
  EXPECT_TRUE(sameFamily(Scope.find("twin"), String));
  EXPECT_FALSE(sameFamily(Scope.find("view"), String));
}

TEST_F(LoaderTest, EveryEffect) {
  loadBody("functions:\n"
           "  - name: all\n"
           "    params: 9\n"
           "    returns: owned widget\n"
           "    success: \"!= -1\"\n"
           "    rest: keeps\n"
           "    args:\n"
           "      7: retains widget\n"
           "      0: uses\n"
           "      1: keeps any\n"
           "      2: releases widget*\n"
           "      3: adopts widget by return\n"
           "      4: resizes widget\n"
           "      5: out widget[2]\n"
           "      6: out widget.field\n"
           "    size: 8\n"
           "    count: 0\n"
           "    align: 1\n"
           "    granule: 4096\n");
  EXPECT_TRUE(Errors.empty()) << Errors.front();
  const FunctionModel &M = model("all");
  const Family *Widget = Scope.find("widget");
  EXPECT_EQ(M.Returns, ReturnAction::Owned);
  EXPECT_EQ(M.ReturnFamily, Widget);
  EXPECT_EQ(M.OnSuccess, Success::NotMinusOne);
  EXPECT_TRUE(entry("all")->What->SuccessGiven);
  EXPECT_EQ(M.Rest, ArgAction::Keeps);
  EXPECT_EQ(M.actionOn(8), ArgAction::Keeps);
  ASSERT_EQ(M.Args.size(), 8u);
  for (unsigned I = 0; I != 8; ++I)
    EXPECT_EQ(M.Args[I].Index, I) << "effects ascend";
  EXPECT_EQ(M.Args[0].Action, ArgAction::Uses);
  EXPECT_EQ(M.Args[1].Action, ArgAction::Keeps);
  EXPECT_EQ(M.Args[1].Fam, nullptr);
  EXPECT_EQ(M.Args[2].Action, ArgAction::Releases);
  EXPECT_TRUE(M.Args[2].Indirect);
  EXPECT_EQ(M.Args[3].Action, ArgAction::Adopts);
  EXPECT_TRUE(M.Args[3].ByReturn);
  EXPECT_EQ(M.Args[4].Action, ArgAction::Resizes);
  EXPECT_EQ(M.Args[5].Action, ArgAction::WritesOwned);
  EXPECT_EQ(M.Args[5].Elements, 2u);
  EXPECT_EQ(M.Args[5].Fam, Widget);
  EXPECT_EQ(M.Args[6].Field, "field");
  EXPECT_EQ(M.Args[6].Fam, Widget);
  EXPECT_EQ(M.Args[7].Action, ArgAction::Retains);
  EXPECT_EQ(M.SizeArg, 8);
  EXPECT_EQ(M.CountArg, 0);
  EXPECT_EQ(M.AlignArg, 1);
  EXPECT_EQ(M.Granule, 4096u);
  EXPECT_EQ(M.Origin, "t.custody.yaml:6");
}

TEST_F(LoaderTest, ResultsWithTwoHalves) {
  loadBody(
      "functions:\n"
      "  - name: f\n"
      "    returns: owned widget if argument 1 is null, else argument 1 or "
      "null\n"
      "  - {name: g, returns: \"lent widget if argument 0, else argument 2\"}\n"
      "  - {name: h, returns: \"owned widget unless argument 0, else inside "
      "argument 3\"}\n"
      "  - {name: i, returns: argument 4 or null}\n"
      "  - {name: j, args: {0: releases widget or storage}}\n");
  EXPECT_TRUE(Errors.empty()) << Errors.front();
  EXPECT_EQ(model("f").Returns, ReturnAction::Owned);
  EXPECT_EQ(model("f").ReturnFamily, Scope.find("widget"));
  EXPECT_EQ(model("f").ReturnIf.Arg, 1);
  EXPECT_TRUE(model("f").ReturnIf.IfZero);
  EXPECT_EQ(model("f").Otherwise, ReturnAction::ArgumentOrNull);
  EXPECT_EQ(model("f").ReturnArg, 1u);
  EXPECT_EQ(model("g").Otherwise, ReturnAction::Argument);
  EXPECT_EQ(model("g").ReturnArg, 2u);
  EXPECT_EQ(model("h").Otherwise, ReturnAction::Inside);
  EXPECT_EQ(model("h").ReturnArg, 3u);
  EXPECT_EQ(model("i").Returns, ReturnAction::ArgumentOrNull);
  EXPECT_EQ(model("i").ReturnArg, 4u);
  EXPECT_FALSE(model("i").conditional());
  EXPECT_TRUE(model("j").effectOn(0)->CallersStorage);
}

TEST_F(LoaderTest, EffectsThatDependOnAnArgument) {
  loadBody("functions:\n"
           "  - name: f\n"
           "    params: 6\n"
           "    returns: owned widget unless argument 4\n"
           "    args:\n"
           "      0: adopts widget if argument 4\n"
           "      1: releases widget* unless argument 4\n"
           "      2: keeps if argument 5 & 0x8\n"
           "      3: adopts widget by return if argument 5 is null\n"
           "  - {name: g, returns: owned widget if argument 0 is null}\n"
           "  - {name: h, returns: owned widget}\n");
  EXPECT_TRUE(Errors.empty()) << Errors.front();
  const FunctionModel &M = model("f");
  EXPECT_EQ(M.Returns, ReturnAction::Owned);
  EXPECT_EQ(M.ReturnFamily, Scope.find("widget"));
  EXPECT_EQ(M.ReturnIf.Arg, 4);
  EXPECT_TRUE(M.ReturnIf.IfZero);
  ASSERT_EQ(M.Args.size(), 4u);
  EXPECT_EQ(M.Args[0].Action, ArgAction::Adopts);
  EXPECT_EQ(M.Args[0].Fam, Scope.find("widget"));
  EXPECT_EQ(M.Args[0].If.Arg, 4);
  EXPECT_FALSE(M.Args[0].If.IfZero);
  EXPECT_EQ(M.Args[0].If.Bits, 0u);
  EXPECT_TRUE(M.Args[1].Indirect);
  EXPECT_TRUE(M.Args[1].If.IfZero);
  EXPECT_EQ(M.Args[2].Action, ArgAction::Keeps);
  EXPECT_EQ(M.Args[2].If.Bits, 8u);
  EXPECT_TRUE(M.Args[3].ByReturn);
  EXPECT_TRUE(M.Args[3].If.IfZero);
  EXPECT_TRUE(M.conditional());
  EXPECT_EQ(model("g").ReturnIf.Arg, 0);
  EXPECT_TRUE(model("g").ReturnIf.IfZero);
  EXPECT_FALSE(model("h").ReturnIf);
  EXPECT_FALSE(model("h").conditional());
}

TEST_F(LoaderTest, ConditionsThatCannotBe) {
  const std::string Form =
      ": this condition should read 'if argument N', 'unless argument N', 'if "
      "argument N is null' or 'if argument N & BITS'";
  for (const char *Wrong : {"if 2", "if argument", "unless argument x",
                            "if argument -1", "if argument 1 & 0"}) {
    loadBody(std::string("functions:\n  - name: f\n    args:\n"
                         "      0: adopts widget ") +
             Wrong + "\n");
    expectOnly("8:24" + Form);
    EXPECT_EQ(entry("f"), nullptr) << "half an entry is dropped";
  }
  loadBody("functions:\n  - {name: f, args: {0: uses if argument 1}}\n");
  expectOnly("6:25: 'uses' cannot depend on an argument; keeps, releases, "
             "adopts and out can");
  loadBody("functions:\n  - {name: f, returns: nothing if argument 1}\n");
  expectOnly("6:24: 'returns: nothing' cannot depend on an argument; owned, "
             "lent and floating can");
  loadBody("functions:\n"
           "  - name: f\n"
           "    params: 2\n"
           "    args:\n"
           "      0: adopts widget if argument 2\n");
  expectOnly("9:24: argument 2 is beyond the 2 'params' of this function, "
             "counted from 0");
}

TEST_F(LoaderTest, EverySuccess) {
  const std::pair<const char *, Success> Words[] = {
      {"always", Success::Always},       {"non-null", Success::NonNull},
      {"'>= 0'", Success::NonNegative},  {"'== 0'", Success::Zero},
      {"'!= -1'", Success::NotMinusOne}, {"'> 0'", Success::Positive}};
  for (auto &W : Words) {
    loadBody(std::string("functions:\n  - name: f\n    success: ") + W.first +
             "\n");
    EXPECT_TRUE(Errors.empty()) << Errors.front();
    EXPECT_EQ(model("f").OnSuccess, W.second) << W.first;
  }
}

TEST_F(LoaderTest, NamesAndParameterCounts) {
  loadBody("functions:\n"
           "  - name: [a, 'ns::b']\n"
           "    params: [1, 2]\n"
           "    returns: argument 0\n"
           "  - {name: a, params: 3, returns: nothing}\n"
           "uses:\n"
           "  - c\n");
  EXPECT_TRUE(Errors.empty()) << Errors.front();
  ASSERT_EQ(File.Functions.size(), 4u);
  EXPECT_EQ(model("ns::b").Returns, ReturnAction::Argument);
  EXPECT_FALSE(entry("a")->takes(0));
  EXPECT_TRUE(entry("a")->takes(2));
  EXPECT_FALSE(entry("a")->takes(3));
  EXPECT_TRUE(entry("c")->takes(17));
  EXPECT_FALSE(entry("c")->What->SuccessGiven);
  EXPECT_EQ(unqualified("ns::b"), "b");
  EXPECT_EQ(unqualified("operator new"), "operator new");
  EXPECT_EQ(unqualified("-[C with::]"), "-[C with::]") << "Objective-C";
}

TEST_F(LoaderTest, FamilyNamesWithPunctuation) {
  load("library: t\n"
       "families:\n"
       "  - name: new[]\n"
       "    release: ['delete[]']\n"
       "  - name: a::b c\n"
       "    release: [d]\n"
       "functions:\n"
       "  - name: f\n"
       "    args:\n"
       "      0: out new[]\n"
       "      1: releases a::b c*\n");
  EXPECT_TRUE(Errors.empty()) << Errors.front();
  EXPECT_EQ(model("f").Args[0].Fam, Scope.find("new[]"));
  EXPECT_EQ(model("f").Args[0].Elements, 1u);
  EXPECT_EQ(model("f").Args[1].Fam, Scope.find("a::b c"));
  EXPECT_TRUE(model("f").Args[1].Indirect);
}

TEST_F(LoaderTest, FamiliesMayFollowTheirUse) {
  load("functions:\n"
       "  - {name: f, returns: owned late}\n"
       "families:\n"
       "  - {name: late, release: g}\n"
       "library: t\n");
  EXPECT_TRUE(Errors.empty()) << Errors.front();
  EXPECT_EQ(model("f").ReturnFamily, Scope.find("late"));
}

TEST_F(LoaderTest, Classes) {
  loadBody("classes:\n"
           "  - name: WidgetPtr\n"
           "    owner: true\n"
           "    shared: true\n"
           "    pointee: 1\n"
           "    deleter: {family: widget, type: 2, argument: 3}\n"
           "    methods:\n"
           "      get: lends\n"
           "      text: lends read-only\n"
           "      detach: gives-up\n"
           "      reset: replaces 0\n"
           "      'operator[]': lends\n");
  EXPECT_TRUE(Errors.empty()) << Errors.front();
  ASSERT_EQ(File.Classes.size(), 1u);
  const ClassModel &C = File.Classes[0];
  EXPECT_TRUE(C.IsOwner && C.Shared);
  EXPECT_EQ(C.Pointee, 1u);
  EXPECT_EQ(C.Deleter, Scope.find("widget"));
  EXPECT_EQ(C.DeleterType, 2);
  EXPECT_EQ(C.DeleterArg, 3);
  EXPECT_EQ(C.Methods.lookup("get").Action, MethodAction::Lends);
  EXPECT_FALSE(C.Methods.lookup("get").ReadOnly);
  EXPECT_TRUE(C.Methods.lookup("text").ReadOnly);
  EXPECT_EQ(C.Methods.lookup("detach").Action, MethodAction::GivesUp);
  EXPECT_EQ(C.Methods.lookup("reset").Action, MethodAction::Replaces);
  EXPECT_EQ(C.Methods.lookup("operator[]").Action, MethodAction::Lends);
}

TEST_F(LoaderTest, AmendingAFamilyKeepsTheRest) {
  load("library: a\n"
       "families:\n"
       "  - {name: widget, noun: a widget, release: widget_free}\n",
       Source::Shipped);
  load("library: b\n"
       "families:\n"
       "  - {name: widget, release: [my_free]}\n");
  EXPECT_TRUE(Errors.empty()) << Errors.front();
  const Family *F = Scope.find("widget");
  EXPECT_EQ(F->Noun, "a widget");
  ASSERT_EQ(F->Releasers.size(), 1u);
  EXPECT_EQ(F->Releasers[0], "my_free");
  EXPECT_EQ(F->From, Source::User);
}

TEST_F(LoaderTest, DeclaredFamilies) {
  EXPECT_EQ(
      declaredFamilies("library: x\nfamilies:\n  - name: a\n  - {release: "
                       "f, name: b}\n"),
      (std::vector<std::string>{"a", "b"}));
  EXPECT_TRUE(declaredFamilies("families: [").empty());
}

//===----------------------------------------------------------------------===//
// Wrong files: the place and the words
//===----------------------------------------------------------------------===//

TEST_F(LoaderTest, UnknownKeys) {
  load("libary: t\n");
  ASSERT_EQ(Errors.size(), 2u);
  EXPECT_EQ(Errors[0], "1:1: this model file has no 'library', the name that "
                       "notes quote");
  EXPECT_EQ(Errors[1],
            "1:1: unknown key 'libary' in a model file; did you mean "
            "'library'?");

  loadBody("functions:\n"
           "  - name: f\n"
           "    retruns: owned widget\n");
  expectOnly("7:5: unknown key 'retruns' in a function; did you mean "
             "'returns'?");

  loadBody("functions:\n"
           "  - name: f\n"
           "    qqqqqqqqq: 1\n");
  expectOnly("7:5: unknown key 'qqqqqqqqq' in a function; known are name, "
             "params, returns, success, args, rest, size, count, align, "
             "granule, old-size, elsewhere, result");

  loadBody("  - name: other\n"
           "    relase: [f]\n"
           "    kind: lent\n");
  expectOnly("6:5: unknown key 'relase' in a family; did you mean 'release'?");

  loadBody("classes:\n"
           "  - name: C\n"
           "    deleter: {familly: widget}\n");
  expectOnly("7:15: unknown key 'familly' in 'deleter'; did you mean "
             "'family'?");
}

TEST_F(LoaderTest, UnknownWords) {
  loadBody("functions:\n"
           "  - name: f\n"
           "    args:\n"
           "      0: relases widget\n");
  expectOnly("8:10: unknown effect 'relases'; did you mean 'releases'?");
  EXPECT_EQ(entry("f"), nullptr) << "half an entry is dropped";

  loadBody("functions:\n  - {name: f, returns: ownd widget}\n");
  expectOnly("6:24: unknown value 'ownd' of 'returns'; did you mean 'owned'?");

  loadBody("functions:\n  - {name: f, success: '=> 0'}\n");
  expectOnly("6:24: unknown value '=> 0' of 'success'; did you mean '== 0'?");

  loadBody("  - {name: g, kind: borowed, release: f}\n");
  ASSERT_EQ(Errors.size(), 1u);
  EXPECT_EQ(Errors[0], "5:21: unknown value 'borowed' of 'kind'; known are "
                       "normal, refcounted, arena, lent, static");

  loadBody("classes:\n  - {name: C, methods: {get: lend}}\n");
  expectOnly("6:30: unknown value 'lend' of a method; did you mean 'lends'?");
}

TEST_F(LoaderTest, UndeclaredFamilies) {
  loadBody("functions:\n"
           "  - {name: f, returns: owned wigdet}\n"
           "  - {name: g, returns: owned widget}\n");
  expectOnly("6:30: the family 'wigdet' is never declared; did you mean "
             "'widget'?");
  EXPECT_EQ(entry("f"), nullptr);
  EXPECT_NE(entry("g"), nullptr) << "right entries are kept";

  loadBody("functions:\n"
           "  - name: f\n"
           "    args:\n"
           "      0: \"adopts  sprocket by return\"\n");
  expectOnly("8:19: the family 'sprocket' is never declared");

  loadBody("  - {name: b, release: f, same-as: [widgets]}\n");
  expectOnly("5:37: the family 'widgets' is never declared; did you mean "
             "'widget'?");
}

TEST_F(LoaderTest, WrongTypes) {
  loadBody("functions:\n  - {name: f, params: two}\n");
  expectOnly("6:23: 'params' must be a number or [least, most]");

  loadBody("functions:\n  - {name: f, params: [1, 2, 3]}\n");
  expectOnly("6:23: 'params' must be a number or [least, most]");

  loadBody("functions:\n  - {name: f, params: [3, 1]}\n");
  expectOnly("6:23: the least number of 'params' is above the most");

  loadBody("functions:\n  - {name: f, args: [uses]}\n");
  expectOnly("6:21: 'args' must be a list of 'key: value' pairs");

  loadBody("functions:\n  - name: f\n    args:\n      first: uses\n");
  expectOnly("8:7: an argument, counted from 0, must be a number");

  loadBody("functions: f\n");
  expectOnly("5:12: 'functions' must be a list, each entry after a '-'");

  loadBody("functions:\n  - f\n");
  expectOnly("6:5: a function must be a list of 'key: value' pairs");

  loadBody("functions:\n  - {name: f, size: -1}\n");
  expectOnly("6:21: 'size', the number of an argument, must be a number");

  loadBody("functions:\n  - {name: f, granule: 0}\n");
  expectOnly("6:24: 'granule' must be a number of bytes");

  loadBody("functions:\n  - {name: f, returns: argument first}\n");
  expectOnly("6:33: 'returns: argument' needs the argument's number, from 0: "
             "'argument 0'");

  loadBody("classes:\n  - {name: C, owner: yes}\n");
  expectOnly("6:22: 'owner' must be true or false");

  loadBody("classes:\n  - {name: C, methods: {get: lends 1}}\n");
  expectOnly("6:30: 'lends' takes no number");

  load("- library\n");
  expectOnly("1:1: a model file must be a list of 'key: value' pairs");
}

TEST_F(LoaderTest, MissingParts) {
  loadBody("functions:\n  - params: 1\n");
  expectOnly("6:5: this function has no 'name'");

  loadBody("functions:\n  - name: []\n");
  expectOnly("6:11: the 'name' of a function must name at least one");

  loadBody("classes:\n  - owner: true\n");
  expectOnly("6:5: this class has no 'name'");

  loadBody("  - noun: a thing\n");
  expectOnly("5:5: this family has no 'name'");

  loadBody("  - name: thing\n");
  expectOnly("5:11: the family 'thing' needs 'release', or 'kind: lent' or "
             "'kind: static' if nobody releases it");

  loadBody("functions:\n  - {name: f, returns: owned}\n");
  expectOnly("6:24: 'returns: owned' needs a family");

  loadBody("functions:\n  - name: f\n    args:\n      0: releases\n");
  expectOnly("8:10: 'releases' needs a family: 'releases malloc'");

  loadBody("functions:\n  - name: f\n    args:\n      0: releases any\n");
  expectOnly("8:19: 'releases' needs one family; 'any' goes with uses, keeps "
             "and adopts");

  loadBody("functions:\n  - name: f\n    args:\n      0: out widget.\n");
  expectOnly("8:14: the name of a field must follow '.'");

  loadBody("functions:\n  - name: f\n    args:\n      0: out widget[0]\n");
  expectOnly("8:14: the number of elements in 'widget[0]' must be from 1 to "
             "64");
}

TEST_F(LoaderTest, IndicesBeyondTheParameters) {
  loadBody("functions:\n"
           "  - name: f\n"
           "    params: 2\n"
           "    args:\n"
           "      2: uses\n");
  expectOnly("9:7: argument 2 is beyond the 2 'params' of this function, "
             "counted from 0");

  loadBody("functions:\n"
           "  - name: f\n"
           "    size: 5\n"
           "    returns: argument 1\n"
           "    params: [0, 1]\n");
  ASSERT_EQ(Errors.size(), 2u);
  EXPECT_EQ(Errors[0], "7:11: argument 5 is beyond the 1 'params' of this "
                       "function, counted from 0");
  EXPECT_EQ(Errors[1], "8:23: argument 1 is beyond the 1 'params' of this "
                       "function, counted from 0");
}

TEST_F(LoaderTest, Contradictions) {
  loadBody("functions:\n"
           "  - {name: f, params: 1, returns: owned widget}\n"
           "  - {name: f, params: [1, 2], returns: nothing}\n");
  expectOnly("7:12: 'f' is described differently on line 6; keep one, or tell "
             "them apart by 'params'");
  EXPECT_EQ(model("f").Returns, ReturnAction::Owned) << "the first is kept";

  loadBody("functions:\n"
           "  - {name: f, params: 1, returns: owned widget}\n"
           "uses: [f]\n");
  expectOnly("7:8: 'f' is described differently on line 6; keep one, or tell "
             "them apart by 'params'");

  loadBody("uses: [f, f]\n");
  EXPECT_TRUE(Errors.empty()) << "the same twice contradicts nothing";

  loadBody("functions:\n  - {name: f, params: 1, params: 2}\n");
  expectOnly("6:26: the key 'params' appears twice in a function");

  loadBody("functions:\n"
           "  - name: f\n"
           "    args:\n"
           "      0: uses\n"
           "      0: keeps\n");
  expectOnly("9:7: argument 0 has two effects; keep one");

  loadBody("  - {name: widget, release: f}\n");
  expectOnly("5:12: the family 'widget' is already declared on line 3");

  loadBody("classes:\n  - name: [C, C]\n");
  expectOnly("6:15: the class 'C' is described twice");
}

TEST_F(LoaderTest, NamesThatCannotBe) {
  loadBody("functions:\n  - name: f(int)\n");
  expectOnly("6:11: 'f(int)' must be a qualified name without template "
             "arguments and parameters");
  loadBody("functions:\n  - name: ns::operator()\n");
  EXPECT_TRUE(Errors.empty()) << Errors.front();
  loadBody("  - {name: any, release: f}\n");
  expectOnly("5:12: a family cannot be called 'any'");
}

TEST_F(LoaderTest, NotAModelFile) {
  load("");
  expectOnly("0:0: the model file is empty; it needs at least 'library'");
  load("# only a comment\n");
  expectOnly("0:0: the model file is empty; it needs at least 'library'");
  load(StringRef("library: t\n\0x", 13));
  expectOnly("0:0: this is not a text file; a model file is YAML");
}

TEST_F(LoaderTest, SyntaxErrors) {
  loadBody("functions:\n  - {name: f, params: 1\n");
  ASSERT_EQ(Errors.size(), 1u);
  EXPECT_EQ(StringRef(Errors[0]).find("6:24: this is not valid YAML: "), 0u)
      << Errors[0];

  load("library: \"t\nuses:\n");
  ASSERT_EQ(Errors.size(), 1u);
  EXPECT_NE(StringRef(Errors[0]).find("this is not valid YAML: "),
            StringRef::npos)
      << Errors[0];

  load("library: &a t\nuses: [*a]\n");
  expectOnly("2:8: model files use no YAML anchors and aliases; write it out");

  load("library: t\nuses: " + std::string(100, '[') + "\n");
  ASSERT_EQ(Errors.size(), 1u);
  EXPECT_EQ(Errors[0], "2:19: this is nested too deeply for a model file");
}

TEST_F(LoaderTest, EveryPrefixOfAFileIsReadOrRefused) {
  // Whatever an editor saves half-way must end in a message, not a crash.
  const std::string Text =
      "library: t\n"
      "families:\n"
      "  - {name: widget, noun: \"a \\u0077idget\", release: [widget_free]}\n"
      "functions:\n"
      "  - name: ['f', \"g\"]\n"
      "    params: [1, 2]\n"
      "    args: {0: releases widget*, 1: 'out widget[2]'}\n"
      "    returns: |\n"
      "      owned widget\n"
      "classes:\n"
      "  - ? name\n"
      "    : C\n"
      "    methods: {get: lends}\n"
      "uses: [h]\n";
  for (size_t N = 0; N <= Text.size(); ++N)
    load(Text.substr(0, N));
  EXPECT_TRUE(Errors.empty()) << Errors.front();
  EXPECT_EQ(File.Functions.size(), 3u);
}

TEST(Suggestions, Nearest) {
  EXPECT_EQ(didYouMean("relase", {"release", "name"}),
            "; did you mean 'release'?");
  EXPECT_EQ(didYouMean("xyz", {"release", "name"}), "");
  EXPECT_EQ(didYouMean("ab", {"ac", "aa"}), "; did you mean 'aa'?");
}

//===--- Headers
//-----------------------------------------------------------===//

TEST_F(LoaderTest, HeadersSayWhereTheDeclarationsAre) {
  load("library: t\n"
       "headers:\n"
       "  debian: liba-dev libb-dev\n"
       "  pkg-config: [a, b]\n"
       "  include: [a.h, sub/b.h]\n"
       "  flags: [-DX]\n"
       "  language: c++\n");
  EXPECT_EQ(Errors.size(), 0u) << ::testing::PrintToString(Errors);
  using Strings = std::vector<std::string>;
  EXPECT_EQ(File.Headers.Debian, (Strings{"liba-dev", "libb-dev"}));
  EXPECT_EQ(File.Headers.PkgConfig, (Strings{"a", "b"}));
  EXPECT_EQ(File.Headers.Includes, (Strings{"a.h", "sub/b.h"}));
  EXPECT_EQ(File.Headers.Flags, Strings{"-DX"});
  EXPECT_TRUE(File.Headers.Cxx);
  load("library: t\nheaders: {none: Windows}\n");
  EXPECT_EQ(Errors.size(), 0u) << ::testing::PrintToString(Errors);
  EXPECT_EQ(File.Headers.None, "Windows");
  EXPECT_FALSE(File.Headers.Cxx);
}

TEST_F(LoaderTest, HeadersHaveTheirOwnMistakes) {
  load("library: t\nheaders:\n  inclde: [a.h]\n");
  expectOnly("3:3: unknown key 'inclde' in 'headers'; did you mean 'include'?");
  load("library: t\nheaders: a.h\n");
  expectOnly("2:10: 'headers' must be a list of 'key: value' pairs");
  load("library: t\nheaders: {none: Windows, include: [a.h]}\n");
  expectOnly("2:10: 'headers' has 'include' and 'none', which says that there "
             "is nothing to include; keep one");
}

TEST_F(LoaderTest, ElsewhereIsKept) {
  loadBody("functions:\n"
           "  - name: f\n"
           "    elsewhere: BSD\n"
           "classes:\n"
           "  - name: C\n"
           "    elsewhere: C++23\n"
           "  - name: D\n"
           "    elsewhere: [g, h]\n");
  EXPECT_EQ(Errors.size(), 0u) << ::testing::PrintToString(Errors);
  ASSERT_TRUE(entry("f"));
  EXPECT_EQ(entry("f")->What->Elsewhere, "BSD");
  ASSERT_EQ(File.Classes.size(), 2u);
  EXPECT_EQ(File.Classes[0].Elsewhere, "C++23");
  EXPECT_EQ(File.Classes[1].MethodsElsewhere.size(), 2u);
}

} // namespace
