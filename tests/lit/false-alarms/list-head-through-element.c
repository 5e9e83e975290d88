// RUN: %verify %s
//
// An element knows its list, and a release function takes it out of there. The
// analyzer takes the list that the element knows for another one.
#include <stdlib.h>

struct list;
struct block {
  struct block *next;
  struct list *owner;
};
struct list {
  struct block *head;
};

static void block_free(struct block *b) {
  if (b->owner && b->owner->head == b)
    b->owner->head = b->next;
  free(b);
}
void cleanup(struct list *l) {
  while (l->head)
    block_free(l->head);
}

void inOneFunction(struct list *l) {
  while (l->head) {
    struct block *b = l->head;
    if (b->owner->head == b)
      b->owner->head = b->next;
    free(b);
  }
}

/* The same where the unlinking is out of sight. */
void block_unlink(struct block *);
static void block_remove(struct block *b) {
  block_unlink(b);
  free(b);
}
void removeAll(struct list *l) {
  while (l->head)
    block_remove(l->head);
}

/* What is written is another field, or a field of an object that the value does
   not lead to. */
struct pair {
  char *a, *b;
};
void twice(struct pair *p, struct pair *q) {
  free(p->a);
  q->b = NULL;
  q->a = NULL;
  free(p->a); // expected-warning {{'free' releases memory that 'free' has already released; release it once [custody.own-01]}}
}
static void plain_free(struct block *b) { free(b); }
void neverUnlinked(struct list *l) {
  while (l->head)
    plain_free(l->head); // expected-warning {{'plain_free' releases memory that 'free' has already released}}
}
