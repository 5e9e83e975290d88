// RUN: %verify -I/usr/include/ImageMagick-6 -I/usr/include/x86_64-linux-gnu/ImageMagick-6 -DMAGICKCORE_QUANTUM_DEPTH=16 -DMAGICKCORE_HDRI_ENABLE=0 %s
// REQUIRES: magickwand
#include <wand/MagickWand.h>
#include <stdio.h>
#include <stdlib.h>

int read_one(const char *path) {
  MagickWand *w = NewMagickWand();
  if (MagickReadImage(w, path) == MagickFalse)
    return -1; // expected-warning {{a wand from 'NewMagickWand' is lost without being released; release it with 'DestroyMagickWand' [custody.ffi-03]}}
  w = DestroyMagickWand(w);
  return 0;
}
int read_oneGood(const char *path) {
  MagickWand *w = NewMagickWand();
  int rc = MagickReadImage(w, path) == MagickFalse ? -1 : 0;
  w = DestroyMagickWand(w);
  return rc;
}
void format(MagickWand *w) {
  char *f = MagickGetImageFormat(w);
  puts(f);
  free(f); // expected-warning {{'free' releases memory from 'MagickGetImageFormat'; release it with 'MagickRelinquishMemory' [custody.mem-03]}}
}
