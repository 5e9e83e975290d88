// RUN: %verify %s
// expected-no-diagnostics
//
// Handing a value over ends the duty: to a global, a parameter, the caller, a
// function of unknown meaning, a library function that keeps it.
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *cache;
FILE *logFile;
static int fds[8];
struct node {
  struct node *next;
  char *text;
  int fd;
};
struct list {
  struct node *head;
} all;
void keep(void *p);
void registerFd(int fd);
void *run(void *p);

void toAGlobal(const char *s) {
  cache = strdup(s);
  logFile = fopen(s, "w");
  fds[0] = open(s, O_RDONLY);
}
void toAParameter(struct node *n, const char *s) {
  n->text = strdup(s);
  n->fd = open(s, O_RDONLY);
}
int toAnOutParameter(const char *s, char **out) {
  char *p = strdup(s);
  if (!p)
    return -1;
  *out = p;
  return 0;
}
char *toTheCaller(const char *s) { return strdup(s); }
struct node byValue(const char *s) {
  struct node n = {0};
  n.text = strdup(s);
  return n;
}
void toTheUnknown(const char *s) {
  keep(strdup(s));
  registerFd(open(s, O_RDONLY));
}
void insideAStruct(const char *s) {
  struct node *n = calloc(1, sizeof(*n));
  if (!n)
    return;
  n->text = strdup(s);
  keep(n);
}
void throughALink(const char *s) {
  struct node *n = calloc(1, sizeof(*n));
  if (!n)
    return;
  n->text = strdup(s);
  n->next = all.head;
  all.head = n;
}
void atTheEnd(struct list *l) {
  struct node *n = calloc(1, sizeof(*n));
  if (!n)
    return;
  struct node **p = &l->head;
  while (*p)
    p = &(*p)->next;
  *p = n;
}
void toTheEnvironment(void) {
  char *text;
  if (asprintf(&text, "A=%d", 1) < 0)
    return;
  putenv(text);
}
void toAThread(void) {
  struct node *n = calloc(1, sizeof(*n));
  pthread_t t;
  if (!n)
    return;
  if (pthread_create(&t, NULL, run, n) != 0)
    free(n);
}
void toAFunctionPointer(void (*sink)(char *), const char *s) {
  sink(strdup(s));
}
void asAnInteger(const char *s, unsigned long *out) {
  char *p = strdup(s);
  *out = (unsigned long)p;
}
void throughDup2(const char *path) {
  int fd = open(path, O_WRONLY);
  if (fd < 0)
    return;
  dup2(fd, STDOUT_FILENO);
  close(fd);
}
