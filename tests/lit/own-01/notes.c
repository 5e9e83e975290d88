// RUN: %custody %s 2>&1 | FileCheck %s
#include <stdlib.h>

void twice(int again) {
  int *p = malloc(sizeof(int));
  free(p);
  if (again)
    free(p);
}
// CHECK: notes.c:[[@LINE-2]]:5: warning: {{.*}}'free' has already released{{.*}} [custody.own-01]
// CHECK: notes.c:[[@LINE-6]]:{{[0-9]+}}: note: {{.*}}'malloc'
// CHECK: notes.c:[[@LINE-6]]:3: note: {{.*}}'free'
// CHECK: notes.c:[[@LINE-6]]:{{[0-9]+}}: note: {{.*}}branch
