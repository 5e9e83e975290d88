// RUN: %verify %s
#include <stdlib.h>

struct buffer {
  char *data;
  size_t size;
};

int variable(size_t n) {
  char *p = malloc(n);
  if (!p)
    return -1;
  p = realloc(p, 2 * n); // expected-warning-re {{'realloc' overwrites the only pointer to memory that it may fail to resize; {{.*}} [custody.own-06]}}
  if (!p)
    return -1;
  free(p);
  return 0;
}
int variableGood(size_t n) {
  char *p = malloc(n);
  if (!p)
    return -1;
  char *tmp = realloc(p, 2 * n);
  if (!tmp) {
    free(p);
    return -1;
  }
  p = tmp;
  free(p);
  return 0;
}

int member(struct buffer *b, size_t n) {
  b->data = realloc(b->data, n); // expected-warning-re {{'realloc' overwrites the only pointer to memory that it may fail to resize; {{.*}} [custody.own-06]}}
  if (!b->data)
    return -1;
  b->size = n;
  return 0;
}
int memberGood(struct buffer *b, size_t n) {
  char *tmp = realloc(b->data, n);
  if (!tmp)
    return -1;
  b->data = tmp;
  b->size = n;
  return 0;
}

char *local;
int global(size_t n) {
  local = realloc(local, n); // expected-warning-re {{'realloc' overwrites the only pointer to memory that it may fail to resize; {{.*}} [custody.own-06]}}
  return local ? 0 : -1;
}

int inTheCondition(size_t n) {
  char *p = malloc(n);
  if (!p)
    return -1;
  if ((p = realloc(p, 2 * n)) == NULL) // expected-warning-re {{'realloc' overwrites the only pointer to memory that it may fail to resize; {{.*}} [custody.own-06]}}
    return -1;
  free(p);
  return 0;
}

int throughAPointer(char **p, size_t n) {
  *p = realloc(*p, n); // expected-warning-re {{'realloc' overwrites the only pointer to memory that it may fail to resize; {{.*}} [custody.own-06]}}
  return *p ? 0 : -1;
}

int withACast(size_t n) {
  int *p = (int *)malloc(n);
  if (!p)
    return -1;
  p = (int *)realloc(p, 2 * n); // expected-warning-re {{'realloc' overwrites the only pointer to memory that it may fail to resize; {{.*}} [custody.own-06]}}
  free(p);
  return 0;
}

int inALoop(int n) {
  int *all = NULL;
  for (int i = 0; i < n; ++i) {
    all = realloc(all, (i + 1) * sizeof(*all)); // expected-warning-re {{'realloc' overwrites the only pointer to memory that it may fail to resize; {{.*}} [custody.own-06]}}
    if (!all)
      return -1;
    all[i] = i;
  }
  free(all);
  return 0;
}
