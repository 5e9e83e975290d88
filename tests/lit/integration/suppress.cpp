// clang's own attribute silences a statement.
// REQUIRES: llvm-19 || llvm-22
// RUN: %verify %s

#include <stdlib.h>

void told() {
  int *p = new int;
  free(p); // expected-warning{{'free' releases memory from 'new'}}
}

void silenced() {
  int *p = new int;
  [[clang::suppress]] free(p);
}
