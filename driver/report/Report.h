//===- Report.h - What a check has found, for writing -----------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One function a format. All write the same bytes for the same findings.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_REPORT_REPORT_H
#define CUSTODY_DRIVER_REPORT_REPORT_H

#include "driver/check/Issue.h"
#include "driver/check/Sources.h"
#include "llvm/Support/raw_ostream.h"

namespace custody {

struct Report {
  std::vector<Issue> Issues; ///< In order; silenced ones too.
  std::vector<Failure> Failures;
  unsigned Units = 0; ///< Units looked at, those that failed included.
  bool Brief = false; ///< Text without notes and source lines.

  /// Findings that are to be acted on.
  size_t open() const;
};

/// As clang prints, in color if \p OS has it.
void writeText(const Report &R, Sources &Files, llvm::raw_ostream &OS);
/// One JSON object a line and finding; then one a failure.
void writeJsonLines(const Report &R, Sources &Files, llvm::raw_ostream &OS);
/// Commands that GitHub's actions show as annotations.
void writeGithub(const Report &R, Sources &Files, llvm::raw_ostream &OS);
/// SARIF 2.1.0.
void writeSarif(const Report &R, Sources &Files, llvm::raw_ostream &OS);
/// One page that needs no network.
void writeHtml(const Report &R, Sources &Files, llvm::raw_ostream &OS);
/// A property list that CodeChecker's store and parse commands read.
void writeCodeChecker(const Report &R, Sources &Files, llvm::raw_ostream &OS);
/// CodeChecker's labels of all rules: severity, page, CWE.
void writeCodeCheckerLabels(llvm::raw_ostream &OS);

} // namespace custody

#endif // CUSTODY_DRIVER_REPORT_REPORT_H
