// RUN: %verify %s
// expected-no-diagnostics
//
// A variable with a cleanup function owns what it is given, by whatever way; it
// may be emptied after the value went elsewhere.
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define _cleanup_(x) __attribute__((cleanup(x)))
static inline void freep(void *p) { free(*(void **)p); }
static inline void closep(int *fd) { if (*fd >= 0) close(*fd); }
static inline void fclosep(FILE **f) { if (*f) fclose(*f); }
struct buf { char *p; size_t n; };
static void buf_done(struct buf *b) { free(b->p); }

int out_param(const char *p) {
  _cleanup_(freep) char *t = NULL;
  if (asprintf(&t, "%s.bak", p) < 0)
    return -1;
  return open(t, O_RDONLY);
}
int pipe_arr(void) {
  int p[2];
  if (pipe(p) < 0) return -1;
  _cleanup_(closep) int a = p[0], b = p[1];
  return a + b;
}
int out_param2(void) {
  _cleanup_(freep) char *line = NULL;
  size_t n = 0;
  if (getline(&line, &n, stdin) < 0)
    return -1;
  return atoi(line);
}
int out_param3(void) {
  _cleanup_(freep) void *m = NULL;
  if (posix_memalign(&m, 64, 100))
    return -1;
  memset(m, 0, 100);
  return 0;
}
static int mk(char **o) { *o = strdup("x"); return *o ? 0 : -1; }
int out_param4(void) {
  _cleanup_(freep) char *m = NULL;
  if (mk(&m) < 0)
    return -1;
  return atoi(m);
}
int in_struct(size_t n) {
  _cleanup_(buf_done) struct buf b = {0};
  b.p = malloc(n);
  if (!b.p)
    return -1;
  b.p[0] = 1;
  return 0;
}
int disarmed_after(const char *dir) {
  _cleanup_(closep) int fd = open(dir, O_RDONLY);
  if (fd < 0)
    return -1;
  DIR *d = fdopendir(fd);
  if (!d)
    return -1;
  fd = -1;
  closedir(d);
  return 0;
}
int disarmed_after2(const char *p) {
  _cleanup_(closep) int fd = open(p, O_RDONLY);
  _cleanup_(fclosep) FILE *f = NULL;
  if (fd < 0)
    return -1;
  f = fdopen(fd, "r");
  if (!f)
    return -1;
  fd = -1;
  return fgetc(f);
}
void keep(char *p);
int steal_to_call(const char *s) {
  _cleanup_(freep) char *p = strdup(s);
  if (!p) return -1;
  keep(p);
  p = NULL;
  return 0;
}
int free_then_null(const char *s) {
  _cleanup_(freep) char *p = strdup(s);
  if (!p) return -1;
  free(p);
  p = NULL;
  return 0;
}
int realloc_in_cleanup(size_t n) {
  _cleanup_(freep) char *p = malloc(n);
  if (!p) return -1;
  char *q = realloc(p, 2 * n);
  if (!q)
    return -1;
  p = q;
  p[0] = 0;
  return 0;
}
