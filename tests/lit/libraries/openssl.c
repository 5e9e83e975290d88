// RUN: %verify %s
// REQUIRES: openssl
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <stdio.h>
#include <stdlib.h>

int lost(void) {
  SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
  if (!ctx)
    return -1;
  if (SSL_CTX_set_default_verify_paths(ctx) != 1)
    return -1; // expected-warning {{a TLS context from 'SSL_CTX_new' is lost without being released; release it with 'SSL_CTX_free' [custody.ffi-03]}}
  SSL_CTX_free(ctx);
  return 0;
}
int lostGood(void) {
  int ok = -1;
  SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
  SSL *ssl = ctx ? SSL_new(ctx) : NULL;
  if (ssl && SSL_set_fd(ssl, 3) == 1)
    ok = SSL_connect(ssl);
  SSL_free(ssl);
  SSL_CTX_free(ctx);
  return ok;
}

void wrong(void) {
  unsigned char *p = OPENSSL_malloc(3);
  free(p); // expected-warning {{'free' releases memory from 'CRYPTO_malloc'; release it with 'OPENSSL_free' [custody.mem-03]}}
}
void wrongGood(void) {
  unsigned char *p = OPENSSL_malloc(3);
  if (p)
    *p = 0;
  OPENSSL_free(p);
}
void text(ASN1_STRING *s) {
  unsigned char *utf8;
  if (ASN1_STRING_to_UTF8(&utf8, s) < 0)
    return;
  free(utf8); // expected-warning {{'free' releases memory from 'ASN1_STRING_to_UTF8'; release it with 'OPENSSL_free' [custody.mem-03]}}
}

void twice(SSL *ssl) {
  X509 *peer = SSL_get1_peer_certificate(ssl);
  if (!peer)
    return;
  X509_get_subject_name(peer);
  X509_free(peer);
  X509_free(peer); // expected-warning {{'X509_free' releases a certificate from 'SSL_get1_peer_certificate' that 'X509_free' has already released; release it once [custody.own-01]}}
}
void borrowed(SSL *ssl) {
  X509 *peer = SSL_get0_peer_certificate(ssl);
  X509_free(peer); // expected-warning {{'X509_free' releases a certificate that 'SSL_get0_peer_certificate' only lends; copy it to have your own [custody.mem-02]}}
}

// Only a successful call takes over.
int given(EVP_PKEY *key) {
  RSA *rsa = RSA_new();
  if (!rsa)
    return 0;
  if (!EVP_PKEY_assign_RSA(key, rsa))
    return 0; // expected-warning {{an RSA key from 'RSA_new' is lost without being released; release it with 'RSA_free' [custody.ffi-03]}}
  return 1;
}
int givenTwice(EVP_PKEY *key) {
  RSA *rsa = RSA_new();
  if (!rsa)
    return 0;
  EVP_PKEY_assign_RSA(key, rsa);
  RSA_free(rsa); // expected-warning {{'RSA_free' releases an RSA key from 'RSA_new' that 'EVP_PKEY_assign' already owns; leave the release to its owner [custody.ffi-07]}}
  return 1;
}
int givenGood(EVP_PKEY *key) {
  RSA *rsa = RSA_new();
  if (!rsa)
    return 0;
  if (!EVP_PKEY_assign_RSA(key, rsa)) {
    RSA_free(rsa);
    return 0;
  }
  return 1;
}
int parts(RSA *rsa) {
  BIGNUM *n = BN_new(), *e = BN_new();
  if (!n || !e || !RSA_set0_key(rsa, n, e, NULL)) {
    BN_free(n);
    BN_free(e);
    return 0;
  }
  return 1;
}

EVP_PKEY *generate(void) {
  EVP_PKEY *key = NULL;
  EVP_PKEY_CTX *ctx = EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, NULL);
  if (EVP_PKEY_keygen_init(ctx) > 0 && EVP_PKEY_keygen(ctx, &key) <= 0)
    key = NULL;
  EVP_PKEY_CTX_free(ctx);
  return key;
}

void chain(void) {
  BIO *base64 = BIO_new(BIO_f_base64());
  BIO *memory = BIO_new(BIO_s_mem());
  memory = BIO_push(base64, memory);
  BIO_write(memory, "x", 1);
  BIO_free_all(memory);
}
int file(const char *path) {
  BIO *in = BIO_new_file(path, "r");
  if (!in)
    return -1;
  char line[80];
  if (BIO_gets(in, line, sizeof line) <= 0)
    return -1; // expected-warning {{a BIO from 'BIO_new_file' is lost without being released; release it with 'BIO_free' [custody.ffi-03]}}
  BIO_free(in);
  return 0;
}

void stack(void) {
  STACK_OF(X509) *certs = sk_X509_new_null();
  sk_X509_push(certs, X509_new());
  sk_X509_pop_free(certs, X509_free);
}
int stackLost(void) {
  STACK_OF(X509) *certs = sk_X509_new_null();
  return sk_X509_num(certs); // expected-warning {{a stack from 'OPENSSL_sk_new_null' is lost without being released; release it with 'OPENSSL_sk_free' [custody.ffi-03]}}
}
void closed(const EVP_MD *md) {
  EVP_MD_CTX *ctx = EVP_MD_CTX_new();
  EVP_MD_CTX_free(ctx);
  EVP_DigestInit_ex(ctx, md, NULL); // expected-warning {{a digest context from 'EVP_MD_CTX_new' is used after 'EVP_MD_CTX_free' released it; use it before, or not at all [custody.own-02]}}
}
void streamLost(void) {
  FILE *f = fopen("x", "r");
  if (!f)
    return;
  BIO *b = BIO_new_fp(f, BIO_NOCLOSE | BIO_FP_TEXT); // expected-warning {{a stream from 'fopen' is lost without being released; release it with 'fclose' [custody.ffi-03]}}
  BIO_free(b);
}
void streamTwice(void) {
  FILE *f = fopen("x", "r");
  if (!f)
    return;
  BIO *b = BIO_new_fp(f, BIO_CLOSE);
  if (!b) {
    fclose(f);
    return;
  }
  BIO_free(b);
  fclose(f); // expected-warning {{'fclose' releases a stream from 'fopen' that 'BIO_free' has already released; let one owner release it [custody.ffi-07]}}
}
void streamGood(int close) {
  FILE *f = fopen("x", "r"), *g = fopen("y", "r");
  if (f) {
    BIO *b = BIO_new_fp(f, BIO_NOCLOSE);
    BIO_free(b);
    fclose(f);
  }
  if (g)
    BIO_free(BIO_new_fp(g, close));
}
