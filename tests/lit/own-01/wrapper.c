// RUN: %verify %s
// RUN: %custody %s 2>&1 | FileCheck %s
//
// The program's own wrapper of a release function, called once more.
#include <stdlib.h>

static void drop(char *p) {
  if (p)
    free(p);
}
static int look(char *p) { return p[0]; }

void twice(char *p) {
  drop(p);
  drop(p); // expected-warning {{'drop' releases memory that 'free' has already released; release it once [custody.own-01]}}
}
// CHECK: wrapper.c:15:3: warning: 'drop' releases memory
// CHECK: wrapper.c:9:5: note: 'free' releases it here

void mixed(void) {
  char *p = malloc(3);
  free(p);
  drop(p); // expected-warning {{'drop' releases memory from 'malloc' that 'free' has already released; release it once [custody.own-01]}}
}
void used(void) {
  char *p = malloc(3);
  drop(p);
  look(p); // expected-warning {{memory from 'malloc' is used after 'free' released it; use it before, or not at all [custody.own-02]}}
}
void good(int again) {
  char *p = malloc(3);
  drop(p);
  p = again ? malloc(4) : NULL;
  drop(p);
}
