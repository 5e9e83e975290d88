// RUN: %verify %s
// expected-no-diagnostics
//
// Numbers of descriptors are given out again.
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

void daemonize(void) {
  close(0); close(1); close(2);
  open("/dev/null", O_RDWR);
  dup(0);
  dup(0);
}
void daemonize2(void) {
  for (int i = 0; i < 3; i++) close(i);
  if (open("/dev/null", O_RDWR) != 0) exit(1);
  (void)dup(0);
  (void)dup(0);
}
void replace(int fd, int with) {
  close(fd);
  dup2(with, fd);
  close(with);
  write(fd, "x", 1);
}
void reuse(int fd) {
  close(fd);
  if (open("/dev/null", O_RDWR) != fd) abort();
  write(fd, "x", 1);
}

int close_retry(int fd) {
  int rc;
  do {
    rc = close(fd);
  } while (rc == -1 && errno == EINTR);
  return rc;
}
