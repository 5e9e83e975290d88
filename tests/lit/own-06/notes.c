// RUN: %custody %s 2>&1 | FileCheck %s
#include <stdlib.h>

int grow(size_t n) {
  char *p = malloc(n);
  if (!p)
    return -1;
  p = realloc(p, 2 * n);
  if (!p)
    return -1;
  free(p);
  return 0;
}
// CHECK: notes.c:[[@LINE-6]]:{{[0-9]+}}: warning: 'realloc' overwrites the only pointer to memory that it may fail to resize{{.*}} [custody.own-06]
// CHECK: notes.c:[[@LINE-10]]:{{[0-9]+}}: note: 'malloc' gives memory of family 'malloc'
// CHECK: notes.c:[[@LINE-8]]:{{[0-9]+}}: note: 'realloc' releases it where it succeeds, and leaves it where it fails
// CHECK-NOT: 'realloc' gives memory
// CHECK: 1 warning generated
