//===- YamlLoader.cpp - Reads one model file ------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// LLVM's YAML parser hands out each node once and in file order, while a model
// file may use a family above the line that declares it. So the text is first
// read into a small tree that remembers places, and the tree is then read
// twice: families, then what refers to them.
//
//===----------------------------------------------------------------------===//

#include "model/YamlLoader.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"
#include <algorithm>
#include <utility>

using namespace llvm;

namespace custody {

//===----------------------------------------------------------------------===//
// The tree
//===----------------------------------------------------------------------===//

namespace {

struct Value;
using Pair = std::pair<Value, Value>;

struct Value {
  enum KindTy { Null, Scalar, List, Map } Kind = Null;
  std::string Text;         ///< Scalar: unquoted.
  const char *At = nullptr; ///< First character in the file.
  std::vector<Value> Items;
  std::vector<Pair> Pairs;

  /// Place of the character \p Offset of a scalar's text.
  const char *at(size_t Offset) const {
    bool Quoted = *At == '"' || *At == '\'';
    return At + Offset + Quoted;
  }
};

/// No model nests deeper than this; a broken file must not exhaust the stack.
constexpr unsigned MaxDepth = 12;

class TreeReader {
public:
  TreeReader(StringRef Text, StringRef File, const ErrorHandler &OnError)
      : Text(Text), File(File), OnError(OnError) {
    SM.setDiagHandler(onSyntaxError, this);
  }

  /// The root of each document, as far as the file can be read.
  std::vector<Value> read() {
    std::vector<Value> Roots;
    if (Text.find('\0') != StringRef::npos) {
      error(nullptr, "this is not a text file; a model file is YAML");
      return Roots;
    }
    yaml::Stream Stream(MemoryBufferRef(Text, File), SM, /*ShowColors=*/false);
    for (auto It = Stream.begin(), End = Stream.end(); It != End; ++It) {
      yaml::Node *Root = (*It).getRoot();
      if (!Root || Stream.failed())
        break;
      Value V = convert(Root, 0);
      if (Failed || Stream.failed())
        break;
      if (V.Kind != Value::Null)
        Roots.push_back(std::move(V));
    }
    if (Roots.empty() && !Failed)
      error(nullptr, "the model file is empty; it needs at least 'library'");
    return Roots;
  }

  bool failed() const { return Failed; }

  void error(const char *At, const Twine &Message) {
    ModelError E;
    E.File = File.str();
    if (At) {
      auto LC = lineAndColumn(At);
      E.Line = LC.first;
      E.Column = LC.second;
    }
    E.Message = Message.str();
    OnError(E);
  }

  std::pair<unsigned, unsigned> lineAndColumn(const char *At) {
    // Places are asked for in rising order but for errors, so counting on from
    // the last one reads the file about once.
    if (!Last || At < Last) {
      Last = Text.begin();
      LastLine = 1;
    }
    At = std::min(At, Text.end());
    for (; Last != At; ++Last)
      if (*Last == '\n')
        ++LastLine;
    const char *LineStart = At;
    while (LineStart != Text.begin() && LineStart[-1] != '\n')
      --LineStart;
    return {LastLine, unsigned(At - LineStart) + 1};
  }

private:
  StringRef Text, File;
  const ErrorHandler &OnError;
  SourceMgr SM;
  bool Failed = false;
  const char *Last = nullptr;
  unsigned LastLine = 1;

  static void onSyntaxError(const SMDiagnostic &D, void *Self) {
    auto *R = static_cast<TreeReader *>(Self);
    // The parser repeats itself after the first error.
    if (R->Failed || D.getKind() != SourceMgr::DK_Error)
      return;
    R->Failed = true;
    ModelError E;
    E.File = R->File.str();
    E.Line = std::max(D.getLineNo(), 0);
    E.Column = D.getColumnNo() + 1;
    E.Message = "this is not valid YAML: " + D.getMessage().str();
    R->OnError(E);
  }

