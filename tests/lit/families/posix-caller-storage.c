// RUN: %verify %s
//
// Handles that live in storage of the caller's own.
#include <glob.h>
#include <regex.h>
#include <stddef.h>
#include <wordexp.h>

int matches(const char *pattern, const char *text) {
  regex_t r;
  if (regcomp(&r, pattern, 0) != 0)
    return -1;
  int found = regexec(&r, text, 0, NULL, 0) == 0;
  regfree(&r);
  return found;
}
int forgotten(const char *pattern) {
  regex_t r;
  if (regcomp(&r, pattern, 0) != 0)
    return -1;
  return 0; // expected-warning {{a compiled expression from 'regcomp' is lost without being released; release it with 'regfree' [custody.ffi-03]}}
}
struct matcher {
  regex_t r;
};
int kept(struct matcher *m, const char *pattern) {
  return regcomp(&m->r, pattern, 0);
}

size_t count(const char *pattern) {
  glob_t g;
  if (glob(pattern, 0, NULL, &g) != 0)
    return 0;
  size_t n = g.gl_pathc;
  globfree(&g);
  return n;
}
size_t countAndForget(const char *pattern) {
  glob_t g;
  if (glob(pattern, 0, NULL, &g) != 0)
    return 0;
  return g.gl_pathc; // expected-warning {{a list of paths from 'glob' is lost}}
}

int words(const char *line) {
  wordexp_t w;
  if (wordexp(line, &w, 0) != 0)
    return -1;
  int n = (int)w.we_wordc;
  wordfree(&w);
  return n;
}
int wordsForgotten(const char *line) {
  wordexp_t w;
  if (wordexp(line, &w, 0) != 0)
    return -1;
  return (int)w.we_wordc; // expected-warning {{a list of words from 'wordexp' is lost}}
}
