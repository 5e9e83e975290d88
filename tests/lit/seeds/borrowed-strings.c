// RUN: %verify %s
//
// Another's memory is looked at or copied, neither changed nor released.
#include <stdlib.h>
#include <string.h>

char *changed(void) {
  char *user = getenv("USER");
  if (!user)
    return NULL;
  user[0] = 'X'; // expected-warning {{this writes to a string that 'getenv' only lends; copy it first [custody.mem-02]}}
  return strdup(user);
}
char *copiedThenChanged(void) {
  char *user = getenv("USER");
  char *copy = user ? strdup(user) : NULL;
  if (copy)
    copy[0] = 'X';
  return copy;
}
void released(void) {
  free(getenv("USER")); // expected-warning {{'free' releases a string that 'getenv' only lends; copy it to have your own [custody.mem-02]}}
}
