// RUN: %verify -I/usr/include/guile/3.0 %s
// REQUIRES: guile
#include <libguile.h>
#include <stdlib.h>

int length(SCM s) {
  char *c = scm_to_utf8_string(s);
  if (!c)
    return 0;
  return c[0]; // expected-warning {{memory from 'scm_to_utf8_string' is lost without being released; release it with 'free' [custody.ffi-03]}}
}
int lengthGood(SCM s) {
  char *c = scm_to_locale_string(s);
  int n = c ? c[0] : 0;
  free(c);
  return n;
}
void collected(void) {
  free(scm_gc_malloc(8, "x")); // expected-warning {{'free' releases memory from 'scm_gc_malloc'; release it with 'scm_gc_free' [custody.mem-03]}}
}
SCM taken(void) {
  char *c = malloc(2);
  if (!c)
    return SCM_BOOL_F;
  c[0] = 0;
  return scm_take_locale_string(c);
}
