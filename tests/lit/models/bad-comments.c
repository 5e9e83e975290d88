// RUN: not %custody %s -o /dev/null 2>&1 | FileCheck %s
//
// What a comment cannot mean is said once, where it stands.
#include <stdlib.h>
// CHECK-DAG: bad-comments.c:[[@LINE+1]]:13: error: 'retruns' says nothing about a function; did you mean 'returns'?
// custody: retruns malloc
void *misspelt(void);
// CHECK-DAG: bad-comments.c:[[@LINE+1]]:42: error: 'consume_it' has no parameter 'thign'; did you mean 'thing'?
void consume_it(void *thing) /* custody: releases thign as malloc */;
// CHECK-DAG: bad-comments.c:[[@LINE+1]]:47: error: 'releases' does not say which parameter; write 'releases a as malloc'
void which_one(void *a, void *b); // custody: releases malloc
// CHECK-DAG: bad-comments.c:[[@LINE+1]]:35: error: 'out' needs a parameter that points to what the call writes; 'x' is no pointer
void no_pointer(int x /* custody: out malloc */);
// CHECK-DAG: bad-comments.c:[[@LINE+1]]:36: error: 'no_result' returns nothing; 'returns' speaks of the result
void no_result(int x); // custody: returns malloc
// CHECK-DAG: bad-comments.c:[[@LINE+1]]:36: error: 'returns' names no family; write one, such as 'returns malloc'
void *no_family(void); // custody: returns
// CHECK-DAG: bad-comments.c:[[@LINE+1]]:36: error: 'too_few' has no argument 1; they count from 0
void too_few(void *a); // custody: releases argument 1 as malloc
// CHECK-DAG: bad-comments.c:[[@LINE+1]]:{{[0-9]+}}: error: this contradicts another attribute or comment of 'two', which is used; keep one
void *two(void); // custody: returns malloc; returns other

void ask(void) {
  int x;
  misspelt();
  misspelt();
  consume_it(&x);
  which_one(&x, &x);
  no_pointer(1);
  no_result(1);
  no_family();
  too_few(&x);
  free(two());
}
// Each mistake is told once.
// CHECK: 8 errors generated
