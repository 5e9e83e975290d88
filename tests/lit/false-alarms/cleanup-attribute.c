// RUN: %verify %s
// expected-no-diagnostics
//
// The cleanup function runs when the variable's scope ends.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline void freeit(char **p) {
  free(*p);
  *p = NULL;
}
static inline void closeit(FILE **f) {
  if (*f)
    fclose(*f);
}

int scoped(const char *s) {
  __attribute__((cleanup(freeit))) char *a = strdup(s);
  if (!a)
    return 1;
  for (int i = 0; i < 3; ++i) {
    __attribute__((cleanup(freeit))) char *b = strdup(a);
    if (!b)
      return 2;
    if (b[0] == 'x')
      continue;
    if (b[0] == 'y')
      break;
  }
  {
    __attribute__((cleanup(closeit))) FILE *f = fopen(a, "r");
    if (f && fgetc(f) == 'z')
      goto out;
  }
out:
  return 0;
}
