// RUN: %custody %s 2>&1 | FileCheck %s
//
// The last pointer to a value is overwritten.
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void assignedTwice(const char *s) {
  char *p = strdup(s);
  p = strdup("other");
  free(p);
}
// CHECK: {{.*}}warning: {{.*}} from 'strdup' is lost without being released; release it with 'free' [custody.ffi-03]
// CHECK: flags-overwritten.c:[[@LINE-5]]:{{[0-9]+}}: note: {{.*}}'strdup'

void nulled(void) {
  char *p = malloc(4);
  p = NULL;
  free(p);
}
// CHECK: {{.*}}warning: memory from 'malloc' is lost without being released; release it with 'free' [custody.ffi-03]
// CHECK: flags-overwritten.c:[[@LINE-5]]:{{[0-9]+}}: note: {{.*}}'malloc'

void inALoop(int n) {
  int fd = -1;
  for (int i = 0; i < n; ++i)
    fd = open("/dev/null", O_RDONLY);
  if (fd >= 0)
    close(fd);
}
// CHECK: {{.*}}warning: a file descriptor from 'open' is lost without being released; release it with 'close' [custody.ffi-03]
// CHECK: flags-overwritten.c:[[@LINE-5]]:{{[0-9]+}}: note: {{.*}}'open'

void unused(void) { malloc(4); }
// CHECK: flags-overwritten.c:[[@LINE-1]]:{{[0-9]+}}: warning: memory from 'malloc' is lost without being released; release it with 'free' [custody.ffi-03]

// CHECK-NOT: warning:
void released(const char *s) {
  char *p = strdup(s);
  free(p);
  p = strdup("other");
  free(p);
}
void releasedInALoop(int n) {
  for (int i = 0; i < n; ++i) {
    int fd = open("/dev/null", O_RDONLY);
    if (fd >= 0)
      close(fd);
  }
}
void appended(int n) {
  char *rest = malloc(4);
  char *first = rest;
  while (n-- && rest)
    ++rest;
  free(first);
}
// CHECK: 4 warnings generated
