// RUN: %verify -Xclang -analyzer-config -Xclang custody:Models=%S/keeps-by-return.custody.yaml %s
//
// A value that is kept only where the call succeeds. The status is looked at
// and forgotten long before the value is.
#include <stdio.h>
struct cargo;
struct ship;
struct cargo *cargo_new(void);
void cargo_free(struct cargo *);
int ship_moor(struct ship *, const struct cargo *);

int kept(struct ship *s) {
  struct cargo *c = cargo_new();
  if (!c)
    return -1;
  if (ship_moor(s, c) != 0) {
    cargo_free(c);
    return -1;
  }
  puts("moored");
  printf("%p\n", (void *)c);
  return 0;
}

int lost(struct ship *s) {
  struct cargo *c = cargo_new();
  if (!c)
    return -1;
  if (ship_moor(s, c) != 0) {
    printf("%p\n", (void *)c);
    return -1; // expected-warning {{a cargo from 'cargo_new' is lost}}
  }
  return 0;
}
