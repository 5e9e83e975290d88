// RUN: %verify %s
// expected-no-diagnostics
//
// A number made of a pointer is still the pointer.
#include <stdint.h>
#include <stdlib.h>

void t1(void) { uintptr_t t = (uintptr_t)malloc(16); if (!t) return; t |= 1; free((void *)(t & ~(uintptr_t)1)); }
void t2(void) { void *p = malloc(16); uintptr_t t = (uintptr_t)p | 1; free((void *)(t & ~(uintptr_t)1)); }
void t3(void) { void *p = malloc(16); if (!p) return; uintptr_t t = (uintptr_t)p; t += 1; free((void *)(t - 1)); }
struct rb { uintptr_t pc; };
void t4(struct rb *r) { void *p = malloc(16); if (!p) return; r->pc = (uintptr_t)p | 1; }
uintptr_t t5(void) { void *p = malloc(16); return (uintptr_t)p | 1; }
void t6(uintptr_t *o) { void *p = malloc(16); if (!p) return; uintptr_t t = (uintptr_t)p; t ^= 0x5555; *o = t; }
void t7(void *k) { void *p = malloc(16); if (!p) return; uintptr_t x = (uintptr_t)p ^ (uintptr_t)k; *(uintptr_t *)k = x; }
