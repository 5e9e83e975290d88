// RUN: %verify -Xclang -analyzer-config -Xclang custody:Models=%S/arenas.custody.yaml %s
//
// Memory of an arena goes with the arena: a wrong release is a defect, none is
// not.
#include <stdlib.h>

struct pool;
void *pool_alloc(struct pool *p, size_t n);
void pool_give_back(struct pool *p, void *m);

void notReleased(struct pool *p) {
  char *s = pool_alloc(p, 8);
  if (s)
    s[0] = 0;
}
void givenBack(struct pool *p) {
  char *s = pool_alloc(p, 8);
  pool_give_back(p, s);
}
void freed(struct pool *p) {
  char *s = pool_alloc(p, 8);
  free(s); // expected-warning {{'free' releases pool memory from 'pool_alloc'; release it with 'pool_give_back' [custody.mem-03]}}
}
