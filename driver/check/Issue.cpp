//===- Issue.cpp - What the analysis of a unit brought --------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/check/Issue.h"
#include "driver/Compat.h"
#include "driver/check/Bytes.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace custody {

ArrayRef<Step> Issue::stepsBefore() const {
  ArrayRef<Step> All = Steps;
  if (!All.empty() && All.back().Text == Message)
    All = All.drop_back();
  return All;
}

namespace {

/// Paths repeat: a result names each once, and numbers elsewhere.
class FileTable {
public:
  int64_t number(const std::string &File) {
    auto Added = Numbers.try_emplace(File, int64_t(Names.size()));
    if (Added.second)
      Names.push_back(toText(File));
    return Added.first->second;
  }
  json::Array Names;

private:
  StringMap<int64_t> Numbers;
};

json::Array places(const Place &P, FileTable &Files) {
  return json::Array(
      {Files.number(P.File), P.Line, P.Column, P.EndLine, P.EndColumn});
}

const char *const KindNames[] = {"crash",   "timeout", "memory",
                                 "compile", "missing", "setup"};

class Reader {
public:
  explicit Reader(const json::Object &Root) : Root(Root) {}

  bool read(UnitResult &Result) {
    const json::Array *Names = Root.getArray("files");
    const json::Array *Issues = Root.getArray("issues");
    const json::Array *Failures = Root.getArray("failures");
    if (!Names || !Issues || !Failures)
      return false;
    for (const json::Value &Name : *Names)
      Files.push_back(toBytes(compat::orElse(Name.getAsString(), StringRef())));
    for (const json::Value &V : *Issues)
      if (!V.getAsObject() || !readIssue(*V.getAsObject(), Result))
        return false;
    for (const json::Value &V : *Failures)
      if (!V.getAsObject() || !readFailure(*V.getAsObject(), Result))
        return false;
    return true;
  }

private:
  const json::Object &Root;
  std::vector<std::string> Files;

  static std::string text(const json::Object &O, StringRef Key) {
    return compat::orElse(O.getString(Key), StringRef()).str();
  }

  bool readPlace(const json::Array *A, Place &P) {
    if (!A || A->size() < 5)
      return false;
    int64_t N[5];
    for (unsigned I = 0; I < 5; ++I)
      N[I] = (*A)[I].getAsInteger().value_or(-1);
    if (N[0] < 0 || size_t(N[0]) >= Files.size())
      return false;
    P.File = Files[N[0]];
    P.Line = N[1], P.Column = N[2], P.EndLine = N[3], P.EndColumn = N[4];
    return true;
  }

  bool readIssue(const json::Object &O, UnitResult &Result) {
    Issue I;
    I.Rule = text(O, "rule");
    I.Message = text(O, "message");
    I.Function = text(O, "function");
    I.ClangHash = text(O, "hash");
    I.Families = text(O, "families");
    I.Sure = compat::orElse(O.getBoolean("inferred"), false) ? Confidence::Low
                                                             : Confidence::High;
    const json::Array *Steps = O.getArray("steps");
    if (!Steps || !readPlace(O.getArray("where"), I.Where))
      return false;
    for (const json::Value &V : *Steps) {
      const json::Array *A = V.getAsArray();
      Step S;
      if (!A || A->size() != 7 || !readPlace(A, S.Where))
        return false;
      S.Depth = compat::orElse((*A)[5].getAsInteger(), 0);
      S.Text = compat::orElse((*A)[6].getAsString(), StringRef()).str();
      I.Steps.push_back(std::move(S));
    }
    Result.Issues.push_back(std::move(I));
    return true;
  }

  bool readFailure(const json::Object &O, UnitResult &Result) {
    std::string Kind = text(O, "kind");
    for (unsigned I = 0; I < std::size(KindNames); ++I)
      if (Kind == KindNames[I]) {
        Result.Failures.push_back(
            {Failure::Kind(I), toBytes(text(O, "file")), text(O, "why")});
        return true;
      }
    return false;
  }
};

} // namespace

std::string toJson(const UnitResult &Result) {
  FileTable Files;
  json::Array Issues, Failures;
  for (const Issue &I : Result.Issues) {
    json::Array Steps;
    for (const Step &S : I.Steps) {
      json::Array A = places(S.Where, Files);
      A.push_back(S.Depth);
      A.push_back(toText(S.Text));
      Steps.push_back(std::move(A));
    }
    Issues.push_back(json::Object{{"rule", I.Rule},
                                  {"message", toText(I.Message)},
                                  {"function", toText(I.Function)},
                                  {"hash", I.ClangHash},
                                  {"families", toText(I.Families)},
                                  {"inferred", I.Sure == Confidence::Low},
                                  {"where", places(I.Where, Files)},
                                  {"steps", std::move(Steps)}});
  }
  for (const Failure &F : Result.Failures)
    Failures.push_back(json::Object{{"kind", KindNames[F.What]},
                                    {"file", toText(F.File)},
                                    {"why", toText(F.Why)}});
  std::string Text;
  raw_string_ostream OS(Text);
  OS << json::Value(json::Object{{"files", std::move(Files.Names)},
                                 {"issues", std::move(Issues)},
                                 {"failures", std::move(Failures)}})
     << '\n';
  return OS.str();
}

bool fromJson(StringRef Text, UnitResult &Result) {
  Expected<json::Value> Root = json::parse(Text);
  if (!Root) {
    consumeError(Root.takeError());
    return false;
  }
  const json::Object *O = Root->getAsObject();
  return O && Reader(*O).read(Result);
}

} // namespace custody
