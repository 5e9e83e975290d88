//===- Calls.cpp - Calls as C ---------------------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Compat.h"
#include "driver/rust/CWriter.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace custody::rust {

bool FunctionWriter::call(const Statement &S) {
  Lvalue To;
  if (!lower(S.Target, To))
    return false;
  Type Signature = parseType(substitute(S.Signature, With));
  std::vector<Value> Args;
  for (size_t I = 0; I < S.Args.size(); ++I) {
    Value V;
    std::string Expected =
        I < Signature.Args.size() ? Signature.Args[I] : std::string("usize");
    if (!operand(S.Args[I], Expected, V))
      return false;
    Args.push_back(V);
  }
  int Next = -1;
  for (auto &[Key, Block] : S.Blocks)
    if (Key.empty())
      Next = Block;
  StringRef Text = S.Value;
  if (Counts)
    ++W.Count.Calls;
  if (compat::startsWith(Text, "move ") || compat::startsWith(Text, "copy ")) {
    Value P;
    if (!operand(Text, "fn()", P))
      return false;
    pointerCall(P.Text, Args, To);
  } else {
    Callee C = parseCallee(substitute(Text, With));
    int Target = W.Index.find(C);
    bool IsClosure =
        C.Trait == "FnOnce" || C.Trait == "FnMut" || C.Trait == "Fn";
    if (Target < 0 && IsClosure && !Args.empty()) {
      std::string Of = C.Self;
      while (parseType(Of).K == Type::Reference)
        Of = parseType(Of).Args[0];
      Target = W.Index.closure(Of);
      if (Target >= 0 && parseType(C.Self).K == Type::Reference)
        Target = -1;
    }
    if (Target >= 0 && !W.Of.Functions[Target].IsConstant) {
      if (Counts)
        ++W.Count.CallsLocal;
      localCall(Target, C, Args, Signature, To);
    } else if (Next < 0) {
      // Panics and exits.
    } else if (C.IsStd && stdCall(C, Args, To)) {
      if (Counts)
        ++W.Count.CallsStd;
    } else if (Signature.IsC && C.Self.empty() && !C.IsStd) {
      if (Counts)
        ++W.Count.CallsForeign;
      foreignCall(C, Args, Signature, To);
    } else {
      if (Counts)
        ++W.Count.Opaque[C.IsStd ? C.key() : C.Path];
      opaqueCall(C, Args, To);
    }
  }
  if (Next >= 0)
    jump(Next);
  else
    emit("  " + declare("_Noreturn void", "rs_unreachable", "void") + "();");
  return true;
}

void FunctionWriter::localCall(int Target, const Callee &C,
                               std::vector<Value> Args, const Type &Signature,
                               const Lvalue &To) {
  const Function &Of = W.Of.Functions[Target];
  // A closure is called with a tuple of its arguments.
  bool IsClosure = C.Trait == "FnOnce" || C.Trait == "FnMut" || C.Trait == "Fn";
  if (IsClosure && Args.size() == 2 &&
      StringRef(Of.Path).contains("{closure#")) {
    Value Tuple = Args[1];
    Type T = parseType(Tuple.Ty);
    Args.pop_back();
    if (T.K == Type::Tuple)
      for (size_t I = 0; I < T.Args.size(); ++I)
        Args.push_back(
            {Tuple.Text + "." + Types.field(Tuple.Ty, "", I, T.Args[I]),
             T.Args[I]});
    if (!Of.Params.empty() && parseType(Of.Params[0]).K == Type::Reference &&
        Types.shapeOf(Args[0].Ty) != Shape::Pointer) {
      std::string Copy = temporary(Args[0].Ty);
      assign(Copy, Args[0].Ty, Args[0]);
      Args[0] = {"(void *)&" + Copy, Of.Params[0]};
    }
  }
  Substitution Sub;
  for (size_t I = 0; I < Of.Params.size(); ++I) {
    if (I < Signature.Args.size() && !IsClosure)
      unify(Of.Params[I], Signature.Args[I], Sub);
    if (I < Args.size())
      unify(Of.Params[I], Args[I].Ty, Sub);
  }
  unify(Of.Result, To.Ty, Sub);
  // What stands for itself is no substitution.
  for (auto It = Sub.begin(); It != Sub.end();)
    It = It->first == It->second ? Sub.erase(It) : std::next(It);
  std::string Callee = W.instance(Target, Sub);
  std::string Text = Callee + "(";
  for (size_t I = 0; I < Of.Params.size(); ++I) {
    std::string Ty = substitute(Of.Params[I], Sub);
    std::string Arg = any(Ty);
    if (I < Args.size()) {
      Shape S = Types.shapeOf(Ty), O = Types.shapeOf(Args[I].Ty);
      bool Same = Types.spell(Ty) == Types.spell(Args[I].Ty);
      if (Same || (S == Shape::Number && O == Shape::Number))
        Arg = Args[I].Text;
    }
    Text += (I ? ", " : "") + Arg;
  }
  Text += ")";
  std::string Result = substitute(Of.Result, Sub);
  if (Types.shapeOf(Result) == Shape::Unit ||
      Types.shapeOf(To.Ty) == Shape::Unit)
    emit("  " + Text + ";");
  else
    assign(valueOf(To), To.Ty, {Text, Result});
}

