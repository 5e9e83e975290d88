//===- Drops.cpp - What the end of a value does ---------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Drop glue, where it runs: a user's own `drop` first, then the fields, then
// the memory of a box. What is inside a container is not followed.
//
//===----------------------------------------------------------------------===//

#include "driver/rust/CWriter.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace custody::rust {

/// Boxes in boxes in enums: what lies deeper is not followed.
constexpr unsigned DeepestDrop = 5;

std::string FunctionWriter::ownerName(Owner O) {
  switch (O) {
  case Owner::None:
    return "";
  case Owner::Box:
    return "Box";
  case Owner::Vec:
    return "Vec";
  case Owner::String:
    return "String";
  case Owner::CString:
    return "CString";
  case Owner::Rc:
    return "Rc";
  case Owner::Arc:
    return "Arc";
  case Owner::File:
    return "File";
  }
  return "";
}

void FunctionWriter::drop(const std::string &Lv, StringRef Given,
                          unsigned Depth) {
  Type T = parseType(Given);
  if (T.K == Type::Raw || T.K == Type::Reference || T.K == Type::Function)
    return;
  if (T.is("ManuallyDrop") || T.is("MaybeUninit"))
    return;
  std::string Ty = Types.unwrapped(Given);
  T = parseType(Ty);
  Shape S = Types.shapeOf(Ty);
  if (S == Shape::Number || S == Shape::Unit || S == Shape::Array)
    return;
  Owner O = Types.ownerOf(Ty);
  if (Types.isNullable(Ty)) {
    emit("  if (" + Lv + ") {");
    drop(Lv, T.Args[0], Depth);
    emit("  }");
    return;
  }
  if (O != Owner::None) {
    if (O == Owner::Box && !T.Args.empty() && Depth < DeepestDrop) {
      Shape Inner = Types.shapeOf(T.Args[0]);
      Type To = parseType(T.Args[0]);
      bool Sized = To.K == Type::Named ? To.Path != "str" : To.K == Type::Tuple;
      if (Sized && (Inner == Shape::Structure || Inner == Shape::Pointer ||
                    Inner == Shape::Descriptor))
        drop("(*(" + Types.spell(T.Args[0]) + " *)" + Lv + ")", T.Args[0],
             Depth + 1);
    }
    // Of a counted value one reference goes, of nobody knows how many.
    if (O == Owner::Rc || O == Owner::Arc) {
      emit("  " + declare("void", "rs_uncounted", "void *") + "(" + Lv + ");");
      return;
    }
    bool Fd = O == Owner::File;
    emit("  " +
         declare("void", "rs__drop__" + ownerName(O), Fd ? "int" : "void *") +
         "(" + Lv + ");");
    return;
  }
  if (S != Shape::Structure || Depth >= DeepestDrop)
    return;
  // A user's type: its own drop comes first.
  bool IsUsers = T.K == Type::Named && !isStdPath(T.Path);
  if (IsUsers)
    if (int F = W.Index.dropOf(T.name()); F >= 0) {
      Substitution Sub;
      if (!W.Of.Functions[F].Params.empty())
        unify(W.Of.Functions[F].Params[0], "&mut " + Ty, Sub);
      emit("  " + W.instance(F, Sub) + "((void *)&" + Lv + ");");
    }
  bool Named = T.K == Type::Named && !IsUsers;
  std::vector<CTypes::Field> Fields = Types.fields(Ty);
  bool Inside = T.is("Option") || T.is("Result") || T.is("ControlFlow") ||
                T.is("Poll") || !Named;
  if (!Inside || (Fields.empty() && !IsUsers)) {
    if (T.K == Type::Tuple)
      return;
    // A container or a parameter: what it holds is out of sight from here on.
    emit("  " + declare("void", "rs_drop_unseen", "void *") + "((void *)&" +
         Lv + ");");
    return;
  }
  bool Tag = Types.hasTag(Ty);
  for (const CTypes::Field &Fd : Fields) {
    StringRef Variant = StringRef(Fd.Name).rsplit("_f").first;
    bool OfVariant = Tag && Variant != Fd.Name;
    std::string Number = OfVariant ? Types.tagOf(Ty, Variant) : "";
    // Which variant it is nobody knows: its fields may be dropped or not.
    if (OfVariant && Number.empty())
      continue;
    Shape FS = Types.shapeOf(Fd.Ty);
    if (FS == Shape::Number || FS == Shape::Unit)
      continue;
    Type FT = parseType(Fd.Ty);
    if (FT.K == Type::Raw || FT.K == Type::Reference)
      continue;
    if (OfVariant)
      emit("  if (" + Lv + ".tag == " + Number + ") {");
    drop(Lv + "." + Fd.Name, Fd.Ty, Depth + 1);
    if (OfVariant)
      emit("  }");
  }
}

} // namespace custody::rust
