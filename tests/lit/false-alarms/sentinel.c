// A pointer that equals a constant is no allocation.
// RUN: %verify %s
#include <stdlib.h>

struct zone {
  struct zone *next;
};
static struct zone *const local = (struct zone *)1;

static void drop(struct zone *z) {
  if (z != local)
    while (z) {
      struct zone *next = z->next;
      free(z);
      z = next;
    }
}

int good(int failed) {
  struct zone *z = malloc(sizeof *z);
  if (!z)
    return -1;
  z->next = 0;
  drop(z);
  return failed;
}

int bad(int kept) {
  struct zone *z = malloc(sizeof *z);
  if (!z)
    return -1;
  if (kept)
    drop(z);
  return kept; // expected-warning{{memory from 'malloc' is lost}}
}
