// RUN: %verify -Xclang -verify-ignore-unexpected=note %s
//
// The complete handle pattern: new, set, free, and a typedef for the handle.
#include <stdbool.h>
#include <stdlib.h>

typedef struct Config Config;
typedef Config *ConfigHandle;
ConfigHandle config_new(void);
bool config_set(ConfigHandle handle, const char *key, const char *value);
void config_free(ConfigHandle handle);

bool right(void) {
  ConfigHandle h = config_new();
  bool ok = config_set(h, "a", "1") && config_set(h, "b", "2");
  config_free(h);
  return ok;
}
bool lost(void) {
  ConfigHandle h = config_new();
  if (!config_set(h, "a", "1"))
    return false; // expected-warning {{a 'ConfigHandle' from 'config_new' is lost without being released; release it with 'config_free' [custody.ffi-03]}}
  config_free(h);
  return true;
}
void givenToFree(void) {
  ConfigHandle h = config_new();
  free(h); // expected-warning {{'free' releases a 'ConfigHandle' from 'config_new'; release it with 'config_free' [custody.mem-03]}}
}
void setAfterFree(void) {
  ConfigHandle h = config_new();
  if (!h)
    return;
  config_free(h);
  config_set(h, "a", "1"); // expected-warning-re {{a 'ConfigHandle' from 'config_new' is used after 'config_free' released it; {{.*}} [custody.own-02]}}
}
