// RUN: %tidy -quiet -checks='-*,custody-*' %s -- 2>/dev/null | FileCheck %s
#include <stdlib.h>

void f(void) {
  int on_stack[4];
  free(on_stack); // NOLINT
}

void g(void) {
  int on_stack[4];
  // NOLINTNEXTLINE(custody-mem-03)
  free(on_stack);
}

void h(void) {
  int on_stack[4];
  // NOLINTBEGIN(custody-*)
  free(on_stack);
  // NOLINTEND(custody-*)
}

void i(void) {
  int on_stack[4];
  free(on_stack); // NOLINT(custody-own-01)
}

// CHECK-NOT: warning
// CHECK: nolint.c:24:3: warning: {{.*}} [custody-mem-03]
// CHECK-NOT: warning
