// The driver's own option loads the plugin as well.
// RUN: %clang --analyze --analyzer-no-default-checks -fplugin=%plugin -Xclang -analyzer-checker=core,custody --analyzer-output text %s 2>&1 | FileCheck %s
// Loading it alone turns nothing on and changes nothing.
// RUN: %clang --analyze --analyzer-no-default-checks -fplugin=%plugin --analyzer-output text %s 2>&1 | count 0
// The package stands without core, and a single rule without the others.
// RUN: %clang --analyze --analyzer-no-default-checks -fplugin=%plugin -Xclang -analyzer-checker=custody --analyzer-output text %s 2>&1 | FileCheck %s
// RUN: %clang --analyze --analyzer-no-default-checks -fplugin=%plugin -Xclang -analyzer-checker=custody.own-01 --analyzer-output text %s 2>&1 | FileCheck %s
// RUN: %clang --analyze --analyzer-no-default-checks -fplugin=%plugin -Xclang -analyzer-checker=core,custody -Xclang -analyzer-disable-checker=custody.own-01 --analyzer-output text %s 2>&1 | count 0

#include <stdlib.h>

void twice(void) {
  int *p = malloc(sizeof *p);
  free(p);
  free(p);
}

// CHECK: fplugin.c:[[@LINE-3]]:3: warning: 'free' releases memory{{.*}} that 'free' has already released{{.*}} [custody.own-01]
// CHECK: 1 warning generated.
