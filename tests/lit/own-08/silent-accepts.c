// RUN: %verify -Xclang -analyzer-checker=custody.own-08 %s
// expected-no-diagnostics
#include <stdlib.h>

typedef struct Config {
  char *name;
} Config;

Config *config_new(void);
void config_free(Config *config) {
  if (config) {
    free(config->name);
    free(config);
  }
}

// Not a release function: it may ask for what it likes.
int config_size(const Config *config) { return config->name != NULL; }

// The attribute says that null is the caller's mistake.
typedef struct Strict {
  char *name;
} Strict;
Strict *strict_new(void);
__attribute__((nonnull)) void strict_free(Strict *strict) {
  free(strict->name);
  free(strict);
}
