//===- CWriter.h - A crate as C ---------------------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every function becomes a C function that keeps control flow, calls, moves,
// drops, pointers and fields. What is not understood becomes a value or a call
// of which nothing is known, never a guess.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_RUST_CWRITER_H
#define CUSTODY_DRIVER_RUST_CWRITER_H

#include "driver/rust/CTypes.h"
#include "driver/rust/FunctionIndex.h"
#include <deque>
#include <set>

namespace custody::rust {

/// How much was understood.
struct Share {
  unsigned Statements = 0, StatementsKnown = 0;
  unsigned Functions = 0, FunctionsKnown = 0;
  unsigned Calls = 0, CallsLocal = 0, CallsStd = 0, CallsForeign = 0;
  unsigned Instances = 0;
  std::map<std::string, unsigned> Unknown; ///< What was not, by its kind.
  std::map<std::string, unsigned> Opaque;  ///< Calls of unknown functions.
};

/// An expression and the Rust type that it has.
struct Value {
  std::string Text, Ty;
};

/// A place in C: an lvalue, or the address of one.
struct Lvalue {
  std::string Text, Ty, Variant;
  bool IsAddress = false;
};

class CWriter {
public:
  CWriter(const Crate &Of, RustSources &Sources);

  void run();
  /// The whole C file; `Lines()[N]` is where its line N+1 comes from.
  std::string text() const { return Text; }
  const std::vector<Span> &lines() const { return Where; }
  const Share &share() const { return Count; }
  const FunctionIndex &index() const { return Index; }

private:
  friend class FunctionWriter;
  const Crate &Of;
  RustSources &Sources;
  CTypes Types;
  FunctionIndex Index;
  Share Count;
  std::string Text;
  std::vector<Span> Where;

  std::vector<std::pair<std::string, Span>> Body;
  std::map<std::string, std::string> Declared; ///< Name -> declaration.
  struct Instance {
    int Function;
    Substitution With;
    std::string Name;
  };
  std::deque<Instance> Waiting;
  std::map<std::pair<int, std::string>, std::string> Instances;
  std::set<std::string> Reified; ///< Functions whose address is taken.

  void pass();
  /// The C name of \p F at these types, which will be written.
  std::string instance(int F, const Substitution &With);
  std::string declaration(int F, const Substitution &With,
                          const std::string &Name, bool WithNames);
};

/// Writes one function.
class FunctionWriter {
public:
  FunctionWriter(CWriter &W, int F, const Substitution &With,
                 const std::string &Name, bool Counts)
      : W(W), Types(W.Types), F(W.Of.Functions[F]), Number(F), With(With),
        Name(Name), Counts(Counts) {}
  void run();

private:
  CWriter &W;
  CTypes &Types;
  const Function &F;
  int Number;
  const Substitution &With;
  std::string Name;
  bool Counts;
  Span Here;
  unsigned Temporaries = 0;

  // CWriter.cpp
  void emit(const std::string &Line) { W.Body.push_back({Line, Here}); }
  /// "_3__name": messages show the name.
  std::string localName(unsigned N) const;
  std::string localType(unsigned N) const;
  bool lower(llvm::StringRef Place, Lvalue &To);
  std::string valueOf(const Lvalue &L);
  std::string addressOf(const Lvalue &L);
  bool operand(llvm::StringRef Text, llvm::StringRef Expected, Value &To);
  Value constant(llvm::StringRef Text, llvm::StringRef Expected);
  std::string any(llvm::StringRef Ty);
  std::string temporary(llvm::StringRef Ty);
  void assign(const std::string &To, llvm::StringRef ToTy, const Value &From);
  void assignAny(const std::string &To, llvm::StringRef Ty);
  std::string declare(const std::string &Result, const std::string &Name,
                      const std::string &Params);
  std::string pointeeOf(llvm::StringRef Ty);
  bool statement(const Statement &S);
  void jump(int Block) { emit("goto bb" + std::to_string(Block) + ";"); }

  // Rvalues.cpp
  bool rvalue(llvm::StringRef Text, const Lvalue &To);
  bool aggregate(llvm::StringRef Text, const Lvalue &To);
  bool cast(llvm::StringRef Text, const Lvalue &To);
  bool binary(llvm::StringRef Op, llvm::StringRef Args, const Lvalue &To);
  void setTag(const std::string &Lv, llvm::StringRef Ty,
              llvm::StringRef Variant);
  std::string tagValue(const Lvalue &L);

  // Drops.cpp
  void drop(const std::string &Lv, llvm::StringRef Ty, unsigned Depth);
  std::string ownerName(Owner O);

  // Calls.cpp
  bool call(const Statement &S);
  void localCall(int Target, const Callee &C, std::vector<Value> Args,
                 const Type &Signature, const Lvalue &To);
  void foreignCall(const Callee &C, const std::vector<Value> &Args,
                   const Type &Signature, const Lvalue &To);
  void opaqueCall(const Callee &C, const std::vector<Value> &Args,
                  const Lvalue &To);
  void pointerCall(const std::string &Pointer, const std::vector<Value> &Args,
                   const Lvalue &To);

  // StdCalls.cpp
  bool stdCall(const Callee &C, std::vector<Value> &Args, const Lvalue &To);
  bool ownerCall(const Callee &C, std::vector<Value> &Args, const Lvalue &To);
  bool optionCall(const Callee &C, std::vector<Value> &Args, const Lvalue &To);
  bool memoryCall(const Callee &C, std::vector<Value> &Args, const Lvalue &To);
  bool tryCall(const Callee &C, std::vector<Value> &Args, const Lvalue &To);
  std::string modelled(const std::string &Result, const std::string &Name,
                       const std::vector<std::string> &Args);
  std::string heldIn(const Value &V);
};

} // namespace custody::rust

#endif // CUSTODY_DRIVER_RUST_CWRITER_H
