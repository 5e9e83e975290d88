// RUN: %verify -std=c++17 %s
// expected-no-diagnostics
#include <cstdlib>
#include <memory>
#include <new>
#include <string>
#include <utility>

struct Foo {
  Foo();
  ~Foo();
};

// A block that holds no object yet.
void rawStorage(bool B) {
  void *Storage = malloc(sizeof(Foo));
  if (!Storage)
    return;
  if (B) {
    auto *F = new (Storage) Foo;
    F->~Foo();
  }
  free(Storage);
}
// The deleter destroys and releases.
struct DestroyAndFree {
  void operator()(Foo *F) const {
    F->~Foo();
    free(F);
  }
};
void owned() {
  void *Storage = malloc(sizeof(Foo));
  if (!Storage)
    return;
  std::unique_ptr<Foo, DestroyAndFree> P(new (Storage) Foo);
}
void plainDelete() {
  Foo *F = new Foo;
  delete F;
  delete[] new Foo[3];
}
void onTheStack() {
  alignas(Foo) unsigned char Storage[sizeof(Foo)];
  Foo *F = new (Storage) Foo;
  F->~Foo();
}
template <typename T> void destroy(T *P) {
  P->~T();
  free(P);
}
void throughATemplate() {
  void *Storage = malloc(sizeof(Foo));
  if (Storage)
    destroy(new (Storage) Foo);
}
