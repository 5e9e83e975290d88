// Where the right code is certain, it is offered as a fix. %%replay applies each
// and looks again; here is what the changed text looks like.
// RUN: %replay --show-fixes %s > %t
// RUN: FileCheck %s < %t
// RUN: %tidy -quiet -checks='-*,custody-*' -export-fixes=%t.yaml %s -- > /dev/null 2>&1
// RUN: FileCheck %s --check-prefix=YAML < %t.yaml
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *create_string(void);
void free_string(char *s);

void wrong_function(void) {
  char *s = create_string();
  free(s);
}
// CHECK: -  free(s);
// CHECK-NEXT: +  free_string(s);
// YAML: DiagnosticName: custody-mem-03
// YAML: ReplacementText: free_string

void wrong_close(const char *command) {
  FILE *f = popen(command, "r");
  if (f)
    fclose(f);
}
// CHECK: -    fclose(f);
// CHECK-NEXT: +    pclose(f);

int overwritten(int n) {
  char *p = malloc(4);
  if (!p)
    return 1;
  p[0] = 1;
  p = realloc(p, n);
  if (!p)
    return 1;
  puts(p);
  free(p);
  return 0;
}
// CHECK: -  p = realloc(p, n);
// CHECK-NEXT: -  if (!p)
// CHECK-NEXT: +  char *grown = realloc(p, n);
// CHECK-NEXT: +  if (!grown) {
// CHECK-NEXT: +    free(p);
// CHECK-NEXT:      return 1;
// CHECK-NEXT: +  }
// CHECK-NEXT: +  p = grown;

struct buffer {
  char *data;
};

int grow(struct buffer *b, int n) {
  b->data = malloc(4);
  if (b->data == NULL)
    return 1;
  b->data = realloc(b->data, n);
  if (b->data == NULL) {
    return 1;
  }
  return 0;
}
// CHECK: +  char *grown2 = realloc(b->data, n);
// CHECK-NEXT: +  if (grown2 == NULL) {
// CHECK-NEXT:      return 1;
// CHECK-NEXT:    }
// CHECK-NEXT: +  b->data = grown2;

int early(const char *name, int x) {
  FILE *f = fopen(name, "r");
  if (!f)
    return 1;
  if (x)
    return 2;
  fclose(f);
  return 0;
}
// CHECK: -  if (x)
// CHECK-NEXT: +  if (x) {
// CHECK-NEXT: +    fclose(f);
// CHECK-NEXT:      return 2;
// CHECK-NEXT: +  }

char *early_of_a_maker(int x) {
  char *p = strdup("text");
  if (x) {
    return NULL;
  }
  return p;
}
// CHECK: +    free(p);
// CHECK-NEXT:      return NULL;
