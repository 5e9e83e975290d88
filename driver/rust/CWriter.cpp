//===- CWriter.cpp - A crate as C -----------------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The crate is written twice: fields and tags of types are learnt where they
// are used, and a copy or a drop must know all of them.
//
//===----------------------------------------------------------------------===//

#include "driver/rust/CWriter.h"
#include "driver/Compat.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace custody::rust {

/// Generic functions that call each other at ever new types must end.
constexpr unsigned MostInstances = 3000;

CWriter::CWriter(const Crate &Of, RustSources &Sources)
    : Of(Of), Sources(Sources), Types(Sources), Index(Of, Sources) {}

void CWriter::run() {
  pass();
  pass();
  std::string Head = "/* Written by custody from what rustc printed. */\n"
                     "typedef void (*rs_fn)(void);\n";
  raw_string_ostream OS(Head);
  // What prototypes name, before their parameter lists would declare it.
  std::set<std::string> Tags;
  for (auto &[Name, Text] : Declared)
    for (size_t At = Text.find("struct "); At != std::string::npos;
         At = Text.find("struct ", At + 1))
      Tags.insert("struct " +
                  StringRef(Text)
                      .substr(At + strlen("struct "))
                      .take_while([](char C) { return isAlnum(C) || C == '_'; })
                      .str());
  Types.write(OS);
  for (const std::string &Tag : Tags)
    OS << Tag << ";\n";
  for (auto &[Name, Text] : Declared)
    OS << Text << ";\n";
  OS.flush();
  Text = Head;
  Where.assign(StringRef(Head).count('\n'), Span());
  for (auto &[Line, At] : Body) {
    Text += Line + "\n";
    Where.push_back(At);
  }
}

void CWriter::pass() {
  Body.clear();
  Declared.clear();
  Waiting.clear();
  Instances.clear();
  Count = Share();
  Substitution None;
  for (size_t F = 0; F < Of.Functions.size(); ++F) {
    // What const functions print twice has one name.
    if (Of.Functions[F].IsConstant || Of.Functions[F].Blocks.empty())
      continue;
    FunctionWriter(*this, F, None, Index.nameOf(F), /*Counts=*/true).run();
  }
  while (!Waiting.empty()) {
    Instance Next = Waiting.front();
    Waiting.pop_front();
    FunctionWriter(*this, Next.Function, Next.With, Next.Name, false).run();
  }
  Count.Instances = Instances.size();
}

std::string CWriter::instance(int F, const Substitution &With) {
  std::string Key;
  for (auto &[Name, Ty] : With)
    Key += Name + "=" + Ty + ";";
  if (Key.empty() || Key.size() > 2000)
    return Index.nameOf(F);
  if (Instances.size() >= MostInstances && !Instances.count({F, Key}))
    return Index.nameOf(F);
  auto [It, New] = Instances.try_emplace({F, Key}, "");
  if (New) {
    It->second = (Index.isExported(F) ? "rs__" : "") + Index.nameOf(F) + "__I" +
                 utostr(Instances.size());
    Waiting.push_back({F, With, It->second});
  }
  return It->second;
}

std::string CWriter::declaration(int N, const Substitution &With,
                                 const std::string &Name, bool WithNames) {
  const Function &F = Of.Functions[N];
  bool ForC = Index.isExported(N) && Name == Index.nameOf(N);
  auto Spell = [&](const std::string &Ty) {
    std::string Real = substitute(Ty, With);
    return ForC ? Types.spellForC(Real) : Types.spell(Real);
  };
  std::string Result = substitute(F.Result, With);
  std::string Text = (ForC ? "" : "static ") +
                     (Types.shapeOf(Result) == Shape::Unit ? std::string("void")
                                                           : Spell(F.Result)) +
                     " " + Name + "(";
  for (size_t I = 0; I < F.Params.size(); ++I)
    Text += (I ? ", " : "") + Spell(F.Params[I]) +
            (WithNames ? " a" + utostr(I + 1) : "");
  return Text + (F.Params.empty() ? "void)" : ")");
}

