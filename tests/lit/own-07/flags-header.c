// RUN: %custody -Xclang -analyzer-checker=custody.own-07 %s 2>&1 | FileCheck %s
// RUN: %custody %s 2>&1 | FileCheck --allow-empty --check-prefix=OFF %s
//
// A library that hands out memory has to take it back.
#include "flags-header.h"

void start(void) {
  Engine *e = engine_new();
  if (e)
    engine_start(e);
}
// CHECK: warning: 'engine_new' hands out owned memory, and nothing declared with it releases it{{.*}} [custody.own-07]
// CHECK-NOT: 'pump_new' hands out
// CHECK-NOT: 'engine_name' hands out
// CHECK-NOT: 'engine_get_parent' hands out
// OFF-NOT: custody.own-07

int main(void) {
  start();
  Pump *p = pump_new();
  pump_free(p);
  return 0;
}
