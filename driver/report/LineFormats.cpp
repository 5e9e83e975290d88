//===- LineFormats.cpp - Findings as lines for other programs -------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/check/Bytes.h"
#include "driver/report/Report.h"

using namespace llvm;

namespace custody {

namespace {

json::Object place(const Place &P, Sources &Files) {
  json::Object O{{"file", toReadable(Files.name(P.File))},
                 {"line", P.Line},
                 {"column", P.Column}};
  if (P.EndLine) {
    O["endLine"] = P.EndLine;
    O["endColumn"] = P.EndColumn;
  }
  return O;
}

/// \p Text as GitHub's commands want it; \p Property also without what
/// separates properties.
std::string githubEscaped(StringRef Text, bool Property) {
  std::string Out;
  for (char C : Text)
    switch (C) {
    case '%':
      Out += "%25";
      break;
    case '\r':
      Out += "%0D";
      break;
    case '\n':
      Out += "%0A";
      break;
    case ':':
      Out += Property ? "%3A" : ":";
      break;
    case ',':
      Out += Property ? "%2C" : ",";
      break;
    default:
      Out += C;
    }
  return Out;
}

} // namespace

void writeJsonLines(const Report &R, Sources &Files, raw_ostream &OS) {
  for (const Issue &I : R.Issues) {
    if (I.Silence != Silenced::No)
      continue;
    json::Object O = place(I.Where, Files);
    O["kind"] = "finding";
    O["rule"] = I.Rule;
    O["message"] = toReadable(I.Message);
    O["function"] = toReadable(I.Function);
    O["families"] = toReadable(I.Families);
    O["confidence"] = I.Sure == Confidence::High ? "high" : "low";
    O["fingerprint"] = I.Fingerprint;
    json::Array Steps;
    for (const Step &S : I.stepsBefore()) {
      json::Object Each = place(S.Where, Files);
      Each["depth"] = S.Depth;
      Each["message"] = toReadable(S.Text);
      Steps.push_back(std::move(Each));
    }
    O["path"] = std::move(Steps);
    OS << json::Value(std::move(O)) << '\n';
  }
  for (const Failure &F : R.Failures)
    OS << json::Value(json::Object{{"kind", "failure"},
                                   {"file", toReadable(Files.name(F.File))},
                                   {"message", toReadable(F.Why)}})
       << '\n';
}

void writeGithub(const Report &R, Sources &Files, raw_ostream &OS) {
  auto Command = [&](StringRef Kind, const Place &P, StringRef Title,
                     StringRef Text) {
    OS << "::" << Kind << " file="
       << githubEscaped(toReadable(Files.name(P.File)), /*Property=*/true);
    if (P.Line) {
      OS << ",line=" << P.Line;
      if (P.EndLine > P.Line)
        OS << ",endLine=" << P.EndLine;
      // Columns are for places on one line only.
      OS << ",col=" << P.Column;
      if (P.EndLine == P.Line)
        OS << ",endColumn=" << P.EndColumn;
    }
    OS << ",title=" << githubEscaped(Title, /*Property=*/true)
       << "::" << githubEscaped(toReadable(Text), /*Property=*/false) << '\n';
  };
  for (const Issue &I : R.Issues) {
    if (I.Silence != Silenced::No)
      continue;
    std::string Text = I.Message;
    // An annotation shows one place: the others follow in words.
    for (const Step &S : I.stepsBefore())
      Text += "\n" + toReadable(Files.name(S.Where.File)) + ":" +
              std::to_string(S.Where.Line) + ": " + S.Text;
    Command("warning", I.Where, "custody." + I.Rule, Text);
  }
  for (const Failure &F : R.Failures) {
    Place P;
    P.File = F.File;
    Command("error", P, "custody could not analyze this file", F.Why);
  }
}

} // namespace custody
