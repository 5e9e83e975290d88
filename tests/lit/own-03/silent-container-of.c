// RUN: %verify %s
// expected-no-diagnostics
#include <stddef.h>
#include <stdlib.h>

#define container_of(p, type, member)                                          \
  ((type *)((char *)(p)-offsetof(type, member)))

struct link {
  struct link *next;
};
struct item {
  int value;
  struct link link;
};
void release(struct link *l) { free(container_of(l, struct item, link)); }
void whole(void) {
  struct item *i = malloc(sizeof(*i));
  if (!i)
    return;
  struct link *l = &i->link;
  l->next = NULL;
  free(container_of(l, struct item, link));
}
// A pointer that came in may well point behind a header.
void parameter(int *p) { free(p - 1); }
