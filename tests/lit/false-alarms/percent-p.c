// RUN: %verify %s
// expected-no-diagnostics
//
// %p shows the pointer and reads nothing through it.
#include <stdio.h>
#include <stdlib.h>

struct n { int v; };
void x2(struct n *p) { free(p); printf("freed %p\n", (void *)p); }
void x3(void) { struct n *p = malloc(4); free(p); fprintf(stderr, "freed %p\n", (void *)p); }
