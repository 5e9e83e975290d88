// RUN: %verify %s
// What points into itself is nobody else's for that.
#include <stdlib.h>

struct reader {
  char *cursor;
  int size;
  char text[];
};

int bad(int size) {
  struct reader *r = malloc(sizeof *r + size);
  if (!r)
    return -1;
  r->cursor = r->text;
  r->size = size;
  return 0; // expected-warning{{memory from 'malloc' is lost}}
}

struct node {
  struct node *next, *previous;
};
static struct node *head;

int badList(void) {
  struct node *n = malloc(sizeof *n);
  if (!n)
    return -1;
  n->next = n->previous = n;
  return 0; // expected-warning{{memory from 'malloc' is lost}}
}

struct node *good(void) {
  struct node *n = malloc(sizeof *n);
  if (n)
    n->next = n->previous = n;
  return n;
}

void goodGlobal(void) {
  struct node *n = malloc(sizeof *n);
  if (!n)
    return;
  n->next = n->previous = n;
  head = n;
}

static void link(struct node *n, struct node *after) {
  n->next = after->next;
  n->previous = after;
  after->next->previous = n;
  after->next = n;
}

void goodLinked(struct node *list) {
  struct node *n = malloc(sizeof *n);
  if (!n)
    return;
  n->next = n->previous = n;
  link(n, list);
}

void goodReleased(void) {
  struct node *n = malloc(sizeof *n);
  if (!n)
    return;
  n->next = n;
  free(n->next);
}
