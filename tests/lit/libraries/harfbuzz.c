// RUN: %verify -I/usr/include/harfbuzz -I/usr/include/freetype2 -I/usr/include/libpng16 -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include -I/usr/lib/aarch64-linux-gnu/glib-2.0/include %s
// REQUIRES: harfbuzz
#include <hb.h>
void shape(hb_font_t *f) {
  hb_buffer_t *b = hb_buffer_create();
  hb_buffer_add_utf8(b, "x", -1, 0, -1);
  hb_buffer_guess_segment_properties(b);
  hb_shape(f, b, 0, 0);
} // expected-warning {{a text buffer from 'hb_buffer_create' is lost without being released; release it with 'hb_buffer_destroy' [custody.ffi-03]}}
void shapeGood(hb_font_t *f) {
  hb_buffer_t *b = hb_buffer_create();
  hb_buffer_add_utf8(b, "x", -1, 0, -1);
  hb_shape(f, b, 0, 0);
  hb_buffer_destroy(b);
}
hb_face_t *face(const char *file) {
  hb_blob_t *b = hb_blob_create_from_file(file);
  hb_face_t *f = hb_face_create(b, 0);
  hb_blob_destroy(b);
  return f;
}
void wrong(void) {
  hb_set_t *s = hb_set_create();
  hb_map_destroy((hb_map_t *)s); // expected-warning {{'hb_map_destroy' releases a set from 'hb_set_create'; release it with 'hb_set_destroy' [custody.mem-03]}}
}