  void fail(const char *At, const Twine &Message) {
    if (!Failed)
      error(At, Message);
    Failed = true;
  }

  /// Where \p N begins. The parser gives the first thing inside of a bracket
  /// and what follows an alias.
  const char *placeOf(yaml::Node *N) {
    const char *At = N->getSourceRange().Start.getPointer();
    if (N->getType() == yaml::Node::NK_Alias)
      return static_cast<yaml::AliasNode *>(N)->getName().begin() - 1;
    if (N->getType() != yaml::Node::NK_Sequence &&
        N->getType() != yaml::Node::NK_Mapping)
      return At;
    const char *Before = At;
    while (Before != Text.begin() && isSpace(Before[-1]))
      --Before;
    if (Before != Text.begin() && (Before[-1] == '[' || Before[-1] == '{'))
      return Before - 1;
    return At;
  }

  Value convert(yaml::Node *N, unsigned Depth) {
    Value V;
    // What the parser makes after an error has no place in the file.
    if (!N || Failed)
      return V;
    V.At = placeOf(N);
    if (Depth > MaxDepth) {
      fail(V.At, "this is nested too deeply for a model file");
      return V;
    }
    switch (N->getType()) {
    case yaml::Node::NK_Null:
      break;
    case yaml::Node::NK_Scalar: {
      SmallString<64> Storage;
      auto *S = static_cast<yaml::ScalarNode *>(N);
      V.Kind = Value::Scalar;
      V.Text = S->getValue(Storage).trim().str();
      break;
    }
    case yaml::Node::NK_BlockScalar:
      V.Kind = Value::Scalar;
      V.Text = static_cast<yaml::BlockScalarNode *>(N)->getValue().trim().str();
      break;
    case yaml::Node::NK_Sequence:
      V.Kind = Value::List;
      for (yaml::Node &Item : *static_cast<yaml::SequenceNode *>(N)) {
        V.Items.push_back(convert(&Item, Depth + 1));
        if (Failed)
          return V;
      }
      break;
    case yaml::Node::NK_Mapping:
      V.Kind = Value::Map;
      for (yaml::KeyValueNode &KV : *static_cast<yaml::MappingNode *>(N)) {
        Value Key = convert(KV.getKey(), Depth + 1);
        if (Failed)
          return V;
        Value Val = convert(KV.getValue(), Depth + 1);
        if (Failed)
          return V;
        // A missing value has no place of its own; blame its key.
        if (!Val.At || Val.Kind == Value::Null)
          Val.At = Key.At;
        V.Pairs.emplace_back(std::move(Key), std::move(Val));
      }
      break;
    default:
      fail(V.At, "model files use no YAML anchors and aliases; write it out");
      break;
    }
    return V;
  }
};

} // namespace

//===----------------------------------------------------------------------===//
// Helpers
//===----------------------------------------------------------------------===//

std::string didYouMean(StringRef Wrong, const std::vector<std::string> &Valid) {
  // A third of the letters may be wrong; anything farther is no suggestion.
  unsigned Best = Wrong.size() / 3 + 2;
  const std::string *Nearest = nullptr;
  for (const std::string &V : Valid) {
    unsigned D = Wrong.edit_distance(V, true, Best);
    // The smaller name wins a tie, so that the order of a hash table does not
    // show.
    if (D < Best || (D == Best && Nearest && V < *Nearest)) {
      Best = D;
      Nearest = &V;
    }
  }
  return Nearest ? "; did you mean '" + *Nearest + "'?" : std::string();
}

StringRef unqualified(StringRef Name) {
  // "operator new" has no "::" after its last component, and template
  // arguments are never written, so the last "::" is the right one.
  size_t Colon = Name.rfind("::");
  return Colon == StringRef::npos ? Name : Name.substr(Colon + 2);
}

bool sameModel(const FunctionModel &A, const FunctionModel &B) {
  if (A.Returns != B.Returns || A.ReturnFamily != B.ReturnFamily ||
      A.ReturnArg != B.ReturnArg || A.OnSuccess != B.OnSuccess ||
      A.Rest != B.Rest || A.SizeArg != B.SizeArg || A.CountArg != B.CountArg ||
      A.AlignArg != B.AlignArg || A.Granule != B.Granule ||
      A.Args.size() != B.Args.size())
    return false;
  for (unsigned I = 0, E = A.Args.size(); I != E; ++I) {
    const ArgEffect &X = A.Args[I], &Y = B.Args[I];
    if (X.Index != Y.Index || X.Action != Y.Action || X.Fam != Y.Fam ||
        X.ByReturn != Y.ByReturn || X.Indirect != Y.Indirect ||
        X.Elements != Y.Elements || X.Field != Y.Field)
      return false;
  }
  return true;
}

//===----------------------------------------------------------------------===//
// The loader
//===----------------------------------------------------------------------===//

namespace {

using Names = std::vector<std::string>;

const Names FileKeys = {"library",   "headers", "families",
                        "functions", "uses",    "classes"};
const Names HeaderKeys = {"debian", "pkg-config", "include",
                          "flags",  "language",   "none"};
const Names FamilyKeys = {"name",    "noun",     "release", "kind",
                          "shallow", "writable", "same-as", "type"};
const Names FunctionKeys = {"name",  "params",  "returns",  "success",
                            "args",  "rest",    "size",     "count",
                            "align", "granule", "elsewhere"};
const Names ClassKeys = {"name",    "owner",  "shared",  "pointee",
                         "deleter", "buffer", "methods", "elsewhere"};
const Names DeleterKeys = {"family", "type", "argument"};
// The words of FamilyKind, ValueType, Success and ArgAction stand in the order
// of their enumerators.
const Names KindWords = {"normal", "refcounted", "arena", "lent", "static"};
const Names LanguageWords = {"c", "c++"};
const Names TypeWords = {"any", "pointer", "integer"};
const Names ReturnWords = {"owned", "lent", "argument", "nothing"};
const Names SuccessWords = {"always", "non-null", ">= 0",
                            "== 0",   "!= -1",    "> 0",
                            "never"};
const Names EffectWords = {"uses",    "keeps", "releases", "adopts",
                           "resizes", "out",   "retains"};
const Names RestWords = {"uses", "keeps"};
const Names MethodWords = {"none",     "lends",       "lends read-only",
                           "gives-up", "replaces",    "swaps",
                           "takes",    "invalidates", "emplaces"};

/// Position of \p Word in \p Words, or -1.
int indexOf(const Names &Words, StringRef Word) {
  auto It =
      llvm::find_if(Words, [&](const std::string &W) { return Word == W; });
  return It == Words.end() ? -1 : int(It - Words.begin());
}

class Loader {
public:
  Loader(TreeReader &Tree, StringRef File, Source From, FamilyScope &Scope)
      : Tree(Tree), File(File), From(From), Scope(Scope) {}

