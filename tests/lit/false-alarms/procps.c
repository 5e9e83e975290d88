// RUN: %verify %s
//
// Reduced from procps: correct code that was reported once.
// expected-no-diagnostics
#include <stdlib.h>
#include <unistd.h>

// exec returns only when it failed.
extern void fail(void) __attribute__((noreturn));
void run(char **argv) {
  int p[2];
  if (pipe(p) < 0)
    return;
  pid_t child = fork();
  if (child == 0) {
    close(p[1]);
    if (execvp(argv[0], argv) == -1)
      fail();
  }
  close(p[1]);
  close(p[0]);
}

// The old pointer is overwritten after the check.
struct cookie {
  char *buf;
  size_t count;
};
int grow(struct cookie *c, size_t more) {
  while (c->count < more) {
    char *ptr = realloc(c->buf, c->count += more);
    if (!ptr)
      goto out;
    c->buf = ptr;
  }
  return 0;
out:
  return -1;
}
// The variable of the last round still has the value that the field has, too.
int growTwice(struct cookie *c, size_t more) {
  char *ptr;
  while (c->count < more) {
    ptr = realloc(c->buf, c->count += more);
    if (!ptr)
      return -1;
    c->buf = ptr;
  }
  return 0;
}
