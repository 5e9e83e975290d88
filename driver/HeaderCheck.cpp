//===- HeaderCheck.cpp - Models against declarations ----------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/HeaderCheck.h"
#include "driver/Words.h"
#include "model/ModelStore.h"
#include "model/YamlAccess.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/Support/raw_ostream.h"
#include <map>
#include <set>

using namespace clang;
using llvm::StringRef;

namespace custody {

namespace {

/// What kind of value a type can hold.
enum class Holds { Pointer, Integer, Anything, Nothing };

Holds holds(QualType T) {
  T = T.getNonReferenceType();
  if (T->isDependentType() || T->isUndeducedType())
    return Holds::Anything;
  if (T->isAnyPointerType() || T->isBlockPointerType() || T->isArrayType() ||
      T->isNullPtrType())
    return Holds::Pointer;
  return T->isIntegralOrEnumerationType() ? Holds::Integer : Holds::Nothing;
}

/// How often the values of a family are pointers, and how often integers.
struct Votes {
  unsigned Pointers = 0, Integers = 0;
};

/// Checks one entry against one declaration.
class Comparison {
public:
  Comparison(const FunctionEntry &E, const FunctionDecl *F)
      : M(E.What->Model), SuccessGiven(E.What->SuccessGiven), F(F),
        Result(F->getReturnType()),
        Policy(F->getASTContext().getPrintingPolicy()) {}

  /// One sentence for each thing that does not fit.
  std::vector<std::string> run() {
    checkResult();
    // A declaration without prototype promises nothing of its parameters.
    if (F->getType()->getAs<FunctionProtoType>()) {
      for (const ArgEffect &E : M.Args)
        if (E.Index < F->getNumParams())
          checkEffect(E, F->getParamDecl(E.Index)->getType());
        else
          say("argument " + llvm::Twine(E.Index) + " '" + spelled(E) +
              "' is beyond the declared parameters");
      checkNumber(M.SizeArg, "size");
      checkNumber(M.CountArg, "count");
      checkNumber(M.AlignArg, "align");
      checkNumber(M.OldSizeArg, "old-size");
      checkCondition(M.ReturnIf);
      for (const ArgEffect &E : M.Args)
        checkCondition(E.If);
    }
    checkSuccess();
    return std::move(Problems);
  }

  /// Calls \p See with each family, the type of the value that is one, and what
  /// happens to it.
  template <class Fn> void eachValue(Fn See) const {
    if (M.ReturnFamily)
      See(M.ReturnFamily, Result, ArgAction::WritesOwned);
    for (const ArgEffect &E : M.Args) {
      if (!E.Fam || !E.Field.empty() || E.Index >= F->getNumParams())
        continue;
      QualType T = F->getParamDecl(E.Index)->getType();
      if (E.Indirect || E.Action == ArgAction::WritesOwned ||
          E.Action == ArgAction::Replaces)
        T = T->getPointeeType();
      if (!T.isNull())
        See(E.Fam, T, E.Action);
    }
  }

private:
  const FunctionModel &M;
  bool SuccessGiven;
  const FunctionDecl *F;
  QualType Result;
  PrintingPolicy Policy;
  std::vector<std::string> Problems;

  void say(const llvm::Twine &Problem) { Problems.push_back(Problem.str()); }

  std::string name(QualType T) { return "'" + T.getAsString(Policy) + "'"; }

  /// "a pointer", "an integer": what values of \p Fam are.
  static const char *wanted(const Family *Fam) {
    switch (Fam ? Fam->Type : ValueType::Any) {
    case ValueType::Pointer:
      return "a pointer";
    case ValueType::Integer:
      return "an integer";
    case ValueType::Any:
      break;
    }
    return "a pointer or an integer";
  }

