//===- StdMemory.cpp - ptr, mem, alloc, Option and `?` as C
//----------------===//
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

bool FunctionWriter::memoryCall(const Callee &C, std::vector<Value> &Args,
                                const Lvalue &To) {
  std::string Key = C.key(), Lv = valueOf(To);
  Shape S = Types.shapeOf(To.Ty);
  auto At = [&](size_t I, StringRef Ty) {
    return "(*(" + Types.spell(Ty) + " *)" + Args[I].Text + ")";
  };
  // Layouts are a size and an alignment; unknown ones are equal to nothing.
  auto Layout = [&](const std::string &Of) {
    return std::make_pair(
        Of + "." + Types.field("std::alloc::Layout", "", 0, "usize"),
        Of + "." + Types.field("std::alloc::Layout", "", 1, "usize"));
  };
  bool GivesLayout = parseType(To.Ty).is("Layout");
  if (GivesLayout && Key == "Layout::new" && C.Generics.size() == 1) {
    unsigned Size = Types.sizeOf(C.Generics[0]);
    auto [Bytes, Align] = Layout(Lv);
    assignAny(Lv, To.Ty);
    if (Size && Types.shapeOf(C.Generics[0]) != Shape::Array) {
      emit("  " + Bytes + " = " + utostr(Size) + ";");
      emit("  " + Align + " = " + utostr(Size) + ";");
    }
    return true;
  }
  if (GivesLayout && Key == "Layout::from_size_align_unchecked" &&
      Args.size() == 2) {
    auto [Bytes, Align] = Layout(Lv);
    emit("  " + Bytes + " = " + Args[0].Text + ";");
    emit("  " + Align + " = " + Args[1].Text + ";");
    return true;
  }
  if (Key == "Layout::from_size_align" && Args.size() == 2 &&
      S == Shape::Structure) {
    std::string Inner =
        Lv + "." + Types.field(To.Ty, "Ok", 0, "std::alloc::Layout");
    auto [Bytes, Align] = Layout(Inner);
    emit("  " + Lv + ".tag = " + any("bool") + ";");
    emit("  " + Bytes + " = " + Args[0].Text + ";");
    emit("  " + Align + " = " + Args[1].Text + ";");
    return true;
  }
  if (Key == "Layout::array" && Args.size() == 1 && S == Shape::Structure &&
      C.Generics.size() == 1) {
    std::string Inner =
        Lv + "." + Types.field(To.Ty, "Ok", 0, "std::alloc::Layout");
    auto [Bytes, Align] = Layout(Inner);
    unsigned Size = Types.sizeOf(C.Generics[0]);
    assignAny(Lv, To.Ty);
    emit("  " + Lv + ".tag = " + any("bool") + ";");
    if (Size) {
      emit("  " + Bytes + " = " + Args[0].Text + " * " + utostr(Size) + ";");
      emit("  " + Align + " = " + utostr(Size) + ";");
    }
    return true;
  }
  if ((Key == "Layout::size" || Key == "Layout::align") && Args.size() == 1) {
    auto [Bytes, Align] = Layout(At(0, "std::alloc::Layout"));
    emit("  " + Lv + " = " + (Key == "Layout::size" ? Bytes : Align) + ";");
    return true;
  }
  bool Alloc = C.Type == "alloc" && C.Trait.empty();
  if (Alloc && (C.Method == "alloc" || C.Method == "alloc_zeroed") &&
      Args.size() == 1) {
    auto [Bytes, Align] = Layout(Args[0].Text);
    emit("  " + Lv + " = " +
         declare("void *", "rs__alloc__" + C.Method,
                 "unsigned long, unsigned long") +
         "(" + Bytes + ", " + Align + ");");
    return true;
  }
  if (Alloc && C.Method == "dealloc" && Args.size() == 2) {
    auto [Bytes, Align] = Layout(Args[1].Text);
    emit("  " +
         declare("void", "rs__alloc__dealloc",
                 "void *, unsigned long, unsigned long") +
         "(" + Args[0].Text + ", " + Bytes + ", " + Align + ");");
    return true;
  }
  if (Alloc && C.Method == "realloc" && Args.size() == 3) {
    auto [Bytes, Align] = Layout(Args[1].Text);
    emit("  " + Lv + " = " +
         declare("void *", "rs__alloc__realloc",
                 "void *, unsigned long, unsigned long, unsigned long") +
         "(" + Args[0].Text + ", " + Bytes + ", " + Align + ", " +
         Args[2].Text + ");");
    return true;
  }
  if (Key == "mem::size_of" && C.Generics.size() == 1 &&
      Types.sizeOf(C.Generics[0])) {
    emit("  " + Lv + " = " + utostr(Types.sizeOf(C.Generics[0])) + ";");
    return true;
  }
  bool Pointer = !Args.empty() && Types.shapeOf(Args[0].Ty) == Shape::Pointer;
  if (!Pointer)
    return false;
  bool Writes = (C.Method == "write" || C.Method == "write_unaligned" ||
                 C.Method == "write_volatile") &&
                (C.Type == "ptr" || C.Type == "mut_ptr" ||
                 C.Type == "NonNull" || C.Type == "MaybeUninit");
  if ((Writes || Key == "Cell::set") && Args.size() == 2) {
    assign(At(0, Args[1].Ty), Args[1].Ty, Args[1]);
    if (C.Type == "MaybeUninit" && S == Shape::Pointer)
      emit("  " + Lv + " = " + Args[0].Text + ";");
    return true;
  }
  if ((Key == "mem::replace" || Key == "Cell::replace" ||
       Key == "mut_ptr::replace" || Key == "ptr::replace") &&
      Args.size() == 2) {
    std::string T = temporary(Args[1].Ty);
    assign(T, Args[1].Ty, {At(0, Args[1].Ty), Args[1].Ty});
    assign(At(0, Args[1].Ty), Args[1].Ty, Args[1]);
    assign(Lv, To.Ty, {T, Args[1].Ty});
    return true;
  }
  if (Key == "mem::take" || Key == "Cell::take") {
    assign(Lv, To.Ty, {At(0, To.Ty), To.Ty});
    if (Types.isNullable(To.Ty))
      emit("  " + At(0, To.Ty) + " = 0;");
    else
      assignAny(At(0, To.Ty), To.Ty);
    return true;
  }
  if (Key == "mem::swap" || Key == "ptr::swap") {
    std::string Ty = pointeeOf(Args[0].Ty), T = temporary(Ty);
    if (Types.shapeOf(Ty) == Shape::Unit)
      return true;
    assign(T, Ty, {At(0, Ty), Ty});
    assign(At(0, Ty), Ty, {At(1, Ty), Ty});
    assign(At(1, Ty), Ty, {T, Ty});
    return true;
  }
  if ((C.Type == "mut_ptr" || C.Type == "const_ptr" || C.Type == "NonNull") &&
      Args.size() == 2 && S == Shape::Pointer) {
    StringRef M = C.Method;
    bool Bytes = M.consume_front("byte_");
    M.consume_front("wrapping_");
    bool Back = M == "sub";
    if (M == "add" || M == "sub" || M == "offset") {
      unsigned Size = Bytes ? 1 : Types.sizeOf(pointeeOf(Args[0].Ty));
      if (Size)
        emit("  " + Lv + " = (char *)" + Args[0].Text + (Back ? " - " : " + ") +
             Args[1].Text + " * " + utostr(Size) + ";");
      else
        emit("  " + Lv + " = " +
             modelled("void *", "rs__inside", {Args[0].Text}) + ";");
      return true;
    }
  }
  if ((Key == "ptr::eq" || Key == "ptr::addr_eq") && Args.size() == 2) {
    emit("  " + Lv + " = " + Args[0].Text + " == " + Args[1].Text + ";");
    return true;
  }
  return false;
}

