// The steps of the path are notes of the finding, and a finding says each thing
// once.
// RUN: %tidy -quiet -checks='-*,custody-*' %s -- 2>/dev/null | FileCheck %s
#include <stdlib.h>

int f(int x) {
  int *p = malloc(sizeof *p);
  if (!p)
    return 1;
  free(p);
  if (x)
    free(p);
  return 0;
}

// CHECK: path.c:12:5: warning: 'free' releases memory from 'malloc' that 'free' has already released; release it once [custody-own-01]
// CHECK: path.c:7:12: note: 'malloc' gives memory of family 'malloc', to be released with 'free'
// CHECK: path.c:8:7: note: Assuming 'p' is non-null
// CHECK: path.c:10:3: note: 'free' releases it here
// CHECK: path.c:11:7: note: Assuming 'x' is not equal to 0
// CHECK: path.c:11:3: note: Taking true branch
// CHECK-NOT: note
