// RUN: %verify %s
// REQUIRES: openssl
//
// d2i_X and PEM_read_X make an object, or fill one that is given; some write
// into a buffer that may be given.
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/sha.h>
#include <openssl/x509v3.h>
#include <stdio.h>
#include <stdlib.h>

int lost(FILE *f) {
  X509 *x = PEM_read_X509(f, NULL, NULL, NULL);
  if (!x)
    return -1;
  return X509_check_host(x, "a", 1, 0, NULL); // expected-warning {{a certificate from 'PEM_read_X509' is lost without being released; release it with 'X509_free' [custody.ffi-03]}}
}
int fromBytes(const unsigned char *p, long n) {
  X509 *x = d2i_X509(NULL, &p, n);
  if (!x)
    return -1;
  return X509_check_host(x, "a", 1, 0, NULL); // expected-warning {{a certificate from 'd2i_X509' is lost without being released; release it with 'X509_free' [custody.ffi-03]}}
}
void wrong(BIO *b) {
  free(d2i_PKCS12_bio(b, NULL)); // expected-warning {{'free' releases a PKCS #12 structure from 'd2i_PKCS12_bio'; release it with 'PKCS12_free' [custody.mem-03]}}
}
void twice(BIO *b) {
  EVP_PKEY *k = PEM_read_bio_PrivateKey(b, NULL, NULL, NULL);
  EVP_PKEY_free(k);
  EVP_PKEY_free(k); // expected-warning {{'EVP_PKEY_free' releases a key from 'PEM_read_bio_PrivateKey' that 'EVP_PKEY_free' has already released; release it once [custody.own-01]}}
}
X509 *handedOn(BIO *b) { return PEM_read_bio_X509(b, NULL, NULL, NULL); }
void filled(const unsigned char *p, long n) {
  X509 *x = NULL;
  d2i_X509(&x, &p, n);
  X509_free(x);
}
int refilled(X509 *x, const unsigned char *p, long n) {
  return d2i_X509(&x, &p, n) ? 0 : -1;
}

void nameOfItsOwn(const X509_NAME *n) {
  char *s = X509_NAME_oneline(n, NULL, 0);
  free(s); // expected-warning {{'free' releases memory from 'X509_NAME_oneline'; release it with 'OPENSSL_free' [custody.mem-03]}}
}
void nameInBuffer(const X509_NAME *n) {
  char buffer[200], *s = X509_NAME_oneline(n, buffer, sizeof buffer);
  if (s)
    puts(s);
}
void staticText(unsigned long e) {
  free(ERR_error_string(e, NULL)); // expected-warning {{'free' releases a buffer that 'ERR_error_string' only lends; copy it to have your own [custody.mem-02]}}
}
unsigned char *digest(const unsigned char *p, size_t n) {
  unsigned char *d = malloc(SHA256_DIGEST_LENGTH);
  return d ? SHA256(p, n, d) : NULL;
}
