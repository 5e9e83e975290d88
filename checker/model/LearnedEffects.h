//===- LearnedEffects.h - What was learned, in the words of models -*- C++ -*-//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_LEARNEDEFFECTS_H
#define CUSTODY_MODEL_LEARNEDEFFECTS_H

#include "facts/Learned.h"
#include "model/FunctionModel.h"

namespace custody {

Success successOf(LearnedFunction::Condition C);

/// \p Told with \p Fam as its family, null for any.
ArgEffect effectOf(const LearnedEffect &Told, const Family *Fam);

} // namespace custody

#endif // CUSTODY_MODEL_LEARNEDEFFECTS_H