void FunctionWriter::foreignCall(const Callee &C,
                                 const std::vector<Value> &Args,
                                 const Type &Signature, const Lvalue &To) {
  std::string Params, ArgText;
  for (size_t I = 0; I < Args.size(); ++I) {
    std::string Ty = I < Signature.Args.size() ? Signature.Args[I] : Args[I].Ty;
    if (I < Signature.Args.size())
      Params += (I ? ", " : "") + Types.spellForC(Ty);
    bool Same = Types.spell(Ty) == Types.spell(Args[I].Ty) ||
                (Types.shapeOf(Ty) == Shape::Number &&
                 Types.shapeOf(Args[I].Ty) == Shape::Number);
    ArgText += (I ? ", " : "") + (Same ? Args[I].Text : any(Ty));
  }
  if (Signature.IsVariadic)
    Params += Params.empty() ? "" : ", ...";
  else if (Params.empty())
    Params = "void";
  bool IsVoid = Types.shapeOf(Signature.Result) == Shape::Unit;
  std::string Result = IsVoid ? "void" : Types.spellForC(Signature.Result);
  std::string Declaration = Result + " " + C.Method + "(" + Params + ")";
  if (Types.shapeOf(Signature.Result) == Shape::Pointer)
    Declaration += " __attribute__((annotate(\"rust:foreign\")))";
  auto [It, New] = W.Declared.try_emplace(C.Method, Declaration);
  std::string Text = C.Method;
  // Two declarations of one function that do not agree.
  if (!New && It->second != Declaration)
    Text = "((" + Result + " (*)(" + Params + "))" + C.Method + ")";
  Text += "(" + ArgText + ")";
  if (IsVoid || Types.shapeOf(To.Ty) == Shape::Unit)
    emit("  " + Text + ";");
  else
    assign(valueOf(To), To.Ty, {Text, Signature.Result});
}

void FunctionWriter::pointerCall(const std::string &Pointer,
                                 const std::vector<Value> &Args,
                                 const Lvalue &To) {
  std::string ArgText, Params;
  for (const Value &V : Args) {
    ArgText += (ArgText.empty() ? "" : ", ") + V.Text;
    Params += (Params.empty() ? "" : ", ") + Types.spell(V.Ty);
  }
  bool IsVoid = Types.shapeOf(To.Ty) == Shape::Unit;
  std::string Text = "((" +
                     (IsVoid ? std::string("void") : Types.spell(To.Ty)) +
                     " (*)(" + (Params.empty() ? "void" : Params) + "))" +
                     Pointer + ")(" + ArgText + ")";
  if (IsVoid)
    emit("  " + Text + ";");
  else
    assign(valueOf(To), To.Ty, {Text, To.Ty});
}

void FunctionWriter::opaqueCall(const Callee &C, const std::vector<Value> &Args,
                                const Lvalue &To) {
  Shape S = Types.shapeOf(To.Ty);
  Owner O = Types.ownerOf(To.Ty);
  // A function of the library that only looks, and gives nothing that could
  // point back, keeps nothing.
  bool OnlyLooks =
      C.IsStd && (S == Shape::Unit || S == Shape::Number || O != Owner::None);
  for (const Value &V : Args) {
    Type T = parseType(V.Ty);
    Shape A = Types.shapeOf(V.Ty);
    OnlyLooks &= A == Shape::Number || A == Shape::Unit ||
                 (T.K == Type::Reference && !T.Mutable);
  }
  std::string ArgText;
  for (const Value &V : Args) {
    Shape A = Types.shapeOf(V.Ty);
    if (A == Shape::Unit || A == Shape::Number)
      continue;
    if (OnlyLooks) {
      if (A == Shape::Pointer &&
          !compat::startsWith(StringRef(V.Text), "(void *)"))
        emit("  " + declare("void", "rs_look", "void *") + "(" + V.Text + ");");
      continue;
    }
    ArgText += (ArgText.empty() ? "" : ", ") + V.Text;
  }
  std::string Name =
      "rs_o__" + mangled(C.Self.empty() ? C.Path : C.Type + "::" + C.Method);
  if (!ArgText.empty())
    emit("  " + declare("void", Name, "") + "(" + ArgText + ");");
  if (S == Shape::Unit)
    return;
  // What the library makes owns itself.
  if (C.IsStd && O != Owner::None && O != Owner::File) {
    emit("  " + valueOf(To) + " = " +
         declare("void *", "rs__" + ownerName(O) + "__new", "void") + "();");
    return;
  }
  assignAny(valueOf(To), To.Ty);
}

} // namespace custody::rust
