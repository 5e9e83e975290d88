// RUN: %verify %s
//
// Null after free makes the second free harmless.
#include <stdlib.h>

int twice(void) {
  int *p = malloc(sizeof(int));
  if (!p)
    return 1;
  *p = 42;
  free(p);
  free(p); // expected-warning-re {{'free' has already released; {{.*}} [custody.own-01]}}
  return 0;
}
int nulled(void) {
  int *p = malloc(sizeof(int));
  if (!p)
    return 1;
  *p = 42;
  free(p);
  p = NULL;
  free(p);
  return 0;
}
