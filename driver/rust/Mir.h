//===- Mir.h - What rustc prints of a crate ---------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The mid-level representation as a small tree. Rvalues, operands and callees
// stay text until they are translated; places and control flow are parsed.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_RUST_MIR_H
#define CUSTODY_DRIVER_RUST_MIR_H

#include "driver/rust/MirTypes.h"

namespace custody::rust {

/// A place in a Rust source. Columns count from 1, the end is behind the last
/// character. Line 0 where there is none.
struct Span {
  std::string File;
  unsigned Line = 0, Column = 0, EndLine = 0, EndColumn = 0;
};

struct Projection {
  enum Kind { Deref, Field, Downcast, Index, ConstantIndex, Subslice } K;
  unsigned Number = 0; ///< Field, Index (local), ConstantIndex.
  std::string Text;    ///< Type of a Field, variant of a Downcast.
};

struct MirPlace {
  unsigned Local = 0;
  std::vector<Projection> Path;
};

/// Reads a place. False if \p Text is none.
bool parsePlace(llvm::StringRef Text, MirPlace &To);

struct Statement {
  enum Kind {
    Assign,
    Call,
    Drop,
    Goto,
    Switch,
    Return,
    Unreachable,
    Assert,
    SetDiscriminant,
    Nothing, ///< Storage markers and other things that no machine does.
    Unknown
  } K = Unknown;
  std::string Target; ///< Assigned, dropped or switched on; a place's text.
  std::string Value;  ///< Assign: the rvalue. Call: the callee.
  std::vector<std::string> Args; ///< Call.
  /// Switch: value and block; others: "" and the block that follows.
  std::vector<std::pair<std::string, int>> Blocks;
  std::string Signature; ///< Call: the callee's type.
  Span Where;
  std::string Text;
};

struct Block {
  int Number = 0;
  std::vector<Statement> Statements; ///< The last one leaves it.
};

struct Local {
  std::string Type;
  Span Where;
};

struct Function {
  std::string
      Path; ///< As its header reads: "module::<impl at f:1:1: 2:3>::new"
  std::vector<std::string> Params; ///< Types.
  std::string Result;
  std::map<unsigned, Local> Locals; ///< The result is 0, then the parameters.
  std::map<unsigned, std::string> Debug; ///< Names in the source.
  std::vector<Block> Blocks;
  bool IsConstant = false; ///< A const, static or promoted: no function.
};

struct Crate {
  std::vector<Function> Functions;
};

/// Reads what rustc printed. What it does not understand becomes a statement
/// of kind Unknown.
void parseMir(llvm::StringRef Text, Crate &To);

} // namespace custody::rust

#endif // CUSTODY_DRIVER_RUST_MIR_H
