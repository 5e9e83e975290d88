// RUN: %verify -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include -I/usr/lib/aarch64-linux-gnu/glib-2.0/include %s
// REQUIRES: glib
#include <glib.h>
void matched(GRegex *r, const char *s) {
  GMatchInfo *m;
  if (g_regex_match(r, s, 0, &m))
    g_print("yes"); // expected-warning {{a match from 'g_regex_match' is lost without being released; release it with 'g_match_info_unref' [custody.ffi-03]}}
}
void matchedGood(GRegex *r, const char *s) {
  GMatchInfo *m;
  g_regex_match(r, s, 0, &m);
  char *w = g_match_info_fetch(m, 0);
  g_print("%s", w);
  g_free(w);
  g_match_info_free(m);
}
char *key(GKeyFile *k) {
  char *s = g_key_file_get_string(k, "a", "b", NULL);
  char *t = g_strconcat(s, "x", NULL); // expected-warning {{memory from 'g_key_file_get_string' is lost without being released; release it with 'g_free' [custody.ffi-03]}}
  return t;
}
void bytes(gsize n) {
  GBytes *b = g_bytes_new_take(g_malloc(n), n);
  g_bytes_unref(b);
  g_bytes_get_size(b); // expected-warning {{bytes from 'g_bytes_new_take' is used after 'g_bytes_unref' released it; use it before, or not at all [custody.own-02]}}
}
gpointer bytesGood(gsize n) {
  GBytes *b = g_bytes_new("x", 1);
  return g_bytes_unref_to_data(b, &n);
}
void timer(void) {
  GTimer *t = g_timer_new();
  g_free(t); // expected-warning {{'g_free' releases a timer from 'g_timer_new'; release it with 'g_timer_destroy' [custody.mem-03]}}
}
void loop(void) {
  GMainLoop *l = g_main_loop_new(NULL, FALSE);
  g_main_loop_run(l);
  g_main_loop_unref(l);
}
void floating(void) {
  GVariant *v = g_variant_ref_sink(g_variant_new("s", "x"));
  g_variant_unref(v);
}
void process(void) {
  char *out = NULL;
  if (!g_spawn_command_line_sync("ls", &out, NULL, NULL, NULL))
    return;
  g_print("%s", out);
} // expected-warning {{memory from 'g_spawn_command_line_sync' is lost without being released; release it with 'g_free' [custody.ffi-03]}}
void again(void) {
  GChecksum *c = g_checksum_new(G_CHECKSUM_MD5);
  g_checksum_update(c, (const guchar *)"x", 1);
  g_checksum_free(c);
  g_checksum_free(c); // expected-warning {{'g_checksum_free' releases a checksum from 'g_checksum_new' that 'g_checksum_free' has already released; release it once [custody.own-01]}}
}
// What is inside may be left behind.
void insideLost(void) {
  GString *s = g_string_new("x");
  char *p = g_string_free(s, FALSE);
  (void)p; // expected-warning@+1 {{memory from 'g_string_free' is lost without being released; release it with 'g_free' [custody.ffi-03]}}
}
void insideGone(void) {
  GString *s = g_string_new("x");
  g_string_free(s, TRUE);
  GArray *a = g_array_new(FALSE, FALSE, 4);
  g_array_free(a, TRUE);
}
char *insideGood(gboolean all) {
  GString *s = g_string_new("x");
  if (all)
    return g_string_free(s, all);
  char *p = s->str;
  g_string_free(s, FALSE);
  return p;
}
char **insideArray(void) {
  GPtrArray *a = g_ptr_array_new();
  g_ptr_array_add(a, NULL);
  return (char **)g_ptr_array_free(a, FALSE);
}
void insideArrayFreed(void) {
  GPtrArray *a = g_ptr_array_new();
  g_ptr_array_add(a, NULL);
  g_strfreev((char **)g_ptr_array_free(a, FALSE));
}

void arrayOnly(GVariant *v) {
  const char **names = g_variant_get_strv(v, NULL);
  g_print("%s", names[0]); // expected-warning {{memory from 'g_variant_get_strv' is lost without being released; release it with 'g_free' [custody.ffi-03]}}
}
void arrayOnlyGood(GVariant *v) {
  const char **names = g_variant_get_strv(v, NULL);
  g_print("%s", names[0]);
  g_free(names);
}
void bookmarks(GBookmarkFile *b) {
  char **uris = g_bookmark_file_get_uris(b, NULL);
  g_print("%s", uris[0]); // expected-warning {{a string array from 'g_bookmark_file_get_uris' is lost without being released; release it with 'g_strfreev' [custody.ffi-03]}}
}
void bookmarksGood(GBookmarkFile *b) {
  char **groups = g_bookmark_file_get_groups(b, "u", NULL, NULL);
  g_strfreev(groups);
  g_strfreev(g_bookmark_file_get_applications(b, "u", NULL, NULL));
}
char *lastSlash(const char *path) {
  char *copy = g_strdup(path);
  return g_strrstr(copy, "/");
}
