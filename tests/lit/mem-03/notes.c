// RUN: %custody %s 2>&1 | FileCheck %s
#include <stdlib.h>

char *create_string(void);
void free_string(char *ptr);

// The way to the defect: where the value came from, which branch was taken.
void wrong(void) {
  char *s = create_string();
  if (s == NULL)
    return;
  free(s);
}
// CHECK: notes.c:[[@LINE-2]]:3: warning: 'free' releases a string from 'create_string'; release it with 'free_string' [custody.mem-03]
// A report that rests on a guess from names says so.
// CHECK-DAG: notes.c:[[@LINE-7]]:{{[0-9]+}}: note: {{.*}}'create_string'{{.*}}declarations of 'create_string' and 'free_string'
// CHECK-DAG: notes.c:[[@LINE-7]]:{{[0-9]+}}: note: {{.*}}branch
