// RUN: %verify %s
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

uint8_t *__rust_alloc(size_t size, size_t align);
uint8_t *__rust_alloc_zeroed(size_t size, size_t align);
uint8_t *__rust_realloc(uint8_t *ptr, size_t old_size, size_t align,
                        size_t new_size);
void __rust_dealloc(uint8_t *ptr, size_t size, size_t align);

void lost(void) {
  uint8_t *p = __rust_alloc(16, 8);
  if (!p)
    return;
  memset(p, 0, 16);
} // expected-warning {{memory from '__rust_alloc' is lost without being released; release it with '__rust_dealloc' [custody.ffi-03]}}

void size(void) {
  uint8_t *p = __rust_alloc_zeroed(16, 8);
  if (!p)
    return;
  __rust_dealloc(p, 8, 8); // expected-warning-re {{'__rust_dealloc' releases memory from '__rust_alloc_zeroed' with size {{.*}}[custody.own-04]}}
}
void alignment(void) {
  uint8_t *p = __rust_alloc(16, 8);
  if (!p)
    return;
  __rust_dealloc(p, 16, 4); // expected-warning-re {{'__rust_dealloc' releases memory from '__rust_alloc' with alignment {{.*}}[custody.own-04]}}
}
void layoutGood(void) {
  uint8_t *p = __rust_alloc(16, 8);
  if (p)
    __rust_dealloc(p, 16, 8);
}

// The new size is the fourth argument.
void grown(void) {
  uint8_t *p = __rust_alloc(16, 8);
  if (!p)
    return;
  uint8_t *q = __rust_realloc(p, 16, 8, 32);
  if (!q) {
    __rust_dealloc(p, 16, 8);
    return;
  }
  __rust_dealloc(q, 16, 8); // expected-warning-re {{'__rust_dealloc' releases memory from '__rust_realloc' with size {{.*}}[custody.own-04]}}
}
void grownGood(void) {
  uint8_t *p = __rust_alloc(16, 8);
  if (!p)
    return;
  uint8_t *q = __rust_realloc(p, 16, 8, 32);
  if (q)
    __rust_dealloc(q, 32, 8);
  else
    __rust_dealloc(p, 16, 8);
}

void foreign(void) {
  uint8_t *p = __rust_alloc(16, 8);
  free(p); // expected-warning {{'free' releases memory from '__rust_alloc'; release it with '__rust_dealloc' [custody.mem-03]}}
}