//===----------------------------------------------------------------------===//
// One function
//===----------------------------------------------------------------------===//

void FunctionWriter::run() {
  auto First = F.Locals.find(0);
  if (First != F.Locals.end())
    Here = First->second.Where;
  Span Start = Here;
  W.Declared[Name] = W.declaration(Number, With, Name, false);
  emit(W.declaration(Number, With, Name, true) + " {");
  std::set<int> Targets;
  for (const Block &B : F.Blocks)
    for (const Statement &S : B.Statements)
      for (auto &[Case, To] : S.Blocks)
        Targets.insert(To);
  for (auto &[N, L] : F.Locals) {
    std::string Ty = localType(N);
    std::string Init;
    Shape S = Types.shapeOf(Ty);
    if (N > 0 && N <= F.Params.size())
      Init = " = a" + utostr(N);
    else if (S == Shape::Structure || S == Shape::Array)
      Init = " = " + any(Ty); // A field that is not set must not look unset.
    else if (N == 0 && S != Shape::Unit)
      Init = S == Shape::Pointer ? " = 0" : "";
    emit("  " + Types.spell(Ty) + " " + localName(N) + Init + ";");
  }
  bool AllKnown = true;
  for (const Block &B : F.Blocks) {
    if (Targets.count(B.Number))
      emit("bb" + itostr(B.Number) + ":;");
    for (const Statement &S : B.Statements) {
      if (S.Where.Line)
        Here = S.Where;
      bool Known = statement(S);
      AllKnown &= Known;
      if (!Known) {
        emit("/* " + StringRef(S.Text).take_front(60).split("*/").first.str() +
             " */");
        Lvalue To;
        if (!S.Target.empty() && S.K != Statement::Drop &&
            lower(S.Target, To) && !To.IsAddress)
          assignAny(To.Text, To.Ty);
        if (!S.Blocks.empty())
          jump(S.Blocks.back().second);
      }
      if (Counts && S.K != Statement::Nothing) {
        ++W.Count.Statements;
        W.Count.StatementsKnown += Known;
        if (!Known)
          ++W.Count.Unknown[StringRef(S.Text).take_front(70).str()];
      }
    }
  }
  Here = Start;
  emit("}");
  if (Counts) {
    ++W.Count.Functions;
    W.Count.FunctionsKnown += AllKnown;
  }
}

std::string FunctionWriter::localName(unsigned N) const {
  auto At = F.Debug.find(N);
  return "_" + utostr(N) +
         (At == F.Debug.end() ? "" : "__" + mangled(At->second));
}

std::string FunctionWriter::localType(unsigned N) const {
  auto At = F.Locals.find(N);
  return At == F.Locals.end() ? "()" : substitute(At->second.Type, With);
}

std::string FunctionWriter::pointeeOf(StringRef Given) {
  std::string Ty = Types.unwrapped(Given);
  Type T = parseType(Ty);
  if (Types.isNullable(Ty))
    return pointeeOf(T.Args[0]);
  if (T.K == Type::Reference || T.K == Type::Raw)
    return T.Args[0];
  if (T.K == Type::Named && !T.Args.empty())
    return T.Args[0];
  return "()";
}

