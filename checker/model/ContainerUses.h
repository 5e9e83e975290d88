//===- ContainerUses.h - What may put elements into containers --*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Everything in a piece of code that may change what a container of the
// standard library holds, whether or not a path leads through it. What is not
// known to leave the elements alone changes them.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_CONTAINERUSES_H
#define CUSTODY_MODEL_CONTAINERUSES_H

#include "model/Elements.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <optional>

namespace custody {

/// One change of a container.
struct ContainerUse {
  enum Kind {
    Fills,   ///< At is a method that stores its argument Index as an element,
             ///< or an assignment to an element.
    GivenTo, ///< At is a call that has the container as its argument Index, to
             ///< change as it likes.
    Changes, ///< Anything else.
  };
  Kind K = Changes;
  const clang::ValueDecl *Container = nullptr;
  const clang::Expr *At = nullptr;
  unsigned Index = 0;
};

/// Calls \p Found for each change that \p Code, outside system headers, makes
/// of a container that it names.
void findChanges(clang::Decl *Code,
                 llvm::function_ref<void(const ContainerUse &)> Found);

/// The argument that \p Call, of a container's method, stores as an element;
/// none if it stores none, or nobody knows.
std::optional<unsigned> storedArgument(const clang::CallExpr *Call);

/// What fills a local container: \p By as its result, or through its argument.
struct Filling {
  const clang::FunctionDecl *By = nullptr;
  std::optional<unsigned> Argument;
};

/// All that fills \p V, a local variable; nothing if that is not known, or if
/// its own function does it.
std::vector<Filling> fillingsOf(const clang::VarDecl *V);

/// What the elements of a container come from that \p Init, its initializer or
/// a returned value, makes: nothing (no elements), a call, or unknown.
struct InitialElements {
  bool Known = false;
  const clang::FunctionDecl *By = nullptr;
};
InitialElements initialElements(const clang::Expr *Init);

} // namespace custody

#endif // CUSTODY_MODEL_CONTAINERUSES_H
