// RUN: %verify %s
// expected-no-diagnostics
//
// A process that ends gives everything back.
#include <assert.h>
#include <err.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

__attribute__((noreturn)) void die(const char *why);
int test(const char *s);

void exits(const char *s) {
  char *p = strdup(s);
  if (test(p))
    exit(1);
  if (test("a"))
    _exit(1);
  if (test("b"))
    abort();
  if (test("c"))
    die("c");
  if (test("d"))
    err(1, "d");
  free(p);
}
void asserted(void) {
  char *p = malloc(3);
  assert(p);
  free(p);
}
void execed(char **argv) {
  char *p = strdup("x");
  if (!test(p))
    die("x");
  free(p);
}
int main(void) {
  char *p = strdup("until the end");
  FILE *f = fopen("log", "w");
  if (!p || !f)
    exit(1);
  fputs(p, f);
  exit(0);
}
