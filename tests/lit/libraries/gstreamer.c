// RUN: %verify -I/usr/include/gstreamer-1.0 -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include -I/usr/lib/aarch64-linux-gnu/glib-2.0/include -I/usr/include/x86_64-linux-gnu -I/usr/include/aarch64-linux-gnu %s
// REQUIRES: gstreamer
#include <gst/gst.h>
void bus(GstElement *p) {
  GstBus *b = gst_element_get_bus(p);
  GstMessage *m = gst_bus_timed_pop(b, GST_SECOND);
  gst_object_unref(b);
  if (m)
    gst_message_has_name(m, "x");
} // expected-warning {{a message from 'gst_bus_timed_pop' is lost without being released; release it with 'gst_message_unref' [custody.ffi-03]}}
void busGood(GstElement *p) {
  GstBus *b = gst_element_get_bus(p);
  GstMessage *m = gst_bus_timed_pop(b, GST_SECOND);
  gst_object_unref(b);
  if (m)
    gst_message_unref(m);
}
void error(GstMessage *m) {
  GError *e;
  char *d;
  gst_message_parse_error(m, &e, &d);
  g_free(d); // expected-warning {{an error from 'gst_message_parse_error' is lost without being released; release it with 'g_error_free' [custody.ffi-03]}}
}
void errorGood(GstMessage *m) {
  GError *e;
  char *d;
  gst_message_parse_error(m, &e, &d);
  g_error_free(e);
  g_free(d);
}
void push(GstPad *p) { gst_pad_push(p, gst_buffer_new()); }
void pushTwice(GstPad *p) {
  GstBuffer *b = gst_buffer_new();
  gst_pad_push(p, b);
  gst_buffer_unref(b); // expected-warning {{'gst_buffer_unref' releases a buffer from 'gst_buffer_new' that 'gst_pad_push' already owns; leave the release to its owner [custody.ffi-07]}}
}
void caps(GstPad *p) {
  GstCaps *c = gst_caps_fixate(gst_pad_query_caps(p, NULL));
  gst_caps_unref(c);
}
GstElement *floating(void) { return gst_element_factory_make("fakesink", NULL); }
