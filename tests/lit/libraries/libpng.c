// RUN: %verify -I/usr/include/libpng16 %s
// REQUIRES: libpng
#include <png.h>
#include <stdlib.h>
void read(void) {
  png_structp p = png_create_read_struct(PNG_LIBPNG_VER_STRING, 0, 0, 0);
  if (!p)
    return;
  png_infop i = png_create_info_struct(p);
  if (!i)
    return; // expected-warning {{a PNG read structure from 'png_create_read_struct' is lost without being released; release it with 'png_destroy_read_struct' [custody.ffi-03]}}
  png_destroy_read_struct(&p, &i, 0);
}
void readGood(void) {
  png_structp p = png_create_read_struct(PNG_LIBPNG_VER_STRING, 0, 0, 0);
  if (!p)
    return;
  png_infop i = png_create_info_struct(p);
  if (!i) {
    png_destroy_read_struct(&p, 0, 0);
    return;
  }
  png_destroy_read_struct(&p, &i, 0);
}
void wrong(void) {
  png_structp p = png_create_read_struct(PNG_LIBPNG_VER_STRING, 0, 0, 0);
  png_destroy_write_struct(&p, 0); // expected-warning {{'png_destroy_write_struct' releases a PNG read structure from 'png_create_read_struct'; release it with 'png_destroy_read_struct' [custody.mem-03]}}
}
void memory(png_structp p) { free(png_malloc(p, 8)); } // expected-warning {{'free' releases memory from 'png_malloc'; release it with 'png_free' [custody.mem-03]}}
