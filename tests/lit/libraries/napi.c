// RUN: %verify %s
// REQUIRES: nodejs
#include <node/node_api.h>
#include <stdlib.h>

int scoped(napi_env env, napi_value v) {
  napi_handle_scope s;
  if (napi_open_handle_scope(env, &s) != napi_ok)
    return -1;
  double d;
  if (napi_get_value_double(env, v, &d) != napi_ok)
    return -1; // expected-warning {{a handle scope from 'napi_open_handle_scope' is lost without being released; release it with 'napi_close_handle_scope' [custody.ffi-03]}}
  napi_close_handle_scope(env, s);
  return d;
}
int scopedGood(napi_env env, napi_value v) {
  napi_handle_scope s;
  if (napi_open_handle_scope(env, &s) != napi_ok)
    return -1;
  double d = 0;
  napi_get_value_double(env, v, &d);
  napi_close_handle_scope(env, s);
  return d;
}
void reference(napi_env env, napi_value v) {
  napi_ref r;
  if (napi_create_reference(env, v, 1, &r) != napi_ok)
    return;
  napi_delete_reference(env, r);
  napi_delete_reference(env, r); // expected-warning {{'napi_delete_reference' releases a reference from 'napi_create_reference' that 'napi_delete_reference' has already released; release it once [custody.own-01]}}
}
void wrapped(napi_env env, napi_value v) {
  napi_wrap(env, v, malloc(4), 0, 0, 0);
}
