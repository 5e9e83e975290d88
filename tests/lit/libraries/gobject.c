// RUN: %verify -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include -I/usr/lib/aarch64-linux-gnu/glib-2.0/include %s
// REQUIRES: glib
#include <glib-object.h>
void lost(GValue *v) {
  GObject *o = g_value_dup_object(v);
  g_object_notify(o, "x");
} // expected-warning {{an object from 'g_value_dup_object' is lost without being released; release it with 'g_object_unref' [custody.ffi-03]}}
void good(GValue *v) {
  GObject *o = g_value_dup_object(v);
  if (!o)
    return;
  g_object_notify(o, "x");
  g_object_unref(o);
}
void freed(GValue *v) {
  GObject *o = g_value_dup_object(v);
  g_free(o); // expected-warning {{'g_free' releases an object from 'g_value_dup_object'; release it with 'g_object_unref' [custody.mem-03]}}
}
void lent(GValue *v) {
  g_free((char *)g_value_get_string(v)); // expected-warning {{'g_free' releases a string that 'g_value_get_string' only lends; copy it to have your own [custody.mem-02]}}
}
void copied(GValue *v) {
  g_free(g_value_dup_string(v));
}
/* No ids, no list. */
void ids(GType t) {
  guint n = 0, *list = g_signal_list_ids(t, &n);
  if (n > 0)
    g_free(list);
}
/* The type keeps its values. */
GType registered(const char *name) {
  GEnumValue *values = g_new0(GEnumValue, 2);
  return g_enum_register_static(name, values);
}
