// RUN: %verify %s
//
// The C code above `import "C"` in a Go file, with what cgo puts before it.
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
typedef struct { const char *p; ptrdiff_t n; } _GoString_;
extern size_t _GoStringLen(_GoString_ s);
extern const char *_GoStringPtr(_GoString_ s);
extern void *_CMalloc(size_t);

static char *copied(_GoString_ s) {
  char *text = malloc(_GoStringLen(s) + 1);
  if (!text)
    return NULL;
  memcpy(text, _GoStringPtr(s), _GoStringLen(s));
  text[_GoStringLen(s)] = 0;
  return text;
}
void use(_GoString_ s) { free(copied(s)); }
void freed(_GoString_ s) {
  free((char *)_GoStringPtr(s)); // expected-warning {{'free' releases a Go string's text that '_GoStringPtr' only lends; copy it to have your own [custody.mem-02]}}
}
void written(_GoString_ s) {
  char *p = (char *)_GoStringPtr(s);
  p[0] = 'x'; // expected-warning {{writes}}
}
void made(void) { free(_CMalloc(3)); }
void lost(void) {
  _CMalloc(3);
} // expected-warning {{memory from '_CMalloc' is lost without being released; release it with 'free' [custody.ffi-03]}}
