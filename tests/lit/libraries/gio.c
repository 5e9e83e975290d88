// RUN: %verify -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include -I/usr/lib/aarch64-linux-gnu/glib-2.0/include -I/usr/include/libmount -I/usr/include/blkid %s
// REQUIRES: glib
#include <gio/gio.h>
void path(GFile *f) {
  char *p = g_file_get_path(f);
  g_print("%s", p);
} // expected-warning {{memory from 'g_file_get_path' is lost without being released; release it with 'g_free' [custody.ffi-03]}}
void pathGood(GFile *f) {
  char *p = g_file_get_path(f);
  g_print("%s", p);
  g_free(p);
}
void name(GFileInfo *i) {
  g_free((char *)g_file_info_get_name(i)); // expected-warning {{'g_free' releases a string that 'g_file_info_get_name' only lends; copy it to have your own [custody.mem-02]}}
}
void input(const char *n) {
  GFile *f = g_file_new_for_path(n);
  GFileInputStream *s = g_file_read(f, NULL, NULL);
  g_object_unref(f);
  if (!s)
    return;
  g_input_stream_close(G_INPUT_STREAM(s), NULL, NULL);
} // expected-warning {{an object from 'g_file_read' is lost without being released; release it with 'g_object_unref' [custody.ffi-03]}}
void inputGood(const char *n) {
  GFile *f = g_file_new_for_path(n);
  GFileInputStream *s = g_file_read(f, NULL, NULL);
  g_object_unref(f);
  if (!s)
    return;
  g_input_stream_close(G_INPUT_STREAM(s), NULL, NULL);
  g_object_unref(s);
}
void contents(GFile *f) {
  char *t;
  if (g_file_load_contents(f, NULL, &t, NULL, NULL, NULL))
    g_print("%s", t);
} // expected-warning {{memory from 'g_file_load_contents' is lost without being released; release it with 'g_free' [custody.ffi-03]}}
void wrong(void) {
  GCancellable *c = g_cancellable_new();
  g_free(c); // expected-warning {{'g_free' releases an object from 'g_cancellable_new'; release it with 'g_object_unref' [custody.mem-03]}}
}
void answer(GTask *t, GError *e) { g_task_return_error(t, g_error_copy(e)); }
