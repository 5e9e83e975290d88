//===- ModelSchema.cpp - The model language as a JSON Schema --------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/ModelSchema.h"
#include "driver/Errors.h"
#include "model/YamlWords.h"
#include "llvm/Support/JSON.h"

using namespace llvm;

namespace custody {

namespace {

using json::Array;
using json::Object;

/// What a key's value may be, with what an editor shows beside it.
struct Key {
  const char *Name, *Says;
  Object Value;
};

class Schema {
public:
  Object file();
  bool Right = true;

private:
  Object object(StringRef What, const Names &Known, std::vector<Key> Keys,
                StringRef Required = "");
  Object family();
  Object function();
  Object classObject();
  Object headers();
};

/// An object with just the keys \p Known, which \p Keys must describe.
Object Schema::object(StringRef What, const Names &Known, std::vector<Key> Keys,
                      StringRef Required) {
  Object Properties;
  for (Key &K : Keys) {
    if (indexOf(Known, K.Name) < 0) {
      fail("the schema has a key '" + Twine(K.Name) + "' of " + What +
           " that the loader does not know");
      Right = false;
    }
    K.Value["description"] = K.Says;
    Properties[K.Name] = std::move(K.Value);
  }
  for (const std::string &Name : Known)
    if (!Properties.get(Name)) {
      fail("the schema lacks the key '" + Twine(Name) + "' of " + What +
           "; describe it in driver/ModelSchema.cpp");
      Right = false;
    }
  Object Result{{"type", "object"},
                {"additionalProperties", false},
                {"properties", std::move(Properties)}};
  if (!Required.empty())
    Result["required"] = Array{Required};
  return Result;
}

Object text() { return Object{{"type", "string"}, {"minLength", 1}}; }
Object flag() { return Object{{"type", "boolean"}}; }
Object number(int Least = 0, int Most = 255) {
  return Object{{"type", "integer"}, {"minimum", Least}, {"maximum", Most}};
}
Object pattern(const std::string &Expression, Array Examples) {
  return Object{{"type", "string"},
                {"pattern", Expression},
                {"examples", std::move(Examples)}};
}
Object word(const Names &Words) {
  return Object{{"type", "string"}, {"enum", Array(Words)}};
}
Object listOf(Object Item, int Least) {
  return Object{
      {"type", "array"}, {"items", std::move(Item)}, {"minItems", Least}};
}
/// One text, or a list of them.
Object texts(int Least = 1) {
  return Object{{"anyOf", Array{text(), listOf(text(), Least)}}};
}
/// A list of entries; one without entries is null to YAML.
Object entries(Object Item) {
  return Object{{"type", Array{"array", "null"}}, {"items", std::move(Item)}};
}
/// A map from what \p Expression matches to \p Value.
Object mapOf(const std::string &Expression, Object Value) {
  return Object{{"type", "object"},
                {"additionalProperties", false},
                {"patternProperties", Object{{Expression, std::move(Value)}}}};
}

/// The words of an effect, a result or a method as a regular expression:
/// \p Shape gives what follows each.
std::string shapes(const Names &Words,
                   function_ref<const char *(StringRef)> Shape) {
  std::string Result;
  for (const std::string &W : Words)
    Result += (Result.empty() ? "^(" : "|") + W + Shape(W);
  return Result + ")$";
}

Object effect() {
  return pattern(shapes(EffectWords,
                        [](StringRef W) {
                          if (W == "uses" || W == "keeps")
                            return "( .+)?";
                          if (W == "fills")
                            return " [0-9]+";
                          return W == "compares" ? "" : " .+";
                        }),
                 Array{"uses", "keeps", "releases malloc", "releases malloc*",
                       "releases malloc or storage", "adopts malloc",
                       "adopts malloc by return", "resizes malloc",
                       "out malloc", "out malloc[2]", "retains malloc",
                       "replaces malloc", "adopts malloc if argument 2"});
}

Object result() {
  return pattern(shapes(ReturnWords,
                        [](StringRef W) {
                          if (W == "argument")
                            return " [0-9]+( or null)?";
                          if (W == "inside")
                            return " argument [0-9]+";
                          return W == "nothing" ? "" : " .+";
                        }),
                 Array{"owned malloc", "lent malloc", "floating GVariant",
                       "argument 0", "argument 0 or null", "inside argument 0",
                       "nothing", "owned malloc if argument 0 is null",
                       "owned malloc if argument 0 is null, else argument 0"});
}

Object method() {
  return pattern(shapes(MethodWords,
                        [](StringRef W) {
                          for (StringRef N :
                               {"replaces", "swaps", "takes", "emplaces"})
                            if (W == N)
                              return "( [0-9]+)?";
                          return "";
                        }),
                 Array(MethodWords));
}

Object Schema::headers() {
  return object(
      "'headers'", HeaderKeys,
      {{"debian", "Debian packages that bring the headers", texts(0)},
       {"pkg-config", "modules that know the flags for them", texts(0)},
       {"include",
        "headers, as between < and >, in the order in which they "
        "are to be included",
        texts(0)},
       {"flags", "further flags for clang", texts(0)},
       {"language", "the language of the headers (default: c)",
        word(LanguageWords)},
       {"none", "instead of all these: why there is nothing to check against",
        text()}});
}

Object Schema::family() {
  Object Name = pattern("^[^.*]+$", Array{"widget"});
  Name["not"] = Object{{"const", "any"}};
  return object(
      "a family", FamilyKeys,
      {{"name", "how functions refer to the family", std::move(Name)},
       {"noun", "how messages call one value (default: memory)", text()},
       {"release",
        "what messages advise to release a value with, the best "
        "first",
        texts()},
       {"kind",
        "normal: released once; refcounted: as often as referenced; arena: "
        "goes with its pool, so a leak is none; lent: stays with the lender; "
        "static: released by nobody",
        word(KindWords)},
       {"shallow", "releasing a value releases nothing its fields point to",
        flag()},
       {"native",
        "what a function of another language gives is never of it (in what "
        "'custody rust' translates)",
        flag()},
       {"counted",
        "how many references there are to a value that the path has not seen "
        "come to be is not known, so that adopting it says nothing",
        flag()},
       {"writable", "kind lent only: the borrower may write, not release",
        flag()},
       {"same-as", "families each of which releases the other's values",
        texts()},
       {"type", "what a value is in the program, if it is always the same",
        word(TypeWords)}},
      "name");
}

Object Schema::function() {
  Object Params{{"anyOf", Array{number(), Object{{"type", "array"},
                                                 {"items", number()},
                                                 {"minItems", 2},
                                                 {"maxItems", 2}}}}};
  return object(
      "a function", FunctionKeys,
      {{"name",
        "qualified name without template arguments, or a list of names "
        "that share everything else",
        texts()},
       {"params", "number of declared parameters, or [least, most]",
        std::move(Params)},
       {"returns",
        "what the result is: owned F, lent F, argument N, argument N or null, "
        "inside argument N, nothing",
        result()},
       {"success", "when the call has succeeded", word(SuccessWords)},
       {"args", "what happens to each argument, counted from 0",
        mapOf("^[0-9]+$", effect())},
       {"rest", "what happens to the arguments not named (default: uses)",
        word(RestWords)},
       {"size", "the argument with the size in bytes", number()},
       {"count", "the argument with the number of elements of that size",
        number()},
       {"align", "the argument with the alignment in bytes", number()},
       {"granule", "bytes to which the size is rounded up before comparing",
        number(1, 1 << 30)},
       {"old-size",
        "with resizes: the argument that repeats the size of what "
        "is given back",
        number()},
       {"result",
        "the type that the function is declared to return, as clang prints it "
        "without typedefs, where the name has two meanings",
        text()},
       {"elsewhere", "where the function exists if the headers lack it",
        text()}},
      "name");
}

Object Schema::classObject() {
  Object Deleter = object(
      "'deleter'", DeleterKeys,
      {{"family", "what the object releases as", text()},
       {"type", "the template argument that is the deleter's type", number()},
       {"method", "the static function of that type that releases", text()},
       {"argument", "the constructor argument that is the deleter", number()}});
  return object(
      "a class", ClassKeys,
      {{"name",
        "qualified name of the class or class template, or a list of "
        "names",
        texts()},
       {"owner", "constructed from a raw pointer, it adopts it", flag()},
       {"shared", "copies share the pointer", flag()},
       {"weak",
        "it looks at what others own, and is null once that is released",
        flag()},
       {"pointee", "the template argument that is the pointee (default 0)",
        number()},
       {"deleter", "how it releases what it owns (default: delete)",
        std::move(Deleter)},
       {"buffer",
        "the family of a container's buffer, which nobody else may "
        "release",
        text()},
       {"methods", "what methods do to what the object owns",
        mapOf("^.+$", method())},
       {"elsewhere",
        "where the class exists if the headers lack it, or the "
        "methods that they lack",
        texts(0)}},
      "name");
}

Object Schema::file() {
  Object Schema = object(
      "a model file", FileKeys,
      {{"library", "a name that notes can quote", text()},
       {"headers", "what 'custody models --check' compares the file with",
        headers()},
       {"families", "allocators and handle kinds", entries(family())},
       {"functions", "what functions do to ownership", entries(function())},
       {"uses", "functions that keep and release nothing", entries(text())},
       {"classes", "smart pointers and containers", entries(classObject())},
       {"told-by",
        "checkers of the analyzer, each with the functions whose "
        "leaks it reports itself",
        mapOf("^.+$", texts())}},
      "library");
  Schema["$schema"] = "http://json-schema.org/draft-07/schema#";
  Schema["title"] = "A model file of custody";
  Schema["description"] =
      "Written by 'custody models --schema'; the language is in models.md.";
  return Schema;
}

} // namespace

bool writeSchema(raw_ostream &OS) {
  Schema S;
  Object File = S.file();
  if (!S.Right)
    return false;
  json::OStream(OS, 2).value(json::Value(std::move(File)));
  OS << '\n';
  return true;
}

} // namespace custody
