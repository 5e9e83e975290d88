// RUN: %verify -I/usr/include/ruby-3.1.0 -I/usr/include/x86_64-linux-gnu/ruby-3.1.0 %s
// REQUIRES: ruby
#include <ruby.h>
#include <stdlib.h>
#undef free

void memory(void) {
  char *p = xmalloc(8);
  free(p); // expected-warning {{'free' releases memory from 'ruby_xmalloc'; release it with 'xfree' [custody.mem-03]}}
}
VALUE copied(int n) {
  char *p = malloc(n);
  if (!p)
    return Qnil;
  p[0] = 0;
  return rb_str_new_cstr(p); // expected-warning {{memory from 'malloc' is lost without being released; release it with 'free' [custody.ffi-03]}}
}
VALUE copiedGood(int n) {
  char *p = xmalloc(n);
  p[0] = 0;
  VALUE s = rb_str_new_cstr(p);
  xfree(p);
  return s;
}
VALUE kept(int n) {
  return rb_str_new_static(malloc(n), n);
}
