// RUN: %verify %s
// REQUIRES: readline
#include <stdio.h>
#include <readline/readline.h>
#include <readline/history.h>
#include <stdlib.h>

int lost(void) {
  char *line = readline("> ");
  if (!line)
    return -1;
  add_history(line);
  return 0; // expected-warning {{memory from 'readline' is lost without being released; release it with 'free' [custody.ffi-03]}}
}
int good(void) {
  char *line = readline("> "), *expanded = NULL;
  if (!line)
    return -1;
  int rc = history_expand(line, &expanded);
  free(expanded);
  free(line);
  return rc;
}
void lent(void) {
  free(current_history()); // expected-warning {{'free' releases an object that 'current_history' only lends; copy it to have your own [custody.mem-02]}}
}
