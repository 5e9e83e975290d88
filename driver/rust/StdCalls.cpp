//===- StdCalls.cpp - Calls of Rust's standard library --------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What moves pointers without owning anything is written out in C; what takes
// or gives ownership becomes a call that checker/model/families/rust-std.yaml
// describes.
//
//===----------------------------------------------------------------------===//

#include "driver/rust/CWriter.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace llvm;

namespace custody::rust {

/// What a function of the library does with its first argument.
enum class Known {
  No,
  Same, ///< It comes back.
  Held, ///< What the owner that it refers to holds comes back.
  Load, ///< What it points to comes back.
  IsNull,
  Null,
  Nothing,
};

static Known knownCall(StringRef Key) {
  return StringSwitch<Known>(Key)
      .Case("NonNull::new", Known::Same)
      .Case("NonNull::new_unchecked", Known::Same)
      .Case("NonNull::as_ptr", Known::Same)
      .Case("NonNull::cast", Known::Same)
      .Case("NonNull::from_ref", Known::Same)
      .Case("NonNull::from_mut", Known::Same)
      .Case("ptr::from_ref", Known::Same)
      .Case("ptr::from_mut", Known::Same)
      .Case("mut_ptr::cast", Known::Same)
      .Case("const_ptr::cast", Known::Same)
      .Case("mut_ptr::cast_const", Known::Same)
      .Case("const_ptr::cast_mut", Known::Same)
      .Case("mut_ptr::cast_mut", Known::Same)
      .Case("mut_ptr::as_ref", Known::Same)
      .Case("mut_ptr::as_mut", Known::Same)
      .Case("const_ptr::as_ref", Known::Same)
      .Case("mut_ptr::as_ptr", Known::Same)
      .Case("mut_ptr::to_raw_parts", Known::No)
      .Case("const_ptr::to_raw_parts", Known::No)
      .Case("slice::from_raw_parts", Known::Same)
      .Case("slice::from_raw_parts_mut", Known::Same)
      .Case("ptr::slice_from_raw_parts", Known::Same)
      .Case("ptr::slice_from_raw_parts_mut", Known::Same)
      .Case("NonNull::slice_from_raw_parts", Known::Same)
      .Case("slice::as_ptr", Known::Same)
      .Case("slice::as_mut_ptr", Known::Same)
      .Case("str::as_ptr", Known::Same)
      .Case("str::as_mut_ptr", Known::Same)
      .Case("str::as_bytes", Known::Same)
      .Case("CStr::from_ptr", Known::Same)
      .Case("CStr::as_ptr", Known::Same)
      .Case("CStr::to_bytes", Known::Same)
      .Case("CStr::to_bytes_with_nul", Known::Same)
      .Case("str::from_utf8_unchecked", Known::Same)
      .Case("CStr::from_bytes_with_nul_unchecked", Known::Same)
      .Case("Pin::new", Known::Same)
      .Case("Pin::new_unchecked", Known::Same)
      .Case("Pin::get_mut", Known::Same)
      .Case("Pin::get_unchecked_mut", Known::Same)
      .Case("Pin::into_inner", Known::Same)
      .Case("Pin::into_inner_unchecked", Known::Same)
      .Case("Pin::get_ref", Known::Same)
      .Case("Pin::into_ref", Known::Same)
      .Case("Box::into_pin", Known::Same)
      .Case("ManuallyDrop::into_inner", Known::Same)
      .Case("MaybeUninit::assume_init_ref", Known::Same)
      .Case("MaybeUninit::new", Known::Same)
      .Case("MaybeUninit::assume_init", Known::Same)
      .Case("Cell::new", Known::Same)
      .Case("UnsafeCell::new", Known::Same)
      .Case("hint::black_box", Known::Same)
      .Case("UnsafeCell::into_inner", Known::Same)
      .Case("Cell::into_inner", Known::Same)
      .Case("convert::identity", Known::Same)
      .Case("UnsafeCell::get", Known::Same)
      .Case("Cell::as_ptr", Known::Same)
      .Case("MaybeUninit::as_ptr", Known::Same)
      .Case("MaybeUninit::as_mut_ptr", Known::Same)
      .Case("UnsafeCell::get_mut", Known::Same)
      .Case("Vec::into_boxed_slice", Known::Same)
      .Case("slice::into_vec", Known::Same)
      .Case("String::into_bytes", Known::Same)
      .Case("String::into_boxed_str", Known::Same)
      .Case("str::into_string", Known::Same)
      .Case("Box::into_inner_slice", Known::Same)
      .Case("str::into_boxed_bytes", Known::Same)
      .Case("Vec::leak", Known::Same)
      .Case("Box::assume_init", Known::Same)
      .Case("boxed::assume_init", Known::Same)
      .Case("NonNull::as_ref", Known::Held)
      .Case("NonNull::as_mut", Known::Held)
      .Case("Vec::as_ptr", Known::Held)
      .Case("Vec::as_mut_ptr", Known::Held)
      .Case("Vec::as_slice", Known::Held)
      .Case("Vec::as_mut_slice", Known::Held)
      .Case("String::as_str", Known::Held)
      .Case("String::as_bytes", Known::Held)
      .Case("String::as_mut_str", Known::Held)
      .Case("String::as_mut_vec", Known::Held)
      .Case("CString::as_c_str", Known::Held)
      .Case("CString::as_bytes", Known::Held)
      .Case("CString::as_bytes_with_nul", Known::Held)
      .Case("Box::as_ptr", Known::Held)
      .Case("Box::as_mut_ptr", Known::Held)
      .Case("Rc::as_ptr", Known::Held)
      .Case("Arc::as_ptr", Known::Held)
      .Case("Deref::deref", Known::Held)
      .Case("DerefMut::deref_mut", Known::Held)
      .Case("AsRef::as_ref", Known::Held)
      .Case("AsMut::as_mut", Known::Held)
      .Case("Borrow::borrow", Known::Held)
      .Case("BorrowMut::borrow_mut", Known::Held)
      .Case("Pin::as_mut", Known::Held)
      .Case("Pin::as_ref", Known::Held)
      .Case("Box::as_ref", Known::Held)
      .Case("Rc::get_mut_unchecked", Known::Held)
      .Case("ManuallyDrop::take", Known::Load)
      .Case("Cell::get", Known::Load)
      .Case("mut_ptr::read", Known::Load)
      .Case("const_ptr::read", Known::Load)
      .Case("ptr::read", Known::Load)
      .Case("ptr::read_unaligned", Known::Load)
      .Case("ptr::read_volatile", Known::Load)
      .Case("NonNull::read", Known::Load)
      .Case("mut_ptr::read_unaligned", Known::Load)
      .Case("mut_ptr::read_volatile", Known::Load)
      .Case("const_ptr::read_unaligned", Known::Load)
      .Case("const_ptr::read_volatile", Known::Load)
      .Case("MaybeUninit::assume_init_read", Known::Load)
      .Case("AsRawFd::as_raw_fd", Known::Load)
      .Case("AsFd::as_fd", Known::Load)
      .Case("mut_ptr::is_null", Known::IsNull)
      .Case("const_ptr::is_null", Known::IsNull)
      .Case("ptr::null", Known::Null)
      .Case("ptr::null_mut", Known::Null)
      .Case("Layout::for_value_never", Known::No)
      .Case("Drop::drop", Known::No)
      .Default(Known::No);
}

std::string FunctionWriter::modelled(const std::string &Result,
                                     const std::string &Name,
                                     const std::vector<std::string> &Args) {
  std::string Params, Text;
  for (size_t I = 0; I < Args.size(); ++I) {
    Params += I ? ", void *" : "void *";
    Text += (I ? ", " : "") + Args[I];
  }
  return declare(Result, Name, Params.empty() ? "void" : Params) + "(" + Text +
         ")";
}

std::string FunctionWriter::heldIn(const Value &V) {
  std::string To = pointeeOf(V.Ty);
  Type T = parseType(V.Ty);
  if (T.K == Type::Reference && Types.shapeOf(To) == Shape::Pointer)
    return "(*(void **)" + V.Text + ")";
  return V.Text;
}

bool FunctionWriter::stdCall(const Callee &C, std::vector<Value> &Args,
                             const Lvalue &To) {
  std::string Key = C.key(), Lv = valueOf(To);
  Shape S = Types.shapeOf(To.Ty);
  switch (Args.empty() && Key != "ptr::null" && Key != "ptr::null_mut"
              ? Known::No
              : knownCall(Key)) {
  case Known::No:
    break;
  case Known::Same:
    if (S == Types.shapeOf(Args[0].Ty)) {
      assign(Lv, To.Ty,
             {Args[0].Text, Types.spell(To.Ty) == Types.spell(Args[0].Ty)
                                ? To.Ty
                                : Args[0].Ty});
      return true;
    }
    break;
  case Known::Held: {
    Type T = parseType(Args[0].Ty);
    std::string Of = pointeeOf(Args[0].Ty);
    if (S != Shape::Pointer || T.K != Type::Reference)
      break;
    bool IsOwner = Types.shapeOf(Of) == Shape::Pointer;
    Type OfT = parseType(Of);
    bool IsView = OfT.K == Type::Slice || Of == "str" || OfT.is("CStr") ||
                  OfT.is("ManuallyDrop") || OfT.K == Type::Array;
    if (OfT.is("ManuallyDrop"))
      emit("  " + Lv + " = " + Args[0].Text + ";");
    else if (IsOwner || IsView)
      emit("  " + Lv + " = " + heldIn(Args[0]) + ";");
    else
      break;
    return true;
  }
  case Known::Load:
    if (Types.shapeOf(Args[0].Ty) == Shape::Pointer && S != Shape::Unit) {
      assign(Lv, To.Ty,
             {"(*(" + Types.spell(To.Ty) + " *)" + Args[0].Text + ")", To.Ty});
      return true;
    }
    break;
  case Known::IsNull:
    emit("  " + Lv + " = " + Args[0].Text + " == 0;");
    return true;
  case Known::Null:
    if (S != Shape::Pointer)
      break;
    emit("  " + Lv + " = 0;");
    return true;
  case Known::Nothing:
    return true;
  }
  return ownerCall(C, Args, To) || memoryCall(C, Args, To) ||
         optionCall(C, Args, To) || tryCall(C, Args, To);
}

bool FunctionWriter::ownerCall(const Callee &C, std::vector<Value> &Args,
                               const Lvalue &To) {
  std::string Key = C.key(), Lv = valueOf(To);
  Owner O = Types.ownerOf(To.Ty);
  Shape S = Types.shapeOf(To.Ty);
  bool Pointer = !Args.empty() && Types.shapeOf(Args[0].Ty) == Shape::Pointer;
  auto Give = [&](const std::string &Text) {
    emit("  " + Lv + " = " + Text + ";");
    return true;
  };
  // Into Rust's hands
  if (Key == "Box::new" || Key == "Rc::new" || Key == "Arc::new" ||
      Key == "Box::pin" || Key == "Rc::pin" || Key == "Arc::pin") {
    std::string Held = Types.unwrapped(To.Ty);
    O = Types.ownerOf(Held);
    if (O == Owner::None || Args.empty())
      return false;
    Give(modelled("void *", "rs__" + ownerName(O) + "__new", {}));
    if (Types.shapeOf(Args[0].Ty) != Shape::Unit && O == Owner::Box)
      assign("(*(" + Types.spell(Args[0].Ty) + " *)" + Lv + ")", Args[0].Ty,
             Args[0]);
    return true;
  }
  if (Key == "CString::new" && S == Shape::Structure) {
    std::string Field = Types.field(To.Ty, "Ok", 0, "std::ffi::CString");
    Types.needTag(To.Ty);
    emit("  " + Lv + ".tag = " + any("bool") + ";");
    emit("  " + Lv + "." + Field + " = " +
         modelled("void *", "rs__CString__new", {}) + ";");
    return true;
  }
  bool FromRaw = C.Method == "from_raw" || C.Method == "from_raw_parts" ||
                 C.Method == "from_non_null" || C.Method == "from_parts" ||
                 C.Method == "from_raw_in" || C.Method == "from_raw_parts_in";
  if (FromRaw && O != Owner::None && O != Owner::File && Pointer) {
    StringRef Method = C.Method;
    Method.consume_back("_in");
    return Give(modelled("void *", "rs__" + ownerName(O) + "__" + Method.str(),
                         {Args[0].Text}));
  }
  if (Key == "FromRawFd::from_raw_fd" && S == Shape::Descriptor)
    return Give(declare("int", "rs__File__from_raw_fd", "int") + "(" +
                Args[0].Text + ")");
  if (Args.empty())
    return false;
  std::string Held = Types.unwrapped(Args[0].Ty);
  Owner A = Types.ownerOf(Held);
  // Out of them
  if (Key == "IntoRawFd::into_raw_fd" && A == Owner::File)
    return Give(declare("int", "rs__File__into_raw_fd", "int") + "(" +
                Args[0].Text + ")");
  if (A != Owner::None && A != Owner::File && S == Shape::Pointer &&
      (C.Method == "into_raw" || C.Method == "into_non_null"))
    return Give(modelled("void *", "rs__" + ownerName(A) + "__into_raw",
                         {Args[0].Text}));
  if (C.Method == "into_raw_parts" && (A == Owner::Vec || A == Owner::String) &&
      S == Shape::Structure) {
    assignAny(Lv, To.Ty);
    emit("  " + Lv + "." + Types.field(To.Ty, "", 0, parseType(To.Ty).Args[0]) +
         " = " +
         modelled("void *", "rs__" + ownerName(A) + "__into_raw_parts",
                  {Args[0].Text}) +
         ";");
    return true;
  }
  // Kept for good: whoever has the pointer may take it back.
  bool Forgets = Key == "mem::forget" || Key == "Box::leak" ||
                 Key == "Vec::leak" || Key == "String::leak";
  if (Forgets) {
    if (A != Owner::None && A != Owner::File) {
      std::string Way = A == Owner::Vec || A == Owner::String
                            ? "__into_raw_parts"
                            : "__into_raw";
      std::string Text =
          modelled("void *", "rs__" + ownerName(A) + Way, {Args[0].Text});
      emit("  " + declare("void", "rs_kept_for_good", "void *") + "(" + Text +
           ");");
      if (S == Shape::Pointer)
        Give(Args[0].Text);
    }
    return Key == "mem::forget" || S == Shape::Pointer;
  }
  // From here on its drop is somebody's own business.
  if (Key == "ManuallyDrop::new") {
    if (S != Types.shapeOf(Args[0].Ty) ||
        Types.spell(To.Ty) != Types.spell(Args[0].Ty))
      return false;
    if (A != Owner::None && A != Owner::File) {
      std::string Way = A == Owner::Vec || A == Owner::String
                            ? "__into_raw_parts"
                            : "__into_raw";
      emit("  " + declare("void", "rs_kept_for_good", "void *") + "(" +
           modelled("void *", "rs__" + ownerName(A) + Way, {Args[0].Text}) +
           ");");
    }
    assign(Lv, To.Ty, {Args[0].Text, To.Ty});
    return true;
  }
  if (Key == "mem::drop") {
    std::string T = temporary(Args[0].Ty);
    assign(T, Args[0].Ty, Args[0]);
    drop(T, Args[0].Ty, 0);
    return true;
  }
  if (Key == "ptr::drop_in_place" || Key == "mut_ptr::drop_in_place" ||
      Key == "NonNull::drop_in_place" || Key == "ManuallyDrop::drop") {
    std::string Of = pointeeOf(Args[0].Ty);
    if (parseType(Of).is("ManuallyDrop"))
      Of = Types.unwrapped(Of);
    Shape OS = Types.shapeOf(Of);
    Type T = parseType(Of);
    bool Sized = T.K != Type::Slice && T.K != Type::Other && Of != "str";
    if (Sized && (OS == Shape::Pointer || OS == Shape::Structure ||
                  OS == Shape::Descriptor))
      drop("(*(" + Types.spell(Of) + " *)" + Args[0].Text + ")", Of, 0);
    return true;
  }
  // Another reference to a counted value is a value of its own here.
  if (Key == "Clone::clone" && (O == Owner::Rc || O == Owner::Arc))
    return Give(modelled("void *", "rs__" + ownerName(O) + "__new", {}));
  if (Key == "Arc::increment_strong_count" ||
      Key == "Rc::increment_strong_count") {
    emit("  " + modelled("void", "rs__" + C.Type + "__clone", {Args[0].Text}) +
         ";");
    return true;
  }
  if (Key == "Arc::decrement_strong_count" ||
      Key == "Rc::decrement_strong_count") {
    emit("  " +
         modelled("void", "rs_o__" + C.Type + "__decrement_strong_count",
                  {Args[0].Text}) +
         ";");
    return true;
  }
  // NonNull::from(&mut x), Pin::from(box), File::from(fd)
  if ((Key == "From::from" || Key == "Into::into") && Args.size() == 1) {
    Type From = parseType(Args[0].Ty);
    Type T = parseType(Types.unwrapped(To.Ty));
    bool Raw =
        From.K == Type::Reference || From.is("NonNull") || From.is("Unique");
    bool SameOwner =
        A != Owner::None && A == Types.ownerOf(Types.unwrapped(To.Ty));
    if ((Raw && (T.is("NonNull") || T.K == Type::Raw)) || SameOwner)
      return Give(Args[0].Text);
  }
  return false;
}

} // namespace custody::rust
