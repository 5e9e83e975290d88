// RUN: %verify %s
// REQUIRES: libwebp
#include <webp/decode.h>
#include <webp/encode.h>
#include <stdlib.h>
void decode(const uint8_t *d, size_t n) {
  int w, h;
  uint8_t *p = WebPDecodeRGBA(d, n, &w, &h);
  free(p); // expected-warning {{'free' releases memory from 'WebPDecodeRGBA'; release it with 'WebPFree' [custody.mem-03]}}
}
void decodeGood(const uint8_t *d, size_t n) {
  int w, h;
  WebPFree(WebPDecodeRGBA(d, n, &w, &h));
}
size_t encode(const uint8_t *d) {
  uint8_t *out;
  return WebPEncodeRGB(d, 1, 1, 3, 80, &out); // expected-warning {{memory from 'WebPEncodeRGB' is lost without being released; release it with 'WebPFree' [custody.ffi-03]}}
}
size_t encodeGood(const uint8_t *d) {
  uint8_t *out;
  size_t n = WebPEncodeRGB(d, 1, 1, 3, 80, &out);
  if (n)
    WebPFree(out);
  return n;
}
