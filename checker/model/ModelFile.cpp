//===- ModelFile.cpp - What one model file says ---------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/ModelFile.h"

using llvm::StringRef;

namespace custody {

StringRef unqualified(StringRef Name) {
  // `-[NSData bytes]` is found by its whole name.
  if (!Name.empty() && (Name.front() == '-' || Name.front() == '+'))
    return Name;
  // "operator new" has no "::" after its last component, and template
  // arguments are never written, so the last "::" is the right one.
  size_t Colon = Name.rfind("::");
  return Colon == StringRef::npos ? Name : Name.substr(Colon + 2);
}

bool sameModel(const FunctionModel &A, const FunctionModel &B) {
  if (A.Returns != B.Returns || A.Floats != B.Floats ||
      A.ReturnFamily != B.ReturnFamily || A.ReturnArg != B.ReturnArg ||
      A.OnSuccess != B.OnSuccess || A.Rest != B.Rest ||
      A.SizeArg != B.SizeArg || A.CountArg != B.CountArg ||
      A.AlignArg != B.AlignArg || A.OldSizeArg != B.OldSizeArg ||
      !(A.ReturnIf == B.ReturnIf) || A.Otherwise != B.Otherwise ||
      A.Granule != B.Granule || A.ResultType != B.ResultType ||
      A.Args.size() != B.Args.size())
    return false;
  for (unsigned I = 0, E = A.Args.size(); I != E; ++I) {
    const ArgEffect &X = A.Args[I], &Y = B.Args[I];
    if (X.Index != Y.Index || X.Action != Y.Action || X.Fam != Y.Fam ||
        X.ByReturn != Y.ByReturn || X.Indirect != Y.Indirect ||
        X.CallersStorage != Y.CallersStorage || X.Elements != Y.Elements ||
        X.FilledWith != Y.FilledWith || X.Field != Y.Field || !(X.If == Y.If))
      return false;
  }
  return true;
}

} // namespace custody
