// RUN: %verify %s
//
// A cleanup function is one more release, at the end of its variable's scope.
#include <stdlib.h>
#include <string.h>

static void releaseString(char **p) { free(*p); }
#define AUTO __attribute__((cleanup(releaseString)))

int releasedByHandToo(const char *s) {
  AUTO char *p = strdup(s);
  free(p);
  return 0; // expected-warning {{'releaseString' releases memory from 'strdup' that 'free' has already released; let one owner release it [custody.ffi-07]}}
}

int emptied(const char *s) {
  AUTO char *p = strdup(s);
  free(p);
  p = NULL;
  return 0;
}

char *returned(const char *s) {
  AUTO char *p = strdup(s);
  return p; // expected-warning {{memory from 'strdup' is used after 'releaseString' released it; use it before, or not at all [custody.own-02]}}
}

char *stolen(const char *s) {
  AUTO char *p = strdup(s);
  char *kept = p;
  p = NULL;
  return kept;
}