  void checkResult() {
    switch (M.Returns) {
    case ReturnAction::Unknown:
      return;
    case ReturnAction::Owned:
    case ReturnAction::Kept:
    case ReturnAction::Lent:
      if (!canHold(Result, M.ReturnFamily) && holds(Result) != Holds::Anything)
        say("'returns: " +
            llvm::Twine(M.Returns == ReturnAction::Owned ? "owned " : "lent ") +
            M.ReturnFamily->Name + "' needs " + wanted(M.ReturnFamily) +
            ", and the function returns " + name(Result));
      if (M.Otherwise != ReturnAction::Unknown)
        break;
      return;
    case ReturnAction::Argument:
    case ReturnAction::ArgumentOrNull:
    case ReturnAction::Inside:
      break;
    }
    if (M.ReturnArg >= F->getNumParams()) {
      if (F->getType()->getAs<FunctionProtoType>())
        say("'returns: argument " + llvm::Twine(M.ReturnArg) +
            "' is beyond the declared parameters");
      return;
    }
    Holds Out = holds(Result),
          In = holds(F->getParamDecl(M.ReturnArg)->getType());
    if (Result->isVoidType() ||
        (Out != In && Out != Holds::Anything && In != Holds::Anything))
      say("'returns: argument " + llvm::Twine(M.ReturnArg) + "', which is " +
          name(F->getParamDecl(M.ReturnArg)->getType()) +
          ", and the function returns " + name(Result));
  }

  void checkEffect(const ArgEffect &E, QualType T) {
    std::string What =
        ("argument " + llvm::Twine(E.Index) + " '" + spelled(E) + "'").str();
    if (holds(T) == Holds::Anything)
      return;
    if (!E.Field.empty() || E.Indirect || E.Action == ArgAction::WritesOwned ||
        E.Action == ArgAction::Replaces)
      return checkPointee(E, T, What);
    // Merely looked at, whatever it is.
    if (!E.Fam && E.Action != ArgAction::Adopts)
      return;
    if (!canHold(T, E.Fam))
      say(What + " needs " + wanted(E.Fam) + ", and the parameter is " +
          name(T));
    if (E.Action == ArgAction::Resizes && !canHold(Result, E.Fam))
      say(What + " makes the result the new value, and the function returns " +
          name(Result));
    if (E.ByReturn && Result->isVoidType())
      say(What + " makes the result the owner, and the function returns none");
  }

  /// The effect is on what the parameter, of type \p T, points to.
  void checkPointee(const ArgEffect &E, QualType T, const std::string &What) {
    QualType Pointee = T->getPointeeType(); // Of pointers and references.
    if (Pointee.isNull())
      return say(What + " needs a pointer to " + pointed(E) +
                 ", and the parameter is " + name(T));
    if (Pointee->isDependentType())
      return;
    if (!E.Field.empty())
      return checkField(E, Pointee, What);
    if (Pointee.isConstQualified() && !Pointee->isVoidType())
      return say(What + " writes through the parameter, which is " + name(T));
    // Nothing is known of what lies behind `void *`.
    if (Pointee->isVoidType())
      return;
    if (Pointee->isRecordType() && holds(Pointee) == Holds::Nothing)
      return say(What + " needs the field that carries the value ('" +
                 (E.Action == ArgAction::Releases ? "releases " : "out ") +
                 E.Fam->Name + ".FIELD'): the parameter points to " +
                 name(Pointee));
    if (!canHold(Pointee, E.Fam))
      say(What + " needs a pointer to " + pointed(E) +
          ", and the parameter is " + name(T));
  }

  static std::string pointed(const ArgEffect &E) {
    return E.Field.empty() ? wanted(E.Fam) : "a struct";
  }

  void checkField(const ArgEffect &E, QualType Pointee,
                  const std::string &What) {
    const RecordDecl *R = Pointee->getAsRecordDecl();
    if (!R)
      return say(What +
                 " needs a pointer to a struct, and the parameter points "
                 "to " +
                 name(Pointee));
    R = R->getDefinition();
    if (!R)
      return say(What + " names a field of " + name(Pointee) +
                 ", which the headers only declare");
    std::vector<std::string> Fields;
    for (const FieldDecl *Field : R->fields()) {
      // Systems put underscores before the names that a standard gives.
      StringRef Name = Field->getName();
      if (Name == E.Field || Name == "__" + E.Field) {
        if (!canHold(Field->getType(), E.Fam))
          say(What + " needs " + wanted(E.Fam) + ", and the field is " +
              name(Field->getType()));
        return;
      }
      Fields.push_back(Name.str());
    }
    say(What + ": " + name(Pointee) + " has no field '" + E.Field + "'" +
        didYouMean(E.Field, Fields));
  }

