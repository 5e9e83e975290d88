// RUN: %verify %s
// expected-no-diagnostics
//
// A pointer that travels as an integer is the same pointer at the end.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void there(const char *s) {
  uintptr_t bits = (uintptr_t)strdup(s);
  free((void *)bits);
}
void tagged(const char *s) {
  uintptr_t bits = (uintptr_t)strdup(s) | 1;
  if (bits & 1)
    free((void *)(bits & ~(uintptr_t)1));
}
uint64_t handedOut(const char *s) { return (uint64_t)(uintptr_t)strdup(s); }
void callback(unsigned long cookie);
void asACookie(const char *s) { callback((unsigned long)strdup(s)); }
struct event {
  uint64_t data;
};
void inAStruct(struct event *e, const char *s) {
  e->data = (uint64_t)(uintptr_t)strdup(s);
}
