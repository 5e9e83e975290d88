// RUN: %verify -I/usr/include/pango-1.0 -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include -I/usr/lib/aarch64-linux-gnu/glib-2.0/include -I/usr/include/harfbuzz -I/usr/include/freetype2 -I/usr/include/libpng16 -I/usr/include/libmount -I/usr/include/blkid -I/usr/include/fribidi -I/usr/include/cairo -I/usr/include/pixman-1 %s
// REQUIRES: pango
#include <pango/pangocairo.h>
void draw(cairo_t *c) {
  PangoLayout *l = pango_cairo_create_layout(c);
  PangoFontDescription *d = pango_font_description_from_string("Sans");
  pango_layout_set_font_description(l, d);
  pango_cairo_show_layout(c, l); // expected-warning {{a font description from 'pango_font_description_from_string' is lost without being released; release it with 'pango_font_description_free' [custody.ffi-03]}}
  g_object_unref(l);
}
void drawGood(cairo_t *c) {
  PangoLayout *l = pango_cairo_create_layout(c);
  PangoFontDescription *d = pango_font_description_from_string("Sans");
  pango_layout_set_font_description(l, d);
  pango_font_description_free(d);
  pango_cairo_show_layout(c, l);
  g_object_unref(l);
}
void attribute(PangoAttrList *l) {
  pango_attr_list_insert(l, pango_attr_scale_new(2));
}
void attributeTwice(PangoAttrList *l) {
  PangoAttribute *a = pango_attr_scale_new(2);
  pango_attr_list_insert(l, a);
  pango_attribute_destroy(a); // expected-warning {{'pango_attribute_destroy' releases an attribute from 'pango_attr_scale_new' that 'pango_attr_list_insert' already owns; leave the release to its owner [custody.ffi-07]}}
}
