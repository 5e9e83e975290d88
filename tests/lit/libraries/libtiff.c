// RUN: %verify -I/usr/include/x86_64-linux-gnu -I/usr/include/aarch64-linux-gnu %s
// REQUIRES: libtiff
#include <tiffio.h>
#include <stdlib.h>
int width(const char *f) {
  unsigned w = 0;
  TIFF *t = TIFFOpen(f, "r");
  if (!t)
    return 0;
  TIFFGetField(t, TIFFTAG_IMAGEWIDTH, &w);
  return (int)w; // expected-warning {{a TIFF file from 'TIFFOpen' is lost without being released; release it with 'TIFFClose' [custody.ffi-03]}}
}
int widthGood(const char *f) {
  unsigned w = 0;
  TIFF *t = TIFFOpen(f, "r");
  if (!t)
    return 0;
  tdata_t b = _TIFFmalloc(TIFFScanlineSize(t));
  TIFFReadScanline(t, b, 0, 0);
  _TIFFfree(b);
  TIFFGetField(t, TIFFTAG_IMAGEWIDTH, &w);
  TIFFClose(t);
  return (int)w;
}
void wrong(void) { free(_TIFFmalloc(8)); } // expected-warning {{'free' releases memory from '_TIFFmalloc'; release it with '_TIFFfree' [custody.mem-03]}}
