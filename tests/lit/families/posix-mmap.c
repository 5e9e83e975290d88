// RUN: %verify %s
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/shm.h>

void forgotten(void) {
  char *p = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
                 MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED)
    return;
  madvise(p, 4096, MADV_DONTNEED);
  mprotect(p, 4096, PROT_READ);
} // expected-warning {{memory from 'mmap' is lost without being released; release it with 'munmap' [custody.ffi-03]}}

void tooMuch(void) {
  char *p = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED)
    return;
  munmap(p, 8192); // expected-warning-re {{'munmap' releases memory from 'mmap' with size {{.*}}8192{{.*}}4096{{.*}} [custody.own-04]}}
}
// Both lengths come to two pages.
void roundedGood(void) {
  char *p = mmap(NULL, 8000, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED)
    return;
  munmap(p, 8192);
}

void moved(void) {
  char *p = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED)
    return;
  char *q = mremap(p, 4096, 8192, MREMAP_MAYMOVE);
  if (q == MAP_FAILED) {
    munmap(p, 4096);
    return;
  }
  free(q); // expected-warning {{'free' releases memory from 'mremap'; release it with 'munmap' [custody.mem-03]}}
}
void movedGood(void) {
  char *p = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED)
    return;
  char *q = mremap(p, 4096, 8192, MREMAP_MAYMOVE);
  if (q == MAP_FAILED)
    munmap(p, 4096);
  else
    munmap(q, 8192);
}

void segment(int id) {
  char *p = shmat(id, NULL, 0);
  if (p == (char *)-1)
    return;
  p[0] = 0;
} // expected-warning {{a shared memory segment from 'shmat' is lost}}
void segmentGood(int id) {
  char *p = shmat(id, NULL, 0);
  if (p == (char *)-1)
    return;
  p[0] = 0;
  shmdt(p);
}
