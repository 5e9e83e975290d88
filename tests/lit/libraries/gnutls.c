// RUN: %verify %s
// REQUIRES: gnutls
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <stdlib.h>

int lost(const gnutls_datum_t *data) {
  gnutls_x509_crt_t crt;
  if (gnutls_x509_crt_init(&crt) < 0)
    return -1;
  if (gnutls_x509_crt_import(crt, data, GNUTLS_X509_FMT_PEM) < 0)
    return -1; // expected-warning {{a certificate from 'gnutls_x509_crt_init' is lost without being released; release it with 'gnutls_x509_crt_deinit' [custody.ffi-03]}}
  gnutls_x509_crt_deinit(crt);
  return 0;
}
int session(void) {
  gnutls_session_t s;
  int rc = gnutls_init(&s, GNUTLS_CLIENT);
  if (rc != GNUTLS_E_SUCCESS)
    return rc;
  rc = gnutls_set_default_priority(s);
  gnutls_deinit(s);
  return rc;
}
void text(gnutls_x509_crt_t crt) {
  gnutls_datum_t out;
  if (gnutls_x509_crt_print(crt, GNUTLS_CRT_PRINT_ONELINE, &out) == 0)
    free(out.data); // expected-warning {{'free' releases memory from 'gnutls_x509_crt_print'; release it with 'gnutls_free' [custody.mem-03]}}
}
void textGood(gnutls_x509_crt_t crt) {
  gnutls_datum_t out;
  if (gnutls_x509_crt_print(crt, GNUTLS_CRT_PRINT_ONELINE, &out) == 0)
    gnutls_free(out.data);
}
