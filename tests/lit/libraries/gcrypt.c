// RUN: %verify %s
// REQUIRES: gcrypt
#include <gcrypt.h>
#include <stdlib.h>

int lost(const void *key) {
  gcry_cipher_hd_t h;
  if (gcry_cipher_open(&h, GCRY_CIPHER_AES, GCRY_CIPHER_MODE_CBC, 0))
    return -1;
  if (gcry_cipher_setkey(h, key, 16))
    return -1; // expected-warning {{a cipher handle from 'gcry_cipher_open' is lost without being released; release it with 'gcry_cipher_close' [custody.ffi-03]}}
  gcry_cipher_close(h);
  return 0;
}
void wrong(void) {
  void *p = gcry_malloc_secure(16);
  free(p); // expected-warning {{'free' releases memory from 'gcry_malloc_secure'; release it with 'gcry_free' [custody.mem-03]}}
}
void number(void) {
  gcry_mpi_t a = gcry_mpi_new(64), b = gcry_mpi_copy(a);
  gcry_mpi_release(a);
  gcry_mpi_release(b);
  gcry_mpi_release(a); // expected-warning {{'gcry_mpi_release' releases a big number from 'gcry_mpi_new' that 'gcry_mpi_release' has already released; release it once [custody.own-01]}}
}
