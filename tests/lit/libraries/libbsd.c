// REQUIRES: libbsd
// RUN: %verify %s
#include <bsd/libutil.h>
#include <bsd/stdio.h>
#include <bsd/stringlist.h>
#include <bsd/unistd.h>
#include <bsd/vis.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

int readNothing(void *, char *, int);
int closeAndFree(void *);

FILE *cookieOfNobody(void) {
  int *cookie = malloc(sizeof *cookie);
  FILE *f = funopen(cookie, readNothing, NULL, NULL, NULL);
  if (!f)
    free(cookie);
  return f; // expected-warning {{memory from 'malloc' is lost}}
}

FILE *cookieOfTheStream(void) {
  int *cookie = malloc(sizeof *cookie);
  FILE *f = funopen(cookie, readNothing, NULL, NULL, closeAndFree);
  if (!f)
    free(cookie);
  return f;
}

void wrongRelease(const char *path) {
  struct pidfh *p = pidfile_open(path, 0600, NULL);
  free(p); // expected-warning {{'free' releases a PID file from 'pidfile_open'; release it with 'pidfile_close' [custody.mem-03]}}
}

int lock(const char *path) {
  int fd = flopen(path, O_CREAT | O_RDWR, 0600);
  if (fd < 0)
    return -1;
  if (ftruncate(fd, 0) != 0)
    return -1; // expected-warning {{a file descriptor from 'flopen' is lost without being released; release it with 'close' [custody.ffi-03]}}
  close(fd);
  return 0;
}

void lists(void) {
  StringList *names = sl_init();
  sl_add(names, "a");
  sl_free(names, 0);
}

int change(const char *text, mode_t *mode) {
  void *set = setmode(text);
  if (!set)
    return -1;
  *mode = getmode(set, *mode);
  free(set);
  return 0;
}

void shown(const char *raw) {
  char *visible;
  if (stravis(&visible, raw, VIS_CSTYLE) < 0)
    return;
  puts(visible);
} // expected-warning {{memory from 'stravis' is lost}}
