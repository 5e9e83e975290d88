//===- YamlLoader.cpp - Reads one model file ------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The tree of the file is read twice: families, then what refers to them.
//
//===----------------------------------------------------------------------===//

#include "model/YamlLoader.h"
#include "model/YamlFunction.h"
#include "model/YamlWords.h"

using namespace llvm;

namespace custody {
namespace {

class Loader : YamlAccess {
public:
  Loader(YamlTree &Tree, StringRef File, Source From, FamilyScope &Scope)
      : YamlAccess(Tree, File, From, Scope),
        Functions(Tree, File, From, Scope) {}

  ModelFile load(const std::vector<YamlValue> &Roots) {
    for (const YamlValue &Root : Roots)
      declareFamilies(Root);
    for (const YamlValue &Root : Roots)
      document(Root);
    return std::move(Out);
  }

private:
  FunctionReader Functions;
  ModelFile Out;
  /// Where each family of this file is declared.
  StringMap<const YamlValue *> Declared;
  /// The entries of each name, for contradictions.
  StringMap<SmallVector<unsigned, 1>> ByName;
  std::shared_ptr<const FunctionDescription> MerelyUses;

  //===--- Families -------------------------------------------------------===//

  /// Makes the families known by name, so that the rest of the file, and the
  /// files that it refers to, may use them in any order.
  void declareFamilies(const YamlValue &Root) {
    if (Root.Kind != YamlValue::Map)
      return;
    const YamlValue *Families = Root.find("families");
    if (!Families || Families->Kind != YamlValue::List)
      return;
    for (const YamlValue &V : Families->Items) {
      const YamlValue *Name =
          V.Kind == YamlValue::Map ? V.find("name") : nullptr;
      if (!Name || Name->Kind != YamlValue::Scalar || Name->Text.empty())
        continue;
      // Wake the file that declares it already: this one amends it.
      Scope.find(Name->Text);
      Scope.table().get(Name->Text);
    }
  }

  void familyEntry(const YamlValue &V) {
    if (!isMap(V, "a family"))
      return;
    const YamlValue *Name = V.find("name");
    std::string N;
    if (!Name) {
      error(V.At, "this family has no 'name'");
      return;
    }
    if (!text(*Name, "the 'name' of a family", N))
      return;
    if (N == "any" || N.find_first_of(".*") != std::string::npos) {
      error(Name->At, "a family cannot be called '" + N + "'");
      return;
    }
    if (const YamlValue *Before = Declared.lookup(N)) {
      error(Name->At, "the family '" + N + "' is already declared on line " +
                          Twine(Tree.lineAndColumn(Before->At).first));
      return;
    }
    Declared[N] = Name;
    Out.Families.push_back(N);
    Family &F = Scope.table().get(N);
    F.From = std::max(F.From, From);
    F.DeclaredAt = place(*Name);
    eachKey(V, FamilyKeys, "a family",
            [&](StringRef Key, const YamlValue &Val) {
              if (Key == "noun") {
                text(Val, "'noun'", F.Noun);
              } else if (Key == "release") {
                SmallVector<const YamlValue *, 4> Releasers;
                if (texts(Val, "'release'", Releasers)) {
                  F.Releasers.clear();
                  for (const YamlValue *R : Releasers)
                    F.Releasers.push_back(R->Text);
                }
              } else if (Key == "kind") {
                int I = word(Val, KindWords, Key);
                if (I >= 0)
                  F.Kind = FamilyKind(I);
              } else if (Key == "type") {
                int I = word(Val, TypeWords, Key);
                if (I >= 0)
                  F.Type = ValueType(I);
              } else if (Key == "shallow") {
                boolean(Val, Key, F.Shallow);
              } else if (Key == "native") {
                boolean(Val, Key, F.Native);
              } else if (Key == "counted") {
                boolean(Val, Key, F.Counted);
              } else if (Key == "writable") {
                boolean(Val, Key, F.Writable);
              } else if (Key == "same-as") {
                SmallVector<const YamlValue *, 4> Others;
                texts(Val, "'same-as'", Others);
                for (const YamlValue *O : Others)
                  if (const Family *Other = family(O->At, O->Text))
                    Scope.table().unite(*const_cast<Family *>(Other), F);
              }
            });
    if (F.Writable && F.Kind != FamilyKind::Lent)
      error(Name->At, "'writable' is for families of 'kind: lent' only");
    // An arena's values may go with their pool and in no other way.
    if (F.Releasers.empty() && F.mayBeReleased() && F.Kind != FamilyKind::Arena)
      error(Name->At, "the family '" + N +
                          "' needs 'release', or 'kind: lent' or "
                          "'kind: static' if nobody releases it");
  }

