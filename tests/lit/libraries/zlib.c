// RUN: %verify %s
// REQUIRES: zlib
#include <stdio.h>
#include <zlib.h>

int lost(const char *path, char *buffer) {
  gzFile f = gzopen(path, "rb");
  if (!f)
    return -1;
  if (gzread(f, buffer, 8) < 8)
    return -1; // expected-warning {{a compressed file from 'gzopen' is lost without being released; release it with 'gzclose' [custody.ffi-03]}}
  gzclose(f);
  return 0;
}
int good(const char *path, char *buffer) {
  gzFile f = gzopen(path, "rb");
  if (!f)
    return -1;
  int got = gzread(f, buffer, 8);
  gzclose(f);
  return got;
}
void wrong(const char *path) {
  gzFile f = gzopen(path, "rb");
  if (f)
    fclose((FILE *)f); // expected-warning {{'fclose' releases a compressed file from 'gzopen'; release it with 'gzclose' [custody.mem-03]}}
}
void closed(const char *path) {
  gzFile f = gzopen(path, "rb");
  gzclose(f);
  gzeof(f); // expected-warning {{a compressed file from 'gzopen' is used after 'gzclose' released it; use it before, or not at all [custody.own-02]}}
}
int stream(void) {
  z_stream s = {0};
  if (deflateInit(&s, 9) != Z_OK)
    return -1;
  inflateEnd(&s); // expected-warning {{'inflateEnd' releases a compression stream from 'deflateInit_'; release it with 'deflateEnd' [custody.mem-03]}}
  return 0;
}
int streamGood(void) {
  z_stream s = {0};
  if (deflateInit(&s, 9) != Z_OK)
    return -1;
  deflate(&s, Z_FINISH);
  deflateEnd(&s);
  return 0;
}
