// RUN: %verify -std=c++17 %s
//
// The allocation functions called by name make storage, not objects.
#include <cstdlib>
#include <memory>
#include <new>

struct Part {
  int N = 0;
};

void lost() {
  void *P = ::operator new(16);
  static_cast<char *>(P)[0] = 0;
} // expected-warning {{memory from 'operator new' is lost without being released; release it with 'operator delete' [custody.ffi-03]}}

void freed() {
  void *P = ::operator new(16);
  std::free(P); // expected-warning {{'free' releases memory from 'operator new'; release it with 'operator delete' [custody.mem-03]}}
}
void freedGood() {
  void *P = ::operator new(16);
  ::operator delete(P);
}

void array() {
  void *P = ::operator new[](16);
  ::operator delete(P); // expected-warning {{'operator delete' releases memory from 'operator new[]'; release it with 'operator delete[]' [custody.mem-03]}}
}

void sized() {
  void *P = ::operator new(16);
  ::operator delete(P, 8); // expected-warning-re {{'operator delete' releases memory from 'operator new' with size {{.*}}[custody.own-04]}}
}
void sizedGood() {
  void *P = ::operator new(16);
  ::operator delete(P, 16);
}

void aligned() {
  void *P = ::operator new(64, std::align_val_t(32));
  ::operator delete(P, 64, std::align_val_t(32));
}
// The second argument is no size here.
void alignedUnsized() {
  void *P = ::operator new(64, std::align_val_t(32));
  ::operator delete(P, std::align_val_t(32));
}

// Storage by name, object by expression: one allocator.
void placed() {
  Part *P = new (::operator new(sizeof(Part))) Part;
  P->N = 1;
  delete P;
}

// The same object comes back.
void laundered() {
  Part *P = std::launder(new Part);
  std::free(std::addressof(*P)); // expected-warning {{'free' releases memory from 'new'; release it with 'delete' [custody.mem-03]}}
}

const char *text(const std::exception &E) {
  std::free(const_cast<char *>(E.what())); // expected-warning-re {{'free' releases a string that '{{.*}}what' only lends; copy it to have your own [custody.mem-02]}}
  return "";
}
