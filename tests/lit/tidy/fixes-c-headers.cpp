// In C++, <stdlib.h> brings the names of <cstdlib> by using-declarations.
// RUN: %replay --show-fixes %s > %t
// RUN: FileCheck %s < %t
#include <stdlib.h>
#include <string.h>

void deleted() {
  char *p = strdup("text");
  delete p;
}
// CHECK: -  delete p;
// CHECK-NEXT: +  free(p);

// A function of another namespace does not hide it where it was not asked for ...
namespace other {
void free(char *);
}
void beside() {
  char *p = strdup("text");
  delete p;
}
// CHECK: -  delete p;
// CHECK-NEXT: +  free(p);

// ... and makes the name say something else where it was.
namespace pool {
using other::free;
void inside() {
  char *p = strdup("text");
  delete p;
}
} // namespace pool
// CHECK-NOT: {{^\+}}
