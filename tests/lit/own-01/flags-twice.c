// RUN: %verify %s
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

void straight(void) {
  int *p = malloc(sizeof(int));
  free(p);
  free(p); // expected-warning-re {{'free' has already released; {{.*}} [custody.own-01]}}
}
void nulledBetween(void) {
  int *p = malloc(sizeof(int));
  free(p);
  p = NULL;
  free(p);
}

int onTheErrorPath(const char *s) {
  int result = -1;
  char *p = strdup(s);
  if (!p)
    return -1;
  if (p[0] == '#') {
    free(p);
    goto out; // p is freed again there
  }
  result = 0;
out:
  free(p); // expected-warning-re {{'free' has already released; {{.*}} [custody.own-01]}}
  return result;
}

void throughAnAlias(const char *s) {
  char *p = strdup(s);
  char *q = p;
  free(p);
  free(q); // expected-warning-re {{'free' has already released; {{.*}} [custody.own-01]}}
}

static void dispose(char *p) {
  if (p)
    free(p);
}
void throughAHelper(const char *s) {
  char *p = strdup(s);
  dispose(p);
  free(p); // expected-warning-re {{'free' has already released; {{.*}} [custody.own-01]}}
}

void stream(const char *path) {
  FILE *f = fopen(path, "r");
  if (!f)
    return;
  fclose(f);
  fclose(f); // expected-warning-re {{'fclose' releases a stream from 'fopen' that 'fclose' has already released; {{.*}} [custody.own-01]}}
}
void descriptor(const char *path) {
  int fd = open(path, O_RDONLY);
  if (fd < 0)
    return;
  close(fd);
  close(fd); // expected-warning-re {{'close' releases a file descriptor from 'open' that 'close' has already released; {{.*}} [custody.own-01]}}
}
void directory(const char *path) {
  DIR *d = opendir(path);
  if (!d)
    return;
  closedir(d);
  closedir(d); // expected-warning-re {{'closedir' has already released; {{.*}} [custody.own-01]}}
}
void mapping(size_t n) {
  void *p = mmap(NULL, n, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED)
    return;
  munmap(p, n);
  munmap(p, n); // expected-warning-re {{'munmap' has already released; {{.*}} [custody.own-01]}}
}

// Memory that came in as a parameter can be released twice as well.
void parameter(char *p) {
  free(p);
  free(p); // expected-warning-re {{'free' has already released; {{.*}} [custody.own-01]}}
}
struct pair {
  char *first, *second;
};
void member(struct pair *p) {
  free(p->first);
  free(p->first); // expected-warning-re {{'free' has already released; {{.*}} [custody.own-01]}}
}
void membersGood(struct pair *p) {
  free(p->first);
  free(p->second);
}

// realloc released the old block if it succeeded.
void afterRealloc(size_t n) {
  char *p = malloc(n);
  if (!p)
    return;
  char *q = realloc(p, 2 * n);
  if (!q) {
    free(p);
    return;
  }
  free(p); // expected-warning-re {{'realloc' has already released; {{.*}} [custody.own-01]}}
  free(q);
}
void afterReallocGood(size_t n) {
  char *p = malloc(n);
  if (!p)
    return;
  char *q = realloc(p, 2 * n);
  free(q ? q : p);
}
