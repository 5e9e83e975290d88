// RUN: %verify -I/usr/include/openjpeg-2.5 %s
// REQUIRES: openjpeg
#include <openjpeg.h>
#include <stdlib.h>
int read(opj_stream_t *s, opj_codec_t *c) {
  opj_image_t *i;
  if (!opj_read_header(s, c, &i))
    return 1;
  return opj_decode(c, s, i); // expected-warning {{an image from 'opj_read_header' is lost without being released; release it with 'opj_image_destroy' [custody.ffi-03]}}
}
int readGood(opj_stream_t *s, opj_codec_t *c) {
  opj_image_t *i;
  if (!opj_read_header(s, c, &i))
    return 1;
  int r = opj_decode(c, s, i);
  opj_image_destroy(i);
  return r;
}
void wrong(void) { free(opj_create_decompress(OPJ_CODEC_JP2)); } // expected-warning {{'free' releases a codec from 'opj_create_decompress'; release it with 'opj_destroy_codec' [custody.mem-03]}}
