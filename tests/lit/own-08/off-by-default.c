// RUN: %verify %s
// expected-no-diagnostics
#include <stdlib.h>

typedef struct Config {
  char *name;
} Config;
Config *config_new(void);
void config_free(Config *config) {
  free(config->name);
  free(config);
}
