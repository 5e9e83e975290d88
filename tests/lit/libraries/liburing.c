// RUN: %verify -D_GNU_SOURCE %s
// REQUIRES: liburing
// expected-no-diagnostics
#include <liburing.h>

int ring(int c) {
  struct io_uring r;
  if (io_uring_queue_init(8, &r, 0) < 0)
    return -1;
  io_uring_queue_exit(&r);
  return c;
}
