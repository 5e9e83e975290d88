// Nothing is lost by a function that ends the program, though it does not say so.
// RUN: %verify %s
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <fcntl.h>

static void fail(const char *what) {
  for (int i = 0; what[i]; ++i)
    fputc(what[i], stderr);
  exit(2);
}
static void failFurther(void) { fail("further"); }

void good(int deep) {
  char *p = malloc(10);
  if (!p || deep)
    failFurther();
  free(p);
}

static FILE *opened(const char *name) {
  int fd = open(name, O_RDONLY);
  return fd < 0 ? NULL : fdopen(fd, "r");
}

FILE *orFail(const char *name) {
  FILE *f = opened(name);
  if (!f)
    failFurther();
  return f;
}

static void may(int really) {
  if (really)
    exit(1);
}

void bad(int really) {
  char *p = malloc(10);
  may(really); // expected-warning{{memory from 'malloc' is lost}}
}

void forEver(void) {
  char *p = malloc(10);
  for (;;)
    pause(); // expected-warning{{memory from 'malloc' is lost}}
}
