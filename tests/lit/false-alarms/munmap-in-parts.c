// RUN: %verify %s
// expected-no-diagnostics
//
// A mapping may go in parts, or lose its head or tail.
#define _GNU_SOURCE
#include <sys/mman.h>

int pieces(void) {
  char *p = mmap(0, 8192, PROT_READ, MAP_ANONYMOUS | MAP_PRIVATE, -1, 0);
  if (p == MAP_FAILED) return -1;
  munmap(p, 4096);
  munmap(p + 4096, 4096);
  return 0;
}
char *trim_head(size_t n) {
  char *p = mmap(0, n + 4096, PROT_READ, MAP_ANONYMOUS | MAP_PRIVATE, -1, 0);
  if (p == MAP_FAILED) return 0;
  munmap(p, 4096);
  return p + 4096;
}
char *trim_tail(void) {
  char *p = mmap(0, 8192, PROT_READ, MAP_ANONYMOUS | MAP_PRIVATE, -1, 0);
  if (p == MAP_FAILED) return 0;
  munmap(p + 4096, 4096);
  return p;
}
/* aligned mapping: over-allocate, trim both ends */
char *aligned(size_t n, size_t al) {
  char *p = mmap(0, n + al, PROT_READ, MAP_ANONYMOUS | MAP_PRIVATE, -1, 0);
  if (p == MAP_FAILED) return 0;
  size_t off = (size_t)p & (al - 1), head = off ? al - off : 0;
  if (head) munmap(p, head);
  if (al - head) munmap(p + head + n, al - head);
  return p + head;
}