bool FunctionWriter::lower(StringRef Text, Lvalue &To) {
  MirPlace P;
  if (!parsePlace(Text, P))
    return false;
  To = {localName(P.Local), localType(P.Local), "", false};
  for (const Projection &J : P.Path) {
    Shape S = Types.shapeOf(To.Ty);
    switch (J.K) {
    case Projection::Deref:
      if (S != Shape::Pointer)
        return false;
      To = {valueOf(To), pointeeOf(To.Ty), "", true};
      break;
    case Projection::Downcast:
      To.Variant = J.Text;
      if (S == Shape::Structure)
        Types.needTag(To.Ty);
      break;
    case Projection::Field: {
      std::string FieldTy = withoutLifetimes(substitute(J.Text, With));
      if (Types.isWrapper(parseType(To.Ty))) {
        // It adds nothing.
      } else if (S == Shape::Structure) {
        std::string Name = Types.field(To.Ty, To.Variant, J.Number, FieldTy);
        To.Text = To.IsAddress ? "((" + Types.spell(To.Ty) + " *)" + To.Text +
                                     ")->" + Name
                               : To.Text + "." + Name;
        To.IsAddress = false;
      } else if (S == Shape::Array) {
        return false;
      }
      // Else it is a wrapper, or a pointer that Box, Unique and NonNull wrap.
      else if (Types.shapeOf(FieldTy) != S) {
        return false;
      }
      To.Ty = FieldTy;
      To.Variant.clear();
      break;
    }
    case Projection::Index:
    case Projection::ConstantIndex: {
      Type T = parseType(Types.unwrapped(To.Ty));
      std::string Which =
          J.K == Projection::Index ? localName(J.Number) : utostr(J.Number);
      if (T.K != Type::Array && T.K != Type::Slice)
        return false;
      std::string Element = Types.spell(T.Args[0]);
      if (S == Shape::Array)
        To.Text =
            (To.IsAddress ? "((" + Types.spell(To.Ty) + " *)" + To.Text + ")->e"
                          : To.Text + ".e") +
            "[" + Which + "]";
      else
        To.Text = "((" + Element + " *)" + addressOf(To) + ")[" + Which + "]";
      To.Ty = T.Args[0];
      To.IsAddress = false;
      break;
    }
    case Projection::Subslice: {
      // What lies from some element on: where exactly does not matter.
      Type T = parseType(Types.unwrapped(To.Ty));
      if (T.Args.empty())
        return false;
      To = {addressOf(To), "[" + T.Args[0] + "]", "", true};
      break;
    }
    }
  }
  return true;
}

std::string FunctionWriter::valueOf(const Lvalue &L) {
  return L.IsAddress ? "(*(" + Types.spell(L.Ty) + " *)" + L.Text + ")"
                     : L.Text;
}

std::string FunctionWriter::addressOf(const Lvalue &L) {
  return L.IsAddress ? L.Text : "(void *)&" + L.Text;
}

std::string FunctionWriter::declare(const std::string &Result,
                                    const std::string &Name,
                                    const std::string &Params) {
  W.Declared.try_emplace(Name, Result + " " + Name + "(" + Params + ")");
  return Name;
}

std::string FunctionWriter::any(StringRef Ty) {
  std::string C = Types.spell(Ty);
  std::string Name = "rs_any_";
  for (char Ch : C)
    Name += isAlnum(Ch) ? Ch : Ch == '*' ? 'p' : '_';
  return declare(C, Name, "void") + "()";
}

std::string FunctionWriter::temporary(StringRef Ty) {
  std::string T = "t" + utostr(++Temporaries);
  emit("  " + Types.spell(Ty) + " " + T + ";");
  return T;
}

void FunctionWriter::assignAny(const std::string &To, StringRef Ty) {
  if (Types.shapeOf(Ty) != Shape::Unit)
    emit("  " + To + " = " + any(Ty) + ";");
}

void FunctionWriter::assign(const std::string &To, StringRef ToTy,
                            const Value &From) {
  std::string FromTy = From.Ty.empty() ? ToTy.str() : From.Ty;
  Shape S = Types.shapeOf(ToTy), O = Types.shapeOf(FromTy);
  bool Simple =
      S == Shape::Pointer || S == Shape::Number || S == Shape::Descriptor;
  bool OtherSimple =
      O == Shape::Pointer || O == Shape::Number || O == Shape::Descriptor;
  if (S == Shape::Unit)
    return;
  if (Simple && OtherSimple) {
    bool Floats = StringRef(Types.spell(ToTy)) == "double" ||
                  StringRef(Types.spell(ToTy)) == "float";
    bool FromFloats = StringRef(Types.spell(FromTy)) == "double" ||
                      StringRef(Types.spell(FromTy)) == "float";
    if ((S == Shape::Pointer) == (O == Shape::Pointer))
      emit("  " + To + " = " + From.Text + ";");
    else if (Floats || FromFloats)
      assignAny(To, ToTy);
    else
      emit("  " + To + " = (" + Types.spell(ToTy) + ")(unsigned long)(" +
           From.Text + ");");
    return;
  }
  if (S != O || Types.spell(ToTy) != Types.spell(FromTy)) {
    assignAny(To, ToTy);
    return;
  }
  // A call cannot be copied leaf by leaf; what it gives is kept as a whole.
  bool IsPlace = !compat::endsWith(StringRef(From.Text), ")") ||
                 compat::startsWith(StringRef(From.Text), "(");
  if (!IsPlace || !Types.leaves(ToTy, [&](const std::string &Leaf) {
        emit("  " + To + Leaf + " = " + From.Text + Leaf + ";");
      }))
    emit("  " + To + " = " + From.Text + ";");
}

