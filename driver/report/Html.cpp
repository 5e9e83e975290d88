//===- Html.cpp - Findings as one page ------------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The findings as JSON, with the lines of source around their stations, and the
// script that shows them: embed/files/report.js.
//
//===----------------------------------------------------------------------===//

#include "driver/RulePages.h"
#include "driver/Words.h"
#include "driver/check/Bytes.h"
#include "driver/report/Report.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include <map>
#include <set>

using namespace llvm;

namespace custody {

namespace {

/// Lines of source shown before and after a station.
constexpr unsigned Context = 8;

class PageData {
public:
  PageData(const Report &R, Sources &Files)
      : R(R), Files(Files), Folder(commonFolder()) {}

  /// Where all files with findings are, with its last slash; empty where they
  /// have no folder in common, or are named from the current one.
  const std::string &folder() const { return Folder; }

  json::Value build() {
    json::Array Issues, Failures;
    for (const Issue &I : R.Issues)
      if (I.Silence == Silenced::No)
        Issues.push_back(issue(I, Issues.size()));
    for (const Failure &F : R.Failures)
      Failures.push_back(
          json::Object{{"file", name(F.File)}, {"why", toReadable(F.Why)}});
    json::Object Rules;
    for (const RulePage &P : rulePages())
      if (Used.count(P.Id))
        Rules[P.Id] =
            json::Object{{"summary", P.Summary}, {"page", toReadable(P.Page)}};
    return json::Object{{"issues", std::move(Issues)},
                        {"failures", std::move(Failures)},
                        {"rules", std::move(Rules)},
                        {"files", sources()},
                        {"context", Context}};
  }

private:
  const Report &R;
  Sources &Files;
  std::string Folder;
  std::set<std::string> Used;
  std::map<std::string, std::set<unsigned>> Lines;

  std::string name(const std::string &File) {
    std::string Name = toReadable(Files.name(File));
    return StringRef(Name).starts_with(Folder) ? Name.substr(Folder.size())
                                               : Name;
  }

  std::string commonFolder() {
    std::string Common;
    bool First = true;
    for (const Issue &I : R.Issues) {
      if (I.Silence != Silenced::No)
        continue;
      std::string Name = toReadable(Files.name(I.Where.File));
      if (!sys::path::is_absolute(Name))
        return "";
      std::string Parent = Name.substr(0, Name.rfind('/') + 1);
      if (First)
        Common = Parent;
      First = false;
      while (!StringRef(Parent).starts_with(Common))
        Common.resize(Common.rfind('/', Common.size() - 2) + 1);
    }
    return Common == "/" ? "" : Common;
  }

  json::Object place(const Place &P) {
    for (unsigned N = P.Line > Context ? P.Line - Context : 1,
                  E = std::min(P.Line + Context, Files.lineCount(P.File));
         N <= E; ++N)
      Lines[P.File].insert(N);
    return json::Object{{"file", name(P.File)},
                        {"line", P.Line},
                        {"column", P.Column},
                        {"endLine", P.EndLine},
                        {"endColumn", P.EndColumn}};
  }

  json::Value issue(const Issue &I, size_t Number) {
    Used.insert(I.Rule);
    json::Array Steps;
    auto Add = [&](const Place &Where, unsigned Depth, StringRef Text) {
      json::Object S = place(Where);
      S["depth"] = Depth;
      S["text"] = toReadable(Text);
      Steps.push_back(std::move(S));
    };
    for (const Step &S : I.stepsBefore())
      Add(S.Where, S.Depth, S.Text);
    Add(I.Where, 0, I.Message);
    json::Object O = place(I.Where);
    O["id"] = int64_t(Number + 1);
    O["rule"] = I.Rule;
    O["message"] = toReadable(I.Message);
    O["fn"] = toReadable(I.Function);
    O["families"] = toReadable(I.Families);
    O["confidence"] = I.Sure == Confidence::High ? "high" : "low";
    O["steps"] = std::move(Steps);
    return O;
  }

  json::Object sources() {
    json::Object All;
    for (const auto &File : Lines) {
      json::Object Text;
      for (unsigned N : File.second)
        Text[utostr(N)] = toReadable(Files.line(File.first, N));
      All[name(File.first)] = std::move(Text);
    }
    return All;
  }
};

/// \p Value within a script element: nothing in it may end that.
void writeData(const json::Value &Value, raw_ostream &OS) {
  std::string Text;
  raw_string_ostream(Text) << Value;
  for (char C : Text) {
    if (C == '<')
      OS << "\\u003c";
    else
      OS << C;
  }
}

} // namespace

void writeHtml(const Report &R, Sources &Files, raw_ostream &OS) {
  PageData Data(R, Files);
  OS << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
        "<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n"
        "<title>custody: "
     << counted(R.open(), "finding", "findings") << "</title>\n<style>\n"
     << embeddedFile("report.css")
     << "</style>\n</head>\n<body>\n<main id=\"list\">\n<h1>custody: "
     << counted(R.open(), "finding", "findings") << " in "
     << counted(R.Units, "unit", "units") << "</h1>\n";
  if (!Data.folder().empty()) {
    OS << "<p class=\"quiet\">in <code>";
    printHTMLEscaped(Data.folder(), OS);
    OS << "</code></p>\n";
  }
  if (!R.Failures.empty()) {
    OS << "<div class=\"failures\"><p>"
       << counted(R.Failures.size(), "unit", "units")
       << " could not be analyzed:</p>\n<ul>\n";
    for (const Failure &F : R.Failures) {
      OS << "<li><code>";
      printHTMLEscaped(toReadable(Files.name(F.File)), OS);
      OS << "</code>: ";
      printHTMLEscaped(toReadable(F.Why), OS);
      OS << "</li>\n";
    }
    OS << "</ul></div>\n";
  }
  OS << "<div class=\"summaries\" id=\"summaries\"></div>\n"
        "<div class=\"tools\">\n"
        "<input id=\"search\" type=\"search\" placeholder=\"Filter by any "
        "words\" aria-label=\"Filter\">\n"
        "<label><input id=\"sure\" type=\"checkbox\"> without inferred "
        "ones</label>\n<span id=\"count\" class=\"quiet\"></span>\n</div>\n"
        "<table id=\"table\"></table>\n</main>\n"
        "<main id=\"detail\" hidden></main>\n"
        "<script type=\"application/json\" id=\"data\">";
  writeData(Data.build(), OS);
  OS << "</script>\n<script>\n"
     << embeddedFile("report.js") << "</script>\n</body>\n</html>\n";
}

} // namespace custody
