// RUN: %verify %s
// expected-no-diagnostics
//
// A list is relinked through a pointer that the analyzer cannot follow.
#include <stdlib.h>

/* Unlinking through a stored address of the link (sys/queue.h: *elm->prev =
   elm->next) empties the head; the head's old value is taken for current. */
struct item { struct item *next, **prev; int waiting; };
struct queue { struct item *first; };

void drain(struct queue *q) {
  struct item *i;
  while ((i = q->first) != NULL) {
    if (i->waiting)
      return;
    *i->prev = i->next;         /* TAILQ_REMOVE / LIST_REMOVE: q->first = i->next */
    if (i->next)
      i->next->prev = i->prev;
    free(i);
  }
}
