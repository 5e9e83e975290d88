// RUN: %verify %s
//
// Handles have families too, be they pointers or ints.
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <unistd.h>

void fcloseOfPopen(void) {
  FILE *p = popen("ls", "r");
  if (!p)
    return;
  fclose(p); // expected-warning {{'fclose' releases a stream from 'popen'; release it with 'pclose' [custody.mem-03]}}
}
void pcloseOfPopen(void) {
  FILE *p = popen("ls", "r");
  if (!p)
    return;
  pclose(p);
}

void pcloseOfFopen(const char *path) {
  FILE *f = fopen(path, "r");
  if (!f)
    return;
  pclose(f); // expected-warning {{'pclose' releases a stream from 'fopen'; release it with 'fclose' [custody.mem-03]}}
}

void freeOfFopen(const char *path) {
  FILE *f = fopen(path, "r");
  if (f)
    free(f); // expected-warning {{'free' releases a stream from 'fopen'; release it with 'fclose' [custody.mem-03]}}
}

void freeOfOpendir(const char *path) {
  DIR *d = opendir(path);
  if (!d)
    return;
  free(d); // expected-warning-re {{'free' releases {{.*}} from 'opendir'; release it with 'closedir' [custody.mem-03]}}
}

void freeOfDlopen(const char *path) {
  void *h = dlopen(path, RTLD_NOW);
  if (!h)
    return;
  free(h); // expected-warning-re {{'free' releases {{.*}} from 'dlopen'; release it with 'dlclose' [custody.mem-03]}}
}
void dlcloseOfMalloc(void) {
  void *p = malloc(8);
  if (!p)
    return;
  dlclose(p); // expected-warning {{'dlclose' releases memory from 'malloc'; release it with 'free' [custody.mem-03]}}
}

void freeOfMmap(size_t n) {
  void *p = mmap(NULL, n, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED)
    return;
  free(p); // expected-warning {{'free' releases memory from 'mmap'; release it with 'munmap' [custody.mem-03]}}
}
void munmapOfMalloc(size_t n) {
  void *p = malloc(n);
  if (!p)
    return;
  munmap(p, n); // expected-warning {{'munmap' releases memory from 'malloc'; release it with 'free' [custody.mem-03]}}
}
void shmdtOfMmap(size_t n) {
  void *p = mmap(NULL, n, PROT_READ, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED)
    return;
  shmdt(p); // expected-warning {{'shmdt' releases memory from 'mmap'; release it with 'munmap' [custody.mem-03]}}
}

void freeOfAddrinfo(const char *host) {
  struct addrinfo *list = NULL;
  if (getaddrinfo(host, "80", NULL, &list) != 0)
    return;
  free(list); // expected-warning-re {{'free' releases {{.*}} from 'getaddrinfo'; release it with 'freeaddrinfo' [custody.mem-03]}}
}

void freeOfSemaphore(const char *name) {
  sem_t *s = sem_open(name, 0);
  if (s == SEM_FAILED)
    return;
  free(s); // expected-warning-re {{'free' releases {{.*}} from 'sem_open'; release it with 'sem_close' [custody.mem-03]}}
}

// fdopen takes the descriptor over only when it succeeds.
void descriptorUnderAStreamGood(const char *path) {
  int fd = open(path, O_RDONLY);
  if (fd < 0)
    return;
  FILE *f = fdopen(fd, "r");
  if (!f) {
    close(fd);
    return;
  }
  fclose(f);
}
