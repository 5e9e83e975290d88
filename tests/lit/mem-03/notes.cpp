// RUN: %custody -std=c++17 %s 2>&1 | FileCheck %s
#include <cstdlib>
#include <memory>

void adopt() {
  int *Raw = static_cast<int *>(malloc(sizeof(int)));
  std::unique_ptr<int> P(Raw);
}
// The report stands at the user's line, not in the library's header.
// CHECK: notes.cpp:[[@LINE-3]]:{{[0-9]+}}: warning: 'std::unique_ptr<int>' adopts memory from 'malloc' but releases it with 'delete'{{.*}}[custody.mem-03]
// CHECK: notes.cpp:[[@LINE-5]]:{{[0-9]+}}: note: {{.*}}'malloc'
// CHECK-NOT: unique_ptr.h{{.*}}warning
