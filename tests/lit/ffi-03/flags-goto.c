// RUN: %verify %s
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int prepare(char *p);

// The wrong label skips one of the two releases.
int wrongLabel(size_t n) {
  int ret = -1;
  char *a = malloc(n);
  if (!a)
    goto out;
  char *b = malloc(n);
  if (!b)
    goto out; // the label should be free_a
  ret = 0;
  free(b);
  free(a);
out:
  return ret; // expected-warning {{memory from 'malloc' is lost without being released; release it with 'free' [custody.ffi-03]}}
}
int rightLabel(size_t n) {
  int ret = -1;
  char *a = malloc(n);
  if (!a)
    goto out;
  char *b = malloc(n);
  if (!b)
    goto free_a;
  ret = 0;
  free(b);
free_a:
  free(a);
out:
  return ret;
}

int forgottenInCleanup(const char *path, size_t n) {
  int ret = -1, fd = -1;
  char *buf = malloc(n);
  if (!buf)
    goto done;
  fd = open(path, O_RDONLY);
  if (fd < 0)
    goto done;
  if (read(fd, buf, n) < 0)
    goto done;
  ret = 0;
done:
  free(buf);
  return ret; // expected-warning@* {{a file descriptor from 'open' is lost without being released; release it with 'close' [custody.ffi-03]}}
}
int nothingForgotten(const char *path, size_t n) {
  int ret = -1, fd = -1;
  char *buf = malloc(n);
  if (!buf)
    goto done;
  fd = open(path, O_RDONLY);
  if (fd < 0)
    goto done;
  if (read(fd, buf, n) < 0)
    goto done;
  ret = 0;
done:
  if (fd >= 0)
    close(fd);
  free(buf);
  return ret;
}

// A label that is only reached when all went well hands the value out.
char *errorLabel(size_t n) {
  char *p = malloc(n);
  if (!p)
    goto fail;
  if (prepare(p) < 0)
    goto fail_free;
  return p;
fail_free:
  free(p);
fail:
  return NULL;
}
