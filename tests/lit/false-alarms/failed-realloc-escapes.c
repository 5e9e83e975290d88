// RUN: %verify %s
// expected-no-diagnostics
//
// Where realloc failed, the old pointer may be handed on.
#include <stdlib.h>

/* The old pointer is handed to the caller on the branch where realloc failed. */
int shrink(char **outp) {
  char *buf = malloc(100);
  if (!buf)
    return -1;
  *outp = realloc(buf, 10);
  if (*outp == NULL)
    *outp = buf;
  return 0;
}
