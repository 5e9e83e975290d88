//===- Text.cpp - Findings for terminals and logs -------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/check/Bytes.h"
#include "driver/report/Report.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Unicode.h"

using namespace llvm;

namespace custody {

size_t Report::open() const {
  return llvm::count_if(
      Issues, [](const Issue &I) { return I.Silence == Silenced::No; });
}

namespace {

/// \p Bytes of a source line with tabs as blanks, and the width of them.
std::string expanded(StringRef Bytes) {
  std::string Text;
  for (char C : Bytes) {
    if (C == '\t')
      Text.append(8 - Text.size() % 8, ' ');
    else
      Text += C;
  }
  return toReadable(Text);
}

unsigned width(StringRef Bytes) {
  std::string Text = expanded(Bytes);
  int Columns = sys::unicode::columnWidthUTF8(Text);
  return Columns < 0 ? Text.size() : Columns;
}

void sourceLine(const Place &P, Sources &Files, raw_ostream &OS) {
  StringRef Line = Files.line(P.File, P.Line);
  if (Line.empty() || P.Column == 0)
    return;
  OS << format("%5u | ", P.Line) << expanded(Line) << "\n      | ";
  OS.indent(width(Line.take_front(P.Column - 1)));
  unsigned Length = 1;
  if (P.EndLine > P.Line)
    Length = width(Line.drop_front(P.Column - 1).rtrim());
  else if (P.EndLine == P.Line && P.EndColumn > P.Column)
    Length = width(Line.slice(P.Column - 1, P.EndColumn));
  OS.changeColor(raw_ostream::GREEN, /*Bold=*/true);
  OS << '^' << std::string(Length ? Length - 1 : 0, '~');
  OS.resetColor();
  OS << '\n';
}

void message(const Place &P, StringRef Kind, raw_ostream::Colors Color,
             const Twine &Text, bool Bold, Sources &Files, raw_ostream &OS) {
  OS.changeColor(raw_ostream::SAVEDCOLOR, /*Bold=*/true);
  OS << toReadable(Files.name(P.File));
  if (P.Line)
    OS << ':' << P.Line << ':' << P.Column;
  OS << ": ";
  OS.resetColor();
  OS.changeColor(Color, /*Bold=*/true) << Kind;
  OS.resetColor();
  if (Bold)
    OS.changeColor(raw_ostream::SAVEDCOLOR, /*Bold=*/true);
  OS << Text;
  if (Bold)
    OS.resetColor();
  OS << '\n';
}

} // namespace

void writeText(const Report &R, Sources &Files, raw_ostream &OS) {
  for (const Issue &I : R.Issues) {
    if (I.Silence != Silenced::No)
      continue;
    message(I.Where, "warning: ", raw_ostream::MAGENTA,
            I.Message + " [custody." + I.Rule + "]", /*Bold=*/true, Files, OS);
    if (R.Brief)
      continue;
    sourceLine(I.Where, Files, OS);
    for (const Step &S : I.stepsBefore()) {
      message(S.Where, "note: ", raw_ostream::CYAN, S.Text, /*Bold=*/false,
              Files, OS);
      sourceLine(S.Where, Files, OS);
    }
  }
}

} // namespace custody
