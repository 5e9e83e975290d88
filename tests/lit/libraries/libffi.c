// RUN: %verify -I/usr/include/x86_64-linux-gnu %s
// REQUIRES: libffi
#include <ffi.h>
#include <stdlib.h>

void wrong(void) {
  void *code;
  free(ffi_closure_alloc(sizeof(ffi_closure), &code)); // expected-warning {{'free' releases a closure from 'ffi_closure_alloc'; release it with 'ffi_closure_free' [custody.mem-03]}}
}
void made(ffi_cif *cif, void (*f)(ffi_cif *, void *, void **, void *)) {
  void *code;
  ffi_closure *c = ffi_closure_alloc(sizeof(ffi_closure), &code);
  if (!c)
    return;
  ffi_prep_closure_loc(c, cif, f, malloc(4), code);
  ffi_closure_free(c);
}
