// RUN: %verify %s
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int read1(void) {
  int *p = malloc(sizeof(int));
  if (!p)
    return 0;
  *p = 1;
  free(p);
  return *p; // expected-warning-re {{memory from 'malloc' is used after 'free' released it; {{.*}} [custody.own-02]}}
}
int readFirst(void) {
  int *p = malloc(sizeof(int));
  if (!p)
    return 0;
  *p = 1;
  int n = *p;
  free(p);
  return n;
}
void write1(void) {
  char *p = malloc(4);
  if (!p)
    return;
  free(p);
  p[1] = 0; // expected-warning-re {{memory from 'malloc' is used after 'free' released it; {{.*}} [custody.own-02]}}
}
void passed(const char *s) {
  char *p = strdup(s);
  if (!p)
    return;
  free(p);
  puts(p); // expected-warning-re {{from 'strdup' is used after 'free' released it; {{.*}} [custody.own-02]}}
}
char *returned(const char *s) {
  char *p = strdup(s);
  free(p);
  return p; // expected-warning-re {{from 'strdup' is used after 'free' released it; {{.*}} [custody.own-02]}}
}

struct node {
  struct node *next;
  int value;
};
void freeList(struct node *n) {
  while (n) {
    free(n);
    n = n->next; // expected-warning-re {{is used after 'free' released it; {{.*}} [custody.own-02]}}
  }
}
void freeListGood(struct node *n) {
  while (n) {
    struct node *next = n->next;
    free(n);
    n = next;
  }
}

void stream(const char *path) {
  FILE *f = fopen(path, "w");
  if (!f)
    return;
  fclose(f);
  fputs("late", f); // expected-warning-re {{a stream from 'fopen' is used after 'fclose' released it; {{.*}} [custody.own-02]}}
}
void descriptor(const char *path, char *to) {
  int fd = open(path, O_RDONLY);
  if (fd < 0)
    return;
  close(fd);
  read(fd, to, 4); // expected-warning-re {{a file descriptor from 'open' is used after 'close' released it; {{.*}} [custody.own-02]}}
}
void directory(const char *path) {
  DIR *d = opendir(path);
  if (!d)
    return;
  struct dirent *e = readdir(d);
  closedir(d);
  e = readdir(d); // expected-warning-re {{from 'opendir' is used after 'closedir' released it; {{.*}} [custody.own-02]}}
  (void)e;
}
int mapping(int fd, size_t n) {
  char *p = mmap(NULL, n, PROT_READ, MAP_PRIVATE, fd, 0);
  if (p == MAP_FAILED)
    return -1;
  munmap(p, n);
  return p[0]; // expected-warning-re {{memory from 'mmap' is used after 'munmap' released it; {{.*}} [custody.own-02]}}
}

// The old pointer is dangling once realloc has succeeded.
void oldPointer(size_t n) {
  char *p = malloc(n);
  if (!p)
    return;
  char *q = realloc(p, 2 * n);
  if (!q) {
    free(p);
    return;
  }
  p[0] = 1; // expected-warning-re {{memory from 'malloc' is used after 'realloc' released it; {{.*}} [custody.own-02]}}
  free(q);
}

// What a released struct pointed to cannot be read from it any more.
struct person {
  char *name;
};
void memberAfter(struct person *p) {
  free(p);
  free(p->name); // expected-warning-re {{is used after 'free' released it; {{.*}} [custody.own-02]}}
}
void memberBefore(struct person *p) {
  free(p->name);
  free(p);
}
