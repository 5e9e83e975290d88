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

// A class with functions of its own: they are called by their names.
struct Pooled {
  int A;
  static void *operator new(std::size_t);
  static void operator delete(void *);
};
void pooledDeletedGlobally() {
  Pooled *P = new Pooled;
  ::delete P; // expected-warning {{'::delete' releases memory from 'Pooled::operator new'; release it with 'Pooled::operator delete' [custody.mem-03]}}
}
void globalDeletedAsPooled() {
  Pooled *P = ::new Pooled;
  delete P; // expected-warning {{'Pooled::operator delete' releases memory from '::new'; release it with '::delete' [custody.mem-03]}}
}
void pooledRight() {
  delete new Pooled;
  ::delete ::new Pooled;
}
