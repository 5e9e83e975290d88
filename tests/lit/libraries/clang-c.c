// RUN: %verify -I/usr/lib/llvm-19/include %s
// REQUIRES: clang-c
#include <clang-c/Index.h>
#include <stdlib.h>

int parsed(const char *path) {
  CXIndex i = clang_createIndex(0, 0);
  CXTranslationUnit tu;
  if (clang_parseTranslationUnit2(i, path, 0, 0, 0, 0, 0, &tu) != CXError_Success)
    return -1; // expected-warning {{an index from 'clang_createIndex' is lost without being released; release it with 'clang_disposeIndex' [custody.ffi-03]}}
  int n = clang_getNumDiagnostics(tu);
  clang_disposeTranslationUnit(tu);
  clang_disposeIndex(i);
  return n;
}
int parsedGood(const char *path) {
  CXIndex i = clang_createIndex(0, 0);
  int n = -1;
  CXTranslationUnit tu;
  if (clang_parseTranslationUnit2(i, path, 0, 0, 0, 0, 0, &tu) == CXError_Success) {
    n = clang_getNumDiagnostics(tu);
    clang_disposeTranslationUnit(tu);
  }
  clang_disposeIndex(i);
  return n;
}
