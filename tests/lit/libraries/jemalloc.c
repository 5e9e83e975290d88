// RUN: %verify %s
// REQUIRES: jemalloc
#include <stdlib.h>
#include <jemalloc/jemalloc.h>

void lost(int c) {
  char *p = mallocx(8, 0);
  if (c)
    return; // expected-warning {{memory from 'mallocx' is lost without being released; release it with 'dallocx' [custody.ffi-03]}}
  dallocx(p, 0);
}
void either(void) {
  free(mallocx(8, 0));
}
