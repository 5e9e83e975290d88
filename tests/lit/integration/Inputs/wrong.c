#include <stdlib.h>

void wrong(int fd) {
  int *p = malloc(sizeof *p);
  free(p);
  free(p);
}
