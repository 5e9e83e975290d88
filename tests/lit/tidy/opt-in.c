// A rule that is off by default is on when its own name is given, not when a
// star covers it; and a name can be taken back.
// RUN: %tidy -checks='-*,custody-*' %s -- 2>&1 | FileCheck %s --allow-empty --check-prefix=OFF
// RUN: %tidy -checks='-*,custody-*,custody-own-09,-custody-own-09' %s -- > %t 2>&1 || true
// RUN: FileCheck %s --allow-empty --check-prefix=OFF < %t
// RUN: %tidy -checks='-*,custody-*,custody-own-09' %s -- 2>&1 | FileCheck %s --check-prefix=ON
// RUN: %tidy -config='{Checks: ["-*", "custody-own-09"]}' %s -- 2>&1 | FileCheck %s --check-prefix=ON
#include <stdlib.h>

void f(void) {
  int *p = malloc(sizeof *p);
  *p = 1;
  free(p);
}

// OFF-NOT: own-09
// ON: [[#@LINE-5]]:{{[0-9]+}}: warning: {{.*}} [custody-own-09]
