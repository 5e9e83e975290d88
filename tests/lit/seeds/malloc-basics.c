// RUN: %verify %s
// expected-no-diagnostics
//
// malloc and free as a first lesson shows them.
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  int *p = malloc(sizeof(int));
  if (p == NULL) {
    perror("malloc");
    return 1;
  }
  *p = 42;
  printf("*p = %d\n", *p);
  free(p);
  p = NULL;
  return 0;
}
