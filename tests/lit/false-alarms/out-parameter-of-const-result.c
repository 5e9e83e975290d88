// What a function gives through an argument is not what it returns.
// RUN: %verify %s
#include <stdlib.h>

const char *parse(const char *text, char **name, int *number);
const char *lends(void);

void good(const char *text) {
  char *name = 0;
  int number;
  const char *error = parse(text, &name, &number);
  if (!error)
    free(name);
}

void bad(void) {
  free((char *)lends()); // expected-warning{{that 'lends' only lends}}
}
