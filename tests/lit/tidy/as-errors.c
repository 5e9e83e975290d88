// RUN: not %tidy -quiet -checks='-*,custody-*' -warnings-as-errors='custody-mem-*' %s -- > %t 2>&1
// RUN: FileCheck %s < %t
// -Werror makes errors of the compiler's warnings, not of ours, and does not
// keep the file from being analyzed.
// RUN: not %tidy -quiet -checks='-*,custody-*,clang-diagnostic-*' %s -- -Wunused-variable -Werror > %t 2>&1
// RUN: FileCheck %s --check-prefix=WERROR < %t
#include <stdlib.h>

void f(void) {
  int unused;
  int on_stack[4];
  free(on_stack);
}

// CHECK: as-errors.c:12:3: error: {{.*}} [custody-mem-03,-warnings-as-errors]
// WERROR: unused variable
// WERROR: as-errors.c:12:3: warning: {{.*}} [custody-mem-03]
