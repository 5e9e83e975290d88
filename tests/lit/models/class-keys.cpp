// RUN: %verify -Xclang -analyzer-config -Xclang custody:Models=%S/class-keys.custody.yaml %s
//
// A class that looks at what others own, and one whose deleter is a static
// function.
#include <cstdlib>

struct object {
  bool Gone = false;
};

template <class T> class watcher {
  T *Pointer;

public:
  watcher(T *P) : Pointer(P) {}
  watcher &operator=(T *P) {
    Pointer = P;
    return *this;
  }
  T *get() const { return Pointer; }
  operator T *() const { return Pointer && !Pointer->Gone ? Pointer : nullptr; }
};

void released() {
  watcher<object> W = new object;
  delete W;
  if (W)
    W.get()->Gone = true;
  delete W;
}
void assigned(watcher<object> &W) {
  object *O = new object;
  W = O;
}
void notWatched() {
  object *O = new object;
  delete O;
  delete O; // expected-warning {{'delete' releases memory from 'new' that 'delete' has already released}}
}

template <class T> struct by_free {
  static void cleanup(T *P) { free(P); }
};
template <class T> struct by_delete {
  static void cleanup(T *P) { delete P; }
};
template <class T, class Cleanup> class scoped {
  T *Pointer;

public:
  explicit scoped(T *P) : Pointer(P) {}
  scoped(const scoped &) = delete;
  ~scoped() { Cleanup::cleanup(Pointer); }
};

void right() {
  scoped<int, by_free<int>> A(static_cast<int *>(malloc(4)));
  scoped<int, by_delete<int>> B(new int);
}
void wrong() {
  scoped<int, by_free<int>> A(new int); // expected-warning {{adopts memory from 'new' but releases it with 'free'}}
}
void wrongToo() {
  scoped<int, by_delete<int>> A(static_cast<int *>(malloc(4))); // expected-warning {{adopts memory from 'malloc' but releases it with 'delete'}}
}
