// RUN: %verify -I/usr/include/gdk-pixbuf-2.0 -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include -I/usr/lib/aarch64-linux-gnu/glib-2.0/include -I/usr/include/libpng16 -I/usr/include/x86_64-linux-gnu -I/usr/include/aarch64-linux-gnu -I/usr/include/libmount -I/usr/include/blkid %s
// REQUIRES: gdk-pixbuf
#include <gdk-pixbuf/gdk-pixbuf.h>
int width(const char *f) {
  GdkPixbuf *p = gdk_pixbuf_new_from_file(f, NULL);
  if (!p)
    return 0;
  return gdk_pixbuf_get_width(p); // expected-warning {{an object from 'gdk_pixbuf_new_from_file' is lost without being released; release it with 'g_object_unref' [custody.ffi-03]}}
}
int widthGood(const char *f) {
  GdkPixbuf *p = gdk_pixbuf_new_from_file(f, NULL);
  if (!p)
    return 0;
  int w = gdk_pixbuf_get_width(p);
  g_object_unref(p);
  return w;
}
void save(GdkPixbuf *p) {
  char *b;
  gsize n;
  if (gdk_pixbuf_save_to_buffer(p, &b, &n, "png", NULL, NULL))
    g_print("%p", (void *)b);
} // expected-warning {{memory from 'gdk_pixbuf_save_to_buffer' is lost without being released; release it with 'g_free' [custody.ffi-03]}}