  ModelFile load(const std::vector<Value> &Roots) {
    for (const Value &Root : Roots)
      declareFamilies(Root);
    for (const Value &Root : Roots)
      document(Root);
    return std::move(Out);
  }

private:
  TreeReader &Tree;
  StringRef File;
  Source From;
  FamilyScope &Scope;
  ModelFile Out;
  /// Where each family of this file is declared.
  StringMap<const Value *> Declared;
  /// The entries of each name, for contradictions.
  StringMap<SmallVector<unsigned, 1>> ByName;
  std::shared_ptr<const FunctionDescription> MerelyUses;

  void error(const char *At, const Twine &Message) { Tree.error(At, Message); }

  std::string place(const Value &V) {
    return (File + ":" + Twine(Tree.lineAndColumn(V.At).first)).str();
  }

  //===--- Checked access to values ---------------------------------------===//

  bool isMap(const Value &V, const Twine &What) {
    if (V.Kind == Value::Map)
      return true;
    error(V.At, What + " must be a list of 'key: value' pairs");
    return false;
  }

  /// Calls \p F with each key and value of \p V, whose keys must be among
  /// \p Keys and appear once.
  template <class Fn>
  void eachKey(const Value &V, const Names &Keys, const Twine &What, Fn F) {
    std::string Where = What.str();
    SmallVector<StringRef, 8> Seen;
    for (const Pair &KV : V.Pairs) {
      const Value &Key = KV.first;
      if (Key.Kind != Value::Scalar) {
        error(Key.At ? Key.At : V.At, "a key in " + Where + " must be a word");
        continue;
      }
      if (indexOf(Keys, Key.Text) < 0) {
        std::string Hint = didYouMean(Key.Text, Keys);
        if (Hint.empty())
          Hint = "; known are " + join(Keys, ", ");
        error(Key.At, "unknown key '" + Key.Text + "' in " + Where + Hint);
        continue;
      }
      if (is_contained(Seen, StringRef(Key.Text))) {
        error(Key.At, "the key '" + Key.Text + "' appears twice in " + Where);
        continue;
      }
      Seen.push_back(Key.Text);
      F(StringRef(Key.Text), KV.second);
    }
  }

