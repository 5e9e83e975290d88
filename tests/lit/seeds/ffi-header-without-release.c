// RUN: %custody -Xclang -analyzer-checker=custody.own-07 %s 2>&1 | FileCheck %s
#include "ffi-header-without-release.h"

// CHECK: ffi-header-without-release.h:5:{{.*}}warning: 'create_report' hands out owned memory, and nothing declared with it releases it; {{.*}} [custody.own-07]
// CHECK-NOT: 'create_data' hands out
// CHECK: 1 warning generated

void nothing(void) {}
