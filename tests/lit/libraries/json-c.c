// RUN: %verify %s
// REQUIRES: json-c
#include <json-c/json.h>
#include <stdlib.h>

int lost(const char *text) {
  json_object *root = json_tokener_parse(text);
  if (!root)
    return -1;
  return json_object_array_length(root); // expected-warning {{a JSON value from 'json_tokener_parse' is lost without being released; release it with 'json_object_put' [custody.ffi-03]}}
}
int good(const char *text) {
  json_object *root = json_tokener_parse(text), *name;
  if (!root)
    return -1;
  int found = json_object_object_get_ex(root, "name", &name);
  json_object_put(root);
  return found;
}
void twoOwners(json_object *root) {
  json_object *name = json_object_new_string("x");
  json_object_object_add(root, "name", name);
  json_object_put(name); // expected-warning {{'json_object_put' releases a JSON value from 'json_object_new_string' that 'json_object_object_add' already owns; leave the release to its owner [custody.ffi-07]}}
}
void lent(json_object *root) {
  json_object *first = json_object_array_get_idx(root, 0);
  json_object_put(first); // expected-warning {{'json_object_put' releases a JSON value that 'json_object_array_get_idx' only lends; copy it to have your own [custody.mem-02]}}
}
void wrong(void) {
  json_object *o = json_object_new_object();
  free(o); // expected-warning {{'free' releases a JSON value from 'json_object_new_object'; release it with 'json_object_put' [custody.mem-03]}}
}