  void checkNumber(int Index, const char *Key) {
    if (Index < 0)
      return;
    if (unsigned(Index) >= F->getNumParams())
      return say("'" + llvm::Twine(Key) + ": " + llvm::Twine(Index) +
                 "' is beyond the declared parameters");
    QualType T = F->getParamDecl(Index)->getType();
    // `operator new(size_t, const std::nothrow_t &)` shares its entry with
    // the one that takes an alignment.
    const TagDecl *D = T.getNonReferenceType()->getAsTagDecl();
    bool NoThrow = D && D->isInStdNamespace() && D->getIdentifier() &&
                   D->getName() == "nothrow_t";
    if (!NoThrow && holds(T) != Holds::Integer && holds(T) != Holds::Anything)
      say("'" + llvm::Twine(Key) + ": " + llvm::Twine(Index) +
          "' needs an integer, and the parameter is " + name(T));
  }

  void checkCondition(const ArgCondition &C) {
    if (!C)
      return;
    if (unsigned(C.Arg) >= F->getNumParams())
      return say("argument " + llvm::Twine(C.Arg) +
                 ", a condition, is beyond the declared parameters");
    QualType T = F->getParamDecl(C.Arg)->getType();
    if (holds(T) == Holds::Nothing || (C.Bits && holds(T) == Holds::Pointer))
      say("argument " + llvm::Twine(C.Arg) +
          ", a condition, needs an integer or a pointer, and the parameter "
          "is " +
          name(T));
  }

  /// True when it matters whether the call succeeds.
  bool successMatters() const {
    return M.Returns == ReturnAction::Owned ||
           llvm::any_of(M.Args, [](const ArgEffect &E) {
             return E.Action == ArgAction::WritesOwned || E.ByReturn ||
                    E.Action == ArgAction::Resizes;
           });
  }

  void checkSuccess() {
    QualType T = Result.getNonReferenceType();
    if (holds(T) == Holds::Anything || T->isFloatingType())
      return;
    Success S = M.OnSuccess;
    bool Acquires = M.Returns == ReturnAction::Owned;
    std::string Given = "'success: \"" + spelled(S) + "\"'";
    if (SuccessGiven) {
      bool NoValue = T->isVoidType() || T->isRecordType();
      if (NoValue && S != Success::Always)
        return say(Given + " speaks of the result, and the function returns " +
                   name(Result));
      bool Order = S == Success::NonNegative || S == Success::Positive;
      if (Order && holds(T) == Holds::Pointer)
        return say(Given + " is for integers, and the function returns " +
                   name(Result));
      if (Acquires && S == Success::Zero && holds(T) == Holds::Pointer)
        return say(Given + " makes the owned result null");
    }
    // What is never negative always "succeeds"; an acquisition that failed
    // would be taken for one that worked.
    bool NonNegative = SuccessGiven
                           ? S == Success::NonNegative
                           : holds(T) == Holds::Integer && !T->isBooleanType();
    if (NonNegative && successMatters() && isUnsigned(T))
      say((SuccessGiven ? Given : "the default 'success: \">= 0\"'") +
          " holds for every value of " + name(Result) +
          "; say what the result is on success");
  }

  static bool isUnsigned(QualType T) {
    // An enumeration without negative enumerators; an incomplete one may have
    // any.
    if (const auto *E = T->getAs<EnumType>())
      if (!E->getDecl()->getDefinition())
        return false;
    return T->isUnsignedIntegerOrEnumerationType();
  }
};

/// What values of type \p T point to, so far as it tells kinds of values apart:
/// all bytes are alike. Null for what may point to anything.
const Type *pointee(QualType T) {
  T = T.getNonReferenceType();
  QualType P = T->getPointeeType();
  if (P.isNull() || P->isDependentType() || P->isVoidType() ||
      P->isAnyCharacterType())
    return nullptr;
  return P.getCanonicalType().getTypePtr();
}

bool derives(const Type *T, const Type *Base) {
  const CXXRecordDecl *R = T->getAsCXXRecordDecl(),
                      *B = Base->getAsCXXRecordDecl();
  return R && B && R->hasDefinition() && R->isDerivedFrom(B);
}

/// Checks a file.
class Check {
public:
  Check(const LoadedFile &File, Headers &Declared, llvm::raw_ostream &OS)
      : File(File), Declared(Declared), OS(OS) {}

