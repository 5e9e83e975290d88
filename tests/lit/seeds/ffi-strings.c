// RUN: %verify -Xclang -verify-ignore-unexpected=note %s
//
// A string that a Rust library creates and takes back.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *create_string(void);
void free_string(char *ptr);

void right(void) {
  char *s = create_string();
  if (s != NULL)
    printf("%s\n", s);
  free_string(s);
}
void givenToFree(void) {
  char *s = create_string();
  printf("%s\n", s);
  free(s); // expected-warning {{'free' releases a string from 'create_string'; release it with 'free_string' [custody.mem-03]}}
}
void neverFreed(void) {
  char *s = create_string();
  printf("%s\n", s);
} // expected-warning {{a string from 'create_string' is lost without being released; release it with 'free_string' [custody.ffi-03]}}
void freedTwice(void) {
  char *s = create_string();
  free_string(s);
  free_string(s); // expected-warning-re {{'free_string' releases a string from 'create_string' that 'free_string' has already released; {{.*}} [custody.own-01]}}
}
void readAfterwards(void) {
  char *s = create_string();
  free_string(s);
  printf("%s\n", s); // expected-warning-re {{a string from 'create_string' is used after 'free_string' released it; {{.*}} [custody.own-02]}}
}
void othersString(void) {
  free_string(strdup("from C")); // expected-warning-re {{'free_string' releases {{.*}} from 'strdup'; release it with 'free' [custody.mem-03]}}
}
void stackString(void) {
  char local[] = "on the stack";
  free_string(local); // expected-warning {{'free_string' releases 'local', which lives on the stack; nothing may release it [custody.mem-03]}}
}
