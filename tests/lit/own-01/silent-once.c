// RUN: %verify %s
// expected-no-diagnostics
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void eitherBranch(int b) {
  char *p = malloc(4);
  if (b)
    free(p);
  else
    free(p);
}
void flagged(int n) {
  int freed = 0;
  char *p = malloc(4);
  if (n > 3) {
    free(p);
    freed = 1;
  }
  if (!freed)
    free(p);
}
void sameNumberAgain(const char *path) {
  int fd = open(path, O_RDONLY);
  if (fd < 0)
    return;
  close(fd);
  fd = open(path, O_RDONLY);
  if (fd >= 0)
    close(fd);
}
void retried(const char *path, int n) {
  FILE *f = NULL;
  while (n-- > 0) {
    f = fopen(path, "r");
    if (!f)
      continue;
    fclose(f);
    f = NULL;
  }
  if (f)
    fclose(f);
}
struct stack {
  char *slots[4];
  int top;
};
void popAll(struct stack *s) {
  while (s->top > 0)
    free(s->slots[--s->top]);
}
void clear(char **p) {
  free(*p);
  *p = NULL;
}
void clearTwice(char *s) {
  char *p = strdup(s);
  clear(&p);
  clear(&p);
}
void invalidate(struct stack *s);
void changedBetween(struct stack *s) {
  free(s->slots[0]);
  invalidate(s);
  free(s->slots[0]);
}
