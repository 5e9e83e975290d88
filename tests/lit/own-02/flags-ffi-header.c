// RUN: %verify -Xclang -verify-ignore-unexpected=note %s
#include <stdbool.h>
typedef struct Config Config;
Config *config_new(void);
bool config_set(Config *handle, const char *key, const char *value);
void config_free(Config *handle);

void late(void) {
  Config *c = config_new();
  if (!c)
    return;
  config_free(c);
  config_set(c, "key", "value"); // expected-warning-re {{a 'Config' from 'config_new' is used after 'config_free' released it; {{.*}} [custody.own-02]}}
}
void inTime(void) {
  Config *c = config_new();
  if (!c)
    return;
  config_set(c, "key", "value");
  config_free(c);
}
