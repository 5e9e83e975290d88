// RUN: %verify %s
// expected-no-diagnostics
//
// A struct that is passed by value can be a handle: the value inside goes with
// every copy of it.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct handle {
  int fd;
};
static struct handle openHandle(const char *path) {
  struct handle h = {open(path, O_RDONLY)};
  return h;
}
static void closeHandle(struct handle h) {
  if (h.fd >= 0)
    close(h.fd);
}
void closed(const char *path) {
  struct handle h = openHandle(path);
  closeHandle(h);
}
void registerHandle(struct handle h);
void registered(const char *path) { registerHandle(openHandle(path)); }
struct connection {
  struct handle in, out;
};
void stored(struct connection *c, const char *path) {
  c->in = openHandle(path);
  c->out = c->in;
}
struct connection returned(const char *path) {
  struct connection c = {openHandle(path), {-1}};
  return c;
}
