// RUN: %verify %s
// expected-no-diagnostics
//
// An object whose address went out through a field of another one may be
// freed through that field.
#include <stdlib.h>
#include <string.h>

struct inner {
  char *text;
};
struct outer {
  struct inner *in;
};
void finish(struct outer *o);
void watch(struct inner **slot);

void throughTheOuter(const char *s) {
  struct outer *o = malloc(sizeof(*o));
  if (!o)
    return;
  o->in = malloc(sizeof(*o->in));
  if (!o->in) {
    free(o);
    return;
  }
  o->in->text = strdup(s);
  finish(o);
}
void throughTheSlot(void) {
  struct outer o;
  o.in = malloc(sizeof(*o.in));
  watch(&o.in);
}
void keptByTheOuter(struct outer *o, const char *s) {
  struct inner *i = malloc(sizeof(*i));
  if (!i)
    return;
  o->in = i;
  i->text = strdup(s);
}
void finishedThenFreed(struct outer *o) {
  o->in = malloc(sizeof(*o->in));
  finish(o);
  free(o->in);
}
