// RUN: %verify %s
// REQUIRES: cjson
#include <cjson/cJSON.h>
#include <stdlib.h>

int lost(const char *text) {
  cJSON *root = cJSON_Parse(text);
  if (!root)
    return -1;
  return cJSON_GetArraySize(root); // expected-warning {{a JSON value from 'cJSON_Parse' is lost without being released; release it with 'cJSON_Delete' [custody.ffi-03]}}
}
void given(cJSON *root) {
  cJSON *item = cJSON_CreateString("x");
  if (!cJSON_AddItemToObject(root, "name", item))
    cJSON_Delete(item);
}
void givenTwice(cJSON *root) {
  cJSON *item = cJSON_CreateString("x");
  cJSON_AddItemToArray(root, item);
  cJSON_Delete(item); // expected-warning {{'cJSON_Delete' releases a JSON value from 'cJSON_CreateString' that 'cJSON_AddItemToArray' already owns; leave the release to its owner [custody.ffi-07]}}
}
void lent(cJSON *root) {
  cJSON_Delete(cJSON_GetObjectItem(root, "name")); // expected-warning {{'cJSON_Delete' releases a JSON value that 'cJSON_GetObjectItem' only lends; copy it to have your own [custody.mem-02]}}
}
void text(cJSON *root) {
  char *t = cJSON_PrintUnformatted(root);
  free(t);
}
void wrong(void) {
  cJSON *o = cJSON_CreateObject();
  free(o); // expected-warning {{'free' releases a JSON value from 'cJSON_CreateObject'; release it with 'cJSON_Delete' [custody.mem-03]}}
}
