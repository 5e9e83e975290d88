// RUN: %verify %s
//
// A relative of a library's object is allocated by the one who declares it, and
// released with the library's function.
#include <stdlib.h>

struct cache {
  int kind;
  void (*destroy)(struct cache *);
};
struct hash_cache {
  struct cache base;
  int more;
};
struct cache *cache_alloc(void);
void cache_free(struct cache *c);
int hash_setup(struct hash_cache *);

struct cache *hash_cache_new(void) {
  struct hash_cache *hc = calloc(1, sizeof *hc);
  if (!hc)
    return NULL;
  if (!hash_setup(hc)) {
    cache_free((struct cache *)hc);
    return NULL;
  }
  return (struct cache *)hc;
}

/* No relatives: memory of another allocator. */
struct handle;
struct handle *handle_new(void);
void handle_free(struct handle *);
void wrong(void) {
  void *p = malloc(64);
  handle_free(p); // expected-warning {{'handle_free' releases memory from 'malloc'; release it with 'free' [custody.mem-03]}}
}
void wrongToo(void) {
  struct cache *c = malloc(sizeof *c);
  if (c)
    cache_free(c); // expected-warning {{'cache_free' releases memory from 'malloc'}}
}
