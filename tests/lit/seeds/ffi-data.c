// RUN: %verify -Xclang -verify-ignore-unexpected=note %s
//
// Bytes with a release function, and bytes without one.
#include <stdint.h>
#include <stdlib.h>

uint8_t *create_data(void);
void free_data(uint8_t *ptr);
uint8_t *get_data(void);

void right(void) {
  uint8_t *p = create_data();
  if (p)
    p[0] = 1;
  free_data(p);
}
void givenToFree(void) {
  uint8_t *p = create_data();
  free(p); // expected-warning-re {{'free' releases {{.*}} from 'create_data'; release it with 'free_data' [custody.mem-03]}}
}
int lost(void) {
  uint8_t *p = create_data();
  if (!p)
    return -1;
  return p[0]; // expected-warning {{from 'create_data' is lost without being released; release it with 'free_data' [custody.ffi-03]}}
}
// Who frees what get_data gives? Its declaration does not say.
int nobodyKnows(void) {
  uint8_t *p = get_data();
  return p ? p[0] : 0;
}
