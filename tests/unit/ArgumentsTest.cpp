//===- ArgumentsTest.cpp - The command line of custody-clangd -------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "clangd/Arguments.h"
#include "clangd/Checks.h"
#include "gtest/gtest.h"

using namespace custody;

namespace {

using Words = std::vector<std::string>;

/// What the analyst is told beside what it is always told.
Words shared(const Words &Line, const std::string &Environment = "") {
  Words Analyst = readArguments(Line, Environment).Analyst;
  EXPECT_GE(Analyst.size(), 3u);
  Analyst.resize(Analyst.size() - 3);
  return Analyst;
}

} // namespace

TEST(Arguments, clangdsOwn) {
  Words Line = {"--log=error", "-j", "3", "--clang-tidy=0"};
  Arguments A = readArguments(Line, "");
  EXPECT_EQ(A.As, Role::Bridge);
  EXPECT_EQ(A.Server, Line);
  EXPECT_EQ(A.Error, "");
  EXPECT_EQ(A.Analyst,
            (Words{"--background-index=0", "--clang-tidy", "--log=error"}));
}

TEST(Arguments, bothNeedTheSameProgram) {
  EXPECT_EQ(shared({"--compile-commands-dir=b", "--log=info", "--query-driver",
                    "/usr/bin/*", "-enable-config=0"}),
            (Words{"--compile-commands-dir=b", "--query-driver=/usr/bin/*",
                   "-enable-config=0"}));
  // The command line comes after the environment, and the last is meant.
  EXPECT_EQ(shared({"--compile-commands-dir=b"},
                   "--compile-commands-dir='a a' --use-dirty-headers"),
            (Words{"--use-dirty-headers", "--compile-commands-dir=b"}));
}

TEST(Arguments, proxy) {
  Arguments A = readArguments(
      {"--proxy=/opt/clangd", "--resource-dir=/opt/lib", "--log=info"}, "");
  EXPECT_EQ(A.Proxy, "/opt/clangd");
  EXPECT_EQ(A.Server, (Words{"--resource-dir=/opt/lib", "--log=info"}));
  EXPECT_EQ(A.Analyst.size(), 3u) << "the compiler headers of another clangd";
  EXPECT_NE(readArguments({"--proxy"}, "").Error, "");
  EXPECT_NE(readArguments({"--proxy="}, "").Error, "");
  EXPECT_NE(readArguments({"--proxy=c", "--check=f.c"}, "").Error, "");
}

TEST(Arguments, whatNeedsNoEditor) {
  for (const char *Word : {"--check=f.c", "--check", "--version", "-h"})
    EXPECT_EQ(readArguments({Word}, "").As, Role::Whole) << Word;
  EXPECT_TRUE(readArguments({"--help"}, "").Help);
  EXPECT_EQ(readArguments({"--check-warnings"}, "").As, Role::Bridge);
}

TEST(Arguments, roles) {
  for (Role As : {Role::Analyst, Role::Server}) {
    Arguments A = readArguments({wordFor(As), "--log=error"}, "");
    EXPECT_EQ(A.As, As);
    EXPECT_EQ(A.Server, (Words{"--log=error"}));
  }
}

TEST(Checks, onUnlessSomebodySaysSo) {
  EXPECT_EQ(custodysChecks(""), "custody-*");
  EXPECT_EQ(custodysChecks("-*,bugprone-*"), "custody-*");
  EXPECT_EQ(custodysChecks("-*, -custody-ffi-03\n custody-own-09,bugprone-*"),
            "custody-*,-custody-ffi-03,custody-own-09");
  EXPECT_EQ(custodysChecks("- custody-*"), "custody-*,- custody-*");
  EXPECT_TRUE(isCustodys("custody-mem-03"));
  EXPECT_FALSE(isCustodys("bugprone-custody"));
}
