#include <stdlib.h>

struct Event {
  int kind;
};
struct Event *event(int kind) {
  struct Event *e = malloc(sizeof *e);
  if (!e)
    abort();
  e->kind = kind;
  return e;
}
void event_done(struct Event *e) { free(e); }
void dispatch(struct Event *e) {
  if (e->kind > 0)
    e->kind = 0;
  event_done(e);
}
int weigh(const struct Event *e) { return e->kind; }