  CheckTally run() {
    for (const FunctionEntry &E : File.Content.Functions)
      function(E);
    sameKind();
    samePointee();
    for (const ClassModel &C : File.Content.Classes)
      classModel(C);
    // By line, whichever pass found it.
    llvm::stable_sort(
        Lines, [](const auto &A, const auto &B) { return A.first < B.first; });
    for (const auto &L : Lines)
      OS << File.Path << ':' << L.first << ": " << L.second << '\n';
    Tally.Wrong = WrongEntries.size();
    return Tally;
  }

private:
  const LoadedFile &File;
  Headers &Declared;
  llvm::raw_ostream &OS;
  CheckTally Tally;
  std::vector<std::pair<unsigned, std::string>> Lines;
  std::set<const void *> WrongEntries;
  /// The declaration that each entry speaks of.
  std::vector<std::pair<const FunctionEntry *, const FunctionDecl *>> Matched;

  void wrong(const void *Entry, unsigned Line, const llvm::Twine &Message) {
    WrongEntries.insert(Entry);
    Lines.push_back({Line, ("wrong: " + Message).str()});
  }

  void function(const FunctionEntry &E) {
    auto Found = Declared.functions(E.Name);
    std::string Quoted = "'" + E.Name + "'";
    if (Found.empty()) {
      bool Macro = StringRef(E.Name).find("::") == StringRef::npos &&
                   Declared.isMacro(E.Name);
      if (Macro) {
        ++Tally.Macros;
        Lines.push_back({E.Line, "macro: " + Quoted + " is not checkable"});
      } else if (!E.What->Elsewhere.empty()) {
        ++Tally.Elsewhere;
      } else {
        ++Tally.Missing;
        Lines.push_back({E.Line, "missing: " + Quoted +
                                     " is not declared by the headers" +
                                     didYouMean(E.Name, Declared.names())});
      }
      return;
    }
    ++Tally.Checked;
    std::vector<std::string> Problems;
    std::string Counts;
    for (const FunctionDecl *F : Found) {
      unsigned N = F->getNumParams();
      if (F->getType()->getAs<FunctionProtoType>() && !E.takes(N)) {
        Counts += (Counts.empty() ? "" : " or ") + std::to_string(N);
        continue;
      }
      std::vector<std::string> Mine = Comparison(E, F).run();
      if (Mine.empty()) {
        Matched.push_back({&E, F});
        return;
      }
      // Of several overloads, the last word is as good as the first.
      Problems = std::move(Mine);
    }
    if (Problems.empty())
      Problems.push_back("the model is for " + parameterCount(E) +
                         ", and the headers declare it with " + Counts);
    for (const std::string &P : Problems)
      wrong(&E, E.Line, Quoted + ": " + P);
  }

  /// A family that does not say whether its values are pointers or integers:
  /// they are all of one kind.
  void sameKind() {
    std::map<const Family *, Votes> Kinds;
    auto Kind = [](const Family *Fam, QualType T) {
      return Fam->Type == ValueType::Any ? holds(T) : Holds::Anything;
    };
    for (const auto &[E, F] : Matched)
      Comparison(*E, F).eachValue(
          [&](const Family *Fam, QualType T, ArgAction) {
            Votes &V = Kinds[Fam];
            V.Pointers += Kind(Fam, T) == Holds::Pointer;
            V.Integers += Kind(Fam, T) == Holds::Integer;
          });
    for (const auto &Each : Matched) {
      const FunctionEntry *E = Each.first;
      Comparison(*E, Each.second)
          .eachValue([&](const Family *Fam, QualType T, ArgAction) {
            const Votes &V = Kinds[Fam];
            Holds K = Kind(Fam, T);
            if (K == Holds::Integer && V.Pointers >= V.Integers)
              wrong(E, E->Line,
                    "'" + E->Name + "': values of '" + Fam->Name +
                        "' are pointers elsewhere, and here it is '" +
                        T.getAsString() + "'");
            else if (K == Holds::Pointer && V.Integers > V.Pointers)
              wrong(E, E->Line,
                    "'" + E->Name + "': values of '" + Fam->Name +
                        "' are integers elsewhere, and here it is '" +
                        T.getAsString() + "'");
          });
    }
  }

