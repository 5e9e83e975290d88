// RUN: %verify %s
// REQUIRES: pulseaudio
#include <pulse/pulseaudio.h>
#include <pulse/simple.h>
#include <stdlib.h>
void sinks(pa_context *c, pa_sink_info_cb_t cb) {
  pa_context_get_sink_info_list(c, cb, 0);
} // expected-warning {{an operation from 'pa_context_get_sink_info_list' is lost without being released; release it with 'pa_operation_unref' [custody.ffi-03]}}
void sinksGood(pa_context *c, pa_sink_info_cb_t cb) {
  pa_operation *o = pa_context_get_sink_info_list(c, cb, 0);
  if (o)
    pa_operation_unref(o);
}
int play(pa_sample_spec *s, const void *d) {
  int e;
  pa_simple *p = pa_simple_new(0, "x", PA_STREAM_PLAYBACK, 0, "x", s, 0, 0, &e);
  if (!p)
    return 1;
  if (pa_simple_write(p, d, 1, &e) < 0)
    return 2; // expected-warning {{a connection from 'pa_simple_new' is lost without being released; release it with 'pa_simple_free' [custody.ffi-03]}}
  pa_simple_free(p);
  return 0;
}
void wrong(pa_proplist *p) { free(pa_proplist_to_string(p)); } // expected-warning {{'free' releases memory from 'pa_proplist_to_string'; release it with 'pa_xfree' [custody.mem-03]}}
