// RUN: %verify %s
//
// Rust's global allocator and C's are different even where they happen to
// share a heap.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

uint8_t *__rust_alloc(uintptr_t size, uintptr_t align);
uint8_t *__rust_alloc_zeroed(uintptr_t size, uintptr_t align);
uint8_t *__rust_realloc(uint8_t *ptr, uintptr_t old_size, uintptr_t align,
                        uintptr_t new_size);
void __rust_dealloc(uint8_t *ptr, uintptr_t size, uintptr_t align);

void freeOfRust(void) {
  uint8_t *p = __rust_alloc(16, 8);
  if (!p)
    return;
  free(p); // expected-warning {{'free' releases memory from '__rust_alloc'; release it with '__rust_dealloc' [custody.mem-03]}}
}
void deallocOfRust(void) {
  uint8_t *p = __rust_alloc(16, 8);
  if (!p)
    return;
  __rust_dealloc(p, 16, 8);
}

void freeOfRustZeroed(void) {
  void *p = __rust_alloc_zeroed(16, 8);
  if (!p)
    return;
  free(p); // expected-warning {{'free' releases memory from '__rust_alloc_zeroed'; release it with '__rust_dealloc' [custody.mem-03]}}
}

void rustOfMalloc(void) {
  uint8_t *p = malloc(16);
  if (!p)
    return;
  __rust_dealloc(p, 16, 1); // expected-warning {{'__rust_dealloc' releases memory from 'malloc'; release it with 'free' [custody.mem-03]}}
}

void rustReallocOfStrdup(const char *s) {
  char *p = strdup(s);
  if (!p)
    return;
  uint8_t *q = __rust_realloc((uint8_t *)p, 8, 1, 16); // expected-warning-re {{'__rust_realloc' releases {{.*}} from 'strdup'; release it with 'free' [custody.mem-03]}}
  if (q)
    __rust_dealloc(q, 16, 1);
}

void reallocOfRust(void) {
  uint8_t *p = __rust_alloc(16, 8);
  if (!p)
    return;
  p = realloc(p, 32); // expected-warning {{'realloc' releases memory from '__rust_alloc'; release it with '__rust_dealloc' [custody.mem-03]}}
  free(p);
}