bool FunctionWriter::optionCall(const Callee &C, std::vector<Value> &Args,
                                const Lvalue &To) {
  if (Args.empty() || (C.Type != "Option" && C.Type != "Result") ||
      !C.Trait.empty())
    return false;
  std::string Lv = valueOf(To);
  StringRef M = C.Method;
  bool ByRef =
      parseType(Args[0].Ty).K == Type::Reference &&
      !Types.isNullable(Args[0].Ty) &&
      (compat::startsWith(M, "is_") || M == "as_ref" || M == "as_mut" ||
       M == "take" || M == "replace" || M == "as_deref" || M == "as_deref_mut");
  std::string Ty = ByRef ? pointeeOf(Args[0].Ty) : Args[0].Ty;
  Type T = parseType(Ty);
  if (!T.is("Option") && !T.is("Result"))
    return false;
  std::string V = ByRef ? "(*(" + Types.spell(Ty) + " *)" + Args[0].Text + ")"
                        : Args[0].Text;
  bool Nullable = Types.isNullable(Ty);
  std::string Good = T.is("Option") ? "Some" : "Ok";
  std::string Held = T.Args.empty() ? "()" : T.Args[0];
  std::string Number = T.is("Option") ? "1" : "0";
  if (!Nullable)
    Types.needTag(Ty);
  std::string Has = Nullable ? V + " != 0" : V + ".tag == " + Number;
  std::string Inner = Nullable ? V : V + "." + Types.field(Ty, Good, 0, Held);
  bool Unit = Types.shapeOf(Held) == Shape::Unit;
  if (M == "is_some" || M == "is_ok" || M == "is_none" || M == "is_err") {
    bool Not = M == "is_none" || M == "is_err";
    emit("  " + Lv + " = " + (Not ? "!(" + Has + ")" : Has) + ";");
    return true;
  }
  if (M == "unwrap" || M == "expect" || M == "unwrap_unchecked") {
    emit("  if (!(" + Has + ")) " +
         declare("_Noreturn void", "rs_unreachable", "void") + "();");
    if (!Unit)
      assign(Lv, To.Ty, {Inner, Held});
    return true;
  }
  if ((M == "unwrap_or" && Args.size() == 2) && !Unit) {
    emit("  if (" + Has + ") {");
    assign(Lv, To.Ty, {Inner, Held});
    emit("  } else {");
    assign(Lv, To.Ty, Args[1]);
    emit("  }");
    return true;
  }
  if (M == "take" && ByRef) {
    assign(Lv, To.Ty, {V, Ty});
    emit("  " + (Nullable ? V + " = 0" : V + ".tag = 0") + ";");
    return true;
  }
  // Option<Box<T>> seen as Option<&Box<T>>: a pointer to the place, or null.
  if ((M == "as_ref" || M == "as_mut") && ByRef && Types.isNullable(To.Ty)) {
    std::string Place = Nullable ? Args[0].Text : "(void *)&" + Inner;
    emit("  " + Lv + " = " + Has + " ? " + Place + " : 0;");
    return true;
  }
  if ((M == "as_deref" || M == "as_deref_mut") && ByRef && Nullable &&
      Types.isNullable(To.Ty)) {
    emit("  " + Lv + " = " + V + ";");
    return true;
  }
  if (M == "ok" && T.is("Result") && !Unit) {
    emit("  if (" + Has + ") {");
    if (Types.isNullable(To.Ty))
      assign(Lv, To.Ty, {Inner, Held});
    else {
      emit("  " + Lv + ".tag = 1;");
      assign(Lv + "." + Types.field(To.Ty, "Some", 0, Held), Held,
             {Inner, Held});
    }
    emit(Types.isNullable(To.Ty) ? "  } else { " + Lv + " = 0; }"
                                 : "  } else { " + Lv + ".tag = 0; }");
    return true;
  }
  return false;
}

