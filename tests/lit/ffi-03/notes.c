// RUN: %custody %s 2>&1 | FileCheck %s
#include <stdio.h>

int first(const char *path) {
  FILE *f = fopen(path, "r");
  if (!f)
    return -1;
  int c = fgetc(f);
  if (c < 0)
    return -1;
  fclose(f);
  return c;
}
// CHECK: notes.c:[[@LINE-4]]:{{[0-9]+}}: warning: a stream from 'fopen' is lost without being released; release it with 'fclose' [custody.ffi-03]
// CHECK: notes.c:[[@LINE-10]]:{{[0-9]+}}: note: {{.*}}'fopen'
// CHECK: notes.c:[[@LINE-10]]:{{[0-9]+}}: note: {{.*}}'f' is non-null
// CHECK: notes.c:[[@LINE-8]]:{{[0-9]+}}: note: {{.*}}'c' is < 0
// CHECK: notes.c:[[@LINE-8]]:{{[0-9]+}}: note: {{.*}}is lost
//
// One allocation, many ways to lose it: one report.
// CHECK: 1 warning generated
