//===- Explain.cpp - custody explain, custody init ------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/RulePages.h"
#include "driver/Subcommands.h"
#include "driver/check/Job.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace custody {

namespace {

cl::SubCommand Explain("explain", "Say what a rule means, and how to mend "
                                  "what it reports");
cl::OptionCategory ExplainCategory("Options of 'custody explain'");
cl::list<std::string> RuleNames(cl::Positional,
                                cl::desc("[RULE...]; without, all rules"),
                                cl::sub(Explain), cl::cat(ExplainCategory));
cl::opt<bool> Markdown("markdown", cl::desc("print the page as it is written"),
                       cl::sub(Explain), cl::cat(ExplainCategory));

cl::SubCommand Init("init", "Write a commented .custody.yaml");
cl::OptionCategory InitCategory("Options of 'custody init'");
cl::opt<std::string> Folder(cl::Positional, cl::init("."), cl::desc("[FOLDER]"),
                            cl::sub(Init), cl::cat(InitCategory));

/// `[text](address)` as its text: addresses lead nowhere on a terminal.
std::string withoutLinks(StringRef Line) {
  std::string Text;
  while (true) {
    size_t Open = Line.find('['), Middle = Line.find("](", Open);
    size_t Close = Line.find(')', Middle);
    if (Open == StringRef::npos || Middle == StringRef::npos ||
        Close == StringRef::npos)
      return Text + Line.str();
    Text += Line.take_front(Open);
    Text += Line.slice(Open + 1, Middle);
    Line = Line.drop_front(Close + 1);
  }
}

/// The page without the marks that only a browser needs.
void printPage(StringRef Page) {
  bool Code = false;
  while (!Page.empty()) {
    StringRef Line;
    std::tie(Line, Page) = Page.split('\n');
    if (Line.consume_front("```")) {
      Code = !Code;
      continue;
    }
    StringRef Title = Line.ltrim('#');
    if (Code) {
      outs() << (Line.empty() ? "" : "    ") << Line << '\n';
    } else if (Title.size() < Line.size() && !Title.empty() &&
               Title.front() == ' ') {
      outs().changeColor(raw_ostream::SAVEDCOLOR, /*Bold=*/true);
      outs() << Title.drop_front();
      outs().resetColor();
      outs() << '\n';
    } else {
      outs() << withoutLinks(Line) << '\n';
    }
  }
}

} // namespace

int runExplain(const Invocation &) {
  if (!Explain)
    return -1;
  outs().enable_colors(outs().has_colors());
  if (RuleNames.empty()) {
    for (const RulePage &P : rulePages())
      outs() << formatv("{0,-8}{1}{2}\n", P.Id, P.Summary,
                        P.OnByDefault ? "" : " (opt-in)");
    return 0;
  }
  for (const std::string &Name : RuleNames)
    if (!findRule(Name))
      return fail("there is no rule '" + Name + "'" + ruleHint(Name));
  for (const std::string &Name : RuleNames) {
    const RulePage *P = findRule(Name);
    if (Markdown)
      outs() << P->Page;
    else
      printPage(P->Page);
  }
  return 0;
}

int runInit(const Invocation &) {
  if (!Init)
    return -1;
  if (!sys::fs::is_directory(Folder))
    return fail("there is no folder '" + Folder + "'");
  SmallString<256> Path;
  if (Folder != ".")
    Path = Folder;
  sys::path::append(Path, ".custody.yaml");
  if (sys::fs::exists(Path))
    return fail("'" + Path + "' is there already; it is left as it is");
  std::string Error =
      writeAtomically(Path, embeddedFile("template.custody.yaml"));
  if (!Error.empty())
    return fail(Error);
  outs() << "custody: wrote '" << Path
         << "'; describe your functions in it, and check it with\n"
            "  custody models --check "
         << Path << " -- -Iinclude\n";
  return 0;
}

} // namespace custody
