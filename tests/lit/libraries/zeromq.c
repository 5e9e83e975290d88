// RUN: %verify %s
// REQUIRES: zeromq
#include <errno.h>
#include <stdlib.h>
#include <zmq.h>

int lost(void *context, const char *where) {
  void *s = zmq_socket(context, ZMQ_PUB);
  if (!s)
    return -1;
  if (zmq_bind(s, where))
    return -1; // expected-warning {{a socket from 'zmq_socket' is lost without being released; release it with 'zmq_close' [custody.ffi-03]}}
  zmq_close(s);
  return 0;
}
void ended(void) {
  void *context = zmq_ctx_new();
  while (zmq_ctx_term(context) == -1 && errno == EINTR)
    ;
}
void wrong(void *context) {
  void *s = zmq_socket(context, ZMQ_PUB);
  free(s); // expected-warning {{'free' releases a socket from 'zmq_socket'; release it with 'zmq_close' [custody.mem-03]}}
}
