// What realloc has not moved is alive.
// RUN: %verify %s
#include <stdlib.h>
#include <string.h>

struct path {
  char *text;
  size_t length;
};

static int grow(struct path *p) {
  char *bigger = realloc(p->text, p->length * 2);
  if (!bigger)
    return 0;
  p->text = bigger;
  return 1;
}

void same(struct path *p) {
  char *end = p->text + 3;
  char *before = p->text;
  if (!grow(p))
    return;
  if (before != p->text)
    end = p->text + 3;
  *end = 0;
}

void moved(struct path *p) {
  char *end = p->text + 3;
  if (!grow(p))
    return;
  *end = 0; // expected-warning{{is used after 'realloc' released it}}
}
