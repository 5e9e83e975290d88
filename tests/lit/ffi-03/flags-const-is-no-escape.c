// RUN: %verify %s
//
// A function that takes `const T *`, and one known not to keep its argument,
// leaves the caller with the duty to release.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void look(const char *s);
size_t count(const void *p, size_t n);
void take(char *s);

void looked(const char *s) {
  char *p = strdup(s);
  look(p);
} // expected-warning {{from 'strdup' is lost without being released; release it with 'free' [custody.ffi-03]}}
void lookedGood(const char *s) {
  char *p = strdup(s);
  look(p);
  free(p);
}

size_t counted(size_t n) {
  void *p = calloc(n, 1);
  return count(p, n); // expected-warning {{memory from 'calloc' is lost without being released; release it with 'free' [custody.ffi-03]}}
}

void libraryCalls(const char *s) {
  char *p = malloc(80);
  if (!p)
    return;
  strcpy(p, s);
  strcat(p, "!");
  memmove(p, p + 1, strlen(p));
  printf("%s\n", p);
} // expected-warning {{memory from 'malloc' is lost without being released; release it with 'free' [custody.ffi-03]}}

// A function of unknown meaning may have taken it.
void taken(const char *s) {
  char *p = strdup(s);
  take(p);
}
