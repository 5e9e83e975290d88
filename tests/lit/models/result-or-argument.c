// RUN: %verify -Xclang -analyzer-config -Xclang custody:Models=%S/result-or-argument.custody.yaml %s
// RUN: %driver models --explain=crate_open %S/result-or-argument.custody.yaml | FileCheck %s
// REQUIRES: driver
//
// One entry says both halves of a result, and one what a releaser does with
// storage of the caller's own.
// CHECK: the result is a crate (family 'crate'); the caller must release it with 'crate_close'; this if argument 0 is zero or null, else the result is argument 0
#include <stdlib.h>
struct crate {
  int full;
};
struct crate *crate_open(struct crate *storage, int size);
char *crate_pick(struct crate *c, unsigned flags);
void crate_close(struct crate *c);
int crate_look(const struct crate *c);

int lost(void) {
  struct crate *c = crate_open(NULL, 1);
  if (!c)
    return -1;
  return crate_look(c); // expected-warning {{a crate from 'crate_open' is lost without being released; release it with 'crate_close' [custody.ffi-03]}}
}
void wrong(void) {
  free(crate_open(NULL, 1)); // expected-warning {{'free' releases a crate from 'crate_open'; release it with 'crate_close' [custody.mem-03]}}
}
int inStorage(void) {
  struct crate mine, *c = crate_open(&mine, 1);
  int full = crate_look(c);
  crate_close(c);
  return full;
}
void ofTheHeap(void) {
  struct crate *mine = malloc(sizeof *mine);
  if (!mine)
    return;
  crate_close(crate_open(mine, 1));
  free(mine);
}
void twice(void) {
  struct crate *c = crate_open(NULL, 1);
  crate_close(c);
  crate_close(c); // expected-warning {{'crate_close' releases a crate from 'crate_open' that 'crate_close' has already released; release it once [custody.own-01]}}
}
void picked(struct crate *c) {
  crate_pick(c, 4);
  crate_pick(c, 0);
  // expected-warning@+1 {{memory from 'crate_pick' is lost without being released; release it with 'free' [custody.ffi-03]}}
}
