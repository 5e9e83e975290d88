// RUN: %verify %s
// REQUIRES: gmp
#include <gmp.h>
#include <stdlib.h>

void cleared(void) {
  mpz_t n;
  mpz_init_set_ui(n, 3);
  mpz_add_ui(n, n, 1);
  mpz_clear(n);
}
int early(int c) {
  mpz_t n;
  mpz_init(n);
  if (c)
    return -1; // expected-warning {{an integer from '__gmpz_init' is lost without being released; release it with 'mpz_clear' [custody.ffi-03]}}
  mpz_clear(n);
  return 0;
}
