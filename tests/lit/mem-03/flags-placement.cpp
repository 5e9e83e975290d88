// RUN: %verify -std=c++17 %s
//
// Placement new acquires nothing: the storage keeps the family it came from.
#include <cstdlib>
#include <new>

struct Plain {
  int X;
};

void deleteInStackStorage() {
  alignas(Plain) unsigned char Storage[sizeof(Plain)];
  Plain *P = new (Storage) Plain{1};
  delete P; // expected-warning {{'delete' releases 'Storage', which lives on the stack; nothing may release it [custody.mem-03]}}
}
void destroyInStackStorage() {
  alignas(Plain) unsigned char Storage[sizeof(Plain)];
  Plain *P = new (Storage) Plain{1};
  P->~Plain();
}

void deleteInMallocStorage() {
  void *Storage = malloc(sizeof(Plain));
  if (!Storage)
    return;
  Plain *P = new (Storage) Plain{1};
  delete P; // expected-warning {{'delete' releases memory from 'malloc'; release it with 'free' [custody.mem-03]}}
}
void freeInMallocStorage() {
  void *Storage = malloc(sizeof(Plain));
  if (!Storage)
    return;
  Plain *P = new (Storage) Plain{1};
  P->~Plain();
  free(P);
}

alignas(Plain) static unsigned char Pool[sizeof(Plain)];
void deleteInStaticStorage() {
  Plain *P = new (Pool) Plain{1};
  delete P; // expected-warning {{'delete' releases 'Pool', which has static storage; nothing may release it [custody.mem-03]}}
}
