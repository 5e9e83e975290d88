//===- RulePages.cpp - What the rules mean --------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/RulePages.h"
#include "model/YamlAccess.h"

using namespace llvm;

namespace custody {

/// The numbers of "CWE-401, CWE-772" before the first heading.
static std::vector<unsigned> cweNumbers(StringRef Page) {
  std::vector<unsigned> Numbers;
  StringRef Head = Page.take_front(Page.find("\n## "));
  while (true) {
    size_t At = Head.find("CWE-");
    if (At == StringRef::npos)
      return Numbers;
    Head = Head.drop_front(At + 4);
    unsigned Number = 0;
    if (!Head.consumeInteger(10, Number))
      Numbers.push_back(Number);
  }
}

StringRef RulePage::section(StringRef Title) const {
  std::string Heading = "\n## " + Title.str() + "\n";
  size_t At = Page.find(Heading);
  if (At == StringRef::npos)
    return "";
  StringRef Text = Page.drop_front(At + Heading.size());
  return Text.take_front(Text.find("\n## ")).trim();
}

const std::vector<RulePage> &rulePages() {
  static const std::vector<RulePage> All = [] {
    std::vector<RulePage> Pages = {
#define RULE(Class, Id, Summary, Default) {Id, Summary, Default, "", {}},
#include "rules/Catalogue.def"
    };
    for (RulePage &P : Pages) {
      P.Page = embeddedFile(std::string(P.Id) + ".md");
      P.Cwe = cweNumbers(P.Page);
    }
    return Pages;
  }();
  return All;
}

const RulePage *findRule(StringRef Name) {
  if (!Name.consume_front("custody."))
    Name.consume_front("custody-");
  for (const RulePage &P : rulePages())
    if (Name == P.Id)
      return &P;
  return nullptr;
}

std::string ruleHint(StringRef Name) {
  std::vector<std::string> Names;
  for (const RulePage &P : rulePages())
    Names.push_back(P.Id);
  std::string Hint = didYouMean(Name, Names);
  return Hint.empty() ? "; 'custody explain' lists them" : Hint;
}

std::string ruleAddress(const RulePage &Rule) {
  return std::string("docs/rules/") + Rule.Id + ".md";
}

} // namespace custody
