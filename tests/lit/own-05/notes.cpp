// RUN: %custody -std=c++17 %s 2>&1 | FileCheck %s
#include <cstdlib>
#include <new>

struct Foo {
  ~Foo();
};
void freed() {
  void *Storage = malloc(sizeof(Foo));
  Foo *F = new (Storage) Foo;
  free(F);
}
// CHECK: notes.cpp:[[@LINE-2]]:3: warning: 'free' releases storage in which a 'Foo' still lives{{.*}} [custody.own-05]
// CHECK: notes.cpp:[[@LINE-5]]:{{[0-9]+}}: note: {{.*}}'malloc'
// CHECK: notes.cpp:[[@LINE-5]]:{{[0-9]+}}: note: {{.*}}'Foo'
