// What clang's own checks tell is not told again, as in `clang --analyze`.
// RUN: %tidy -quiet -checks='-*,custody-*,clang-analyzer-unix.Malloc' %s -- 2>/dev/null | FileCheck %s --check-prefix=BOTH
// RUN: %tidy -quiet -checks='-*,custody-*' %s -- 2>/dev/null | FileCheck %s --check-prefix=ALONE
#include <stdlib.h>

int f(int x) {
  int *p = malloc(sizeof *p);
  if (!p || x)
    return 1;
  free(p);
  return 0;
}

// BOTH: stock.c:9:{{.*}} [clang-analyzer-unix.Malloc]
// BOTH-NOT: custody-ffi-03
// ALONE: stock.c:9:{{.*}} [custody-ffi-03]