/// "5_i32", "-1_isize": the number; the type follows.
static bool isNumber(StringRef T, std::string &Number, std::string &Ty) {
  StringRef Rest = T;
  Rest.consume_front("-");
  if (Rest.empty() || !isDigit(Rest[0]))
    return false;
  size_t At = T.find('_');
  if (At != StringRef::npos) {
    Number = T.take_front(At).str();
    Ty = T.substr(At + 1).str();
  } else {
    // 1.5f64
    size_t F = T.find('f');
    if (F == StringRef::npos)
      return false;
    Number = T.take_front(F).str();
    Ty = T.substr(F).str();
    return true;
  }
  StringRef Digits = Number;
  Digits.consume_front("-");
  return llvm::all_of(Digits, isDigit);
}

Value FunctionWriter::constant(StringRef T, StringRef Expected) {
  T = T.trim();
  std::string Number, Ty;
  if (T == "true" || T == "false")
    return {T == "true" ? "1" : "0", "bool"};
  if (T == "()")
    return {"0", "()"};
  if (isNumber(T, Number, Ty)) {
    bool Float = compat::startsWith(StringRef(Ty), "f");
    // Only what C can spell.
    if (Number.size() > 18 && !Float)
      Number = compat::endsWith(StringRef(Ty), "128") || Number.size() > 20
                   ? "1"
               : Number[0] == '-' ? "(-9223372036854775807L - 1)"
                                  : Number + "UL";
    else if (!Float)
      Number +=
          compat::startsWith(StringRef(Ty), "u") && Ty != "u8" && Ty != "u16"
              ? "UL"
              : "L";
    return {Float ? "((" + Types.spell(Ty) + ")" + Number + ")"
                  : "((" + Types.spell(Ty) + ")" + Number + ")",
            Ty};
  }
  if (compat::startsWith(T, "'"))
    return {"((unsigned int)" + utostr(T.size() > 1 ? (unsigned char)T[1] : 0) +
                ")",
            "char"};
  if (compat::startsWith(T, "\"") || compat::startsWith(T, "b\"") ||
      compat::startsWith(T, "c\"")) {
    std::string Text;
    for (char C : T.take_front(24))
      if (isAlnum(C) || C == ' ')
        Text += C;
    return {"(void *)\"" + Text + "\"", Expected.str()};
  }
  Shape S = Types.shapeOf(Expected);
  if (compat::startsWith(T, "{alloc") || T.contains("promoted[")) {
    if (S == Shape::Pointer) {
      std::string Id = "rs_static_";
      StringRef Inside = T;
      Inside.consume_front("{");
      for (char C : Inside.take_front(std::min(Inside.find(':'), size_t(200))))
        Id += isAlnum(C) ? C : '_';
      if (T.contains("promoted["))
        Id = "rs_static_" + mangled(T);
      W.Declared.try_emplace(Id, "extern char " + Id + "[64]");
      return {"(void *)" + Id, Expected.str()};
    }
    return {any(Expected), Expected.str()};
  }
  // A constant reference leads to what nobody may release.
  if (parseType(Expected).K == Type::Reference) {
    std::string Id =
        "rs_static_" + mangled(StringRef(T).rsplit("]::").second.empty()
                                   ? T.take_back(60)
                                   : T.rsplit("]::").second);
    W.Declared.try_emplace(Id, "extern char " + Id + "[64]");
    return {"(void *)" + Id, Expected.str()};
  }
  // A function, where a pointer to one or its own type of no size is wanted.
  Callee C = parseCallee(substitute(T, With));
  int Target = W.Index.find(C);
  if (Target >= 0 && !W.Of.Functions[Target].IsConstant && S == Shape::Pointer)
    return {"(" + Types.spell(Expected) + ")" + W.Index.nameOf(Target),
            Expected.str()};
  return {S == Shape::Unit ? "0" : any(Expected), Expected.str()};
}

