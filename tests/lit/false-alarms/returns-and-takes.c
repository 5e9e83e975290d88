// RUN: %verify %s
// expected-no-diagnostics
//
// A function that takes a value over and returns another (or the same).
#include <stdlib.h>
#include <string.h>

void *refill(void *p) __attribute__((ownership_returns(malloc)))
__attribute__((ownership_takes(malloc, 1)));

void annotated(const char *s) {
  char *p = strdup(s);
  char *q = refill(p);
  free(q);
}

static char *append(char *s, const char *t) {
  size_t n = strlen(s);
  char *r = realloc(s, n + strlen(t) + 1);
  if (!r) {
    free(s);
    return NULL;
  }
  strcpy(r + n, t);
  return r;
}
void seen(const char *s) {
  char *p = strdup(s);
  if (!p)
    return;
  p = append(p, "!");
  if (!p)
    return;
  p = append(p, "?");
  free(p);
}

// Unseen: whether it is the same value or a new one, nobody can say.
char *trim(char *s);
void unseen(const char *s) {
  char *p = strdup(s);
  p = trim(p);
  free(p);
}
