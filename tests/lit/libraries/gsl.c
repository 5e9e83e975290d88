// RUN: %verify %s
// REQUIRES: gsl
#include <gsl/gsl_blas.h>
#include <gsl/gsl_matrix.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_vector.h>
#include <stdlib.h>

void lost(void) {
  gsl_vector *v = gsl_vector_alloc(3);
  gsl_vector_set(v, 0, 1.0);
  if (gsl_vector_get(v, 1) > 0)
    return; // expected-warning {{a vector from 'gsl_vector_alloc' is lost without being released; release it with 'gsl_vector_free' [custody.ffi-03]}}
  gsl_vector_free(v);
}
double lostGood(void) {
  gsl_vector *v = gsl_vector_alloc(3), *w = gsl_vector_alloc(3);
  double d;
  gsl_blas_ddot(v, w, &d);
  gsl_vector_free(v);
  gsl_vector_free(w);
  return d;
}
void kinds(void) {
  gsl_matrix *m = gsl_matrix_calloc(2, 2);
  gsl_vector_free((gsl_vector *)m); // expected-warning {{'gsl_vector_free' releases a matrix from 'gsl_matrix_calloc'; release it with 'gsl_matrix_free' [custody.mem-03]}}
}
void twice(void) {
  gsl_rng *r = gsl_rng_alloc(gsl_rng_mt19937);
  gsl_rng_free(r);
  gsl_rng_uniform(r); // expected-warning {{a generator from 'gsl_rng_alloc' is used after 'gsl_rng_free' released it; use it before, or not at all [custody.own-02]}}
}
void wrong(void) {
  free(gsl_vector_alloc(2)); // expected-warning {{'free' releases a vector from 'gsl_vector_alloc'; release it with 'gsl_vector_free' [custody.mem-03]}}
}
