// The same input gives the same bytes.
// RUN: %custody %s > %t.first 2>&1
// RUN: %custody %s > %t.second 2>&1
// RUN: cmp %t.first %t.second
// RUN: FileCheck %s < %t.first

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

void several(int which) {
  char *a = malloc(1), *b = malloc(2);
  int fd = open("a", O_RDONLY);
  if (which == 1) {
    free(a);
    free(b);
    return;
  }
  if (which == 2)
    free(a);
  close(fd);
}

// CHECK-DAG: [custody.ffi-03]
// CHECK-DAG: 3 warnings generated.
