// RUN: %verify %s
// REQUIRES: giflib
#include <gif_lib.h>
#include <stdlib.h>
int slurp(const char *f) {
  int e;
  GifFileType *g = DGifOpenFileName(f, &e);
  if (!g)
    return e;
  if (DGifSlurp(g) == GIF_ERROR)
    return 1; // expected-warning {{a GIF file from 'DGifOpenFileName' is lost without being released; release it with 'DGifCloseFile' [custody.ffi-03]}}
  return DGifCloseFile(g, &e);
}
int wrong(const char *f) {
  int e;
  GifFileType *g = DGifOpenFileName(f, &e);
  return g ? EGifCloseFile(g, &e) : 0; // expected-warning {{'EGifCloseFile' releases a GIF file from 'DGifOpenFileName'; release it with 'DGifCloseFile' [custody.mem-03]}}
}
void map(void) { GifFreeMapObject(GifMakeMapObject(2, 0)); }
