// RUN: %verify %s
// expected-no-diagnostics
//
// The old pointer is kept elsewhere, so nothing is overwritten for good.
#include <stdlib.h>

struct vec { int *v; size_t n; };
int push(struct vec *x, int i) {
  int *old = x->v;
  x->v = realloc(x->v, (x->n + 1) * sizeof *x->v);
  if (!x->v) { x->v = old; return -1; }
  x->v[x->n++] = i;
  return 0;
}
int push2(struct vec *x, int i) {
  int *old = x->v;
  x->v = realloc(old, (x->n + 1) * sizeof *x->v);
  if (!x->v) { free(old); return -1; }
  x->v[x->n++] = i;
  return 0;
}
int push3(int **v, size_t n) {
  int *nv = *v;
  nv = realloc(nv, n);
  if (!nv) return -1;
  *v = nv;
  return 0;
}
static int *g;
int push4(size_t n) {
  int *old = g;
  if (!(g = realloc(old, n))) { g = old; return -1; }
  return 0;
}
