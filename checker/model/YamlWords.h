//===- YamlWords.h - The words of a model file ------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every key and every fixed word that the loader knows. Its messages suggest
// them, and 'custody models --schema' makes the JSON Schema from them, so that
// the two cannot differ.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_MODEL_YAMLWORDS_H
#define CUSTODY_MODEL_YAMLWORDS_H

#include "model/YamlAccess.h"

namespace custody {

inline const Names FileKeys = {"library", "headers", "families", "functions",
                               "uses",    "classes", "told-by"};
inline const Names HeaderKeys = {"debian", "pkg-config", "include",
                                 "flags",  "language",   "none"};
inline const Names FamilyKeys = {"name",    "noun",     "release", "kind",
                                 "shallow", "writable", "same-as", "type",
                                 "native",  "counted"};
inline const Names FunctionKeys = {
    "name",  "params", "returns", "success",  "args",      "rest",  "size",
    "count", "align",  "granule", "old-size", "elsewhere", "result"};
inline const Names ClassKeys = {"name",   "owner",   "shared",
                                "weak",   "pointee", "deleter",
                                "buffer", "methods", "elsewhere"};
inline const Names DeleterKeys = {"family", "type", "method", "argument"};

inline const Names LanguageWords = {"c", "c++"};
inline const Names ReturnWords = {"owned",  "lent",     "argument", "nothing",
                                  "inside", "floating", "kept"};
inline const Names RestWords = {"uses", "keeps"};
// These stand in the order of the enumerators of FamilyKind, ValueType,
// Success and ArgAction.
inline const Names KindWords = {"normal", "refcounted", "arena", "lent",
                                "static"};
inline const Names TypeWords = {"any", "pointer", "integer"};
inline const Names SuccessWords = {"always", "non-null", ">= 0", "== 0",
                                   "!= -1",  "> 0",      "== 1", "never"};
inline const Names EffectWords = {
    "uses",    "keeps", "releases", "adopts",  "resizes",  "out",   "retains",
    "revives", "fills", "replaces", "reopens", "compares", "drops", "disowns"};
inline const Names MethodWords = {"none",     "lends",       "lends read-only",
                                  "gives-up", "replaces",    "swaps",
                                  "takes",    "invalidates", "emplaces"};

} // namespace custody

#endif // CUSTODY_MODEL_YAMLWORDS_H
