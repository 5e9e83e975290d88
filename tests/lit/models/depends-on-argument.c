// RUN: %verify -Xclang -analyzer-config -Xclang custody:Models=%S/depends-on-argument.custody.yaml %s
//
// Effects take place where an argument says so.
#include <stdlib.h>
typedef struct cargo cargo;
typedef struct ship ship;
cargo *cargo_new(void);
void cargo_free(cargo *c);
void ship_load(ship *s, cargo *c, int take);
void cargo_sink(cargo *c, int keep);
void ship_lash(ship *s, cargo *c, int keep);
int ship_unload(ship *s, cargo **c, int give);
void ship_mark(ship *s, const char *text, unsigned flags);
char *cargo_name(cargo *c, int shared);
char *cargo_open(cargo *c, int empty);

void taken(ship *s) {
  cargo *c = cargo_new();
  ship_load(s, c, 1);
}
void takenAndReleased(ship *s) {
  cargo *c = cargo_new();
  ship_load(s, c, 1);
  cargo_free(c); // expected-warning {{'cargo_free' releases a cargo from 'cargo_new' that 'ship_load' already owns; leave the release to its owner [custody.ffi-07]}}
}
void notTaken(ship *s) {
  cargo *c = cargo_new();
  ship_load(s, c, 0);
} // expected-warning {{a cargo from 'cargo_new' is lost without being released; release it with 'cargo_free' [custody.ffi-03]}}
void notTakenButReleased(ship *s) {
  cargo *c = cargo_new();
  ship_load(s, c, 0);
  cargo_free(c);
}
void perhapsTaken(ship *s, int take) {
  cargo *c = cargo_new();
  ship_load(s, c, take);
}
void perhapsTakenAndReleased(ship *s, int take) {
  cargo *c = cargo_new();
  ship_load(s, c, take);
  cargo_free(c);
}
void decidedByThePath(ship *s, int take) {
  cargo *c = cargo_new();
  if (!take) {
    ship_load(s, c, take);
    cargo_free(c);
    return;
  }
  ship_load(s, c, take);
  cargo_free(c); // expected-warning {{'cargo_free' releases a cargo from 'cargo_new' that 'ship_load' already owns; leave the release to its owner [custody.ffi-07]}}
}
void wrongFamily(ship *s) {
  void *c = malloc(8);
  ship_load(s, c, 1); // expected-warning {{'ship_load' adopts memory from 'malloc' but releases it with 'cargo_free'; give it an owner that calls 'free' [custody.mem-03]}}
}
void anotherFamilyNotTaken(ship *s) {
  void *c = malloc(8);
  ship_load(s, c, 0);
  free(c);
}
void sunk(void) {
  cargo *c = cargo_new();
  cargo_sink(c, 0);
  cargo_sink(c, 0); // expected-warning {{'cargo_sink' releases a cargo from 'cargo_new' that 'cargo_sink' has already released; release it once [custody.own-01]}}
}
void notSunk(void) {
  cargo *c = cargo_new();
  cargo_sink(c, 1);
  cargo_sink(c, 0);
}
void usedDead(void) {
  cargo *c = cargo_new();
  cargo_free(c);
  cargo_sink(c, 1); // expected-warning {{a cargo from 'cargo_new' is used after 'cargo_free' released it; use it before, or not at all [custody.own-02]}}
}
void lashed(ship *s) {
  cargo *c = cargo_new();
  ship_lash(s, c, 1);
}
void notLashed(ship *s) {
  cargo *c = cargo_new();
  ship_lash(s, c, 0);
} // expected-warning {{a cargo from 'cargo_new' is lost without being released; release it with 'cargo_free' [custody.ffi-03]}}
void unloaded(ship *s) {
  cargo *c;
  ship_unload(s, &c, 1);
} // expected-warning {{a cargo from 'ship_unload' is lost without being released; release it with 'cargo_free' [custody.ffi-03]}}
void notUnloaded(ship *s, int give) {
  cargo *c;
  ship_unload(s, &c, 0);
  ship_unload(s, &c, give);
}
void marked(ship *s, unsigned flags) {
  ship_mark(s, malloc(8), 4);
  ship_mark(s, malloc(8), 6);
  ship_mark(s, malloc(8), flags);
  ship_mark(s, malloc(8), 2); // expected-warning@+1 {{memory from 'malloc' is lost without being released; release it with 'free' [custody.ffi-03]}}
}
void named(cargo *c, int shared) {
  char *a = cargo_name(c, 1), *b = cargo_name(c, shared);
  char *d = cargo_name(c, 0);
  (void)a;
  (void)b;
  (void)d; // expected-warning@+1 {{memory from 'cargo_name' is lost without being released; release it with 'free' [custody.ffi-03]}}
}
void opened(void) {
  char *inside = cargo_open(cargo_new(), 0);
  (void)inside; // expected-warning@+1 {{memory from 'cargo_open' is lost without being released; release it with 'free' [custody.ffi-03]}}
}
// Whoever throws the result away knows it by another name.
void openedAndKnown(int empty) {
  cargo_open(cargo_new(), 0);
  empty ? cargo_open(cargo_new(), 1) : cargo_open(cargo_new(), 0);
}
