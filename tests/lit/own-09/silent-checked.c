// RUN: %verify -Xclang -analyzer-checker=custody.own-09 %s
// expected-no-diagnostics
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((noreturn)) void die(const char *why);

void *xmalloc(size_t n) {
  void *p = malloc(n);
  if (!p)
    die("out of memory");
  return p;
}
void viaXmalloc(void) {
  int *p = xmalloc(sizeof(int));
  *p = 1;
  free(p);
}
void asserted(void) {
  int *p = malloc(sizeof(int));
  assert(p != NULL);
  *p = 1;
  free(p);
}
void both(size_t n) {
  char *a = malloc(n);
  char *b = malloc(n);
  if (a && b) {
    a[0] = 0;
    b[0] = 0;
  }
  free(a);
  free(b);
}
// free accepts null.
void onlyFreed(void) { free(malloc(4)); }
