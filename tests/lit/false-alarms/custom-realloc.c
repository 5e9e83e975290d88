// RUN: %verify %s
// expected-no-diagnostics
//
// Allocators of one's own, with a realloc that does all three jobs.
#include <stdlib.h>
#include <string.h>

struct allocator {
  void *(*resize)(void *user, void *p, size_t n);
  void *user;
};
static void *resize(void *user, void *p, size_t n) {
  (void)user;
  if (n == 0) {
    free(p);
    return NULL;
  }
  return realloc(p, n);
}
void direct(void) {
  char *p = resize(NULL, NULL, 8);
  char *q = resize(NULL, p, 16);
  if (!q) {
    resize(NULL, p, 0);
    return;
  }
  resize(NULL, q, 0);
}
void throughPointers(struct allocator *a) {
  char *p = a->resize(a->user, NULL, 8);
  p = a->resize(a->user, p, 16);
  a->resize(a->user, p, 0);
}
void fixed(void) {
  struct allocator a = {resize, NULL};
  char *p = a.resize(a.user, NULL, 8);
  a.resize(a.user, p, 0);
}
static void *grow(void *p, size_t *room, size_t want) {
  if (want <= *room)
    return p;
  void *bigger = realloc(p, want);
  if (bigger)
    *room = want;
  else
    free(p);
  return bigger;
}
void grown(void) {
  size_t room = 0;
  char *p = grow(NULL, &room, 8);
  if (!p)
    return;
  p = grow(p, &room, 16);
  free(p);
}
