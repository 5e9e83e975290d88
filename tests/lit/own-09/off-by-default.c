// RUN: %verify %s
// expected-no-diagnostics
#include <stdlib.h>
void dereferenced(void) {
  int *p = malloc(sizeof(int));
  *p = 1;
  free(p);
}
