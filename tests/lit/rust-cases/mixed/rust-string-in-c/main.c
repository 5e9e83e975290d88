#include "lib.h"
#include <stdio.h>
#include <stdlib.h>

void given_to_free(void) {
  char *text = greeting();
  // CHECK: main.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'free' releases {{.*}}'greeting'; release it with 'greeted' [custody.mem-03]
  free(text);
}

int lost(void) {
  char *text = greeting();
  if (!text)
    return -1;
  // CHECK: main.c:[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'greeting' is lost without being released; release it with 'greeted' [custody.ffi-03]
  return puts(text);
}

void twice(void) {
  char *text = greeting();
  greeted(text);
  // CHECK: main.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'greeted' releases {{.*}} [custody.{{own-01|ffi-07}}]
  greeted(text);
}

int afterwards(void) {
  char *text = greeting();
  if (!text)
    return -1;
  greeted(text);
  // CHECK: main.c:[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'greeting' is used after 'greeted' released it{{.*}} [custody.own-02]
  return text[0];
}

int right(void) {
  char *text = greeting();
  if (!text)
    return -1;
  int n = puts(text);
  greeted(text);
  return n + puts(motto());
}
