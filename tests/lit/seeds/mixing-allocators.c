// RUN: %verify %s
//
// A custom allocator's memory is not free's, nor the other way round.
#include <stdlib.h>

struct pool;
void *pool_malloc(struct pool *p, size_t n)
    __attribute__((ownership_returns(pool)));
void pool_free(struct pool *p, void *m) __attribute__((ownership_takes(pool, 2)));

void poolToFree(struct pool *p) {
  char *m = pool_malloc(p, 8);
  free(m); // expected-warning {{'free' releases memory from 'pool_malloc'; release it with 'pool_free' [custody.mem-03]}}
}
void mallocToPool(struct pool *p) {
  char *m = malloc(8);
  pool_free(p, m); // expected-warning {{'pool_free' releases memory from 'malloc'; release it with 'free' [custody.mem-03]}}
}
void right(struct pool *p) {
  char *m = pool_malloc(p, 8), *n = malloc(8);
  pool_free(p, m);
  free(n);
}
void everyPath(struct pool *p, int early) {
  char *m = pool_malloc(p, 8);
  if (early)
    return; // expected-warning {{memory from 'pool_malloc' is lost without being released; release it with 'pool_free' [custody.ffi-03]}}
  pool_free(p, m);
}
