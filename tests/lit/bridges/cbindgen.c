// RUN: %verify -I %include -I %S/Inputs/engine %s
// RUN: %verify -x c++ -I %include -I %S/Inputs/engine %s
// RUN: %clang -fsyntax-only -Werror -Wall -Wextra -pedantic -std=c99 -DNOTHING_USED -I %S/Inputs/engine %s
//
// A header that cbindgen wrote, in which the Rust author says who owns what. The
// last run is that of somebody who has no custody.
#include <engine.h>

#ifndef NOTHING_USED
void given_to_free(void) {
  struct Engine *e = ignite(1);
  free(e); // expected-warning {{'free' releases an 'Engine' from 'ignite'; release it with 'halt' [custody.mem-03]}}
}
int lost(void) {
  struct Engine *e = ignite(1);
  if (rpm(e) > 3)
    return 3; // expected-warning {{an 'Engine' from 'ignite' is lost without being released; release it with 'halt' [custody.ffi-03]}}
  halt(e);
  return 0;
}
int out(void) {
  struct Engine *e;
  if (!ignite_into(1, &e))
    return -1;
  if (rpm(e) > 3)
    return 3; // expected-warning {{an 'Engine' from 'ignite_into' is lost}}
  halt(e);
  return 0;
}
void fitted_and_melted(struct Engine *e) {
  struct Part *p = forge(1);
  fit(e, p);
  melt(p); // expected-warning {{'melt' releases a 'Part' from 'forge' that 'fit' already owns}}
}
void of_another_kind(void) {
  char *text = describe(NULL);
  halt((struct Engine *)text); // expected-warning {{'halt' releases a string from 'describe'; release it with 'forget' [custody.mem-03]}}
}
void borrowed(struct Engine *e) {
  forget(label(e)); // expected-warning {{'forget' releases a string that 'label' only lends}}
}
void by_comment(void) {
  struct Wheel *w = turn(1);
  free(w); // expected-warning {{'free' releases a 'Wheel' from 'turn'; release it with 'stop' [custody.mem-03]}}
}
int by_comment_well(void) { return stop(turn(1), true); }
// A structure that is passed by value is as good as the pointer in it.
void bytes_freed(const struct Engine *e) {
  struct Bytes b = record(e);
  free(b.data); // expected-warning {{'free' releases memory from 'record'; release it with 'erase' [custody.mem-03]}}
}
void bytes_erased_twice(const struct Engine *e) {
  struct Bytes b = record(e);
  erase(b);
  erase(b); // expected-warning {{'erase' releases memory from 'record' that 'erase' has already released}}
}
int bytes_used_afterwards(const struct Engine *e) {
  struct Bytes b = record(e);
  if (!b.data)
    return 0;
  erase(b);
  return b.data[0]; // expected-warning {{memory from 'record' is used after 'erase' released it}}
}
int bytes_lost(const struct Engine *e) {
  struct Bytes b = record(e);
  if (b.len > 3)
    return 3; // expected-warning {{memory from 'record' is lost without being released; release it with 'erase'}}
  erase(b);
  return 0;
}
void foreign_bytes(void) {
  struct Bytes b = {(uint8_t *)malloc(8), 8, 8};
  erase(b); // expected-warning {{'erase' releases memory from 'malloc'; release it with 'free' [custody.mem-03]}}
}

int right(void) {
  struct Engine *e = ignite(1);
  if (!e)
    return -1;
  fit(e, forge(1));
  struct Part *spare = forge(2);
  melt(spare);
  char *text = describe(e);
  forget(text);
  relabel(e, "mine");
  if (!label(e)) {
    halt(e);
    return -1;
  }
  int n = rpm(e);
  struct Bytes b = record(e);
  if (b.len)
    n += b.data[0];
  struct Bytes same = b;
  erase(same);
  halt(e);
  return n;
}
struct Bytes handed_on(const struct Engine *e) {
  struct Bytes b = record(e);
  b.len = 0;
  return b;
}
void straight_through(const struct Engine *e) { erase(record(e)); }
struct Holder {
  struct Bytes bytes;
};
void stored(struct Holder *h, const struct Engine *e) { h->bytes = record(e); }
void keep(struct Bytes b);
void kept(const struct Engine *e) { keep(record(e)); }
void chosen(const struct Engine *e, int which) {
  struct Bytes b = {NULL, 0, 0};
  if (which)
    b = record(e);
  erase(b);
}
struct Holder built(const struct Engine *e) {
  struct Holder h = {record(e)};
  return h;
}
void in_a_loop(const struct Engine *e, int n) {
  for (int i = 0; i < n; ++i) {
    struct Bytes b = record(e);
    erase(b);
  }
}
void by_pointer(struct Bytes *to);
void address_taken(const struct Engine *e) {
  struct Bytes b = record(e);
  by_pointer(&b);
}
#endif