  /// The items of a list; a list that is missing (`uses:` with nothing below)
  /// is empty.
  ArrayRef<Value> list(const Value &V, StringRef Key) {
    if (V.Kind == Value::List)
      return V.Items;
    if (V.Kind != Value::Null)
      error(V.At, "'" + Key + "' must be a list, each entry after a '-'");
    return {};
  }

  bool text(const Value &V, const Twine &What, std::string &Result) {
    if (V.Kind != Value::Scalar || V.Text.empty()) {
      error(V.At, What + " must be a text");
      return false;
    }
    Result = V.Text;
    return true;
  }

  /// One text or a list of texts.
  bool texts(const Value &V, const Twine &What,
             SmallVectorImpl<const Value *> &Result) {
    std::string Name = What.str(), Ignored;
    if (V.Kind == Value::List) {
      bool Right = !V.Items.empty();
      if (!Right)
        error(V.At, Name + " must name at least one");
      for (const Value &Item : V.Items) {
        if (text(Item, "each entry of " + Name, Ignored))
          Result.push_back(&Item);
        else
          Right = false;
      }
      return Right;
    }
    if (!text(V, Name, Ignored))
      return false;
    Result.push_back(&V);
    return true;
  }

  bool boolean(const Value &V, StringRef Key, bool &Result) {
    if (V.Kind == Value::Scalar && (V.Text == "true" || V.Text == "false")) {
      Result = V.Text == "true";
      return true;
    }
    error(V.At, "'" + Key + "' must be true or false");
    return false;
  }

  bool number(const Value &V, const Twine &What, unsigned &Result) {
    // 255 is beyond any parameter list and keeps sums from wrapping.
    if (V.Kind == Value::Scalar &&
        !StringRef(V.Text).getAsInteger(10, Result) && Result <= 255)
      return true;
    error(V.At, What + " must be a number");
    return false;
  }

  int word(const Value &V, const Names &Words, StringRef Key) {
    int I = V.Kind == Value::Scalar ? indexOf(Words, V.Text) : -1;
    if (I < 0) {
      std::string Hint = didYouMean(V.Text, Words);
      if (Hint.empty())
        Hint = "; known are " + join(Words, ", ");
      error(V.At,
            V.Text.empty()
                ? "'" + Key + "' must be one of " + join(Words, ", ")
                : "unknown value '" + V.Text + "' of '" + Key + "'" + Hint);
    }
    return I;
  }

  /// The family \p Name that character \p At refers to.
  const Family *family(const char *At, StringRef Name) {
    if (Name.empty()) {
      error(At, "a family is missing here");
      return nullptr;
    }
    if (const Family *F = Scope.find(Name))
      return F;
    error(At, "the family '" + Name + "' is never declared" +
                  didYouMean(Name, Scope.names()));
    return nullptr;
  }

  //===--- Families
  //--------------------------------------------------------===//

