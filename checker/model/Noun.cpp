//===- Noun.cpp - What messages call a value of a type --------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/Noun.h"
#include "clang/AST/PrettyPrinter.h"

using namespace clang;

namespace custody {

std::string nounOf(const ASTContext &Ctx, QualType Value) {
  if (Value.isNull())
    return "memory";
  auto Named = [&](QualType T) {
    std::string Name =
        T.getUnqualifiedType().getAsString(PrintingPolicy(Ctx.getLangOpts()));
    // C writes `struct event` where a reader says event.
    llvm::StringRef Short = Name;
    for (llvm::StringRef Tag : {"struct ", "union ", "class ", "enum "})
      Short.consume_front(Tag);
    bool Vowel = Short.find_first_of("AEIOUaeiou") == 0;
    return (Vowel ? "an '" : "a '") + Short.str() + "'";
  };
  if (Value->isIntegralOrEnumerationType())
    return Value->getAs<TypedefType>() || Value->isEnumeralType() ? Named(Value)
                                                                  : "a handle";
  QualType Pointee = Value->getPointeeType();
  if (Pointee.isNull())
    return "memory";
  if (Pointee->isAnyCharacterType())
    // `uint8_t` and `unsigned char` are bytes, not text.
    return Pointee->getAs<TypedefType>() ||
                   Pointee->isSpecificBuiltinType(BuiltinType::UChar)
               ? "memory"
               : "a string";
  if (Pointee->isRecordType())
    return Named(Value->getAs<TypedefType>() ? Value : Pointee);
  if (Pointee->isVoidType() && Value->getAs<TypedefType>())
    return Named(Value);
  return "memory";
}

} // namespace custody
