// RUN: %verify %s
// REQUIRES: jansson
#include <jansson.h>
#include <stdlib.h>

int lost(const char *text) {
  json_t *root = json_loads(text, 0, NULL);
  if (!root)
    return -1;
  if (!json_is_object(root))
    return -1; // expected-warning {{a JSON value from 'json_loads' is lost without being released; release it with 'json_decref' [custody.ffi-03]}}
  json_decref(root);
  return 0;
}
void given(json_t *root) {
  json_object_set_new(root, "name", json_string("x"));
}
void givenTwice(json_t *root) {
  json_t *name = json_string("x");
  json_object_set_new(root, "name", name);
  json_decref(name); // expected-warning {{'json_decref' releases a JSON value from 'json_string' that 'json_object_set_new' already owns; leave the release to its owner [custody.ffi-07]}}
}
void lent(json_t *root) {
  json_decref(json_object_get(root, "name")); // expected-warning {{'json_decref' releases a JSON value that 'json_object_get' only lends; copy it to have your own [custody.mem-02]}}
}
void text(json_t *root) {
  char *t = json_dumps(root, 0);
  free(t);
}
