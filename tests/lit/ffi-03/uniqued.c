// RUN: %custody %s 2>&1 | FileCheck %s
//
// One acquisition that is lost in three places is one finding.
#include <stdlib.h>

int test(int n);

int lostThrice(void) {
  char *p = malloc(4);
  if (!p)
    return 0;
  if (test(1))
    return 1;
  if (test(2))
    return 2;
  return 3;
}
// CHECK: warning: memory from 'malloc' is lost
// CHECK-NOT: warning: memory
// CHECK: 1 warning generated
