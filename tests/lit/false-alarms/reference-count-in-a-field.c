// RUN: %verify %s
// expected-no-diagnostics
//
// An object that counts its references may outlive one release.


/* The struct counts its references in a plain field; the releaser (elsewhere)
   only takes one away. */
struct list { int references; struct list *next; };
struct list *list_new(void);
void list_free(struct list *);       /* if (--l->references != 0) return; ... */
struct state { struct list *l; };
struct list *take(struct state *s) {
  struct list *l = s->l;
  l->references++;
  list_free(s->l);
  return l;
}
