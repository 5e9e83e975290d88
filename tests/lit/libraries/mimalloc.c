// RUN: %verify %s
// REQUIRES: mimalloc
#include <mimalloc.h>
#include <stdlib.h>

void wrong(void) {
  free(mi_malloc(8)); // expected-warning {{'free' releases memory from 'mi_malloc'; release it with 'mi_free' [custody.mem-03]}}
}
void lost(int c) {
  char *p = mi_strdup("x");
  if (c)
    return; // expected-warning {{memory from 'mi_strdup' is lost without being released; release it with 'mi_free' [custody.ffi-03]}}
  mi_free(p);
}
// The heap takes its blocks along.
void heap(void) {
  mi_heap_t *h = mi_heap_new();
  char *p = mi_heap_malloc(h, 8);
  if (p)
    p[0] = 1;
  mi_heap_destroy(h);
}
void grown(void) {
  char *p = mi_malloc(8);
  if (!p)
    return;
  char *q = mi_realloc(p, 16);
  mi_free(q ? q : p);
}
