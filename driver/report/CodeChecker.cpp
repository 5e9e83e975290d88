//===- CodeChecker.cpp - Findings for CodeChecker -------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One property list in the analyzer's shape, of the findings that are left
// after comments and baseline, and the labels that CodeChecker shows a rule by.
//
//===----------------------------------------------------------------------===//

#include "driver/RulePages.h"
#include "driver/check/Bytes.h"
#include "driver/report/Report.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace custody {

namespace {

class PlistWriter {
public:
  explicit PlistWriter(raw_ostream &OS) : OS(OS) {}

  template <class Fn> void dict(Fn Content) { nested("dict", Content); }
  template <class Fn> void array(Fn Content) { nested("array", Content); }
  void key(StringRef Name) { line() << "<key>" << Name << "</key>\n"; }
  void string(StringRef Text) {
    line() << "<string>";
    printHTMLEscaped(toReadable(Text), OS);
    OS << "</string>\n";
  }
  void integer(unsigned Value) {
    line() << "<integer>" << Value << "</integer>\n";
  }
  void string(StringRef Key, StringRef Text) {
    key(Key);
    string(Text);
  }

private:
  raw_ostream &OS;
  unsigned Depth = 0;

  raw_ostream &line() { return OS.indent(Depth); }
  template <class Fn> void nested(StringRef Tag, Fn Content) {
    line() << '<' << Tag << ">\n";
    ++Depth;
    Content();
    --Depth;
    line() << "</" << Tag << ">\n";
  }
};

class FileNumbers {
public:
  unsigned operator[](const std::string &File) {
    auto Added = Numbers.try_emplace(File, Names.size());
    if (Added.second)
      Names.push_back(File);
    return Added.first->second;
  }
  std::vector<std::string> Names;

private:
  StringMap<unsigned> Numbers;
};

void location(const Place &P, bool End, FileNumbers &Files, PlistWriter &W) {
  W.dict([&] {
    W.key("line");
    W.integer(End ? P.EndLine : P.Line);
    W.key("col");
    W.integer(End ? P.EndColumn : P.Column);
    W.key("file");
    W.integer(Files[P.File]);
  });
}

void event(const Place &P, unsigned Depth, StringRef Text, FileNumbers &Files,
           PlistWriter &W) {
  W.dict([&] {
    W.string("kind", "event");
    W.key("location");
    location(P, /*End=*/false, Files, W);
    if (P.EndLine) {
      W.key("ranges");
      W.array([&] {
        W.array([&] {
          location(P, /*End=*/false, Files, W);
          location(P, /*End=*/true, Files, W);
        });
      });
    }
    W.key("depth");
    W.integer(Depth);
    W.string("extended_message", Text);
    W.string("message", Text);
  });
}

/// How much harm a rule's defect does, in CodeChecker's words.
const char *severity(StringRef Rule) {
  // A leak wears a program down; what the opt-in rules say may never happen.
  if (Rule == "ffi-03" || Rule == "own-06")
    return "MEDIUM";
  const RulePage *P = findRule(Rule);
  return P && !P->OnByDefault ? "LOW" : "HIGH";
}

} // namespace

void writeCodeChecker(const Report &R, Sources &, raw_ostream &OS) {
  OS << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<!DOCTYPE plist PUBLIC \"-//Apple Computer//DTD PLIST 1.0//EN\" "
        "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n"
        "<plist version=\"1.0\">\n";
  PlistWriter W(OS);
  FileNumbers Files;
  W.dict([&] {
    W.key("diagnostics");
    W.array([&] {
      for (const Issue &I : R.Issues) {
        if (I.Silence != Silenced::No)
          continue;
        W.dict([&] {
          W.key("path");
          W.array([&] {
            for (const Step &S : I.stepsBefore())
              event(S.Where, S.Depth, S.Text, Files, W);
            event(I.Where, 0, I.Message, Files, W);
          });
          W.string("description", I.Message);
          W.string("category",
                   I.Families.empty()
                       ? "Memory and handle ownership"
                       : "Memory and handle ownership: " + I.Families);
          const RulePage *P = findRule(I.Rule);
          W.string("type", P ? P->Summary : "");
          W.string("check_name", "custody." + I.Rule);
          W.string("issue_hash_content_of_line_in_context", I.ClangHash);
          W.string("issue_context_kind", "function");
          W.string("issue_context", I.Function);
          W.key("location");
          location(I.Where, /*End=*/false, Files, W);
        });
      }
    });
    W.key("files");
    W.array([&] {
      for (const std::string &File : Files.Names)
        W.string(File);
    });
  });
  OS << "</plist>\n";
}

void writeCodeCheckerLabels(raw_ostream &OS) {
  json::Object Labels;
  for (const RulePage &P : rulePages()) {
    json::Array Each({"doc_url:" + ruleAddress(P),
                      std::string("severity:") + severity(P.Id)});
    for (unsigned Number : P.Cwe)
      Each.push_back("cwe:" + utostr(Number));
    if (P.OnByDefault)
      Each.push_back("profile:default");
    Labels[std::string("custody.") + P.Id] = std::move(Each);
  }
  OS << formatv("{0:2}\n",
                json::Value(json::Object{{"analyzer", "clangsa"},
                                         {"labels", std::move(Labels)}}));
}

} // namespace custody
