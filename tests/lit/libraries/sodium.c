// RUN: %verify %s
// REQUIRES: sodium
#include <sodium.h>
#include <stdlib.h>

void wrong(void) {
  unsigned char *key = sodium_malloc(32);
  free(key); // expected-warning {{'free' releases guarded memory from 'sodium_malloc'; release it with 'sodium_free' [custody.mem-03]}}
}
int lost(unsigned char *out, const unsigned char *in) {
  unsigned char *key = sodium_malloc(crypto_secretbox_KEYBYTES);
  if (!key)
    return -1;
  crypto_secretbox_keygen(key);
  return crypto_secretbox_easy(out, in, 8, in, key); // expected-warning {{guarded memory from 'sodium_malloc' is lost without being released; release it with 'sodium_free' [custody.ffi-03]}}
}
