// RUN: %verify %s
#define _GNU_SOURCE
#include <argz.h>
#include <dirent.h>
#include <execinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

void cleanup(const char *line) {
  char *copy = strndup(line, 8);
  if (copy)
    puts(copy);
} // expected-warning {{memory from 'strndup' is lost without being released; release it with 'free' [custody.ffi-03]}}
void cleanupGood(const char *line) {
  char *copy = strndup(line, 8);
  if (copy)
    puts(copy);
  free(copy);
}

void aligned(void) {
  void *p;
  if (posix_memalign(&p, 64, 256) != 0)
    return;
  memset(p, 0, 256);
} // expected-warning {{memory from 'posix_memalign' is lost}}
void alignedGood(void) {
  void *p;
  if (posix_memalign(&p, 64, 256) != 0)
    return;
  memset(p, 0, 256);
  free(p);
}

int formatted(int n) {
  char *text;
  if (asprintf(&text, "%d", n) < 0)
    return -1;
  return (int)strlen(text); // expected-warning {{memory from 'asprintf' is lost}}
}
int formattedGood(int n) {
  char *text;
  if (asprintf(&text, "%d", n) < 0)
    return -1;
  int length = (int)strlen(text);
  free(text);
  return length;
}

// getline may allocate even when it reads nothing.
void lines(FILE *f) {
  char *line = NULL;
  size_t size = 0;
  if (getline(&line, &size, f) == -1)
    return; // expected-warning {{memory from 'getline' is lost}}
  puts(line);
  free(line);
}
void linesGood(FILE *f) {
  char *line = NULL;
  size_t size = 0;
  while (getline(&line, &size, f) != -1)
    puts(line);
  free(line);
}

void memoryStream(void) {
  char *text;
  size_t size;
  FILE *f = open_memstream(&text, &size);
  if (!f)
    return;
  fputs("x", f);
  free(f); // expected-warning {{'free' releases a stream from 'open_memstream'; release it with 'fclose' [custody.mem-03]}}
  free(text);
}
void memoryStreamGood(void) {
  char *text;
  size_t size;
  FILE *f = open_memstream(&text, &size);
  if (!f)
    return;
  fputs("x", f);
  fclose(f);
  free(text);
}

void working(void) {
  char *here = get_current_dir_name();
  char *real = canonicalize_file_name("x");
  if (here && real)
    puts(here);
  free(here);
  free(here); // expected-warning {{'free' releases memory from 'get_current_dir_name' that 'free' has already released; release it once [custody.own-01]}}
  free(real);
}

void words(const char *text) {
  char *argz = NULL;
  size_t size = 0;
  if (argz_create_sep(text, ' ', &argz, &size) != 0)
    return;
  puts(argz);
} // expected-warning {{memory from 'argz_create_sep' is lost}}

void wide(const wchar_t *text) {
  wchar_t *copy = wcsdup(text);
  free(copy);
  wprintf(L"%ls", copy); // expected-warning {{memory from 'wcsdup' is used after 'free' released it}}
}

void entries(void) {
  struct dirent **names;
  int n = scandir(".", &names, NULL, alphasort);
  if (n < 0)
    return;
  while (n--)
    free(names[n]);
  free(names);
}

void frames(void) {
  void *frame[8];
  char **names = backtrace_symbols(frame, backtrace(frame, 8));
  if (names)
    puts(names[0]);
  free(names);
}

// The argument comes back, so nothing is lost here.
char *copied(const char *s) {
  char *p = malloc(strlen(s) + 1);
  if (!p)
    return NULL;
  return strcpy(p, s);
}
void copiedBad(const char *s) {
  char *p = malloc(strlen(s) + 1);
  if (!p)
    return;
  p = strcpy(p, s);
} // expected-warning {{memory from 'malloc' is lost}}
