// RUN: %verify %s
//
// A call that takes something over is its owner from then on.
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void closeAfterFdopen(const char *path) {
  int fd = open(path, O_RDONLY);
  if (fd < 0)
    return;
  FILE *f = fdopen(fd, "r");
  if (!f) {
    close(fd);
    return;
  }
  close(fd); // expected-warning-re {{'close' releases a file descriptor from 'open' that 'fdopen' already owns; {{.*}} [custody.ffi-07]}}
  fclose(f);
}
void onlyFclose(const char *path) {
  int fd = open(path, O_RDONLY);
  if (fd < 0)
    return;
  FILE *f = fdopen(fd, "r");
  if (!f) {
    close(fd);
    return;
  }
  fclose(f);
}

void closeAfterFclose(const char *path) {
  int fd = open(path, O_RDONLY);
  if (fd < 0)
    return;
  FILE *f = fdopen(fd, "r");
  if (!f) {
    close(fd);
    return;
  }
  fclose(f);
  close(fd); // expected-warning-re {{'close' releases a file descriptor from 'open'{{.*}} [custody.ffi-07]}}
}

void twoStreams(const char *path) {
  int fd = open(path, O_RDWR);
  if (fd < 0)
    return;
  FILE *in = fdopen(fd, "r");
  if (!in) {
    close(fd);
    return;
  }
  FILE *out = fdopen(fd, "w"); // expected-warning-re {{'fdopen' adopts a file descriptor from 'open' that 'fdopen' already owns; {{.*}} [custody.ffi-07]}}
  if (out)
    fclose(out);
  fclose(in);
}
void twoStreamsGood(const char *path) {
  int fd = open(path, O_RDWR);
  if (fd < 0)
    return;
  int copy = dup(fd);
  FILE *in = fdopen(fd, "r");
  if (!in)
    close(fd);
  FILE *out = copy < 0 ? NULL : fdopen(copy, "w");
  if (!out && copy >= 0)
    close(copy);
  if (out)
    fclose(out);
  if (in)
    fclose(in);
}

void closeAfterFdopendir(const char *path) {
  int fd = open(path, O_RDONLY | O_DIRECTORY);
  if (fd < 0)
    return;
  DIR *d = fdopendir(fd);
  if (!d) {
    close(fd);
    return;
  }
  closedir(d);
  close(fd); // expected-warning-re {{'close' releases a file descriptor from 'open'{{.*}} [custody.ffi-07]}}
}

// What ownership_holds takes is somebody else's from then on.
void sink(void *p) __attribute__((ownership_holds(malloc, 1)));
void freeAfterSink(void) {
  char *p = malloc(4);
  sink(p);
  free(p); // expected-warning-re {{'free' releases memory from 'malloc' that 'sink' already owns; {{.*}} [custody.ffi-07]}}
}
void sinkGood(void) {
  char *p = malloc(4);
  sink(p);
}
