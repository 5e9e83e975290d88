// RUN: %verify %s
// expected-no-diagnostics
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

union value {
  void *pointer;
  char *text;
  uintptr_t bits;
};
void throughAUnion(const char *s) {
  union value v;
  v.text = strdup(s);
  free(v.pointer);
}
struct tagged {
  int tag;
  union value v;
};
void inside(const char *s) {
  struct tagged t, copy;
  t.tag = 1;
  t.v.text = strdup(s);
  copy = t;
  free(copy.v.text);
}
void freedThenNulled(const char *s) {
  char *p = strdup(s);
  free(p);
  p = NULL;
  free(p);
}
void swapped(void) {
  char *a = malloc(1), *b = malloc(2), *t = a;
  a = b;
  b = t;
  free(a);
  free(b);
}
void moved(const char *s) {
  char *p = strdup(s);
  if (!p)
    return;
  char *q = p;
  p = NULL;
  q += 1;
  free(q - 1);
}
