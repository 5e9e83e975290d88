// RUN: %verify -std=c++17 %s
//
// Placement new builds an object that somebody has to destroy before its
// storage goes.
#include <cstdlib>
#include <memory>
#include <new>
#include <string>

struct Foo {
  std::string Name;
  ~Foo();
};
void freed() {
  void *Storage = malloc(sizeof(Foo));
  if (!Storage)
    return;
  Foo *F = new (Storage) Foo;
  free(F); // expected-warning-re {{'free' releases storage in which a 'Foo' still lives; {{.*}} [custody.own-05]}}
}
void destroyedFirst() {
  void *Storage = malloc(sizeof(Foo));
  if (!Storage)
    return;
  Foo *F = new (Storage) Foo;
  F->~Foo();
  free(F);
}
void destroyedByTheLibrary() {
  void *Storage = malloc(sizeof(Foo));
  if (!Storage)
    return;
  Foo *F = new (Storage) Foo;
  std::destroy_at(F);
  free(Storage);
}
void throughTheStorage() {
  void *Storage = malloc(sizeof(Foo));
  if (!Storage)
    return;
  new (Storage) Foo;
  free(Storage); // expected-warning-re {{'free' releases storage in which a 'Foo' still lives; {{.*}} [custody.own-05]}}
}
void operatorDelete() {
  void *Storage = ::operator new(sizeof(Foo));
  Foo *F = new (Storage) Foo;
  ::operator delete(F); // expected-warning-re {{releases storage in which a 'Foo' still lives; {{.*}} [custody.own-05]}}
}
void operatorDeleteGood() {
  void *Storage = ::operator new(sizeof(Foo));
  Foo *F = new (Storage) Foo;
  F->~Foo();
  ::operator delete(Storage);
}
void newThenOperatorDelete() {
  Foo *F = new Foo;
  ::operator delete(F); // expected-warning-re {{releases storage in which a 'Foo' still lives; {{.*}} [custody.own-05]}}
}
void aString() {
  void *Storage = malloc(sizeof(std::string));
  if (!Storage)
    return;
  auto *S = new (Storage) std::string("text");
  free(S); // expected-warning-re {{'free' releases storage in which a '{{.*}}string' still lives; {{.*}} [custody.own-05]}}
}

// Nothing is lost when the destructor does nothing.
struct Trivial {
  int A, B;
};
void trivial() {
  void *Storage = malloc(sizeof(Trivial));
  if (!Storage)
    return;
  Trivial *T = new (Storage) Trivial;
  T->A = 1;
  free(T);
}
void reused() {
  void *Storage = malloc(sizeof(Foo));
  if (!Storage)
    return;
  Foo *F = new (Storage) Foo;
  F->~Foo();
  F = new (Storage) Foo;
  F->~Foo();
  free(Storage);
}

// The array's elements are bytes: delete[] destroys none of what lives there.
struct Lodger {
  ~Lodger();
};
void bytesDeleted() {
  unsigned char *Room = new unsigned char[sizeof(Lodger)];
  new (Room) Lodger;
  delete[] Room; // expected-warning-re {{'delete[]' releases storage in which a 'Lodger' still lives; {{.*}} [custody.own-05]}}
}
void bytesDeletedGood() {
  unsigned char *Room = new unsigned char[sizeof(Lodger)];
  Lodger *L = new (Room) Lodger;
  L->~Lodger();
  delete[] Room;
}