  /// Values whose type no function takes that releases them: the family or the
  /// argument may be the wrong one, or the library expects a cast.
  void samePointee() {
    std::map<const Family *, std::set<const Type *>> Released;
    for (const auto &[E, F] : Matched)
      Comparison(*E, F).eachValue(
          [&](const Family *Fam, QualType T, ArgAction Action) {
            if (Action == ArgAction::Releases)
              Released[canonical(Fam)].insert(pointee(T));
          });
    for (const auto &Each : Matched) {
      const FunctionEntry *E = Each.first;
      Comparison(*E, Each.second)
          .eachValue([&](const Family *Fam, QualType T, ArgAction) {
            auto It = Released.find(canonical(Fam));
            const Type *P = pointee(T);
            // Of another file's family, this one need not have all functions.
            if (!P || It == Released.end() || It->second.count(nullptr) ||
                It->second.count(P) || WrongEntries.count(E) ||
                !llvm::is_contained(File.Content.Families, Fam->Name) ||
                llvm::any_of(It->second, [&](const Type *Base) {
                  return derives(P, Base);
                }))
              return;
            ++Tally.Doubtful;
            Lines.push_back({E->Line, "doubtful: '" + E->Name +
                                          "': no function that releases '" +
                                          Fam->Name + "' takes '" +
                                          T.getAsString() + "'"});
          });
    }
  }

  void classModel(const ClassModel &C) {
    std::string Quoted = "'" + C.Name + "'";
    unsigned Line = 0;
    StringRef(C.Origin).rsplit(':').second.getAsInteger(10, Line);
    const CXXRecordDecl *R = Declared.classNamed(C.Name);
    if (!R && !C.Elsewhere.empty()) {
      ++Tally.Elsewhere;
      return;
    }
    if (!R) {
      ++Tally.Missing;
      bool Alias = Declared.typedefNamed(C.Name);
      Lines.push_back(
          {Line, "missing: " + Quoted +
                     (Alias ? " is another name of a class; use the class's own"
                            : " is not a class that the headers declare")});
      return;
    }
    ++Tally.Checked;
    if (const ClassTemplateDecl *T = R->getDescribedClassTemplate()) {
      const TemplateParameterList *Params = T->getTemplateParameters();
      auto Has = [&](int Index, const char *Key) {
        if (Index >= int(Params->size()) && !Params->hasParameterPack())
          wrong(&C, Line,
                Quoted + ": '" + Key + ": " + llvm::Twine(Index) +
                    "' is beyond its " +
                    counted(Params->size(), "template parameter"));
      };
      if (C.IsOwner)
        Has(C.Pointee, "pointee");
      Has(C.DeleterType, "type");
    } else if (C.DeleterType >= 0) {
      wrong(&C, Line, Quoted + " has no template argument to be a deleter");
    }
    std::vector<std::string> Absent;
    for (const auto &Method : C.Methods)
      if (!llvm::is_contained(C.MethodsElsewhere, Method.getKey()) &&
          !mayHaveMethod(R, Method.getKey()))
        Absent.push_back(Method.getKey().str());
    llvm::sort(Absent);
    for (const std::string &Name : Absent)
      wrong(&C, Line, Quoted + " has no method '" + Name + "'");
  }
};

} // namespace

CheckTally checkModels(const LoadedFile &File, Headers &Declared,
                       llvm::raw_ostream &OS) {
  return Check(File, Declared, OS).run();
}

} // namespace custody
