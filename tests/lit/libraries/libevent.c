// RUN: %verify %s
// REQUIRES: libevent
#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <event2/http.h>
#include <stdlib.h>

int lost(void) {
  struct event_base *base = event_base_new();
  if (!base)
    return -1;
  if (event_base_dispatch(base) < 0)
    return -1; // expected-warning {{an event base from 'event_base_new' is lost without being released; release it with 'event_base_free' [custody.ffi-03]}}
  event_base_free(base);
  return 0;
}
static void done(evutil_socket_t fd, short what, void *arg) { event_free(arg); }
void added(struct event_base *base) {
  struct event *ev = event_new(base, -1, 0, done, event_self_cbarg());
  event_add(ev, NULL);
}
void wrong(struct evbuffer *in) {
  struct evbuffer *copy = evbuffer_new();
  evbuffer_add_buffer(copy, in);
  free(copy); // expected-warning {{'free' releases a buffer from 'evbuffer_new'; release it with 'evbuffer_free' [custody.mem-03]}}
}
void line(struct evbuffer *in) {
  char *text = evbuffer_readln(in, NULL, EVBUFFER_EOL_LF);
  free(text);
}
void lent(struct bufferevent *bev) {
  evbuffer_free(bufferevent_get_input(bev)); // expected-warning {{'evbuffer_free' releases an object that 'bufferevent_get_input' only lends; copy it to have your own [custody.mem-02]}}
}
void asked(struct evhttp_connection *c, struct evhttp_request *r) {
  if (evhttp_make_request(c, r, EVHTTP_REQ_GET, "/"))
    evhttp_request_free(r); // expected-warning {{'evhttp_request_free' releases an HTTP request that 'evhttp_make_request' already owns; leave the release to its owner [custody.ffi-07]}}
}