bool FunctionWriter::operand(StringRef T, StringRef Expected, Value &To) {
  T = T.trim();
  if (T.consume_front("const ")) {
    To = constant(T, Expected);
    return true;
  }
  if (T.consume_front("move ") || T.consume_front("copy ") ||
      T.consume_front("no_retag ") || compat::startsWith(T, "_") ||
      compat::startsWith(T, "(")) {
    Lvalue L;
    if (!lower(T, L))
      return false;
    To = {valueOf(L), L.Ty};
    return true;
  }
  // A constant without its word: the name of a function.
  To = constant(T, Expected);
  return true;
}

bool FunctionWriter::statement(const Statement &S) {
  switch (S.K) {
  case Statement::Nothing:
    return true;
  case Statement::Goto:
    if (S.Blocks.empty())
      return false;
    jump(S.Blocks.front().second);
    return true;
  case Statement::Return:
    emit(Types.shapeOf(localType(0)) == Shape::Unit ? "  return;"
                                                    : "  return _0;");
    return true;
  case Statement::Unreachable:
    emit("  " + declare("_Noreturn void", "rs_unreachable", "void") + "();");
    return true;
  case Statement::Assert:
    // What fails here panics: the path that goes on is the one to follow.
    if (S.Blocks.empty())
      return false;
    jump(S.Blocks.front().second);
    return true;
  case Statement::Switch: {
    Value V;
    if (!operand(S.Target, "isize", V) || S.Blocks.empty())
      return false;
    std::string Text =
        "  switch ((" +
        std::string(Types.shapeOf(V.Ty) == Shape::Number ? "long"
                                                         : "unsigned long") +
        ")" + V.Text + ") {";
    for (auto &[Case, To] : S.Blocks) {
      bool Fits = Case.size() < 19;
      if (Case == "otherwise")
        Text += " default: goto bb" + itostr(To) + ";";
      else if (Fits)
        Text += " case " + Case + "L: goto bb" + itostr(To) + ";";
    }
    emit(Text + " }");
    return true;
  }
  case Statement::Drop: {
    Lvalue L;
    bool Known = lower(S.Target, L);
    if (Known)
      drop(L.IsAddress && Types.shapeOf(L.Ty) == Shape::Structure ? valueOf(L)
                                                                  : valueOf(L),
           L.Ty, 0);
    for (auto &[Key, To] : S.Blocks)
      if (Key.empty())
        jump(To);
    return Known;
  }
  case Statement::SetDiscriminant: {
    Lvalue L;
    if (!lower(S.Target, L))
      return false;
    if (Types.shapeOf(L.Ty) == Shape::Structure)
      emit("  " + valueOf(L) + ".tag = " + S.Value + ";");
    else if (Types.isNullable(L.Ty) && S.Value == "0")
      emit("  " + valueOf(L) + " = 0;");
    return true;
  }
  case Statement::Assign: {
    Lvalue To;
    return lower(S.Target, To) && rvalue(S.Value, To);
  }
  case Statement::Call:
    return call(S);
  case Statement::Unknown:
    // copy_nonoverlapping(dst, src, count): bytes that nothing is known of.
    if (compat::startsWith(StringRef(S.Text), "copy_nonoverlapping("))
      return true;
    return false;
  }
  return false;
}

} // namespace custody::rust
