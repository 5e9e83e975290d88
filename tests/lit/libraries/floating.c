// RUN: %verify -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include -I/usr/lib/aarch64-linux-gnu/glib-2.0/include %s
// REQUIRES: glib
//
// What is born floating belongs to whoever sinks it.
#include <glib-object.h>

void lost(void) {
  GVariant *v = g_variant_ref_sink(g_variant_new_int32(3));
  g_print("%d", g_variant_get_int32(v)); // expected-warning {{a variant from 'g_variant_ref_sink' is lost without being released; release it with 'g_variant_unref' [custody.ffi-03]}}
}
void lostByStatement(void) {
  GVariant *v = g_variant_new_int32(3);
  g_variant_ref_sink(v);
} // expected-warning {{a variant from 'g_variant_ref_sink' is lost without being released; release it with 'g_variant_unref' [custody.ffi-03]}}
void sunk(void) {
  GVariant *v = g_variant_new_int32(3);
  g_variant_ref_sink(v);
  g_variant_unref(v);
}
void sunkTwice(void) {
  GVariant *v = g_variant_ref_sink(g_variant_new_int32(3));
  GVariant *w = g_variant_ref_sink(v);
  g_variant_unref(w);
  g_variant_unref(v);
}
void unrefTwice(void) {
  GVariant *v = g_variant_ref_sink(g_variant_new_int32(3));
  g_variant_unref(v);
  g_variant_unref(v); // expected-warning {{'g_variant_unref' releases a variant from 'g_variant_ref_sink' that 'g_variant_unref' has already released; release it once [custody.own-01]}}
}
void unrefOfFloating(void) { g_variant_unref(g_variant_new_int32(3)); }
void built(void) {
  GVariantBuilder b;
  g_variant_builder_init(&b, G_VARIANT_TYPE("ai"));
  GVariant *v = g_variant_ref_sink(g_variant_builder_end(&b));
  g_print("%d", (int)g_variant_n_children(v)); // expected-warning {{a variant from 'g_variant_ref_sink' is lost without being released; release it with 'g_variant_unref' [custody.ffi-03]}}
}
struct field { GVariant *value; };
void sunkInField(struct field *f) {
  f->value = g_variant_new_int32(3);
  g_variant_ref_sink(f->value);
}
void referencedInField(struct field *f, GVariant *list) {
  f->value = g_variant_new_variant(list);
  g_variant_ref(f->value);
}
void sunkFirst(struct field *f) {
  GVariant *v = g_variant_new_int32(3);
  g_variant_ref_sink(v);
  f->value = v;
}
void inDictionary(GVariantDict *d) {
  GVariant *v = g_variant_ref_sink(g_variant_new_string("x"));
  g_variant_dict_insert_value(d, "key", v);
  g_variant_unref(v);
}
void handedOver(GVariantBuilder *b) { g_variant_builder_add_value(b, g_variant_new_int32(3)); }
GVariant *returned(void) { return g_variant_ref_sink(g_variant_new_int32(3)); }
void object(GType t) {
  GObject *o = g_object_ref_sink(g_object_new(t, NULL));
  g_object_unref(o);
}
struct holder { GObject *object; };
void stored(struct holder *h, GType t) { h->object = g_object_ref_sink(g_object_new(t, NULL)); }
void cleared(GType t) {
  GObject *o = g_object_ref_sink(g_object_new(t, NULL));
  g_clear_object(&o);
}
void spec(void) {
  GParamSpec *s = g_param_spec_ref_sink(g_param_spec_int("a", "b", "c", 0, 1, 0, 0));
  g_param_spec_unref(s);
}
