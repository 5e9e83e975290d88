// RUN: %verify -std=c++17 %s
//
// malloc, new and new[] are three families: none releases what another
// acquired.
#include <cstdlib>
#include <cstring>
#include <new>

void deleteOfMalloc() {
  int *P = static_cast<int *>(malloc(sizeof(int)));
  delete P; // expected-warning {{'delete' releases memory from 'malloc'; release it with 'free' [custody.mem-03]}}
}
void freeOfMalloc() {
  int *P = static_cast<int *>(malloc(sizeof(int)));
  free(P);
}

void freeOfNew() {
  int *P = new int(1);
  free(P); // expected-warning {{'free' releases memory from 'new'; release it with 'delete' [custody.mem-03]}}
}
void deleteOfNew() {
  int *P = new int(1);
  delete P;
}

void deleteOfNewArray() {
  int *P = new int[4];
  delete P; // expected-warning {{'delete' releases memory from 'new[]'; release it with 'delete[]' [custody.mem-03]}}
}
void deleteArrayOfNewArray() {
  int *P = new int[4];
  delete[] P;
}

void deleteArrayOfNew() {
  int *P = new int;
  delete[] P; // expected-warning {{'delete[]' releases memory from 'new'; release it with 'delete' [custody.mem-03]}}
}

void freeOfNewArray() {
  char *P = new char[8];
  std::free(P); // expected-warning {{releases memory from 'new[]'; release it with 'delete[]' [custody.mem-03]}}
}

void deleteArrayOfCalloc() {
  char *P = static_cast<char *>(std::calloc(8, 1));
  delete[] P; // expected-warning {{'delete[]' releases memory from 'calloc'; release it with 'free' [custody.mem-03]}}
}

void deleteOfStrdup(const char *S) {
  char *P = strdup(S);
  delete[] P; // expected-warning-re {{'delete[]' releases {{.*}} from 'strdup'; release it with 'free' [custody.mem-03]}}
}

void reallocOfNew() {
  char *P = new char[8];
  char *Q = static_cast<char *>(realloc(P, 16)); // expected-warning {{'realloc' releases memory from 'new[]'; release it with 'delete[]' [custody.mem-03]}}
  free(Q);
}

// nothrow new is still new, and a direct call of the operator is too.
void nothrowNew() {
  int *P = new (std::nothrow) int;
  free(P); // expected-warning {{'free' releases memory from 'new'; release it with 'delete' [custody.mem-03]}}
}
void nothrowNewGood() {
  int *P = new (std::nothrow) int;
  delete P;
}
void operatorNew() {
  void *P = ::operator new(16);
  free(P); // expected-warning-re {{'free' releases memory from {{.*}}new{{.*}} [custody.mem-03]}}
}
void operatorNewGood() {
  void *P = ::operator new(16);
  ::operator delete(P);
}

// A copy of the pointer, a cast of it and a pointer kept in a struct carry the
// family along.
struct Holder {
  void *Raw;
};
void throughACopy() {
  Holder H;
  H.Raw = new int(3);
  void *Copy = H.Raw;
  free(Copy); // expected-warning {{'free' releases memory from 'new'; release it with 'delete' [custody.mem-03]}}
}

// So does a helper whose body is visible, on either side.
static int *makeInt() { return new int(1); }
static void dropInt(int *P) { free(P); } // expected-warning {{'free' releases memory from 'new'; release it with 'delete' [custody.mem-03]}}
void throughHelpers() {
  int *P = makeInt();
  dropInt(P);
}
