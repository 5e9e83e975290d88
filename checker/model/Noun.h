//===- Noun.h - What messages call a value of a type ------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Model files write the noun of a family. For families that attributes or
// names of functions bring into being, the type has to say it.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_NOUN_H
#define CUSTODY_MODEL_NOUN_H

#include "clang/AST/ASTContext.h"
#include <string>

namespace custody {

/// "a string" for `char *`, "a 'Database'" for pointers to records and for
/// handles with a type of their own, "a handle" for other integers, else
/// "memory".
std::string nounOf(const clang::ASTContext &Ctx, clang::QualType Value);

} // namespace custody

#endif // CUSTODY_MODEL_NOUN_H
