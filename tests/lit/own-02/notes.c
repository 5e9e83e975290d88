// RUN: %custody %s 2>&1 | FileCheck %s
#include <stdlib.h>

int late(void) {
  int *p = malloc(sizeof(int));
  if (!p)
    return 0;
  free(p);
  return *p;
}
// CHECK: notes.c:[[@LINE-2]]:{{[0-9]+}}: warning: memory from 'malloc' is used after 'free' released it{{.*}} [custody.own-02]
// CHECK: notes.c:[[@LINE-7]]:{{[0-9]+}}: note: {{.*}}'malloc'
// CHECK: notes.c:[[@LINE-5]]:3: note: {{.*}}'free'
