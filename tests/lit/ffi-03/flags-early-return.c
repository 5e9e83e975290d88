// RUN: %verify %s
//
// Each way out of a function must release what the function still owns.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int check(const char *s);

void never(void) {
  char *p = malloc(16);
  if (p)
    p[0] = 0;
} // expected-warning {{memory from 'malloc' is lost without being released; release it with 'free' [custody.ffi-03]}}

int earlyReturn(const char *s) {
  char *copy = strdup(s);
  if (!copy)
    return -1;
  if (check(copy) < 0)
    return -1; // expected-warning {{is lost without being released; release it with 'free' [custody.ffi-03]}}
  free(copy);
  return 0;
}
int earlyReturnGood(const char *s) {
  char *copy = strdup(s);
  if (!copy)
    return -1;
  if (check(copy) < 0) {
    free(copy);
    return -1;
  }
  free(copy);
  return 0;
}

int streamLeft(const char *path) {
  char line[80];
  FILE *f = fopen(path, "r");
  if (!f)
    return -1;
  if (!fgets(line, sizeof(line), f))
    return -1; // expected-warning {{a stream from 'fopen' is lost without being released; release it with 'fclose' [custody.ffi-03]}}
  fclose(f);
  return 0;
}
int streamLeftGood(const char *path) {
  char line[80];
  int result = -1;
  FILE *f = fopen(path, "r");
  if (!f)
    return -1;
  if (fgets(line, sizeof(line), f))
    result = 0;
  fclose(f);
  return result;
}

int descriptorLeft(const char *path, void *to, size_t n) {
  int fd = open(path, O_RDONLY);
  if (fd < 0)
    return -1;
  if (read(fd, to, n) != (ssize_t)n)
    return -1; // expected-warning {{a file descriptor from 'open' is lost without being released; release it with 'close' [custody.ffi-03]}}
  close(fd);
  return 0;
}
int descriptorLeftGood(const char *path, void *to, size_t n) {
  int fd = open(path, O_RDONLY);
  if (fd == -1)
    return -1;
  int ok = read(fd, to, n) == (ssize_t)n;
  close(fd);
  return ok ? 0 : -1;
}

int switchCase(int kind) {
  char *p = malloc(8);
  if (!p)
    return -1;
  switch (kind) {
  case 0:
    free(p);
    return 0;
  case 1:
    return 1; // expected-warning {{memory from 'malloc' is lost without being released; release it with 'free' [custody.ffi-03]}}
  default:
    break;
  }
  free(p);
  return 2;
}

// The second of two acquisitions fails, and the first is forgotten.
int secondFails(size_t n) {
  char *a = malloc(n);
  if (!a)
    return -1;
  char *b = malloc(n);
  if (!b)
    return -1; // expected-warning {{memory from 'malloc' is lost without being released; release it with 'free' [custody.ffi-03]}}
  free(b);
  free(a);
  return 0;
}
int secondFailsGood(size_t n) {
  char *a = malloc(n);
  if (!a)
    return -1;
  char *b = malloc(n);
  if (!b) {
    free(a);
    return -1;
  }
  free(b);
  free(a);
  return 0;
}
