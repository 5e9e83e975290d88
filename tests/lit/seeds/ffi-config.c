// RUN: %verify -Xclang -verify-ignore-unexpected=note %s
//
// A struct with a pointer in it: free_config releases the name as well, so
// the caller does not.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Config {
  int32_t max_connections;
  int32_t timeout_ms;
  char *name;
} Config;
Config *create_config(int32_t max_conn, int32_t timeout);
void free_config(Config *ptr);

void right(void) {
  Config *c = create_config(10, 500);
  if (!c)
    return;
  printf("%d\n", (int)c->timeout_ms);
  free_config(c);
}
void givenToFree(void) {
  Config *c = create_config(10, 500);
  free(c); // expected-warning {{'free' releases a 'Config' from 'create_config'; release it with 'free_config' [custody.mem-03]}}
}
int lost(void) {
  Config *c = create_config(10, 500);
  if (!c)
    return -1;
  if (c->timeout_ms > 100)
    return 1; // expected-warning {{a 'Config' from 'create_config' is lost without being released; release it with 'free_config' [custody.ffi-03]}}
  free_config(c);
  return 0;
}
int fieldAfterwards(void) {
  Config *c = create_config(10, 500);
  if (!c)
    return -1;
  free_config(c);
  return c->max_connections; // expected-warning-re {{a 'Config' from 'create_config' is used after 'free_config' released it; {{.*}} [custody.own-02]}}
}
// The name belongs to the library once the struct does.
void nameHandedOver(const char *name) {
  Config *c = create_config(10, 500);
  if (!c)
    return;
  c->name = strdup(name);
  free_config(c);
}
// A config of one's own making did not come from the library.
void stackConfig(void) {
  Config c = {1, 2, NULL};
  free_config(&c); // expected-warning {{'free_config' releases 'c', which lives on the stack; nothing may release it [custody.mem-03]}}
}
