//===- Sarif.cpp - Findings as SARIF 2.1.0 --------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The analyzer's own SARIF writer knows none but built-in checkers. Regions
// count columns in UTF-16 units there; here too, converted from bytes.
//
//===----------------------------------------------------------------------===//

#include "driver/RulePages.h"
#include "driver/Toolchain.h"
#include "driver/check/Bytes.h"
#include "driver/report/Address.h"
#include "driver/report/Report.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/JSON.h"
#include <set>

using namespace llvm;

namespace custody {

namespace {

constexpr char Schema[] =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json";
/// The base of relative addresses: the folder that the check ran in.
constexpr char Root[] = "ROOT";

/// The number of UTF-16 units in the first \p Bytes of \p Line.
unsigned units(StringRef Line, unsigned Bytes) {
  unsigned Count = 0;
  for (char C : Line.take_front(Bytes)) {
    unsigned char U = C;
    Count += (U & 0xC0) != 0x80; // The first byte of a character,
    Count += U >= 0xF0; // which takes two units beyond the first plane.
  }
  return Count + (Bytes > Line.size() ? Bytes - Line.size() : 0);
}

class Writer {
public:
  Writer(const Report &R, Sources &Files, raw_ostream &OS)
      : R(R), Files(Files), J(OS, 1) {}

  void write() {
    J.object([&] {
      J.attribute("$schema", Schema);
      J.attribute("version", "2.1.0");
      J.attributeArray("runs", [&] { J.object([&] { run(); }); });
    });
  }

private:
  const Report &R;
  Sources &Files;
  json::OStream J;

  void text(StringRef Key, const Twine &Text) {
    J.attributeObject(Key,
                      [&] { J.attribute("text", toReadable(Text.str())); });
  }

  void run() {
    J.attributeObject("tool",
                      [&] { J.attributeObject("driver", [&] { driver(); }); });
    J.attributeArray("taxonomies", [&] { J.object([&] { taxonomy(); }); });
    J.attributeObject("originalUriBaseIds", [&] {
      J.attributeObject(Root, [&] {
        J.attribute("uri", "file://" + address(Files.root()) + "/");
      });
    });
    J.attribute("columnKind", "utf16CodeUnits");
    J.attributeArray("invocations", [&] { J.object([&] { invocation(); }); });
    J.attributeArray("results", [&] {
      for (const Issue &I : R.Issues)
        J.object([&] { result(I); });
    });
  }

  void driver() {
    J.attribute("name", "custody");
    J.attribute("version", CUSTODY_VERSION);
    J.attribute("fullName",
                std::string("custody " CUSTODY_VERSION " for clang ") +
                    BuiltForVersion);
    J.attributeArray("rules", [&] {
      for (const RulePage &P : rulePages())
        J.object([&] { rule(P); });
    });
    J.attributeArray("supportedTaxonomies",
                     [&] { J.object([&] { J.attribute("name", "CWE"); }); });
  }

  void rule(const RulePage &P) {
    J.attribute("id", std::string("custody.") + P.Id);
    J.attribute("name", P.Id);
    text("shortDescription", P.Summary);
    text("fullDescription", P.section("What it says"));
    J.attributeObject("help", [&] {
      J.attribute("text", toReadable(P.Page));
      J.attribute("markdown", toReadable(P.Page));
    });
    J.attributeObject("defaultConfiguration", [&] {
      J.attribute("enabled", P.OnByDefault);
      J.attribute("level", "warning");
    });
    J.attributeArray("relationships", [&] {
      for (unsigned Number : P.Cwe)
        J.object([&] {
          J.attributeObject("target", [&] {
            J.attribute("id", "CWE-" + utostr(Number));
            J.attributeObject("toolComponent",
                              [&] { J.attribute("name", "CWE"); });
          });
          J.attributeArray("kinds", [&] { J.value("superset"); });
        });
    });
    J.attributeObject("properties", [&] {
      J.attributeArray("tags", [&] {
        J.value("security");
        // GitHub's code scanning reads weaknesses from tags.
        for (unsigned Number : P.Cwe)
          J.value("external/cwe/cwe-" + std::string(Number < 100 ? "0" : "") +
                  utostr(Number));
      });
    });
  }

