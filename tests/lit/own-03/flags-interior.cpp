// RUN: %verify -std=c++17 %s
#include <memory>

void deleteArrayInside() {
  int *P = new int[4];
  delete[] (P + 2); // expected-warning-re {{'delete[]' releases a pointer 8 bytes into memory from 'new[]'; {{.*}} [custody.own-03]}}
}
void adoptedInside() {
  int *P = new int[4];
  std::unique_ptr<int[]> Q(P + 1); // expected-warning-re {{'std::unique_ptr<int[]>' adopts a pointer 4 bytes into memory from 'new[]'; {{.*}} [custody.own-03]}}
}

// A base that is not at the start is found by its virtual destructor.
struct First {
  virtual ~First();
  int A;
};
struct Second {
  virtual ~Second();
  int B;
};
struct Both : First, Second {};
void deleteThroughTheSecondBase() {
  Second *S = new Both;
  delete S;
}
void deleteThroughTheFirstBase() {
  First *F = new Both;
  delete F;
}