  const Value *find(const Value &Map, StringRef Key) {
    for (const Pair &KV : Map.Pairs)
      if (KV.first.Kind == Value::Scalar && KV.first.Text == Key)
        return &KV.second;
    return nullptr;
  }

  /// Makes the families known by name, so that the rest of the file, and the
  /// files that it refers to, may use them in any order.
  void declareFamilies(const Value &Root) {
    if (Root.Kind != Value::Map)
      return;
    const Value *Families = find(Root, "families");
    if (!Families || Families->Kind != Value::List)
      return;
    for (const Value &V : Families->Items) {
      const Value *Name = V.Kind == Value::Map ? find(V, "name") : nullptr;
      if (!Name || Name->Kind != Value::Scalar || Name->Text.empty())
        continue;
      // Wake the file that declares it already: this one amends it.
      Scope.find(Name->Text);
      Scope.table().get(Name->Text);
    }
  }

  void familyEntry(const Value &V) {
    if (!isMap(V, "a family"))
      return;
    const Value *Name = find(V, "name");
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
    if (const Value *Before = Declared.lookup(N)) {
      error(Name->At, "the family '" + N + "' is already declared on line " +
                          Twine(Tree.lineAndColumn(Before->At).first));
      return;
    }
    Declared[N] = Name;
    Out.Families.push_back(N);
    Family &F = Scope.table().get(N);
    F.From = std::max(F.From, From);
    F.DeclaredAt = place(*Name);
    eachKey(V, FamilyKeys, "a family", [&](StringRef Key, const Value &Val) {
      if (Key == "noun") {
        text(Val, "'noun'", F.Noun);
      } else if (Key == "release") {
        SmallVector<const Value *, 4> Releasers;
        if (texts(Val, "'release'", Releasers)) {
          F.Releasers.clear();
          for (const Value *R : Releasers)
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
      } else if (Key == "writable") {
        boolean(Val, Key, F.Writable);
      } else if (Key == "same-as") {
        SmallVector<const Value *, 4> Others;
        texts(Val, "'same-as'", Others);
        for (const Value *O : Others)
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

  /// Splits "verb rest" and gives the place of the rest.
  static StringRef restOf(StringRef Text, size_t &Offset) {
    Offset = Text.find_first_of(" \t");
    if (Offset == StringRef::npos)
      return StringRef();
    Offset = Text.find_first_not_of(" \t", Offset);
    return Text.substr(Offset).rtrim();
  }

  /// Takes `.field` off the end of \p Fam.
  bool field(const char *At, StringRef &Fam, ArgEffect &E) {
    size_t Dot = Fam.find('.');
    if (Dot == StringRef::npos)
      return true;
    E.Field = Fam.substr(Dot + 1).str();
    Fam = Fam.take_front(Dot);
    if (E.Field.empty())
      error(At, "the name of a field must follow '.'");
    return !E.Field.empty();
  }

  bool effect(const Value &V, ArgEffect &E) {
    std::string T;
    if (!text(V, "the effect on an argument", T))
      return false;
    StringRef Verb = StringRef(T).take_until([](char C) { return C == ' '; });
    int I = indexOf(EffectWords, Verb);
    if (I < 0) {
      std::string Hint = didYouMean(Verb, EffectWords);
      if (Hint.empty())
        Hint = "; known are " + join(EffectWords, ", ");
      error(V.At, "unknown effect '" + Verb + "'" + Hint);
      return false;
    }
    E.Action = ArgAction(I);
    size_t Offset = 0;
    StringRef Fam = restOf(T, Offset);
    const char *At = Fam.empty() ? V.At : V.at(Offset);
    switch (E.Action) {
    case ArgAction::Uses:
    case ArgAction::Keeps:
      if (Fam.empty() || Fam == "any")
        return true;
      break;
    case ArgAction::Releases:
      E.Indirect = Fam.consume_back("*");
      Fam = Fam.rtrim();
      if (!field(At, Fam, E))
        return false;
      break;
    case ArgAction::Adopts:
      E.ByReturn = Fam.consume_back(" by return");
      Fam = Fam.rtrim();
      if (Fam == "any")
        return true;
      break;
    case ArgAction::WritesOwned: {
      if (!field(At, Fam, E))
        return false;
      if (E.Field.empty() && Fam.size() > 3 && Fam.back() == ']' &&
                 isDigit(Fam[Fam.size() - 2])) {
        size_t Open = Fam.rfind('[');
        if (Open == StringRef::npos ||
            Fam.slice(Open + 1, Fam.size() - 1).getAsInteger(10, E.Elements) ||
            E.Elements == 0 || E.Elements > 64) {
          error(At,
                "the number of elements in '" + Fam + "' must be from 1 to 64");
          return false;
        }
        Fam = Fam.take_front(Open).rtrim();
      }
      break;
    }
    case ArgAction::Resizes:
    case ArgAction::Retains:
      break;
    }
    if (Fam.empty()) {
      error(V.At, "'" + Verb + "' needs a family: '" + Verb + " malloc'");
      return false;
    }
    if (Fam == "any") {
      error(At, "'" + Verb +
                    "' needs one family; 'any' goes with uses, keeps "
                    "and adopts");
      return false;
    }
    E.Fam = family(At, Fam);
    return E.Fam;
  }

  bool returns(const Value &V, FunctionModel &M, const char *&ArgumentAt) {
    std::string T;
    if (!text(V, "'returns'", T))
      return false;
    StringRef Verb = StringRef(T).take_until([](char C) { return C == ' '; });
    size_t Offset = 0;
    StringRef Rest = restOf(T, Offset);
    const char *At = Rest.empty() ? V.At : V.at(Offset);
    switch (indexOf(ReturnWords, Verb)) {
    case 0:
    case 1:
      M.Returns = Verb == "owned" ? ReturnAction::Owned : ReturnAction::Lent;
      if (Rest.empty()) {
        error(V.At, "'returns: " + Verb + "' needs a family");
        return false;
      }
      M.ReturnFamily = family(At, Rest);
      return M.ReturnFamily;
    case 2:
      M.Returns = ReturnAction::Argument;
      ArgumentAt = At;
      if (Rest.getAsInteger(10, M.ReturnArg)) {
        error(At, "'returns: argument' needs the argument's number, from 0");
        return false;
      }
      return true;
    case 3:
      return true;
    default:
      std::string Hint = didYouMean(Verb, ReturnWords);
      if (Hint.empty())
        Hint = "; known are " + join(ReturnWords, ", ");
      error(V.At, "unknown value '" + Verb + "' of 'returns'" + Hint);
      return false;
    }
  }

  bool params(const Value &V, unsigned &Least, unsigned &Most) {
    if (V.Kind == Value::List) {
      if (V.Items.size() == 2 && number(V.Items[0], "'params'", Least) &&
          number(V.Items[1], "'params'", Most)) {
        if (Least <= Most)
          return true;
        error(V.At, "the least number of 'params' is above the most");
        return false;
      }
      if (V.Items.size() != 2)
        error(V.At, "'params' must be a number or [least, most]");
      return false;
    }
    if (V.Kind == Value::Scalar && !StringRef(V.Text).getAsInteger(10, Least) &&
        Least <= 255) {
      Most = Least;
      return true;
    }
    error(V.At, "'params' must be a number or [least, most]");
    return false;
  }

  void add(const Value &Name, unsigned Least, unsigned Most,
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

  void functionEntry(const Value &V) {
    if (!isMap(V, "a function"))
      return;
    const Value *Name = find(V, "name");
    SmallVector<const Value *, 8> FunctionNames;
    // A misspelt 'name' is told by its own message.
    bool Right = true;
    if (!Name)
      error(V.At, "this function has no 'name'");
    if (!Name || !texts(*Name, "the 'name' of a function", FunctionNames))
      Right = false;

    auto D = std::make_shared<FunctionDescription>();
    FunctionModel &M = D->Model;
    M.From = From;
    M.Origin = place(Name ? *Name : V);
    unsigned Least = 0, Most = FunctionEntry::AnyNumber;
    /// Every argument index with its place, checked when 'params' is known.
    SmallVector<std::pair<unsigned, const char *>, 4> Indices;

    auto ArgNumber = [&](StringRef Key, const Value &Val, int &Result) {
      unsigned I;
      if (number(Val, "'" + Key + "', the number of an argument,", I)) {
        Result = I;
        Indices.push_back({I, Val.At});
      } else {
        Right = false;
      }
    };
    eachKey(
        V, FunctionKeys, "a function", [&](StringRef Key, const Value &Val) {
          if (Key == "params") {
            Right &= params(Val, Least, Most);
          } else if (Key == "returns") {
            const char *At = nullptr;
            Right &= returns(Val, M, At);
            if (At)
              Indices.push_back({M.ReturnArg, At});
          } else if (Key == "success") {
            int I = word(Val, SuccessWords, Key);
            Right &= I >= 0;
            if (I >= 0) {
              M.OnSuccess = Success(I);
              D->SuccessGiven = true;
            }
          } else if (Key == "rest") {
            int I = word(Val, RestWords, Key);
            Right &= I >= 0;
            if (I >= 0)
              M.Rest = ArgAction(I);
          } else if (Key == "size") {
            ArgNumber(Key, Val, M.SizeArg);
          } else if (Key == "count") {
            ArgNumber(Key, Val, M.CountArg);
          } else if (Key == "align") {
            ArgNumber(Key, Val, M.AlignArg);
          } else if (Key == "elsewhere") {
            Right &= text(Val, "'elsewhere', where the function exists,",
                          D->Elsewhere);
          } else if (Key == "granule") {
            if (Val.Kind != Value::Scalar ||
                StringRef(Val.Text).getAsInteger(10, M.Granule) ||
                M.Granule == 0) {
              error(Val.At, "'granule' must be a number of bytes");
              Right = false;
            }
          } else if (Key == "args") {
            if (!isMap(Val, "'args'")) {
              Right = false;
              return;
            }
            for (const Pair &KV : Val.Pairs) {
              ArgEffect E;
              if (!number(KV.first, "an argument, counted from 0,", E.Index) ||
                  !effect(KV.second, E)) {
                Right = false;
                continue;
              }
              Indices.push_back({E.Index, KV.first.At});
              if (M.effectOn(E.Index)) {
                error(KV.first.At, "argument " + Twine(E.Index) +
                                       " has two effects; keep one");
                Right = false;
                continue;
              }
              M.Args.push_back(std::move(E));
            }
          }
        });
    for (auto &I : Indices)
      if (I.first >= Most) {
        error(I.second, "argument " + Twine(I.first) + " is beyond the " +
                            Twine(Most) +
                            " 'params' of this function, "
                            "counted from 0");
        Right = false;
      }
    if (!Right)
      return;
    llvm::sort(M.Args, [](const ArgEffect &A, const ArgEffect &B) {
      return A.Index < B.Index;
    });
    for (const Value *N : FunctionNames)
      add(*N, Least, Most, D);
  }

  //===--- Classes
  //---------------------------------------------------------===//

  bool method(const Value &V, MethodModel &M) {
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
      std::string Hint = didYouMean(Text, MethodWords);
      if (Hint.empty())
        Hint = "; known are " + join(MethodWords, ", ");
      error(V.At, "unknown value '" + Text + "' of a method" + Hint);
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

  void classEntry(const Value &V) {
    if (!isMap(V, "a class"))
      return;
    const Value *Name = find(V, "name");
    SmallVector<const Value *, 4> ClassNames;
    bool Right = true;
    if (!Name)
      error(V.At, "this class has no 'name'");
    if (!Name || !texts(*Name, "the 'name' of a class", ClassNames))
      Right = false;
    ClassModel C;
    C.From = From;
    C.Origin = place(Name ? *Name : V);
    auto Optional = [&](StringRef Key, const Value &Val, int &Result) {
      unsigned N;
      if (number(Val, "'" + Key + "'", N))
        Result = N;
      else
        Right = false;
    };
    eachKey(V, ClassKeys, "a class", [&](StringRef Key, const Value &Val) {
      if (Key == "owner") {
        Right &= boolean(Val, Key, C.IsOwner);
      } else if (Key == "shared") {
        Right &= boolean(Val, Key, C.Shared);
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
                [&](StringRef K, const Value &W) {
                  std::string N;
                  if (K == "family")
                    Right &=
                        text(W, "'family'", N) && (C.Deleter = family(W.At, N));
                  else
                    Optional(K, W, K == "type" ? C.DeleterType : C.DeleterArg);
                });
      } else if (Key == "elsewhere") {
        if (Val.Kind == Value::List)
          for (const Value &Method : Val.Items)
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
        for (const Pair &KV : Val.Pairs) {
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
    for (const Value *N : ClassNames) {
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

  void headers(const Value &V) {
    if (!isMap(V, "'headers'"))
      return;
    HeaderList &H = Out.Headers;
    eachKey(V, HeaderKeys, "'headers'", [&](StringRef Key, const Value &Val) {
      auto Append = [&](std::vector<std::string> &To) {
        SmallVector<const Value *, 8> Items;
        // "[]" says that there are none.
        if (Val.Kind == Value::List && Val.Items.empty())
          return;
        texts(Val, "'" + Key + "'", Items);
        for (const Value *Item : Items) {
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

  //===--- The file
  //--------------------------------------------------------===//

  void document(const Value &Root) {
    if (!isMap(Root, "a model file"))
      return;
    if (!find(Root, "library"))
      error(Root.At, "this model file has no 'library', the name that notes "
                     "quote");
    // Families first, wherever in the file they stand.
    if (const Value *Families = find(Root, "families"))
      for (const Value &F : list(*Families, "families"))
        familyEntry(F);
    eachKey(Root, FileKeys, "a model file", [&](StringRef Key, const Value &V) {
      if (Key == "library") {
        text(V, "'library'", Out.Library);
      } else if (Key == "headers") {
        headers(V);
      } else if (Key == "functions") {
        for (const Value &F : list(V, Key))
          functionEntry(F);
      } else if (Key == "classes") {
        for (const Value &C : list(V, Key))
          classEntry(C);
      } else if (Key == "uses") {
        if (!MerelyUses) {
          auto D = std::make_shared<FunctionDescription>();
          D->Model.From = From;
          D->Model.Origin = File.str();
          MerelyUses = D;
        }
        std::string Ignored;
        for (const Value &F : list(V, Key))
          if (text(F, "each entry of 'uses'", Ignored))
            add(F, 0, FunctionEntry::AnyNumber, MerelyUses);
      }
    });
  }
};

} // namespace

ModelFile loadYaml(StringRef Text, StringRef File, Source From,
                   FamilyScope &Scope, const ErrorHandler &OnError) {
  TreeReader Tree(Text, File, OnError);
  std::vector<Value> Roots = Tree.read();
  // A file with a syntax error is read as far as it goes only for its error:
  // half an entry may mean the opposite of the whole.
  if (Tree.failed())
    return ModelFile();
  return Loader(Tree, File, From, Scope).load(Roots);
}

std::vector<std::string> declaredFamilies(StringRef Text) {
  std::vector<std::string> Result;
  ErrorHandler Ignore = [](const ModelError &) {};
  TreeReader Tree(Text, "", Ignore);
  for (const Value &Root : Tree.read()) {
    for (const Pair &KV : Root.Pairs)
      if (KV.first.Text == "families")
        for (const Value &F : KV.second.Items)
          for (const Pair &P : F.Pairs)
            if (P.first.Text == "name")
              Result.push_back(P.second.Text);
  }
  return Result;
}

} // namespace custody
