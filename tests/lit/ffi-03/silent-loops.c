// RUN: %verify %s
// expected-no-diagnostics
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct node {
  struct node *next;
  char *text;
};

void freeList(struct node *head) {
  while (head) {
    struct node *next = head->next;
    free(head->text);
    free(head);
    head = next;
  }
}
struct node *build(int n) {
  struct node *head = NULL;
  for (int i = 0; i < n; ++i) {
    struct node *fresh = malloc(sizeof(*fresh));
    if (!fresh) {
      freeList(head);
      return NULL;
    }
    fresh->text = NULL;
    fresh->next = head;
    head = fresh;
  }
  return head;
}
void buildAndFree(void) {
  struct node *l = build(3);
  freeList(l);
}
char **arrayOfStrings(char **from, size_t n) {
  char **copy = calloc(n + 1, sizeof(*copy));
  if (!copy)
    return NULL;
  for (size_t i = 0; i < n; ++i) {
    copy[i] = strdup(from[i]);
    if (!copy[i]) {
      while (i > 0)
        free(copy[--i]);
      free(copy);
      return NULL;
    }
  }
  return copy;
}
void retry(size_t n) {
  char *p;
  while ((p = malloc(n)) == NULL)
    n /= 2;
  p[0] = 0;
  free(p);
}
int eachName(const char *path) {
  DIR *d = opendir(path);
  struct dirent *e;
  int n = 0;
  if (!d)
    return -1;
  while ((e = readdir(d)) != NULL) {
    char *copy = strdup(e->d_name);
    if (!copy)
      continue;
    if (copy[0] == '.') {
      free(copy);
      continue;
    }
    ++n;
    free(copy);
  }
  closedir(d);
  return n;
}
