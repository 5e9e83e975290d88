// RUN: %verify %s
//
// `x_init(X *)` and `x_fini(X *)` on storage of the caller's own.
#include <stdlib.h>
typedef struct buffer {
  char *data;
  size_t length;
} buffer;
void buffer_init(buffer *b);
void buffer_fini(buffer *b);
void buffer_append(buffer *b, const char *text);

void lost(void) {
  buffer b;
  buffer_init(&b);
} // expected-warning {{a 'buffer' from 'buffer_init' is lost without being released; release it with 'buffer_fini' [custody.ffi-03]}}
void twice(void) {
  buffer b;
  buffer_init(&b);
  buffer_fini(&b);
  buffer_fini(&b); // expected-warning {{'buffer_fini' releases a 'buffer' from 'buffer_init' that 'buffer_fini' has already released; release it once [custody.own-01]}}
}
void right(void) {
  buffer b;
  buffer_init(&b);
  buffer_append(&b, "x");
  buffer_fini(&b);
  buffer_init(&b);
  buffer_fini(&b);
}