  void taxonomy() {
    J.attribute("name", "CWE");
    J.attribute("organization", "MITRE");
    J.attribute("informationUri", "https://cwe.mitre.org/");
    text("shortDescription", "Common Weakness Enumeration");
    std::set<unsigned> Numbers;
    for (const RulePage &P : rulePages())
      Numbers.insert(P.Cwe.begin(), P.Cwe.end());
    J.attributeArray("taxa", [&] {
      for (unsigned Number : Numbers)
        J.object([&] {
          J.attribute("id", "CWE-" + utostr(Number));
          J.attribute("helpUri", "https://cwe.mitre.org/data/definitions/" +
                                     utostr(Number) + ".html");
        });
    });
  }

  void invocation() {
    J.attribute("executionSuccessful", R.Failures.empty());
    J.attributeArray("toolExecutionNotifications", [&] {
      for (const Failure &F : R.Failures)
        J.object([&] {
          J.attribute("level", "error");
          text("message", F.Why);
          J.attributeArray("locations", [&] {
            Place P;
            P.File = F.File;
            J.object([&] { physical(P); });
          });
        });
    });
  }

  void physical(const Place &P) {
    std::string Name = Files.name(P.File);
    bool Relative = Name != P.File;
    J.attributeObject("physicalLocation", [&] {
      J.attributeObject("artifactLocation", [&] {
        J.attribute("uri",
                    Relative ? address(Name) : "file://" + address(Name));
        if (Relative)
          J.attribute("uriBaseId", Root);
      });
      if (!P.Line)
        return;
      StringRef Line = Files.line(P.File, P.Line);
      J.attributeObject("region", [&] {
        J.attribute("startLine", P.Line);
        if (!P.Column)
          return;
        J.attribute("startColumn", units(Line, P.Column - 1) + 1);
        if (P.EndLine >= P.Line) {
          J.attribute("endLine", P.EndLine);
          J.attribute("endColumn",
                      units(Files.line(P.File, P.EndLine), P.EndColumn) + 1);
        }
      });
    });
  }

  void function(const Issue &I) {
    if (!I.Function.empty())
      J.attributeArray("logicalLocations", [&] {
        J.object([&] {
          J.attribute("name", toReadable(I.Function));
          J.attribute("kind", "function");
        });
      });
  }

  void result(const Issue &I) {
    const RulePage *Rule = findRule(I.Rule);
    J.attribute("ruleId", "custody." + I.Rule);
    if (Rule)
      J.attribute("ruleIndex", int64_t(Rule - rulePages().data()));
    J.attribute("level", "warning");
    text("message", I.Message);
    J.attributeArray("locations", [&] {
      J.object([&] {
        physical(I.Where);
        function(I);
      });
    });
    J.attributeObject("partialFingerprints",
                      [&] { J.attribute("custody/v1", I.Fingerprint); });
    J.attributeArray("codeFlows", [&] { J.object([&] { flow(I); }); });
    if (Rule)
      J.attributeArray("taxa", [&] {
        for (unsigned Number : Rule->Cwe)
          J.object([&] {
            J.attribute("id", "CWE-" + utostr(Number));
            J.attributeObject("toolComponent",
                              [&] { J.attribute("name", "CWE"); });
          });
      });
    // An empty list says that suppressions were looked for.
    J.attributeArray("suppressions", [&] {
      if (I.Silence == Silenced::No)
        return;
      bool Comment = I.Silence == Silenced::InSource;
      J.object([&] {
        J.attribute("kind", Comment ? "inSource" : "external");
        J.attribute("justification",
                    Comment ? "a NOLINT comment" : "known to the baseline");
      });
    });
    J.attributeObject("properties", [&] {
      J.attribute("confidence", I.Sure == Confidence::High ? "high" : "low");
      if (!I.Families.empty())
        J.attribute("families", toReadable(I.Families));
    });
  }

  void flow(const Issue &I) {
    J.attributeArray("threadFlows", [&] {
      J.object([&] {
        J.attributeArray("locations", [&] {
          for (const Step &S : I.stepsBefore())
            station(S.Where, S.Depth, S.Text, "important");
          station(I.Where, 0, I.Message, "essential");
        });
      });
    });
  }

  void station(const Place &P, unsigned Depth, StringRef Text,
               StringRef Importance) {
    J.object([&] {
      J.attributeObject("location", [&] {
        physical(P);
        text("message", Text);
      });
      J.attribute("nestingLevel", Depth);
      J.attribute("importance", Importance);
    });
  }
};

} // namespace

void writeSarif(const Report &R, Sources &Files, raw_ostream &OS) {
  Writer(R, Files, OS).write();
  OS << '\n';
}

} // namespace custody
