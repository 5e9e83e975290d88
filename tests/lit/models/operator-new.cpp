// RUN: %verify -std=c++17 %s
//
// The second parameter of `operator new` and `operator delete` is a size, an
// alignment or std::nothrow; with a pointer it is placement, no allocation.
#include <new>

void wrongSize() {
  void *P = ::operator new(16);
  ::operator delete(P, std::size_t(8)); // expected-warning {{with size 8 but it was acquired with 16}}
}
void twice() {
  void *P = ::operator new(16, std::nothrow);
  ::operator delete(P);
  ::operator delete(P); // expected-warning {{has already released}}
}
void right(void *Place) {
  ::operator delete(::operator new(16), std::size_t(16));
  ::operator delete(::operator new(16, std::align_val_t(64)),
                    std::align_val_t(64));
  ::operator delete(::operator new(16, std::nothrow), std::nothrow);
  ::operator new(16, Place);
}