  //===--- Functions
  //-------------------------------------------------------===//

  void add(const YamlValue &Name, unsigned Least, unsigned Most,
           std::shared_ptr<const FunctionDescription> What) {
    FunctionEntry E;
    E.Name = Name.Text;
    E.Least = Least;
    E.Most = Most;
    E.Line = Tree.lineAndColumn(Name.At).first;
    E.What = std::move(What);
    if (StringRef(E.Name).find_first_of("(<") != StringRef::npos &&
        !StringRef(unqualified(E.Name)).consume_front("operator")) {
      error(Name.At, "'" + E.Name +
                         "' must be a qualified name without "
                         "template arguments and parameters");
      return;
    }
    SmallVector<unsigned, 1> &Before = ByName[E.Name];
    for (unsigned I : Before) {
      const FunctionEntry &Old = Out.Functions[I];
      if (!Old.overlaps(E))
        continue;
      if (Old.What != E.What &&
          !(sameModel(Old.What->Model, E.What->Model) &&
            Old.What->SuccessGiven == E.What->SuccessGiven))
        error(Name.At, "'" + E.Name + "' is described differently on line " +
                           Twine(Old.Line) +
                           "; keep one, or tell them apart by 'params'");
      return;
    }
    Before.push_back(Out.Functions.size());
    Out.Functions.push_back(std::move(E));
  }

  void functionEntry(const YamlValue &V) {
    FunctionReader::Result R = Functions.read(V);
    if (R.What)
      for (const YamlValue *Name : R.Names)
        add(*Name, R.Least, R.Most, R.What);
  }

  //===--- Classes --------------------------------------------------------===//

  bool method(const YamlValue &V, MethodModel &M) {
    std::string T;
    if (!text(V, "what a method does", T))
      return false;
    StringRef Text = T;
    unsigned N = 0;
    bool HasNumber = false;
    size_t Space = Text.rfind(' ');
    if (Space != StringRef::npos &&
        !Text.substr(Space + 1).getAsInteger(10, N)) {
      HasNumber = true;
      Text = Text.take_front(Space).rtrim();
    }
    int I = indexOf(MethodWords, Text);
    if (I < 0) {
      error(V.At, "unknown value '" + Text + "' of a method" +
                      hint(Text, MethodWords));
      return false;
    }
    static const MethodAction Order[] = {
        MethodAction::None,     MethodAction::Lends,
        MethodAction::Lends,    MethodAction::GivesUp,
        MethodAction::Replaces, MethodAction::Swaps,
        MethodAction::Takes,    MethodAction::Invalidates,
        MethodAction::Emplaces};
    M.Action = Order[I];
    M.ReadOnly = I == 2;
    M.Arg = N;
    bool Numbered =
        M.Action == MethodAction::Replaces || M.Action == MethodAction::Swaps ||
        M.Action == MethodAction::Takes || M.Action == MethodAction::Emplaces;
    if (HasNumber && !Numbered) {
      error(V.At, "'" + Text + "' takes no number");
      return false;
    }
    return true;
  }

