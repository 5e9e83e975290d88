// RUN: %verify -std=c++17 %s
// expected-no-diagnostics
//
// A class with operator new and delete of its own is its own allocator.
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>

struct Pooled {
  static void *operator new(std::size_t N) { return malloc(N); }
  static void operator delete(void *P) { free(P); }
  int X = 0;
};
void pooled() {
  Pooled *P = new Pooled;
  delete P;
}

struct Arena;
struct Placed {
  static void *operator new(std::size_t N, Arena &A);
  static void operator delete(void *P);
  static void operator delete(void *P, Arena &A);
  int X = 0;
};
void placed(Arena &A) {
  Placed *P = new (A) Placed;
  P->X = 1;
}
void placedAndDeleted(Arena &A) {
  Placed *P = new (A) Placed;
  delete P;
}

struct Recycled {
  void *operator new[](std::size_t N);
  void operator delete[](void *P);
  int X;
};
void recycled() {
  Recycled *P = new Recycled[3];
  delete[] P;
}

struct Base {
  virtual ~Base();
  static void operator delete(void *P);
  static void *operator new(std::size_t N);
};
struct Derived : Base {};
void derived() {
  Base *B = new Derived;
  delete B;
}

void shared() {
  std::shared_ptr<Base> P(new Base), Q;
  Q.reset(new Derived);
  std::unique_ptr<Base> U(new Derived);
  std::shared_ptr<Base> R(std::move(U));
}
