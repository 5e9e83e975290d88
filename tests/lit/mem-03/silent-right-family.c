// RUN: %verify %s
// expected-no-diagnostics
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

// Every function of the malloc family is released by free.
void mallocFamily(const char *s) {
  free(malloc(1));
  free(calloc(1, 1));
  free(strdup(s));
  free(strndup(s, 3));
  free(aligned_alloc(16, 16));
  free(realloc(NULL, 4));
  char *text = NULL;
  if (asprintf(&text, "%s", s) >= 0)
    free(text);
  void *aligned;
  if (posix_memalign(&aligned, 64, 64) == 0)
    free(aligned);
  char *line = NULL;
  size_t n = 0;
  if (getline(&line, &n, stdin) > 0)
    puts(line);
  free(line);
  free(NULL);
}

// What a value of unknown origin is released with is nobody's business.
char *fromElsewhere(void);
void unknownOrigin(char *p, FILE *f, int fd) {
  free(p);
  pclose(f);
  close(fd);
  free(fromElsewhere());
}

// A pointer that may be one of two families is released by a test of which.
struct source {
  FILE *stream;
  int isPipe;
};
void eitherFamily(struct source *s, const char *path, int pipe) {
  s->isPipe = pipe;
  s->stream = pipe ? popen(path, "r") : fopen(path, "r");
  if (!s->stream)
    return;
  if (s->isPipe)
    pclose(s->stream);
  else
    fclose(s->stream);
}
