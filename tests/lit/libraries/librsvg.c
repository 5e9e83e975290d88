// RUN: %verify -I/usr/include/librsvg-2.0 -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include -I/usr/lib/aarch64-linux-gnu/glib-2.0/include -I/usr/include/libmount -I/usr/include/blkid -I/usr/include/gdk-pixbuf-2.0 -I/usr/include/libpng16 -I/usr/include/x86_64-linux-gnu -I/usr/include/aarch64-linux-gnu -I/usr/include/cairo -I/usr/include/pixman-1 -I/usr/include/freetype2 %s
// REQUIRES: librsvg
#include <librsvg/rsvg.h>
void size(const char *f) {
  RsvgHandle *h = rsvg_handle_new_from_file(f, NULL);
  if (h)
    rsvg_handle_set_dpi(h, 96);
} // expected-warning {{an object from 'rsvg_handle_new_from_file' is lost without being released; release it with 'g_object_unref' [custody.ffi-03]}}
void sizeGood(const char *f) {
  RsvgHandle *h = rsvg_handle_new_from_file(f, NULL);
  if (!h)
    return;
  rsvg_handle_set_dpi(h, 96);
  g_object_unref(h);
}
void wrong(const char *f) {
  RsvgHandle *h = rsvg_handle_new_from_file(f, NULL);
  g_free(h); // expected-warning {{'g_free' releases an object from 'rsvg_handle_new_from_file'; release it with 'g_object_unref' [custody.mem-03]}}
}
