// RUN: %verify -I/usr/include/gtk-3.0 -I/usr/include/pango-1.0 -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include -I/usr/lib/aarch64-linux-gnu/glib-2.0/include -I/usr/include/harfbuzz -I/usr/include/freetype2 -I/usr/include/libpng16 -I/usr/include/libmount -I/usr/include/blkid -I/usr/include/fribidi -I/usr/include/cairo -I/usr/include/pixman-1 -I/usr/include/gdk-pixbuf-2.0 -I/usr/include/x86_64-linux-gnu -I/usr/include/aarch64-linux-gnu -I/usr/include/gio-unix-2.0 -I/usr/include/atk-1.0 -I/usr/include/at-spi2-atk/2.0 -I/usr/include/at-spi-2.0 -I/usr/include/dbus-1.0 -I/usr/lib/x86_64-linux-gnu/dbus-1.0/include -I/usr/lib/aarch64-linux-gnu/dbus-1.0/include %s
// REQUIRES: gtk3
#include <gtk/gtk.h>
void text(GtkEntry *e) {
  g_free((char *)gtk_entry_get_text(e)); // expected-warning {{'g_free' releases a string that 'gtk_entry_get_text' only lends; copy it to have your own [custody.mem-02]}}
}
void tip(GtkTextBuffer *b, GtkTextIter *s, GtkTextIter *e) {
  char *t = gtk_text_buffer_get_text(b, s, e, FALSE);
  g_print("%s", t);
} // expected-warning {{memory from 'gtk_text_buffer_get_text' is lost without being released; release it with 'g_free' [custody.ffi-03]}}
void path(GtkTreeModel *m, GtkTreeIter *i) {
  GtkTreePath *p = gtk_tree_model_get_path(m, i);
  g_free(p); // expected-warning {{'g_free' releases a tree path from 'gtk_tree_model_get_path'; release it with 'gtk_tree_path_free' [custody.mem-03]}}
}
void pathGood(GtkTreeModel *m, GtkTreeIter *i) {
  GtkTreePath *p = gtk_tree_model_get_path(m, i);
  gtk_tree_path_next(p);
  gtk_tree_path_free(p);
}
void cursor(GtkTreeView *v) {
  GtkTreePath *p;
  gtk_tree_view_get_cursor(v, &p, NULL);
  if (p)
    gtk_tree_path_free(p);
}
void builder(void) {
  GtkBuilder *b = gtk_builder_new();
  gtk_builder_add_from_file(b, "x", NULL);
} // expected-warning {{an object from 'gtk_builder_new' is lost without being released; release it with 'g_object_unref' [custody.ffi-03]}}
GtkWidget *floating(void) {
  GtkWidget *w = gtk_label_new("x");
  gtk_widget_show(w);
  return gtk_button_new();
}
