//===- CTypes.cpp - Rust's types as C -------------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/rust/CTypes.h"
#include "driver/Compat.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace llvm;

namespace custody::rust {

bool isStdPath(StringRef P) {
  return compat::startsWith(P, "std::") || compat::startsWith(P, "core::") ||
         compat::startsWith(P, "alloc::");
}

static StringRef numberType(StringRef Name) {
  return StringSwitch<StringRef>(Name)
      .Case("i8", "signed char")
      .Case("u8", "unsigned char")
      .Case("i16", "short")
      .Case("u16", "unsigned short")
      .Case("i32", "int")
      .Case("u32", "unsigned int")
      .Case("char", "unsigned int")
      .Case("i64", "long")
      .Case("isize", "long")
      .Case("u64", "unsigned long")
      .Case("usize", "unsigned long")
      .Case("i128", "__int128")
      .Case("u128", "unsigned __int128")
      .Case("f32", "float")
      .Case("f16", "float")
      .Case("f64", "double")
      .Case("f128", "double")
      .Case("bool", "_Bool")
      .Default("");
}

const Type &CTypes::parsed(StringRef Ty) {
  auto [It, New] = Parsed.try_emplace(Ty.str());
  if (New)
    It->second = parseType(Ty);
  return It->second;
}

bool CTypes::isWrapper(const Type &T) const {
  return T.K == Type::Named && T.Args.size() == 1 && isStdPath(T.Path) &&
         StringSwitch<bool>(T.name())
             .Case("ManuallyDrop", true)
             .Case("MaybeUninit", true)
             .Case("MaybeDangling", true)
             .Case("UnsafeCell", true)
             .Case("SyncUnsafeCell", true)
             .Case("Cell", true)
             .Case("Pin", true)
             .Case("AssertUnwindSafe", true)
             .Case("Wrapping", true)
             .Case("Reverse", true)
             .Default(false);
}

std::string CTypes::unwrapped(StringRef Ty) {
  std::string Now = Ty.str();
  for (int I = 0; I < 8 && isWrapper(parsed(Now)); ++I) {
    std::string Inner = parsed(Now).Args[0];
    Now = Inner;
  }
  return Now;
}

Owner CTypes::ownerOf(StringRef Ty) {
  const Type &T = parsed(Ty);
  if (T.K != Type::Named || !isStdPath(T.Path))
    return Owner::None;
  return StringSwitch<Owner>(T.name())
      .Case("Box", Owner::Box)
      .Case("Vec", Owner::Vec)
      .Case("String", Owner::String)
      .Case("CString", Owner::CString)
      .Case("Rc", Owner::Rc)
      .Case("Arc", Owner::Arc)
      .Case("File", Owner::File)
      .Case("OwnedFd", Owner::File)
      .Case("TcpStream", Owner::File)
      .Case("TcpListener", Owner::File)
      .Case("UdpSocket", Owner::File)
      .Case("UnixStream", Owner::File)
      .Case("UnixListener", Owner::File)
      .Case("UnixDatagram", Owner::File)
      .Default(Owner::None);
}

bool CTypes::isNullable(StringRef Ty) {
  const Type &T = parsed(Ty);
  if (!T.is("Option") || T.Args.size() != 1 || !isStdPath(T.Path))
    return false;
  std::string Inner = unwrapped(T.Args[0]);
  const Type &In = parsed(Inner);
  return In.K != Type::Raw && shapeOf(Inner) == Shape::Pointer &&
         !isNullable(Inner);
}

Shape CTypes::shapeOf(StringRef Given) {
  auto [It, New] = Shapes.try_emplace(Given.str(), Shape::Structure);
  if (!New)
    return It->second;
  std::string Ty = unwrapped(Given);
  const Type &T = parsed(Ty);
  Shape S = Shape::Structure;
  switch (T.K) {
  case Type::Reference:
  case Type::Raw:
  case Type::Function:
    S = Shape::Pointer;
    break;
  case Type::Tuple:
    S = T.Args.empty() ? Shape::Unit : Shape::Structure;
    break;
  case Type::Array: {
    unsigned N = 0;
    StringRef Length = T.Length;
    Length.consume_back("_usize");
    S = !Length.getAsInteger(10, N) && N > 0 && N <= 256 ? Shape::Array
                                                         : Shape::Structure;
    break;
  }
  case Type::Named:
    if (!numberType(T.Path).empty())
      S = Shape::Number;
    else if (ownerOf(Ty) == Owner::File ||
             (isStdPath(T.Path) && T.name() == "BorrowedFd"))
      S = Shape::Descriptor;
    else if (ownerOf(Ty) != Owner::None || isNullable(Ty))
      S = Shape::Pointer;
    else if (isStdPath(T.Path) && StringSwitch<bool>(T.name())
                                      .Case("NonNull", true)
                                      .Case("Unique", true)
                                      .Case("OsString", true)
                                      .Case("PathBuf", true)
                                      .Default(false))
      S = Shape::Pointer;
    break;
  default:
    S = T.Text == "!" ? Shape::Unit : Shape::Structure;
  }
  Shapes[Given.str()] = S;
  return S;
}

std::string CTypes::spell(StringRef Given) {
  switch (shapeOf(Given)) {
  case Shape::Unit:
    return "char";
  case Shape::Number:
    return numberType(parsed(unwrapped(Given)).Path).str();
  case Shape::Pointer: {
    // The analyzer forgets which function it is where a `void *` held it.
    std::string Ty = unwrapped(Given);
    while (isNullable(Ty))
      Ty = unwrapped(std::string(parsed(Ty).Args[0]));
    return parsed(Ty).K == Type::Function ? "rs_fn" : "void *";
  }
  case Shape::Descriptor:
    return "int";
  case Shape::Array:
  case Shape::Structure:
    return "struct s" + utostr(structure(unwrapped(Given)).Id);
  }
  return "char";
}

std::string CTypes::spellForC(StringRef Given) {
  std::string Ty = unwrapped(Given);
  const Type &T = parsed(Ty);
  if (T.K != Type::Raw && T.K != Type::Reference) {
    if (isNullable(Ty))
      return spellForC(T.Args[0]);
    if (T.is("NonNull") && T.Args.size() == 1)
      return spellForC("*mut " + T.Args[0]);
    if (ownerOf(Ty) == Owner::Box && T.Args.size() == 1)
      return spellForC("*mut " + T.Args[0]);
    return spell(Ty);
  }
  std::string To = T.Args[0];
  bool Mutable = T.Mutable;
  const Type &P = parsed(To);
  std::string Text = "void";
  if (P.K == Type::Raw || P.K == Type::Reference)
    Text = spellForC(To);
  else if (To == "i8") // c_char
    Text = "char";
  else if (shapeOf(To) == Shape::Number)
    Text = spell(To);
  else if (P.K == Type::Named && !isStdPath(P.Path) && P.Args.empty())
    Text = "struct " + P.name().str();
  return (Mutable ? "" : "const ") + Text + " *";
}

unsigned CTypes::sizeOf(StringRef Ty) {
  switch (shapeOf(Ty)) {
  case Shape::Number:
    return StringSwitch<unsigned>(parsed(unwrapped(Ty)).Path)
        .Case("i8", 1)
        .Case("u8", 1)
        .Case("bool", 1)
        .Case("i16", 2)
        .Case("u16", 2)
        .Case("f16", 2)
        .Case("i32", 4)
        .Case("u32", 4)
        .Case("f32", 4)
        .Case("char", 4)
        .Case("i64", 8)
        .Case("u64", 8)
        .Case("f64", 8)
        .Case("isize", 8)
        .Case("usize", 8)
        .Default(16);
  case Shape::Array: {
    const Type &T = parsed(unwrapped(Ty));
    unsigned N = 0;
    StringRef Length = T.Length;
    Length.consume_back("_usize");
    Length.getAsInteger(10, N);
    return N * sizeOf(T.Args[0]);
  }
  case Shape::Descriptor:
    return 4;
  default: {
    // Thin pointers only.
    const Type &T = parsed(Ty);
    if (T.K != Type::Raw && T.K != Type::Reference)
      return 0;
    const Type &To = parsed(T.Args[0]);
    return To.K == Type::Named && To.Path != "str" ? 8 : 0;
  }
  }
}

CTypes::Structure &CTypes::structure(StringRef Ty) {
  auto [It, New] = Structures.try_emplace(Ty.str());
  if (New)
    It->second.Id = Structures.size();
  return It->second;
}

std::string CTypes::field(StringRef Ty, StringRef Variant, unsigned Number,
                          StringRef FieldTy) {
  std::string Name =
      (Variant.empty() ? "f" : Variant.str() + "_f") + utostr(Number);
  std::string Known = unwrapped(Ty);
  if (!Variant.empty())
    needTag(Known);
  auto &Fields = structure(Known).Fields;
  // A field that is read as another type is another field: nothing is known of
  // what passes from the one to the other.
  std::string Unique = Name;
  for (unsigned N = 2;; ++N) {
    auto [It, New] = Fields.try_emplace(Unique, FieldTy.str());
    if (New || It->second == FieldTy || spell(It->second) == spell(FieldTy))
      return Unique;
    Unique = Name + "_as" + utostr(N);
  }
}

void CTypes::needTag(StringRef Ty) { structure(unwrapped(Ty)).Tag = true; }
bool CTypes::hasTag(StringRef Ty) { return structure(unwrapped(Ty)).Tag; }

std::string CTypes::tagOf(StringRef Ty, StringRef Variant) {
  const Type &T = parsed(unwrapped(Ty));
  if (isStdPath(T.Path)) {
    int N = StringSwitch<int>((T.name() + "::" + Variant).str())
                .Case("Option::None", 0)
                .Case("Result::Ok", 0)
                .Case("ControlFlow::Continue", 0)
                .Case("Cow::Borrowed", 0)
                .Case("Poll::Ready", 0)
                .Case("Option::Some", 1)
                .Case("Result::Err", 1)
                .Case("ControlFlow::Break", 1)
                .Case("Cow::Owned", 1)
                .Case("Poll::Pending", 1)
                .Case("Bound::Included", 0)
                .Case("Entry::Occupied", 0)
                .Case("Ordering::Equal", 0)
                .Case("Bound::Excluded", 1)
                .Case("Entry::Vacant", 1)
                .Case("Ordering::Greater", 1)
                .Case("Bound::Unbounded", 2)
                .Case("Ordering::Less", 255)
                .Default(-1);
    return N == 255 ? "-1" : N < 0 ? "" : utostr(N);
  }
  return Sources.discriminant(T.Path, Variant);
}

std::string CTypes::fieldType(StringRef Ty, StringRef CName) {
  Structure &S = structure(unwrapped(Ty));
  auto At = S.Fields.find(CName.str());
  return At == S.Fields.end() ? "" : At->second;
}

std::vector<CTypes::Field> CTypes::fields(StringRef Ty) {
  std::vector<Field> All;
  for (auto &[Name, FieldTy] : structure(unwrapped(Ty)).Fields)
    All.push_back({Name, FieldTy});
  return All;
}

bool CTypes::collect(StringRef Given, const std::string &Prefix,
                     std::vector<std::string> &Out, unsigned Depth) {
  std::string Ty = unwrapped(Given);
  Shape S = shapeOf(Ty);
  if (S == Shape::Array)
    return false;
  if (S != Shape::Structure) {
    Out.push_back(Prefix);
    return Out.size() <= 48;
  }
  if (Depth > 6)
    return false;
  if (hasTag(Ty))
    Out.push_back(Prefix + ".tag");
  for (const Field &F : fields(Ty))
    if (!collect(F.Ty, Prefix + "." + F.Name, Out, Depth + 1))
      return false;
  return Out.size() <= 48;
}

bool CTypes::leaves(StringRef Ty,
                    function_ref<void(const std::string &)> Each) {
  std::vector<std::string> All;
  if (!collect(Ty, "", All, 0) || All.empty())
    return false;
  for (const std::string &Leaf : All)
    Each(Leaf);
  return true;
}

void CTypes::write(const std::string &Ty, Structure &S, raw_ostream &OS) {
  if (S.Written)
    return;
  S.Written = 1;
  Type T = parseType(Ty);
  bool IsArray = shapeOf(Ty) == Shape::Array;
  std::vector<Field> Members = fields(Ty);
  if (IsArray)
    Members = {{"e", T.Args[0]}};
  std::vector<std::string> Lines;
  for (Field &F : Members) {
    Shape Of = shapeOf(F.Ty);
    std::string Spelled = spell(F.Ty);
    if (Of == Shape::Array || Of == Shape::Structure) {
      std::string Key = unwrapped(F.Ty);
      Structure &Inner = structure(Key);
      write(Key, Inner, OS);
      // A type cannot hold itself; what was learnt of it must be wrong.
      if (Inner.Written == 1)
        Spelled = "char";
    }
    StringRef Length = T.Length;
    Length.consume_back("_usize");
    Lines.push_back("  " + Spelled + " " + F.Name +
                    (IsArray ? "[" + Length.str() + "]" : "") + ";");
  }
  OS << "struct s" << S.Id << " {";
  if (S.Tag)
    OS << " long tag;";
  if (!S.Tag && Lines.empty())
    OS << " char opaque;";
  for (const std::string &L : Lines)
    OS << L;
  OS << " };\n";
  S.Written = 2;
}

void CTypes::write(raw_ostream &OS) {
  // Spelling a field may make a structure known: go on until none is new.
  for (size_t Before = 0; Before != Structures.size();) {
    Before = Structures.size();
    std::vector<std::string> Keys;
    for (auto &[Ty, S] : Structures)
      Keys.push_back(Ty);
    for (const std::string &Ty : Keys)
      write(Ty, structure(Ty), OS);
  }
}

} // namespace custody::rust
