// RUN: %verify %s
//
// More things that POSIX hands out.
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

int directory(const char *path) {
  DIR *d = opendir(path);
  if (!d)
    return -1;
  return readdir(d) != NULL; // expected-warning {{from 'opendir' is lost without being released; release it with 'closedir' [custody.ffi-03]}}
}
int library(const char *path) {
  void *h = dlopen(path, RTLD_NOW);
  if (!h)
    return -1;
  if (!dlsym(h, "start"))
    return -1; // expected-warning {{from 'dlopen' is lost without being released; release it with 'dlclose' [custody.ffi-03]}}
  dlclose(h);
  return 0;
}
int mapping(int fd, size_t n) {
  char *p = mmap(NULL, n, PROT_READ, MAP_PRIVATE, fd, 0);
  if (p == MAP_FAILED)
    return -1;
  return p[0]; // expected-warning {{memory from 'mmap' is lost without being released; release it with 'munmap' [custody.ffi-03]}}
}
int mappingGood(int fd, size_t n) {
  char *p = mmap(NULL, n, PROT_READ, MAP_PRIVATE, fd, 0);
  if (p == MAP_FAILED)
    return -1;
  int c = p[0];
  munmap(p, n);
  return c;
}
int network(const struct sockaddr *to, socklen_t n) {
  int s = socket(AF_INET, SOCK_STREAM, 0);
  if (s < 0)
    return -1;
  if (connect(s, to, n) < 0)
    return -1; // expected-warning {{a file descriptor from 'socket' is lost without being released; release it with 'close' [custody.ffi-03]}}
  return s;
}
int accepted(int listener) {
  int c = accept(listener, NULL, NULL);
  if (c < 0)
    return -1;
  write(c, "x", 1);
  return 0; // expected-warning {{a file descriptor from 'accept' is lost without being released; release it with 'close' [custody.ffi-03]}}
}
int duplicate(int fd) {
  int copy = dup(fd);
  if (copy < 0)
    return -1;
  return dup2(copy, 1); // expected-warning {{a file descriptor from 'dup' is lost without being released; release it with 'close' [custody.ffi-03]}}
}
int temporary(void) {
  char name[] = "/tmp/fileXXXXXX";
  int fd = mkstemp(name);
  if (fd < 0)
    return -1;
  return unlink(name); // expected-warning {{a file descriptor from 'mkstemp' is lost without being released; release it with 'close' [custody.ffi-03]}}
}
int command(void) {
  FILE *p = popen("true", "r");
  if (!p)
    return -1;
  return fgetc(p); // expected-warning {{a stream from 'popen' is lost without being released; release it with 'pclose' [custody.ffi-03]}}
}

// fdopen takes the descriptor over only when it succeeds.
FILE *adopted(const char *path) {
  int fd = open(path, O_RDONLY);
  if (fd < 0)
    return NULL;
  FILE *f = fdopen(fd, "r");
  if (!f)
    return NULL; // expected-warning {{a file descriptor from 'open' is lost without being released; release it with 'close' [custody.ffi-03]}}
  return f;
}
FILE *adoptedGood(const char *path) {
  int fd = open(path, O_RDONLY);
  if (fd < 0)
    return NULL;
  FILE *f = fdopen(fd, "r");
  if (!f)
    close(fd);
  return f;
}
