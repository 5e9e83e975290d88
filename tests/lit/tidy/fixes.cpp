// RUN: %replay --show-fixes -std=c++17 %s > %t
// RUN: FileCheck %s < %t
#include <cstdlib>
#include <cstring>
#include <memory>

void wrong_form() {
  int *p = new int[4];
  delete p;
}
// CHECK: -  delete p;
// CHECK-NEXT: +  delete[] p;

void wrong_form_back() {
  int *p = new int;
  delete [] p;
}
// CHECK: -  delete [] p;
// CHECK-NEXT: +  delete p;

void freed() {
  int *p = new int;
  free(p);
}
// CHECK: -  free(p);
// CHECK-NEXT: +  delete p;

void deleted() {
  char *p = strdup("text");
  delete p;
}
// CHECK: -  delete p;
// CHECK-NEXT: +  free(p);

char owner() {
  std::unique_ptr<char> p(strdup("text"));
  return p ? *p : 0;
}
// CHECK: -  std::unique_ptr<char> p(strdup("text"));
// CHECK-NEXT: +  std::unique_ptr<char, decltype(&free)> p(strdup("text"), &free);

char automatic_owner() {
  auto p = std::unique_ptr<char>(strdup("text"));
  return *p.get();
}
// CHECK: +  auto p = std::unique_ptr<char, decltype(&free)>(strdup("text"), &free);

// Somebody else would have to take the other type.
void take(std::unique_ptr<char> p);
void given_away() {
  std::unique_ptr<char> p(strdup("text"));
  take(std::move(p));
}
// CHECK-NOT: == 50
