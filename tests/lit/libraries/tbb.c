// RUN: %verify %s
// REQUIRES: tbb
#include <stddef.h>
#include <stdlib.h>
#include <tbb/scalable_allocator.h>

void wrong(void) {
  free(scalable_malloc(8)); // expected-warning {{'free' releases memory from 'scalable_malloc'; release it with 'scalable_free' [custody.mem-03]}}
}
void aligned(void) {
  scalable_free(scalable_aligned_malloc(64, 16)); // expected-warning {{'scalable_free' releases memory from 'scalable_aligned_malloc'; release it with 'scalable_aligned_free' [custody.mem-03]}}
}
void alignedGood(void) {
  scalable_aligned_free(scalable_aligned_malloc(64, 16));
  void *p;
  if (scalable_posix_memalign(&p, 64, 16) == 0)
    scalable_free(p);
}
