// RUN: %verify %s
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

uint8_t *__rust_alloc(uintptr_t size, uintptr_t align);
uint8_t *__rust_realloc(uint8_t *ptr, uintptr_t old_size, uintptr_t align,
                        uintptr_t new_size);
void __rust_dealloc(uint8_t *ptr, uintptr_t size, uintptr_t align);

void otherSize(void) {
  uint8_t *p = __rust_alloc(16, 8);
  if (!p)
    return;
  __rust_dealloc(p, 32, 8); // expected-warning-re {{'__rust_dealloc' releases {{.*}}32{{.*}}16{{.*}} [custody.own-04]}}
}
void otherAlignment(void) {
  uint8_t *p = __rust_alloc(16, 8);
  if (!p)
    return;
  __rust_dealloc(p, 16, 4); // expected-warning-re {{'__rust_dealloc' releases {{.*}}4{{.*}}8{{.*}} [custody.own-04]}}
}
void sameLayout(void) {
  uint8_t *p = __rust_alloc(16, 8);
  if (!p)
    return;
  __rust_dealloc(p, 16, 8);
}
void sameVariable(uintptr_t n) {
  uint8_t *p = __rust_alloc(n, 1);
  if (!p)
    return;
  __rust_dealloc(p, n, 1);
}
// The size after a realloc is the new one.
void oldSizeAfterRealloc(void) {
  uint8_t *p = __rust_alloc(16, 1);
  if (!p)
    return;
  uint8_t *q = __rust_realloc(p, 16, 1, 32);
  if (!q) {
    __rust_dealloc(p, 16, 1);
    return;
  }
  __rust_dealloc(q, 16, 1); // expected-warning-re {{'__rust_dealloc' releases {{.*}}16{{.*}}32{{.*}} [custody.own-04]}}
}
void newSizeAfterRealloc(void) {
  uint8_t *p = __rust_alloc(16, 1);
  if (!p)
    return;
  uint8_t *q = __rust_realloc(p, 16, 1, 32);
  if (!q) {
    __rust_dealloc(p, 16, 1);
    return;
  }
  __rust_dealloc(q, 32, 1);
}

void longerThanMapped(void) {
  void *p = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED)
    return;
  munmap(p, 8192); // expected-warning-re {{'munmap' releases {{.*}}8192{{.*}}4096{{.*}} [custody.own-04]}}
}
// The kernel rounds lengths up to pages.
void sameNumberOfPages(void) {
  void *p = mmap(NULL, 5000, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED)
    return;
  munmap(p, 8192);
}
void asMapped(size_t n) {
  void *p = mmap(NULL, n, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED)
    return;
  munmap(p, n);
}
struct header {
  size_t length;
};
// Nobody can tell what a length that was read from the mapping is.
void unknownLength(size_t n) {
  struct header *p =
      mmap(NULL, n, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED)
    return;
  munmap(p, p->length);
}
