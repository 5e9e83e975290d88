// RUN: %verify %s
// REQUIRES: talloc
#include <stdint.h>
#include <stdlib.h>
#include <talloc.h>

void child(TALLOC_CTX *parent) {
  char *s = talloc_strdup(parent, "x");
  free(s); // expected-warning {{'free' releases memory from 'talloc_strdup'; release it with 'talloc_free' [custody.mem-03]}}
}
// A child goes with its parent.
void childGood(TALLOC_CTX *parent) {
  char *s = talloc_strdup(parent, "x");
  if (s)
    s[0] = 'y';
}
void twice(void) {
  int *p = talloc(NULL, int);
  talloc_free(p);
  talloc_free(p); // expected-warning {{'_talloc_free' releases memory from 'talloc_named_const' that '_talloc_free' has already released; release it once [custody.own-01]}}
}
void malloced(void) {
  char *p = malloc(3);
  talloc_free(p); // expected-warning {{'_talloc_free' releases memory from 'malloc'; release it with 'free' [custody.mem-03]}}
}
