// RUN: %custody %s 2>&1 | FileCheck %s
#include <stdlib.h>

void inside(void) {
  char *p = malloc(8);
  free(p + 2);
}
// CHECK: notes.c:[[@LINE-2]]:3: warning: 'free' releases a pointer 2 bytes into memory from 'malloc'{{.*}} [custody.own-03]
// CHECK: notes.c:[[@LINE-4]]:{{[0-9]+}}: note: {{.*}}'malloc'
