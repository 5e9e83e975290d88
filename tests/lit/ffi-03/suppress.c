// REQUIRES: llvm-19 || llvm-22
// RUN: %verify %s
//
// A leak is suppressed where the value is acquired or where it is lost.
#include <stdlib.h>

int atTheAcquisition(void) {
  __attribute__((suppress)) char *p = malloc(4);
  if (!p)
    return -1;
  return 0;
}
int atTheLoss(void) {
  char *p = malloc(4);
  if (!p)
    return -1;
  __attribute__((suppress)) return 0;
}
int notSuppressed(void) {
  char *p = malloc(4);
  if (!p)
    return -1;
  return 0; // expected-warning {{memory from 'malloc' is lost without being released; release it with 'free' [custody.ffi-03]}}
}
