// RUN: %verify %s
//
// What is unmapped in parts must be unmapped as a whole in the end.
#include <stddef.h>
#include <sys/mman.h>
void *__rust_alloc(size_t size, size_t align);
void *__rust_realloc(void *p, size_t size, size_t align, size_t to);
void __rust_dealloc(void *p, size_t size, size_t align);

void tooLittle(void) {
  void *p = mmap(NULL, 8192, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED)
    return;
  munmap(p, 4096); // expected-warning {{'munmap' releases memory from 'mmap' with size 4096 but it was acquired with 8192; pass the same size [custody.own-04]}}
}

void oldSizeOfAResize(void) {
  void *p = __rust_alloc(16, 8);
  if (!p)
    return;
  void *q = __rust_realloc(p, 24, 8, 64); // expected-warning {{'__rust_realloc' releases memory from '__rust_alloc' with size 24 but it was acquired with 16; pass the same size [custody.own-04]}}
  if (q)
    __rust_dealloc(q, 64, 8);
}