  void classEntry(const YamlValue &V) {
    if (!isMap(V, "a class"))
      return;
    const YamlValue *Name = V.find("name");
    SmallVector<const YamlValue *, 4> ClassNames;
    bool Right = true;
    if (!Name)
      error(V.At, "this class has no 'name'");
    if (!Name || !texts(*Name, "the 'name' of a class", ClassNames))
      Right = false;
    ClassModel C;
    C.From = From;
    C.Origin = place(Name ? *Name : V);
    auto Optional = [&](StringRef Key, const YamlValue &Val, int &Result) {
      unsigned N;
      if (number(Val, "'" + Key + "'", N))
        Result = N;
      else
        Right = false;
    };
    eachKey(V, ClassKeys, "a class", [&](StringRef Key, const YamlValue &Val) {
      if (Key == "owner") {
        Right &= boolean(Val, Key, C.IsOwner);
      } else if (Key == "shared") {
        Right &= boolean(Val, Key, C.Shared);
      } else if (Key == "weak") {
        Right &= boolean(Val, Key, C.Weak);
      } else if (Key == "pointee") {
        Right &= number(Val, "'pointee'", C.Pointee);
      } else if (Key == "buffer") {
        std::string N;
        Right &= text(Val, "'buffer'", N) && (C.Buffer = family(Val.At, N));
      } else if (Key == "deleter") {
        if (!isMap(Val, "'deleter'")) {
          Right = false;
          return;
        }
        eachKey(Val, DeleterKeys, "'deleter'",
                [&](StringRef K, const YamlValue &W) {
                  std::string N;
                  if (K == "family")
                    Right &=
                        text(W, "'family'", N) && (C.Deleter = family(W.At, N));
                  else if (K == "method")
                    Right &= text(W, "'method'", C.DeleterMethod);
                  else
                    Optional(K, W, K == "type" ? C.DeleterType : C.DeleterArg);
                });
      } else if (Key == "elsewhere") {
        if (Val.Kind == YamlValue::List)
          for (const YamlValue &Method : Val.Items)
            Right &= text(Method, "each method of 'elsewhere'",
                          C.MethodsElsewhere.emplace_back());
        else
          Right &=
              text(Val, "'elsewhere', where the class exists,", C.Elsewhere);
      } else if (Key == "methods") {
        if (!isMap(Val, "'methods'")) {
          Right = false;
          return;
        }
        for (const auto &KV : Val.Pairs) {
          std::string MethodName;
          MethodModel M;
          if (!text(KV.first, "the name of a method", MethodName) ||
              !method(KV.second, M)) {
            Right = false;
            continue;
          }
          if (!C.Methods.insert({MethodName, M}).second) {
            error(KV.first.At,
                  "the method '" + MethodName + "' appears twice; keep one");
            Right = false;
          }
        }
      }
    });
    if (!Right)
      return;
    for (const YamlValue *N : ClassNames) {
      auto Same = [&](const ClassModel &O) { return O.Name == N->Text; };
      if (llvm::any_of(Out.Classes, Same)) {
        error(N->At, "the class '" + N->Text + "' is described twice");
        continue;
      }
      C.Name = N->Text;
      Out.Classes.push_back(C);
    }
  }

  //===--- Headers --------------------------------------------------------===//

  void headers(const YamlValue &V) {
    if (!isMap(V, "'headers'"))
      return;
    HeaderList &H = Out.Headers;
    eachKey(
        V, HeaderKeys, "'headers'", [&](StringRef Key, const YamlValue &Val) {
          auto Append = [&](std::vector<std::string> &To) {
            SmallVector<const YamlValue *, 8> Items;
            // "[]" says that there are none.
            if (Val.Kind == YamlValue::List && Val.Items.empty())
              return;
            texts(Val, "'" + Key + "'", Items);
            for (const YamlValue *Item : Items) {
              SmallVector<StringRef, 4> Words;
              SplitString(Item->Text, Words);
              To.insert(To.end(), Words.begin(), Words.end());
            }
          };
          if (Key == "debian")
            Append(H.Debian);
          else if (Key == "pkg-config")
            Append(H.PkgConfig);
          else if (Key == "include")
            Append(H.Includes);
          else if (Key == "flags")
            Append(H.Flags);
          else if (Key == "language")
            H.Cxx = word(Val, LanguageWords, Key) == 1;
          else
            text(Val, "'none', the reason why no header is checked,", H.None);
        });
    if (!H.None.empty() && !H.Includes.empty())
      error(V.At, "'headers' has 'include' and 'none', which says that there "
                  "is nothing to include; keep one");
  }

