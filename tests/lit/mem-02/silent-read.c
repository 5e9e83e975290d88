// RUN: %verify %s
// expected-no-diagnostics
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

void keep(char *s);
char *chosen;

// Reading, copying, storing and handing on what is lent is all right.
void read(void) {
  char *home = getenv("HOME");
  if (!home || home[0] != '/')
    home = "/";
  chosen = home;
  keep(home);
  puts(home);
}
// Either a copy or what was lent, and the copy alone is freed.
void either(const char *given) {
  char *copy = NULL;
  const char *name = getenv("NAME");
  if (!name)
    name = copy = strdup(given);
  if (name)
    puts(name);
  free(copy);
}
char *home(void) {
  struct passwd *pw = getpwuid(0);
  return pw ? strdup(pw->pw_dir) : NULL;
}
void stamp(char *to, size_t n, time_t t) {
  strftime(to, n, "%F", localtime(&t));
}
