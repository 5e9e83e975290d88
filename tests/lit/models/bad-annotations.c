// RUN: not %custody -I %include %s -o /dev/null 2>&1 | FileCheck %s
//
// What an annotation cannot mean is said once, where it stands.
#include <custody/annotations.h>
#include <stdlib.h>
// CHECK-DAG: bad-annotations.c:[[@LINE+1]]:{{[0-9]+}}: error: 'custody:retruns malloc' says nothing about a function that returns a value; known there are CUSTODY_RETURNS(family) and CUSTODY_BORROWS
__attribute__((annotate("custody:retruns malloc"))) void *misspelt(void);
// CHECK-DAG: bad-annotations.c:[[@LINE+1]]:{{[0-9]+}}: error: CUSTODY_OUT needs a parameter that points to what the call writes; 'x' is no pointer
void no_pointer(int x CUSTODY_OUT(malloc));
// CHECK-DAG: bad-annotations.c:[[@LINE+1]]:{{[0-9]+}}: error: this contradicts another attribute or comment of 'two', which is used; keep one
CUSTODY_RETURNS(malloc) CUSTODY_RETURNS(other) void *two(void);
void ask(void) {
  misspelt();
  misspelt();
  no_pointer(1);
  free(two());
}
// CHECK-DAG: bad-annotations.c:[[@LINE+4]]:{{[0-9]+}}: warning: {{.*}}that 'free' has already released
void goes_on(void) {
  void *p = malloc(1);
  free(p);
  free(p);
}
// Each mistake is told once.
// CHECK: 3 errors generated
