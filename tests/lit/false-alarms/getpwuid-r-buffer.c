// RUN: %verify %s
// expected-no-diagnostics
//
// The record points into the buffer.
#include <pwd.h>
#include <stdlib.h>

static struct passwd pw;
struct passwd *cached(void) {
  struct passwd *r;
  char *b = malloc(1024);
  if (!b) return NULL;
  if (getpwuid_r(0, &pw, b, 1024, &r) || !r) { free(b); return NULL; }
  return r;
}
