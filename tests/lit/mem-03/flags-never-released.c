// RUN: %verify %s
//
// The stack, static storage, string literals, functions and alloca's memory
// came from no allocator: nothing may release them.
#include <alloca.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void localArray(void) {
  char buf[16];
  buf[0] = 0;
  free(buf); // expected-warning {{'free' releases 'buf', which lives on the stack; nothing may release it [custody.mem-03]}}
}

void localVariable(void) {
  int n = 0;
  int *p = &n;
  free(p); // expected-warning {{'free' releases 'n', which lives on the stack; nothing may release it [custody.mem-03]}}
}

void parameterVariable(int n) {
  free(&n); // expected-warning {{'free' releases 'n', which lives on the stack; nothing may release it [custody.mem-03]}}
}

struct pair {
  int first, second;
};
void memberOfALocal(void) {
  struct pair p = {1, 2};
  free(&p.second); // expected-warning {{lives on the stack; nothing may release it [custody.mem-03]}}
}

static char table[64];
int counter;
void staticArray(void) {
  free(table); // expected-warning {{'free' releases 'table', which has static storage; nothing may release it [custody.mem-03]}}
}
void globalVariable(void) {
  free(&counter); // expected-warning {{'free' releases 'counter', which has static storage; nothing may release it [custody.mem-03]}}
}
void staticLocal(void) {
  static int calls;
  int *p = &calls;
  free(p); // expected-warning {{'free' releases 'calls', which has static storage; nothing may release it [custody.mem-03]}}
}

void literal(void) {
  char *s = "text";
  free(s); // expected-warning {{'free' releases a string literal; nothing may release it [custody.mem-03]}}
}

// The classic: a default that is a literal, an override that is a copy.
void literalOnOnePath(const char *override) {
  char *name = "default";
  if (override)
    name = strdup(override);
  puts(name);
  free(name); // expected-warning {{'free' releases a string literal; nothing may release it [custody.mem-03]}}
}
void literalOnOnePathGood(const char *override) {
  char *name = strdup(override ? override : "default");
  if (!name)
    return;
  puts(name);
  free(name);
}

void helper(void) {}
void function(void) {
  free((void *)helper); // expected-warning {{'free' releases the function 'helper'; nothing may release it [custody.mem-03]}}
}

void allocaMemory(unsigned n) {
  char *p = alloca(n);
  free(p); // expected-warning {{'free' releases memory from 'alloca'; nothing may release it [custody.mem-03]}}
}
void allocaGood(unsigned n) {
  char *p = alloca(n);
  memset(p, 0, n);
}

void reallocOfTheStack(void) {
  char buf[16];
  char *p = realloc(buf, 32); // expected-warning {{'realloc' releases 'buf', which lives on the stack; nothing may release it [custody.mem-03]}}
  free(p);
}

// A small-buffer optimisation must remember which of the two it used.
void smallBuffer(unsigned n) {
  char small[16];
  char *p = n > sizeof(small) ? malloc(n) : small;
  if (!p)
    return;
  memset(p, 0, n);
  free(p); // expected-warning {{'free' releases 'small', which lives on the stack; nothing may release it [custody.mem-03]}}
}
void smallBufferGood(unsigned n) {
  char small[16];
  char *p = n > sizeof(small) ? malloc(n) : small;
  if (!p)
    return;
  memset(p, 0, n);
  if (p != small)
    free(p);
}

// Through a helper that frees what it is given.
static void dispose(void *p) { free(p); } // expected-warning {{'free' releases 'buf', which lives on the stack; nothing may release it [custody.mem-03]}}
void throughAHelper(void) {
  char buf[4];
  dispose(buf);
}
