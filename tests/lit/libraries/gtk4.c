// RUN: %verify -I/usr/include/gtk-4.0 -I/usr/include/pango-1.0 -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include -I/usr/lib/aarch64-linux-gnu/glib-2.0/include -I/usr/include/harfbuzz -I/usr/include/freetype2 -I/usr/include/libpng16 -I/usr/include/libmount -I/usr/include/blkid -I/usr/include/fribidi -I/usr/include/cairo -I/usr/include/pixman-1 -I/usr/include/gdk-pixbuf-2.0 -I/usr/include/x86_64-linux-gnu -I/usr/include/aarch64-linux-gnu -I/usr/include/graphene-1.0 -I/usr/lib/x86_64-linux-gnu/graphene-1.0/include -I/usr/lib/aarch64-linux-gnu/graphene-1.0/include %s
// REQUIRES: gtk4
#include <gtk/gtk.h>
void text(GtkLabel *l) {
  g_free((char *)gtk_label_get_text(l)); // expected-warning {{'g_free' releases a string that 'gtk_label_get_text' only lends; copy it to have your own [custody.mem-02]}}
}
void transform(void) {
  GskTransform *t = gsk_transform_new();
  t = gsk_transform_translate(t, NULL);
  t = gsk_transform_rotate(t, 1);
  gsk_transform_unref(t);
}
void transformLost(void) {
  GskTransform *t = gsk_transform_rotate(NULL, 1);
  gsk_transform_get_category(t);
} // expected-warning {{a transform from 'gsk_transform_rotate' is lost without being released; release it with 'gsk_transform_unref' [custody.ffi-03]}}
void expression(GType type) {
  GtkExpression *e = gtk_property_expression_new(type, NULL, "x");
  g_object_unref(e); // expected-warning {{'g_object_unref' releases an expression from 'gtk_property_expression_new'; release it with 'gtk_expression_unref' [custody.mem-03]}}
}
void store(void) {
  GListStore *s = g_list_store_new(G_TYPE_OBJECT);
  gtk_no_selection_new(G_LIST_MODEL(s));
} // expected-warning {{an object from 'gtk_no_selection_new' is lost without being released; release it with 'g_object_unref' [custody.ffi-03]}}
void clip(GdkClipboard *c, GAsyncResult *r) {
  char *t = gdk_clipboard_read_text_finish(c, r, NULL);
  g_free(t);
}
