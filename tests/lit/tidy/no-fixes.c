// No fix where it could be wrong: each of these is found, and left as it is.
// RUN: %tidy -quiet -checks='-*,custody-*' -export-fixes=%t.yaml %s -- 2>/dev/null > %t
// RUN: FileCheck %s < %t
// RUN: FileCheck %s --check-prefix=YAML < %t.yaml
// YAML-NOT: Replacements:{{ *$}}
// YAML-NOT: ReplacementText
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *create_string(void);
void free_string(char *s);

#define RELEASE(p) free(p)
void in_a_macro(void) {
  char *s = create_string();
  RELEASE(s);
}
// CHECK: no-fixes.c:17:{{.*}} [custody-mem-03]

void from_two_places(int x) {
  char *s = x ? create_string() : strdup("text");
  free(s);
}
// CHECK: no-fixes.c:23:{{.*}} [custody-mem-03]

void assigned_twice(int x) {
  char *s = create_string();
  if (x) {
    free_string(s);
    s = strdup("text");
  }
  free(s);
}
// CHECK: no-fixes.c:33:{{.*}} [custody-mem-03]

void other_meaning(void) {
  int free_string = 0;
  char *s = create_string();
  free(s);
  (void)free_string;
}
// CHECK: no-fixes.c:40:{{.*}} [custody-mem-03]

struct widget *widget_new(void);
void late(void) {
  struct widget *w = widget_new();
  free(w);
}
void widget_free(struct widget *w);
// CHECK: no-fixes.c:48:{{.*}} [custody-mem-03]

void nobody_looks(int n) {
  char *p = malloc(4);
  if (!p)
    return;
  p = realloc(p, n);
  puts("done");
  free(p);
}
// CHECK: no-fixes.c:57:{{.*}} [custody-own-06]

int released_on_another_way(int x, int y) {
  char *p = malloc(4);
  if (x)
    free(p);
  if (y)
    return 1;
  if (!x)
    free(p);
  return 0;
}
// CHECK: no-fixes.c:68:{{.*}} [custody-ffi-03]

int returned_through_it(int x) {
  int *p = malloc(sizeof *p);
  if (!p)
    return 1;
  *p = x;
  if (x)
    return *p;
  free(p);
  return 0;
}
// CHECK: no-fixes.c:81:{{.*}} [custody-ffi-03]
