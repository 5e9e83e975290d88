// RUN: %verify -std=c++17 -fsized-deallocation %s
//
// What was allocated with an alignment is released with it.
#include <cstdlib>
#include <new>

struct alignas(64) Line {
  char bytes[64];
};

void plainDelete() {
  void *p = ::operator new(64, std::align_val_t(64));
  ::operator delete(p); // expected-warning {{'operator delete' releases memory from 'operator new' with alignment 16 but it was acquired with 64; pass the same alignment [custody.own-04]}}
}
void anotherAlignment() {
  void *p = ::operator new(64, std::align_val_t(64));
  ::operator delete(p, std::align_val_t(32)); // expected-warning {{with alignment 32 but it was acquired with 64}}
}
void ofAnExpression() {
  Line *p = new Line;
  ::operator delete(p); // expected-warning {{'operator delete' releases memory from 'new' with alignment 16 but it was acquired with 64; pass the same alignment [custody.own-04]}}
}

void sameAlignment() {
  void *p = ::operator new(64, std::align_val_t(64));
  ::operator delete(p, std::align_val_t(64));
}
void sizeAndAlignment() {
  void *p = ::operator new(64, std::align_val_t(64));
  ::operator delete(p, 64, std::align_val_t(64));
}
void withoutException() {
  if (void *p = ::operator new(64, std::align_val_t(64), std::nothrow))
    ::operator delete(p, std::align_val_t(64), std::nothrow);
  if (void *p = ::operator new(64, std::nothrow))
    ::operator delete(p, std::nothrow);
}
void expressions() {
  delete new Line;
  delete[] new Line[3];
  delete new int;
  delete new (std::nothrow) Line;
}
// free() takes no alignment.
void ofC() { free(aligned_alloc(64, 64)); }

struct Shape {
  virtual ~Shape() = default;
};
struct alignas(64) Square : Shape {
  int side;
};
void virtualDestructor() {
  Shape *s = new Square;
  delete s;
}
