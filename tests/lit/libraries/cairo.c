// RUN: %verify -I/usr/include/cairo -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include -I/usr/lib/aarch64-linux-gnu/glib-2.0/include -I/usr/include/pixman-1 -I/usr/include/freetype2 -I/usr/include/libpng16 %s
// REQUIRES: cairo
#include <cairo.h>
#include <stdlib.h>
void draw(void) {
  cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 1, 1);
  cairo_t *c = cairo_create(s); // expected-warning {{a surface from 'cairo_image_surface_create' is lost without being released; release it with 'cairo_surface_destroy' [custody.ffi-03]}}
  cairo_paint(c);
  cairo_destroy(c);
}
void drawGood(void) {
  cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 1, 1);
  cairo_t *c = cairo_create(s);
  cairo_surface_destroy(s);
  cairo_paint(c);
  cairo_destroy(c);
}
void pattern(cairo_t *c) {
  cairo_pattern_t *p = cairo_pattern_create_rgb(1, 0, 0);
  cairo_set_source(c, p);
  cairo_pattern_destroy(p);
}
void path(cairo_t *c) {
  cairo_path_t *p = cairo_copy_path(c);
  free(p); // expected-warning {{'free' releases a path from 'cairo_copy_path'; release it with 'cairo_path_destroy' [custody.mem-03]}}
}
void twice(cairo_surface_t *s) {
  cairo_t *c = cairo_create(s);
  cairo_destroy(c);
  cairo_destroy(c); // expected-warning {{'cairo_destroy' releases a drawing context from 'cairo_create' that 'cairo_destroy' has already released; release it once [custody.own-01]}}
}
