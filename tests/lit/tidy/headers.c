// A finding in a header shows where the header filter lets it, or where its path
// comes from the main file.
// RUN: %tidy -quiet -checks='-*,custody-*' -header-filter='^$' %s -- 2>/dev/null | FileCheck %s
// RUN: %tidy -quiet -checks='-*,custody-*' -header-filter='release\.h' %s -- 2>/dev/null | FileCheck %s
#include "Inputs/release.h"

void f(void) {
  int on_stack[4];
  release(on_stack);
}

// CHECK: release.h:2:38: warning: {{.*}} [custody-mem-03]
// CHECK: headers.c:9:3: note: Calling 'release'
