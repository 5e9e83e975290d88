// RUN: %verify %s
#define _GNU_SOURCE
#include <dirent.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

int asprintfLost(int n) {
  char *text;
  if (asprintf(&text, "%d", n) < 0)
    return -1;
  puts(text);
  return 0; // expected-warning {{from 'asprintf' is lost without being released; release it with 'free' [custody.ffi-03]}}
}
int asprintfGood(int n) {
  char *text;
  if (asprintf(&text, "%d", n) < 0)
    return -1;
  puts(text);
  free(text);
  return 0;
}
int asprintfMinusOne(int n) {
  char *text;
  if (asprintf(&text, "%d", n) == -1)
    return -1;
  puts(text);
  free(text);
  return 0;
}

int getlineLost(FILE *f) {
  char *line = NULL;
  size_t size = 0;
  int lines = 0;
  while (getline(&line, &size, f) > 0)
    ++lines;
  return lines; // expected-warning {{from 'getline' is lost without being released; release it with 'free' [custody.ffi-03]}}
}
int getlineGood(FILE *f) {
  char *line = NULL;
  size_t size = 0;
  int lines = 0;
  while (getline(&line, &size, f) > 0)
    ++lines;
  free(line);
  return lines;
}

void *memalignLost(void) {
  void *p;
  if (posix_memalign(&p, 64, 64))
    return NULL;
  return NULL; // expected-warning {{memory from 'posix_memalign' is lost without being released; release it with 'free' [custody.ffi-03]}}
}
void *memalignGood(void) {
  void *p;
  if (posix_memalign(&p, 64, 64))
    return NULL;
  return p;
}

int addrinfoLost(const char *host) {
  struct addrinfo *list, *it;
  int n = 0;
  if (getaddrinfo(host, NULL, NULL, &list))
    return -1;
  for (it = list; it; it = it->ai_next)
    ++n;
  return n; // expected-warning@* {{from 'getaddrinfo' is lost without being released; release it with 'freeaddrinfo' [custody.ffi-03]}}
}
int addrinfoGood(const char *host) {
  struct addrinfo *list, *it;
  int n = 0;
  if (getaddrinfo(host, NULL, NULL, &list) != 0)
    return -1;
  for (it = list; it; it = it->ai_next)
    ++n;
  freeaddrinfo(list);
  return n;
}

int pipeLost(void) {
  int ends[2];
  if (pipe(ends) < 0)
    return -1;
  close(ends[0]);
  return 0; // expected-warning@* {{a file descriptor from 'pipe' is lost without being released; release it with 'close' [custody.ffi-03]}}
}
int pipeGood(void) {
  int ends[2];
  if (pipe(ends) < 0)
    return -1;
  close(ends[0]);
  close(ends[1]);
  return 0;
}
int pipeHandedOut(int *reader) {
  int ends[2];
  if (pipe(ends) != 0)
    return -1;
  close(ends[1]);
  *reader = ends[0];
  return 0;
}

void memstreamLost(void) {
  char *text;
  size_t size;
  FILE *f = open_memstream(&text, &size);
  if (!f)
    return;
  fputs("x", f);
  fclose(f);
} // expected-warning@* {{from 'open_memstream' is lost without being released; release it with 'free' [custody.ffi-03]}}
void memstreamGood(void) {
  char *text;
  size_t size;
  FILE *f = open_memstream(&text, &size);
  if (!f)
    return;
  fputs("x", f);
  fclose(f);
  free(text);
}

int directLost(const char *path) {
  struct dirent **names;
  int n = scandir(path, &names, NULL, NULL);
  if (n < 0)
    return -1;
  for (int i = 0; i < n; ++i)
    free(names[i]);
  return n; // expected-warning {{from 'scandir' is lost without being released; release it with 'free' [custody.ffi-03]}}
}
int directGood(const char *path) {
  struct dirent **names;
  int n = scandir(path, &names, NULL, NULL);
  if (n < 0)
    return -1;
  for (int i = 0; i < n; ++i)
    free(names[i]);
  free(names);
  return n;
}
