// RUN: %custody -Xclang -analyzer-checker=custody.own-07 %s 2>&1 | FileCheck %s
//
// An attribute can say that a function hands out memory, and so can its name.
#include "flags-declared.h"

// CHECK-DAG: flags-declared.h:2:{{.*}}warning: 'make_greeting' hands out owned memory, and nothing declared with it releases it; {{.*}} [custody.own-07]
// CHECK-DAG: flags-declared.h:8:{{.*}}warning: 'engine_create' hands out owned memory, and nothing declared with it releases it; {{.*}} [custody.own-07]
// CHECK-NOT: 'make_farewell'
// CHECK-NOT: 'pump_create'
// CHECK: 2 warnings generated
