// RUN: %custody -std=c++17 %s 2>&1 | FileCheck %s
#include <memory>

void both() {
  int *Raw = new int;
  std::unique_ptr<int> P(Raw);
  delete Raw;
}
// CHECK: notes.cpp:[[@LINE-2]]:3: warning: 'delete' releases {{.*}} 'std::unique_ptr<int>' already owns
// CHECK-SAME: [custody.ffi-07]
// CHECK: notes.cpp:[[@LINE-6]]:{{[0-9]+}}: note: {{.*}}'new'
// CHECK: notes.cpp:[[@LINE-6]]:{{[0-9]+}}: note: {{.*}}'std::unique_ptr<int>'
// CHECK: 1 warning generated
