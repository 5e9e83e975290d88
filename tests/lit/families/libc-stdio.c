// RUN: %verify %s
#define _GNU_SOURCE
#include <fcntl.h>
#include <mntent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int size(const char *path) {
  FILE *f = fopen(path, "r");
  if (!f)
    return -1;
  if (fseek(f, 0, SEEK_END) != 0)
    return -1; // expected-warning {{a stream from 'fopen' is lost without being released; release it with 'fclose' [custody.ffi-03]}}
  int n = (int)ftell(f);
  fclose(f);
  return n;
}
int sizeGood(const char *path) {
  FILE *f = fopen(path, "r");
  if (!f)
    return -1;
  int n = fseek(f, 0, SEEK_END) == 0 ? (int)ftell(f) : -1;
  fclose(f);
  return n;
}

void after(FILE *out) {
  FILE *f = tmpfile();
  if (!f)
    return;
  fclose(f);
  fputs("x", f); // expected-warning {{a stream from 'tmpfile' is used after 'fclose' released it}}
}

void command(void) {
  FILE *f = popen("date", "r");
  if (!f)
    return;
  char line[80];
  if (fgets(line, sizeof line, f))
    puts(line);
  fclose(f); // expected-warning {{'fclose' releases a stream from 'popen'; release it with 'pclose' [custody.mem-03]}}
}
void commandGood(void) {
  FILE *f = popen("date", "r");
  if (!f)
    return;
  char line[80];
  if (fgets(line, sizeof line, f))
    puts(line);
  pclose(f);
}

// The stream owns the descriptor, but only if there is a stream.
void both(const char *path) {
  int fd = open(path, O_RDONLY);
  if (fd < 0)
    return;
  FILE *f = fdopen(fd, "r");
  if (!f) {
    close(fd);
    return;
  }
  close(fd); // expected-warning-re {{'close' releases a file descriptor from 'open' that {{.*}} already owns; {{.*}} [custody.ffi-07]}}
  fclose(f);
}
void failedAdoption(const char *path) {
  int fd = open(path, O_RDONLY);
  if (fd < 0)
    return;
  FILE *f = fdopen(fd, "r");
  if (!f)
    return; // expected-warning {{a file descriptor from 'open' is lost}}
  fclose(f);
}
void bothGood(const char *path) {
  int fd = open(path, O_RDONLY);
  if (fd < 0)
    return;
  FILE *f = fdopen(fd, "r");
  if (f)
    fclose(f);
  else
    close(fd);
}

// A daemon lets go of the terminal; the streams stay.
void detach(void) {
  close(fileno(stdin));
  close(fileno(stdout));
}

void mounts(void) {
  FILE *f = setmntent("/etc/mtab", "r");
  if (!f)
    return;
  struct mntent *m;
  while ((m = getmntent(f)))
    puts(m->mnt_dir);
  fclose(f); // expected-warning {{'fclose' releases a stream from 'setmntent'; release it with 'endmntent' [custody.mem-03]}}
}

// A stream that went through freopen is one to close all the same.
void again(const char *path) {
  FILE *f = fopen(path, "r");
  if (!f)
    return;
  f = freopen(path, "w", f);
  if (f)
    fclose(f);
}

// A buffer given to a stream must outlive it.
void buffered(void) {
  setvbuf(stdout, malloc(BUFSIZ), _IOFBF, BUFSIZ);
}
