// RUN: %verify %s
//
// What a declaration says of a function holds, whatever its body does: the
// pool's memory is the pool's, though the pool takes it from malloc.
#include <stdlib.h>

void *pool_get(size_t n) __attribute__((ownership_returns(pool)));
void pool_put(void *p) __attribute__((ownership_takes(pool, 1)));

void *pool_get(size_t n) {
  size_t *block = malloc(sizeof(size_t) + n);
  if (!block)
    return NULL;
  *block = n;
  return block + 1;
}
void pool_put(void *p) {
  if (p)
    free((size_t *)p - 1);
}

void right(void) {
  char *p = pool_get(4);
  pool_put(p);
}
void wrong(void) {
  char *p = pool_get(4);
  free(p); // expected-warning {{'free' releases memory from 'pool_get'; release it with 'pool_put' [custody.mem-03]}}
}
void otherWay(void) {
  char *p = malloc(4);
  pool_put(p); // expected-warning {{'pool_put' releases memory from 'malloc'; release it with 'free' [custody.mem-03]}}
}

// Without a word about it, the body is all there is to know.
static char *make_name(void) { return calloc(1, 8); }
static void free_name(char *p) { free(p); }
void seen(void) {
  free(make_name());
  free_name(make_name());
}
