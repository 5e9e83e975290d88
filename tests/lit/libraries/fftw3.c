// RUN: %verify %s
// REQUIRES: fftw3
#include <fftw3.h>
#include <stdlib.h>

void planned(int n) {
  fftw_complex *in = fftw_alloc_complex(n);
  if (!in)
    return;
  fftw_plan p = fftw_plan_dft_1d(n, in, in, FFTW_FORWARD, FFTW_ESTIMATE);
  fftw_execute(p);
  fftw_free(in); // expected-warning {{a plan from 'fftw_plan_dft_1d' is lost without being released; release it with 'fftw_destroy_plan' [custody.ffi-03]}}
}
void plannedGood(int n) {
  fftw_complex *in = fftw_alloc_complex(n);
  if (!in)
    return;
  fftw_plan p = fftw_plan_dft_1d(n, in, in, FFTW_FORWARD, FFTW_ESTIMATE);
  fftw_execute(p);
  fftw_destroy_plan(p);
  fftw_free(in);
}
void wrong(void) {
  double *d = fftw_malloc(64);
  free(d); // expected-warning {{'free' releases memory from 'fftw_malloc'; release it with 'fftw_free' [custody.mem-03]}}
}
