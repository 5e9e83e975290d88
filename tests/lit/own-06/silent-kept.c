// RUN: %verify %s
// expected-no-diagnostics
#include <stdio.h>
#include <stdlib.h>

__attribute__((noreturn)) void die(const char *why);

// A program that ends when memory runs out loses nothing.
char *exits(char *p, size_t n) {
  p = realloc(p, n);
  if (!p)
    exit(1);
  return p;
}
char *dies(char *p, size_t n) {
  if (!(p = realloc(p, n)))
    die("out of memory");
  return p;
}
void aborts(size_t n) {
  char *p = malloc(n);
  if (!p)
    abort();
  p = realloc(p, 2 * n);
  if (p == NULL) {
    perror("realloc");
    abort();
  }
  free(p);
}

// The wrapper overwrites its parameter; the caller still has the pointer.
void *xrealloc(void *p, size_t n) {
  p = realloc(p, n);
  if (!p && n)
    die("out of memory");
  return p;
}
void *callersCopy(void *p, size_t n) {
  p = realloc(p, n);
  return p;
}
void usesXrealloc(size_t n) {
  char *p = malloc(n);
  p = xrealloc(p, 2 * n);
  free(p);
}

// Another pointer keeps the block.
int aliased(size_t n) {
  char *p = malloc(n), *old = p;
  if (!p)
    return -1;
  p = realloc(p, 2 * n);
  if (!p) {
    free(old);
    return -1;
  }
  free(p);
  return 0;
}
// realloc of null is malloc: there is nothing to lose.
int ofNull(size_t n) {
  char *p = NULL;
  p = realloc(p, n);
  if (!p)
    return -1;
  free(p);
  return 0;
}
// The usual growing vector.
struct vector {
  int *items;
  size_t used, room;
};
int push(struct vector *v, int item) {
  if (v->used == v->room) {
    size_t room = v->room ? 2 * v->room : 8;
    int *items = realloc(v->items, room * sizeof(*items));
    if (!items)
      return -1;
    v->items = items;
    v->room = room;
  }
  v->items[v->used++] = item;
  return 0;
}
// Either the new block or the old one is there to free.
void shrunk(void) {
  char *p = malloc(4);
  if (!p)
    return;
  char *q = realloc(p, 2);
  free(q ? q : p);
}
