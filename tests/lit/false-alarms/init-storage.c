// RUN: %verify %s
// expected-no-diagnostics
//
// Initialised storage that goes to others, and what loses nothing with it.
#include <stdlib.h>
typedef struct buffer {
  char *data;
  size_t length;
} buffer;
void buffer_init(buffer *b);
void buffer_fini(buffer *b);
void buffer_append(buffer *b, const char *text);
struct holder {
  buffer inside;
} *everywhere;

buffer returned(void) {
  buffer b;
  buffer_init(&b);
  return b;
}
void copied(buffer *out) {
  buffer b;
  buffer_init(&b);
  *out = b;
}
void written(buffer *out) { buffer_init(out); }
void member(struct holder *h) { buffer_init(&h->inside); }
void inGlobal(void) {
  everywhere = malloc(sizeof *everywhere);
  if (everywhere)
    buffer_init(&everywhere->inside);
}
void appended(void) {
  buffer b;
  buffer_init(&b);
  buffer_append(&b, "x"); // May have moved what it holds.
}
static buffer always;
void forAlways(void) { buffer_init(&always); }

// Lists own nothing, locks hold nothing, and what may also end objects on the
// heap ends this one, too.
typedef struct list {
  struct list *next, *previous;
} list;
void list_init(list *l);
void list_destroy(list *l);
typedef struct lock {
  int taken;
} lock;
void lock_init(lock *l);
void lock_destroy(lock *l);
typedef struct node {
  char *name;
} node;
node *node_new(void);
void node_init(node *n);
void node_free(node *n);
void nothingLost(void) {
  list l;
  list_init(&l);
  lock k;
  lock_init(&k);
  node n;
  node_init(&n);
}
// It may be called as often as one likes.
typedef struct bag {
  char *things;
} bag;
void bag_init(bag *b);
void bag_clear(bag *b);
void emptied(void) {
  bag b;
  bag_init(&b);
  bag_clear(&b);
  bag_clear(&b);
}
