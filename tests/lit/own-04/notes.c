// RUN: %custody %s 2>&1 | FileCheck %s
#include <stdint.h>

uint8_t *__rust_alloc(uintptr_t size, uintptr_t align);
void __rust_dealloc(uint8_t *ptr, uintptr_t size, uintptr_t align);

void wrong(void) {
  uint8_t *p = __rust_alloc(16, 8);
  if (!p)
    return;
  __rust_dealloc(p, 8, 8);
}
// CHECK: notes.c:[[@LINE-2]]:3: warning: '__rust_dealloc' releases {{.*}}8{{.*}}16{{.*}} [custody.own-04]
// CHECK: notes.c:[[@LINE-6]]:{{[0-9]+}}: note: {{.*}}'__rust_alloc'
