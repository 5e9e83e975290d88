// RUN: %verify %s
// REQUIRES: libjpeg
#include <turbojpeg.h>
#include <stdlib.h>
int header(unsigned char *b, unsigned long n) {
  int w = 0, h = 0;
  tjhandle t = tjInitDecompress();
  if (!t)
    return -1;
  if (tjDecompressHeader(t, b, n, &w, &h) < 0)
    return -1; // expected-warning {{a TurboJPEG instance from 'tjInitDecompress' is lost without being released; release it with 'tjDestroy' [custody.ffi-03]}}
  tjDestroy(t);
  return w;
}
int headerGood(unsigned char *b, unsigned long n) {
  int w = 0, h = 0;
  tjhandle t = tjInitDecompress();
  if (!t)
    return -1;
  int r = tjDecompressHeader(t, b, n, &w, &h);
  tjDestroy(t);
  return r < 0 ? -1 : w;
}
void wrong(void) { free(tjAlloc(8)); } // expected-warning {{'free' releases memory from 'tjAlloc'; release it with 'tjFree' [custody.mem-03]}}
void text(void) { free(tjGetErrorStr()); } // expected-warning {{'free' releases a string that 'tjGetErrorStr' only lends; copy it to have your own [custody.mem-02]}}
