// RUN: %verify -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include -I/usr/lib/aarch64-linux-gnu/glib-2.0/include %s
// REQUIRES: glib
#include <glib.h>
#include <stdlib.h>

void text(int n) {
  char *s = g_strdup_printf("%d", n);
  g_print("%s", s);
} // expected-warning {{memory from 'g_strdup_printf' is lost without being released; release it with 'g_free' [custody.ffi-03]}}
void textGood(int n) {
  char *s = g_strdup_printf("%d", n);
  g_print("%s", s);
  g_free(s);
}

// One allocator since GLib 2.46.
void mixed(void) {
  free(g_strdup("x"));
  g_free(malloc(8));
}

void slices(void) {
  int *p = g_slice_alloc(16);
  g_free(p); // expected-warning {{'g_free' releases memory from 'g_slice_alloc'; release it with 'g_slice_free' [custody.mem-03]}}
}
void slicesGood(void) {
  int *p = g_slice_alloc(16);
  g_slice_free1(16, p);
}
void sliceSize(void) {
  int *p = g_slice_alloc(16);
  g_slice_free1(8, p); // expected-warning-re {{'g_slice_free1' releases memory from 'g_slice_alloc' with size {{.*}}[custody.own-04]}}
}

void contents(void) {
  char *text;
  if (!g_file_get_contents("x", &text, NULL, NULL))
    return;
  g_print("%s", text);
} // expected-warning {{memory from 'g_file_get_contents' is lost}}
void contentsGood(void) {
  char *text;
  if (!g_file_get_contents("x", &text, NULL, NULL))
    return;
  g_free(text);
}

void parts(const char *s) {
  char **v = g_strsplit(s, ",", 0);
  g_print("%u", g_strv_length(v)); // expected-warning {{a string array from 'g_strsplit' is lost without being released; release it with 'g_strfreev'}}
}
void partsGood(const char *s) {
  char **v = g_strsplit(s, ",", 0);
  g_strfreev(v);
}

void home(void) {
  g_free((char *)g_get_home_dir()); // expected-warning {{'g_free' releases a string that 'g_get_home_dir' only lends; copy it to have your own [custody.mem-02]}}
}

void errors(void) {
  GError *e = g_error_new_literal(1, 2, "x");
  g_free(e); // expected-warning {{'g_free' releases an error from 'g_error_new_literal'; release it with 'g_error_free' [custody.mem-03]}}
}
void errorsGood(void) {
  GError *e = g_error_new_literal(1, 2, "x");
  g_clear_error(&e);
}
void handedOver(GError **out) {
  g_propagate_error(out, g_error_new_literal(1, 2, "x"));
}

void built(void) {
  GString *s = g_string_new("x");
  s = g_string_append(s, "y");
  g_print("%s", s->str); // expected-warning {{a string from 'g_string_new' is lost}}
}
char *builtGood(void) {
  GString *s = g_string_new("x");
  g_string_append(s, "y");
  return g_string_free(s, FALSE);
}

// Containers keep what they are given.
GList *listed(GHashTable *t, GPtrArray *a) {
  g_hash_table_insert(t, g_strdup("k"), g_strdup("v"));
  g_ptr_array_add(a, g_strdup("x"));
  return g_list_append(NULL, g_strdup("x"));
}
void references(void) {
  GPtrArray *a = g_ptr_array_new();
  GPtrArray *b = g_ptr_array_ref(a);
  g_ptr_array_unref(b);
  g_ptr_array_unref(a);
}
