// RUN: %verify %s
//
// A local union is followed as long as only the member that was written is read.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

union text {
  char *s;
  void *p;
  intptr_t number;
};
void process(union text);
void lookAt(union text *);

void lost(void) {
  union text u;
  u.s = strdup("");
  if (u.s)
    puts(u.s);
} // expected-warning {{memory from 'strdup' is lost without being released; release it with 'free' [custody.ffi-03]}}

void overwritten(void) {
  union text u;
  u.s = strdup("");
  u.p = NULL; // expected-warning@+1 {{memory from 'strdup' is lost}}
  lookAt(&u);
}

void releasedUnderItsName(void) {
  union text u;
  u.s = strdup("");
  free(u.s);
}

void releasedUnderAnother(void) {
  union text u;
  u.s = strdup("");
  free(u.p);
}

void releasedAsNumber(void) {
  union text u;
  u.s = strdup("");
  free((void *)u.number);
}

void copied(void) {
  union text u, v;
  u.s = strdup("");
  v = u;
  free(v.p);
}

void handedOver(void) {
  union text u;
  u.s = strdup("");
  process(u);
}

void handedOverByAddress(void) {
  union text u;
  u.s = strdup("");
  lookAt(&u);
}

union text returned(void) {
  union text u;
  u.s = strdup("");
  return u;
}

/* Members that are structures share their beginnings. */
union shape {
  struct {
    int kind;
    char *name;
  } a;
  struct {
    int kind;
    int fd;
  } b;
};
void throughTheOtherStructure(int kind) {
  union shape u;
  u.a.name = strdup("");
  u.b.kind = kind;
  free(u.a.name);
}

void throughAPointer(void) {
  union text u;
  union text *p = &u;
  p->s = strdup("");
  free(p->p);
}

void inPieces(void) {
  union text u;
  u.s = strdup("");
  union text v;
  memcpy(&v, &u, sizeof v);
  free(v.s);
}
