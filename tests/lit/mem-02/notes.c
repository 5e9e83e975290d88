// RUN: %custody %s 2>&1 | FileCheck %s
#include <stdlib.h>

void wrong(void) {
  char *home = getenv("HOME");
  free(home);
}
// CHECK: notes.c:[[@LINE-2]]:3: warning: 'free' releases a string that 'getenv' only lends; copy it to have your own [custody.mem-02]
// CHECK: notes.c:[[@LINE-4]]:{{[0-9]+}}: note: {{.*}}'getenv'