bool FunctionWriter::tryCall(const Callee &C, std::vector<Value> &Args,
                             const Lvalue &To) {
  std::string Key = C.key(), Lv = valueOf(To);
  if (Key == "Try::branch" && Args.size() == 1) {
    Type T = parseType(Args[0].Ty), R = parseType(To.Ty);
    bool IsOption = T.is("Option");
    if ((!IsOption && !T.is("Result")) || T.Args.empty() || R.Args.size() < 2)
      return false;
    bool Nullable = Types.isNullable(Args[0].Ty);
    std::string V = Args[0].Text, Held = T.Args[0];
    Types.needTag(To.Ty);
    if (!Nullable)
      Types.needTag(Args[0].Ty);
    std::string Has =
        Nullable ? V + " != 0" : V + ".tag == " + (IsOption ? "1" : "0");
    emit("  if (" + Has + ") {");
    emit("  " + Lv + ".tag = 0;");
    if (Types.shapeOf(Held) != Shape::Unit)
      assign(Lv + "." + Types.field(To.Ty, "Continue", 0, Held), Held,
             {Nullable ? V
                       : V + "." +
                             Types.field(Args[0].Ty, IsOption ? "Some" : "Ok",
                                         0, Held),
              Held});
    emit("  } else {");
    emit("  " + Lv + ".tag = 1;");
    if (!IsOption && T.Args.size() > 1 &&
        Types.shapeOf(T.Args[1]) != Shape::Unit) {
      std::string Residual = Types.field(To.Ty, "Break", 0, R.Args[0]);
      std::string E = Types.field(R.Args[0], "Err", 0, T.Args[1]);
      emit("  " + Lv + "." + Residual + ".tag = 1;");
      assign(
          Lv + "." + Residual + "." + E, T.Args[1],
          {V + "." + Types.field(Args[0].Ty, "Err", 0, T.Args[1]), T.Args[1]});
    }
    emit("  }");
    return true;
  }
  if (Key == "FromResidual::from_residual" && Args.size() == 1) {
    Type R = parseType(To.Ty), A = parseType(Args[0].Ty);
    if (Types.isNullable(To.Ty)) {
      emit("  " + Lv + " = 0;");
      return true;
    }
    if (R.is("Option")) {
      Types.needTag(To.Ty);
      emit("  " + Lv + ".tag = 0;");
      return true;
    }
    if (!R.is("Result") || R.Args.size() != 2)
      return false;
    Types.needTag(To.Ty);
    assignAny(Lv, To.Ty);
    emit("  " + Lv + ".tag = 1;");
    // The error may be converted on the way.
    if (A.is("Result") && A.Args.size() == 2 && A.Args[1] == R.Args[1] &&
        Types.shapeOf(R.Args[1]) != Shape::Unit)
      assign(Lv + "." + Types.field(To.Ty, "Err", 0, R.Args[1]), R.Args[1],
             {Args[0].Text + "." + Types.field(Args[0].Ty, "Err", 0, A.Args[1]),
              A.Args[1]});
    return true;
  }
  return false;
}

} // namespace custody::rust
