// RUN: %verify -I/usr/lib/gcc/x86_64-linux-gnu/12/include %s
// REQUIRES: libgccjit
#include <stdio.h>
#include <stdlib.h>
#include <libgccjit.h>

void *compiled(void) {
  gcc_jit_context *c = gcc_jit_context_acquire();
  if (!c)
    return NULL;
  gcc_jit_type *t = gcc_jit_context_get_type(c, GCC_JIT_TYPE_INT);
  if (!t)
    return NULL; // expected-warning {{a compilation context from 'gcc_jit_context_acquire' is lost without being released; release it with 'gcc_jit_context_release' [custody.ffi-03]}}
  gcc_jit_result *r = gcc_jit_context_compile(c);
  gcc_jit_context_release(c);
  return r;
}
void part(gcc_jit_context *c) {
  free(gcc_jit_context_get_type(c, GCC_JIT_TYPE_INT)); // expected-warning {{'free' releases an object of the context that 'gcc_jit_context_get_type' only lends; copy it to have your own [custody.mem-02]}}
}
