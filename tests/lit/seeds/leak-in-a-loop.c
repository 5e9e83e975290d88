// RUN: %verify %s
//
// A function that forgets its memory, called a thousand times.
#include <stdio.h>
#include <stdlib.h>

void leaky(void) {
  int *p = malloc(1024);
  if (p == NULL)
    return;
  *p = 42;
} // expected-warning {{memory from 'malloc' is lost without being released; release it with 'free' [custody.ffi-03]}}

int main(void) {
  for (int i = 0; i < 1000; i++)
    leaky();
  printf("done\n");
  return 0;
}
