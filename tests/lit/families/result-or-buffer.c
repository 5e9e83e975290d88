// RUN: %verify %s
//
// What comes back is new memory, or the caller's buffer under another name.
#define _GNU_SOURCE
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

void ofTheStack(const char *p) {
  char buffer[PATH_MAX];
  char *r = realpath(p, buffer);
  free(r); // expected-warning {{'free' releases 'buffer', which lives on the stack; nothing may release it [custody.mem-03]}}
}
int ofTheStackGood(const char *p) {
  char buffer[PATH_MAX];
  char *r = realpath(p, buffer);
  return r ? puts(r) : -1;
}
void newMemory(const char *p) {
  char *r = realpath(p, NULL);
  if (r)
    puts(r); // expected-warning@+1 {{memory from 'realpath' is lost without being released; release it with 'free' [custody.ffi-03]}}
}

void throughItsNewName(const char *p) {
  char *buffer = malloc(PATH_MAX);
  if (!buffer)
    return;
  char *r = realpath(p, buffer);
  if (!r) {
    free(buffer);
    return;
  }
  puts(r);
  free(r);
}
void throughItsOldName(const char *p) {
  char *buffer = malloc(PATH_MAX);
  if (!buffer)
    return;
  char *r = realpath(p, buffer);
  if (r)
    puts(r);
  free(buffer);
}
void throughBoth(const char *p) {
  char *buffer = malloc(PATH_MAX);
  if (!buffer)
    return;
  char *r = realpath(p, buffer);
  free(buffer);
  if (r)
    free(r); // expected-warning {{'free' releases memory from 'malloc' that 'free' has already released; release it once [custody.own-01]}}
}
int afterwards(const char *p) {
  char *buffer = malloc(PATH_MAX);
  if (!buffer)
    return -1;
  char *r = realpath(p, buffer);
  free(buffer);
  return r ? puts(r) : -1; // expected-warning {{memory from 'malloc' is used after 'free' released it; use it before, or not at all [custody.own-02]}}
}
int lostUnderBothNames(const char *p) {
  char *buffer = malloc(PATH_MAX);
  if (!buffer)
    return -1;
  char *r = realpath(p, buffer);
  if (!r) {
    free(buffer);
    return -1;
  }
  return puts(r); // expected-warning {{memory from 'malloc' is lost without being released; release it with 'free' [custody.ffi-03]}}
}
int lostWhereItFails(const char *p) {
  char *buffer = malloc(PATH_MAX);
  if (!buffer)
    return -1;
  char *r = realpath(p, buffer);
  if (!r)
    return -1; // expected-warning {{memory from 'malloc' is lost without being released; release it with 'free' [custody.ffi-03]}}
  free(r);
  return 0;
}
char *handedOn(const char *p) {
  char *buffer = malloc(PATH_MAX);
  if (!buffer)
    return NULL;
  char *r = realpath(p, buffer);
  if (!r)
    free(buffer);
  return r;
}
/* Whether there is a buffer, the caller knows. */
char *askedFor(const char *p, char *buffer) { return realpath(p, buffer); }

void lineTwice(FILE *f) {
  char *buffer = malloc(80);
  if (!buffer)
    return;
  char *line = fgets(buffer, 80, f);
  free(line);
  free(buffer); // expected-warning {{'free' releases memory from 'malloc' that 'free' has already released; release it once [custody.own-01]}}
}
void lines(FILE *f) {
  char *buffer = malloc(80), *line;
  if (!buffer)
    return;
  while ((line = fgets(buffer, 80, f)))
    puts(line);
  free(buffer);
}

void directory(void) {
  char buffer[100];
  free(getcwd(buffer, sizeof buffer)); // expected-warning {{'free' releases 'buffer', which lives on the stack; nothing may release it [custody.mem-03]}}
}
void directoryGood(void) {
  free(getcwd(NULL, 0));
  free(get_current_dir_name());
  free(canonicalize_file_name("."));
}
struct tm *when(time_t t) {
  struct tm *buffer = malloc(sizeof *buffer);
  return buffer ? localtime_r(&t, buffer) : NULL;
}
/* Either the buffer or a text of the library's. */
char *said(int error) {
  char *buffer = malloc(80);
  return buffer ? strerror_r(error, buffer, 80) : NULL;
}