  //===--- The file -------------------------------------------------------===//

  /// The same for a method that lends; false if there is none called \p Method.
  bool methodToldBy(StringRef Method, StringRef Checker) {
    auto [Class, Name] = Method.rsplit("::");
    for (ClassModel &C : Out.Classes) {
      auto It = C.Methods.find(Name);
      if (C.Name != Class || It == C.Methods.end())
        continue;
      It->second.ToldBy = Checker.str();
      return true;
    }
    return false;
  }

  /// Stock checkers, each with the functions whose results it follows.
  void toldBy(const YamlValue &V) {
    if (!isMap(V, "'told-by'"))
      return;
    for (const auto &[Checker, Functions] : V.Pairs) {
      std::string Name;
      SmallVector<const YamlValue *, 16> Names;
      if (!text(Checker, "the name of a checker", Name) ||
          !texts(Functions, "'told-by'", Names))
        continue;
      for (const YamlValue *N : Names) {
        SmallVector<unsigned, 1> Entries = ByName.lookup(N->Text);
        if (Entries.empty() && !methodToldBy(N->Text, Name))
          error(N->At, "'" + N->Text + "' is no function of this file");
        for (unsigned I : Entries)
          Out.Functions[I].ToldBy = Name;
      }
    }
  }

  void document(const YamlValue &Root) {
    if (!isMap(Root, "a model file"))
      return;
    if (!Root.find("library"))
      error(Root.At, "this model file has no 'library', the name that notes "
                     "quote");
    // Families first, wherever in the file they stand.
    if (const YamlValue *Families = Root.find("families"))
      for (const YamlValue &F : list(*Families, "families"))
        familyEntry(F);
    const YamlValue *ToldBy = nullptr;
    eachKey(Root, FileKeys, "a model file",
            [&](StringRef Key, const YamlValue &V) {
              if (Key == "library") {
                text(V, "'library'", Out.Library);
              } else if (Key == "headers") {
                headers(V);
              } else if (Key == "functions") {
                for (const YamlValue &F : list(V, Key))
                  functionEntry(F);
              } else if (Key == "told-by") {
                ToldBy = &V;
              } else if (Key == "classes") {
                for (const YamlValue &C : list(V, Key))
                  classEntry(C);
              } else if (Key == "uses") {
                if (!MerelyUses) {
                  auto D = std::make_shared<FunctionDescription>();
                  D->Model.From = From;
                  D->Model.Origin = File.str();
                  MerelyUses = D;
                }
                std::string Ignored;
                for (const YamlValue &F : list(V, Key))
                  if (text(F, "each entry of 'uses'", Ignored))
                    add(F, 0, FunctionEntry::AnyNumber, MerelyUses);
              }
            });
    if (ToldBy)
      toldBy(*ToldBy);
  }
};

} // namespace

ModelFile loadYaml(StringRef Text, StringRef File, Source From,
                   FamilyScope &Scope, const ErrorHandler &OnError) {
  YamlTree Tree(Text, File, OnError);
  std::vector<YamlValue> Roots = Tree.read();
  // A file with a syntax error is read as far as it goes only for its error:
  // half an entry may mean the opposite of the whole.
  if (Tree.failed())
    return ModelFile();
  return Loader(Tree, File, From, Scope).load(Roots);
}

std::vector<std::string> declaredFamilies(StringRef Text) {
  std::vector<std::string> Result;
  ErrorHandler Ignore = [](const ModelError &) {};
  YamlTree Tree(Text, "", Ignore);
  for (const YamlValue &Root : Tree.read()) {
    for (const auto &KV : Root.Pairs)
      if (KV.first.Text == "families")
        for (const YamlValue &F : KV.second.Items)
          for (const auto &P : F.Pairs)
            if (P.first.Text == "name")
              Result.push_back(P.second.Text);
  }
  return Result;
}

} // namespace custody
