// RUN: %verify -Xclang -analyzer-checker=custody.own-09 %s
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void dereferenced(void) {
  int *p = malloc(sizeof(int));
  *p = 1; // expected-warning-re {{memory from 'malloc' is used without a null check; {{.*}} [custody.own-09]}}
  free(p);
}
void checked(void) {
  int *p = malloc(sizeof(int));
  if (!p)
    return;
  *p = 1;
  free(p);
}

void indexed(size_t n) {
  char *p = calloc(n, 1);
  p[0] = 'a'; // expected-warning-re {{memory from 'calloc' is used without a null check; {{.*}} [custody.own-09]}}
  free(p);
}
struct node {
  int value;
};
void member(void) {
  struct node *n = malloc(sizeof(*n));
  n->value = 1; // expected-warning-re {{memory from 'malloc' is used without a null check; {{.*}} [custody.own-09]}}
  free(n);
}
void copiedInto(const char *s) {
  char *p = malloc(strlen(s) + 1);
  strcpy(p, s); // expected-warning-re {{memory from 'malloc' is used without a null check; {{.*}} [custody.own-09]}}
  free(p);
}
void stream(const char *path) {
  FILE *f = fopen(path, "w");
  fputs("x", f); // expected-warning-re {{a stream from 'fopen' is used without a null check; {{.*}} [custody.own-09]}}
  fclose(f);
}
