// RUN: %verify -std=c++17 -fsized-deallocation %s
#include <new>

void otherSize() {
  void *P = ::operator new(16);
  ::operator delete(P, 32); // expected-warning-re {{operator delete' releases {{.*}}32{{.*}}16{{.*}} [custody.own-04]}}
}
void sameSize() {
  void *P = ::operator new(16);
  ::operator delete(P, 16);
}
void noSize() {
  void *P = ::operator new(16);
  ::operator delete(P);
}
void otherAlignment() {
  void *P = ::operator new(64, std::align_val_t(64));
  ::operator delete(P, std::align_val_t(32)); // expected-warning-re {{operator delete' releases {{.*}}32{{.*}}64{{.*}} [custody.own-04]}}
}
void sameAlignment() {
  void *P = ::operator new(64, std::align_val_t(64));
  ::operator delete(P, std::align_val_t(64));
}

struct Small {
  int A;
};
struct Big : Small {
  int B[8];
};
// No virtual destructor: the sized delete passes the size of the base.
void throughTheBase() {
  Small *S = new Big;
  delete S; // expected-warning-re {{'delete' releases {{.*}} [custody.own-04]}}
}
struct Virtual {
  virtual ~Virtual();
};
struct Derived : Virtual {
  int B[8];
};
void throughAVirtualBase() {
  Virtual *V = new Derived;
  delete V;
}

// What the derived class adds is never destroyed either: the same cure.
struct Name {
  ~Name();
  char *Text;
};
struct Titled : Small {
  Name Title;
};
void throughABaseThatDestroysLess() {
  Small *S = new Titled;
  delete S; // expected-warning-re {{'delete' releases {{.*}}; give 'Small' a virtual destructor [custody.own-04]}}
}
