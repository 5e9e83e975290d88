//===- Rvalues.cpp - What is assigned -------------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Compat.h"
#include "driver/rust/CWriter.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace llvm;

namespace custody::rust {

void FunctionWriter::setTag(const std::string &Lv, StringRef Ty,
                            StringRef Variant) {
  Types.needTag(Ty);
  std::string Number = Types.tagOf(Ty, Variant);
  emit("  " + Lv + ".tag = " + (Number.empty() ? any("isize") : Number) + ";");
}

std::string FunctionWriter::tagValue(const Lvalue &L) {
  if (Types.isNullable(L.Ty))
    return "(" + valueOf(L) + " != 0)";
  Shape S = Types.shapeOf(L.Ty);
  if (S != Shape::Structure)
    return S == Shape::Number ? valueOf(L) : any("isize");
  Types.needTag(L.Ty);
  return valueOf(L) + ".tag";
}

bool FunctionWriter::cast(StringRef T, const Lvalue &To) {
  // OP as T (Kind)
  size_t Open = T.rfind(" (");
  if (Open == StringRef::npos)
    return false;
  StringRef Kind = T.substr(Open + 2).drop_back();
  StringRef Rest = T.take_front(Open);
  // PointerCoercion(ReifyFnPointer(Safe), Implicit)
  if (size_t P = T.find(" (PointerCoercion("); P != StringRef::npos) {
    Kind = T.substr(P + 2);
    Rest = T.take_front(P);
  }
  size_t As = StringRef::npos;
  for (size_t Next = Rest.find(" as "); Next != StringRef::npos;
       Next = Rest.find(" as ", Next + 4))
    if (findOutside(Rest.take_front(Next), "\1") >= Next &&
        As == StringRef::npos)
      As = Next;
  // `<T as Trait>::f as fn()` and `(x as V).0: T) as U`: the last outside.
  for (size_t Next = Rest.find(" as "); Next != StringRef::npos;
       Next = Rest.find(" as ", Next + 4)) {
    int Depth = 0;
    for (char C : Rest.take_front(Next))
      Depth += (C == '(' || C == '<' || C == '[') -
               (C == ')' || C == '>' || C == ']');
    if (Depth == 0)
      As = Next;
  }
  if (As == StringRef::npos)
    return false;
  std::string NewTy = withoutLifetimes(substitute(Rest.substr(As + 4), With));
  StringRef From = Rest.take_front(As);
  Value V;
  if (Kind.contains("ReifyFnPointer") || Kind.contains("ClosureFnPointer")) {
    Lvalue L;
    StringRef Op = From;
    if (compat::startsWith(Op, "move ") || compat::startsWith(Op, "copy ")) {
      int Closure = lower(Op.drop_front(5), L) ? W.Index.closure(L.Ty) : -1;
      V = {Closure >= 0 ? "(rs_fn)" + W.Index.nameOf(Closure) : any(NewTy),
           NewTy};
    } else {
      Op.consume_front("const ");
      V = constant(Op, NewTy);
    }
  } else if (!operand(From, NewTy, V)) {
    return false;
  }
  Shape S = Types.shapeOf(NewTy), O = Types.shapeOf(V.Ty);
  bool Simple =
      S == Shape::Pointer || S == Shape::Number || S == Shape::Descriptor;
  bool OtherSimple =
      O == Shape::Pointer || O == Shape::Number || O == Shape::Descriptor;
  if (Simple && OtherSimple)
    assign(valueOf(To), To.Ty, {V.Text, V.Ty});
  else
    // A transmute between structures, or an enum as a number.
    assignAny(valueOf(To), To.Ty);
  return true;
}

bool FunctionWriter::binary(StringRef Op, StringRef Args, const Lvalue &To) {
  std::vector<std::string> Parts = splitList(Args);
  if (Parts.size() != 2)
    return false;
  Value A, B;
  if (!operand(Parts[0], "usize", A) || !operand(Parts[1], A.Ty, B))
    return false;
  bool Checked = Op.consume_back("WithOverflow");
  Op.consume_back("Unchecked");
  std::string C = StringSwitch<std::string>(Op)
                      .Case("Add", "+")
                      .Case("Sub", "-")
                      .Case("Mul", "*")
                      .Case("Div", "/")
                      .Case("Rem", "%")
                      .Case("BitAnd", "&")
                      .Case("BitOr", "|")
                      .Case("BitXor", "^")
                      .Case("Shl", "<<")
                      .Case("Shr", ">>")
                      .Case("Eq", "==")
                      .Case("Ne", "!=")
                      .Case("Lt", "<")
                      .Case("Le", "<=")
                      .Case("Gt", ">")
                      .Case("Ge", ">=")
                      .Case("Offset", "+")
                      .Case("Cmp", "?")
                      .Default("");
  if (C.empty())
    return false;
  std::string Lv = valueOf(To);
  Shape S = Types.shapeOf(A.Ty), SB = Types.shapeOf(B.Ty);
  if (Op == "Offset" && S == Shape::Pointer) {
    unsigned Size = Types.sizeOf(pointeeOf(A.Ty));
    if (Size)
      emit("  " + Lv + " = (char *)" + A.Text + " + " + B.Text + " * " +
           utostr(Size) + ";");
    else
      emit("  " + Lv + " = " + declare("void *", "rs__inside", "void *") + "(" +
           A.Text + ");");
    return true;
  }
  bool Numbers = (S == Shape::Number || S == Shape::Pointer) &&
                 (SB == Shape::Number || SB == Shape::Pointer);
  std::string Spelled = Types.spell(A.Ty);
  bool Float = Spelled == "float" || Spelled == "double";
  // Division and shifts may be undefined in C where they panic in Rust.
  if (!Numbers || C == "?" || C == "/" || C == "%" || C == "<<" || C == ">>" ||
      (Float && (C == "&" || C == "|" || C == "^"))) {
    assignAny(Lv, To.Ty);
    return true;
  }
  bool Compares = C == "==" || C == "!=" || C[0] == '<' || C[0] == '>';
  if (Compares) {
    emit("  " + Lv + " = " + A.Text + " " + C + " " + B.Text + ";");
    return true;
  }
  if (S == Shape::Pointer || SB == Shape::Pointer) {
    assignAny(Lv, To.Ty);
    return true;
  }
  // C's overflow is undefined for signed numbers, and ends no path here.
  std::string Text =
      "(" + Spelled + ")(" + A.Text + " " + C + " " + B.Text + ")";
  if (!Checked) {
    emit("  " + Lv + " = " + Text + ";");
    return true;
  }
  emit("  " + Lv + "." + Types.field(To.Ty, "", 0, A.Ty) + " = " + Text + ";");
  emit("  " + Lv + "." + Types.field(To.Ty, "", 1, "bool") + " = 0;");
  return true;
}

bool FunctionWriter::aggregate(StringRef T, const Lvalue &To) {
  std::string Lv = valueOf(To);
  Shape S = Types.shapeOf(To.Ty);
  // `*const [T] from (ptr, len)`
  if (size_t From = T.find(" from (");
      From != StringRef::npos && compat::startsWith(T, "*")) {
    std::vector<std::string> Parts =
        splitList(T.substr(From + strlen(" from (")).drop_back());
    Value V;
    if (Parts.empty() || !operand(Parts[0], To.Ty, V))
      return false;
    assign(Lv, To.Ty, V);
    return true;
  }
  std::vector<std::string> Parts;
  std::string Variant;
  bool Named = false;
  Type Ty = parseType(Types.unwrapped(To.Ty));
  if (compat::startsWith(T, "[")) {
    StringRef Inside = T.drop_front().drop_back();
    if (S != Shape::Array || findOutside(Inside, ";") < Inside.size()) {
      assignAny(Lv, To.Ty);
      return true;
    }
    Parts = splitList(Inside);
    for (size_t I = 0; I < Parts.size(); ++I) {
      Value V;
      if (!operand(Parts[I], Ty.Args[0], V))
        return false;
      assign(Lv + ".e[" + utostr(I) + "]", Ty.Args[0], V);
    }
    return true;
  }
  if (compat::startsWith(T, "(")) {
    Parts = splitList(T.drop_front().drop_back());
  } else {
    // `Path { f: a }`, `Path(a)`, `Path`; closures look like the first.
    StringRef Path = T;
    if (compat::endsWith(T, "}")) {
      size_t Open = StringRef::npos;
      for (size_t At = T.find(" { "); At != StringRef::npos;
           At = T.find(" { ", At + 1))
        if (Open == StringRef::npos &&
            findOutside(T.take_front(At), "\1") >= At)
          Open = At;
      if (Open != StringRef::npos) {
        Path = T.take_front(Open);
        Parts = splitList(T.slice(Open + 3, T.size() - 1));
        Named = true;
      }
    } else if (compat::endsWith(T, ")")) {
      size_t Open = findOutside(T, "(");
      if (Open >= T.size())
        return false;
      Path = T.take_front(Open);
      Parts = splitList(T.slice(Open + 1, T.size() - 1));
    }
    if (!compat::startsWith(Path, "{")) {
      Callee C = parseCallee(substitute(Path, With));
      // The path of a variant is longer than that of its type.
      if (Ty.K == Type::Named && C.Type == Ty.name() && C.Method != C.Type &&
          C.Path != Ty.Path)
        Variant = C.Method;
    }
  }
  if (S == Shape::Structure && Types.isWrapper(parseType(To.Ty)))
    S = Shape::Structure;
  if (S != Shape::Structure) {
    // Some(p), NonNull { pointer: p }, None.
    Value V;
    if (Types.isNullable(To.Ty) && Variant == "None") {
      emit("  " + Lv + " = 0;");
      return true;
    }
    for (const std::string &Part : Parts) {
      StringRef Op = Part;
      if (Named)
        Op = Op.split(": ").second;
      if (operand(Op, Types.isNullable(To.Ty) ? Ty.Args[0] : To.Ty, V) &&
          Types.shapeOf(V.Ty) == S) {
        assign(Lv, To.Ty, V);
        return true;
      }
    }
    assignAny(Lv, To.Ty);
    return true;
  }
  for (size_t I = 0; I < Parts.size(); ++I) {
    StringRef Op = Parts[I];
    if (Named)
      Op = Op.split(": ").second;
    std::string FieldTy;
    if (!Variant.empty() && (Ty.is("Option") || Ty.is("Result")) &&
        !Ty.Args.empty())
      FieldTy = Ty.Args[Variant == "Err" && Ty.Args.size() > 1 ? 1 : 0];
    if (FieldTy.empty() && Ty.K == Type::Tuple && I < Ty.Args.size())
      FieldTy = Ty.Args[I];
    std::string Known = (Variant.empty() ? "f" : Variant + "_f") + utostr(I);
    if (FieldTy.empty())
      FieldTy = Types.fieldType(To.Ty, Known);
    Value V;
    if (!operand(Op, FieldTy.empty() ? "usize" : FieldTy, V))
      return false;
    if (FieldTy.empty())
      FieldTy = V.Ty;
    // A union or an enum of numbers only.
    std::string Field = Types.field(To.Ty, Variant, I, FieldTy);
    assign(Lv + "." + Field, FieldTy, V);
  }
  if (!Variant.empty())
    setTag(Lv, To.Ty, Variant);
  return true;
}

bool FunctionWriter::rvalue(StringRef T, const Lvalue &To) {
  std::string Lv = valueOf(To);
  if (Types.shapeOf(To.Ty) == Shape::Unit) {
    // `return` sets it: a statement of its own, so that what is lost there is
    // told there.
    if (Lv == "_0")
      emit("  _0 = 0;");
    return true;
  }
  if (compat::startsWith(T, "&")) {
    StringRef Place = T.drop_front();
    for (StringRef Word : {"raw const ", "raw mut ", "mut ", "fake shallow ",
                           "fake deep ", "two_phase ", "/*tls*/ ", "(fake) "})
      Place.consume_front(Word);
    Lvalue L;
    if (compat::startsWith(T, "&/*tls*/")) {
      assignAny(Lv, To.Ty);
      return true;
    }
    if (!lower(Place, L))
      return false;
    assign(Lv, To.Ty, {addressOf(L), To.Ty});
    return true;
  }
  if (T.consume_front("deref_copy ")) {
    Lvalue L;
    if (!lower(T, L))
      return false;
    assign(Lv, To.Ty, {valueOf(L), L.Ty});
    return true;
  }
  if (compat::startsWith(T, "discriminant(")) {
    Lvalue L;
    if (!lower(T.drop_front(strlen("discriminant(")).drop_back(), L))
      return false;
    emit("  " + Lv + " = " + tagValue(L) + ";");
    return true;
  }
  bool Operand = compat::startsWith(T, "move ") ||
                 compat::startsWith(T, "copy ") ||
                 compat::startsWith(T, "const ");
  if (compat::endsWith(T, ")")) {
    // A cast ends in its kind.
    size_t Kind = T.rfind(" (");
    if (Kind != StringRef::npos && T.contains(" as ") &&
        (Operand || T.contains("PointerCoercion(")) && isUpper(T[Kind + 2]) &&
        findOutside(T, ")", Kind + 2) + 1 == T.size())
      return cast(T, To);
    StringRef Op = T.take_while([](char C) { return isAlpha(C); });
    if (compat::startsWith(T.substr(Op.size()), "(") && !Operand) {
      StringRef Args = T.substr(Op.size() + 1).drop_back();
      if (Op == "Not" || Op == "Neg") {
        Value V;
        if (!operand(Args, To.Ty, V))
          return false;
        if (Types.shapeOf(V.Ty) != Shape::Number)
          assignAny(Lv, To.Ty);
        else
          emit("  " + Lv + " = " +
               (Op == "Neg"      ? "-"
                : V.Ty == "bool" ? "!"
                                 : "~") +
               V.Text + ";");
        return true;
      }
      if (Op == "PtrMetadata" || Op == "Len" || Op == "SizeOf" ||
          Op == "AlignOf" || Op == "OffsetOf" || Op == "UbChecks" ||
          Op == "ContractChecks" || Op == "NullOp" || Op == "RuntimeChecks") {
        assignAny(Lv, To.Ty);
        return true;
      }
      if (binary(Op, Args, To))
        return true;
    }
  }
  if (compat::startsWith(T, "ShallowInitBox(") ||
      compat::startsWith(T, "UbChecks") ||
      compat::startsWith(T, "const OffsetOf") ||
      compat::startsWith(T, "wrap_binder!") ||
      compat::startsWith(T, "RuntimeChecks")) {
    assignAny(Lv, To.Ty);
    return true;
  }
  if (Operand) {
    Value V;
    if (!operand(T, To.Ty, V))
      return false;
    assign(Lv, To.Ty, V);
    return true;
  }
  return aggregate(T, To);
}

} // namespace custody::rust
