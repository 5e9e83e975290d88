// REQUIRES: llvm-19 || llvm-22
// RUN: %verify -std=c++17 %s
#include <cstdlib>
#include <memory>

void once() {
  int *P = new int;
  [[clang::suppress]] free(P);
}
void notSuppressed() {
  int *P = new int;
  free(P); // expected-warning {{'free' releases memory from 'new'; release it with 'delete' [custody.mem-03]}}
}
void aBlock() {
  int *P = static_cast<int *>(malloc(4));
  [[clang::suppress]] {
    std::unique_ptr<int> Q(P);
  }
}
