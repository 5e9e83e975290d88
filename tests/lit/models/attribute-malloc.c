// REQUIRES: llvm-22
// RUN: %verify -Wno-ignored-attributes %s
//
// `malloc(f, n)` names the function that releases the result.
void free(void *);
typedef struct thing thing;
void thing_done(thing *t);
thing *thing_take(void) __attribute__((malloc(thing_done, 1)));
void *plain(void) __attribute__((malloc(free, 1)));

void wrong_release(void) {
  thing *t = thing_take();
  free(t); // expected-warning {{'free' releases a 'thing' from 'thing_take'; release it with 'thing_done'}}
}
void right(void) {
  thing *t = thing_take();
  thing_done(t);
  free(plain());
}
