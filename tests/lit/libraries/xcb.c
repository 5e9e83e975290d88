// RUN: %verify %s
// REQUIRES: xcb
#include <xcb/xcb.h>
#include <stdlib.h>
int focus(xcb_connection_t *c) {
  xcb_get_input_focus_reply_t *r =
      xcb_get_input_focus_reply(c, xcb_get_input_focus(c), 0);
  return r ? r->focus : 0; // expected-warning {{memory from 'xcb_get_input_focus_reply' is lost without being released; release it with 'free' [custody.ffi-03]}}
}
int focusGood(xcb_connection_t *c) {
  xcb_get_input_focus_reply_t *r =
      xcb_get_input_focus_reply(c, xcb_get_input_focus(c), 0);
  int f = r ? r->focus : 0;
  free(r);
  return f;
}
void events(xcb_connection_t *c) {
  xcb_generic_event_t *e;
  while ((e = xcb_wait_for_event(c)))
    free(e);
}
int failed(void) {
  xcb_connection_t *c = xcb_connect(0, 0);
  if (xcb_connection_has_error(c))
    return 1; // expected-warning {{a connection from 'xcb_connect' is lost without being released; release it with 'xcb_disconnect' [custody.ffi-03]}}
  xcb_disconnect(c);
  return 0;
}
void setup(xcb_connection_t *c) { free((void *)xcb_get_setup(c)); } // expected-warning {{'free' releases data that 'xcb_get_setup' only lends; copy it to have your own [custody.mem-02]}}
