//===- CallModels.cpp - Which model speaks of a call ----------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Functions are found by their declaration, Objective-C methods by that of the
// receiver's class. What depends on an argument is decided here, call by call,
// so that nothing else in the engine knows of conditions: an effect that does
// not take place is a use, one that may take place lets the value escape.
//
//===----------------------------------------------------------------------===//

#include "engine/Engine.h"

using namespace clang;
using namespace ento;

namespace custody {

/// Whether \p C is met in the call \p Call.
static Holds decide(const ArgCondition &C, const CallEvent &Call,
                    ProgramStateRef State) {
  if (!C)
    return Holds::Yes;
  if (static_cast<unsigned>(C.Arg) >= Call.getNumArgs())
    return Holds::Maybe;
  SVal V = Call.getArgSVal(C.Arg);
  std::optional<bool> Zero;
  if (C.Bits) {
    if (std::optional<int64_t> N = numberOf(V))
      Zero = (*N & C.Bits) == 0;
  } else {
    const MemRegion *R = V.getAsRegion();
    ConditionTruthVal Null = State->isNull(V);
    // The address of a variable is not null; the analyzer says so of symbols
    // and numbers only.
    if (R && !R->getSymbolicBase())
      Zero = false;
    if (Null.isConstrained())
      Zero = Null.isConstrainedTrue();
  }
  if (!Zero)
    return Holds::Maybe;
  return *Zero == C.IfZero ? Holds::Yes : Holds::No;
}

/// What \p E is in a call in which its condition is \p Outcome. The condition
/// stays, for those who look closer at a use or an escape of this kind.
static void weaken(ArgEffect &E, Holds Outcome) {
  if (!E.If || Outcome == Holds::Yes) {
    E.If = ArgCondition();
    return;
  }
  ArgEffect Weaker;
  Weaker.Index = E.Index;
  Weaker.If = E.If;
  Weaker.Action = Outcome == Holds::No ? ArgAction::Uses : ArgAction::Keeps;
  E = Weaker;
}

const FunctionModel *Engine::modelOf(const CallEvent &Call,
                                     ProgramStateRef State) {
  const FunctionModel *M = nullptr;
  if (const auto *F = dyn_cast_or_null<FunctionDecl>(Call.getDecl())) {
    M = Models.function(F);
  } else if (const auto *E = Call.getDecl() ? nullptr
                                            : dyn_cast_or_null<CallExpr>(
                                                  Call.getOriginExpr())) {
    M = Models.calledThrough(E->getCallee());
  } else if (const auto *Message = dyn_cast<ObjCMethodCall>(&Call)) {
    // For a receiver of type `id` the compiler takes the first method with such
    // a selector that it knows.
    if (Message->getOriginExpr()->getReceiverInterface())
      M = Models.method(Message->getDecl());
  }
  if (!M || !M->conditional())
    return M;
  std::vector<Holds> Outcomes{decide(M->ReturnIf, Call, State)};
  for (const ArgEffect &E : M->Args)
    Outcomes.push_back(decide(E.If, Call, State));
  auto [It, New] = Decided.try_emplace({M, Outcomes}, *M);
  FunctionModel &D = It->second;
  if (!New)
    return &D;
  if (Outcomes.front() != Holds::Yes)
    D.Returns =
        Outcomes.front() == Holds::No ? M->Otherwise : ReturnAction::Unknown;
  D.ReturnIf = ArgCondition();
  for (unsigned I = 0; I < D.Args.size(); ++I)
    weaken(D.Args[I], Outcomes[I + 1]);
  return &D;
}

} // namespace custody
