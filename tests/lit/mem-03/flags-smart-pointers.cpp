// RUN: %verify -std=c++17 %s
//
// A smart pointer adopts what it is given and releases it with its deleter.
// The report stands where the pointer is given away, not in the library.
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>

int *mallocInt() { return static_cast<int *>(malloc(sizeof(int))); }

void uniqueOverMalloc() {
  int *Raw = static_cast<int *>(malloc(sizeof(int)));
  std::unique_ptr<int> P(Raw); // expected-warning {{'std::unique_ptr<int>' adopts memory from 'malloc' but releases it with 'delete'}}
}
void uniqueOverNew() {
  int *Raw = new int;
  std::unique_ptr<int> P(Raw);
}

void uniqueOverNewArray() {
  std::unique_ptr<int> P(new int[4]); // expected-warning {{'std::unique_ptr<int>' adopts memory from 'new[]' but releases it with 'delete'}}
}
void uniqueArrayOverNewArray() {
  std::unique_ptr<int[]> P(new int[4]);
  P[0] = 1;
}

void uniqueArrayOverNew() {
  std::unique_ptr<int[]> P(new int); // expected-warning {{'std::unique_ptr<int[]>' adopts memory from 'new' but releases it with 'delete[]'}}
}

void uniqueArrayOverCalloc() {
  auto *Raw = static_cast<char *>(calloc(16, 1));
  std::unique_ptr<char[]> P(Raw); // expected-warning {{adopts memory from 'calloc' but releases it with 'delete[]'}}
}

void uniqueOverStrdup(const char *S) {
  std::unique_ptr<char> P(strdup(S)); // expected-warning {{from 'strdup' but releases it with 'delete'}}
}
void uniqueOverStrdupGood(const char *S) {
  std::unique_ptr<char, decltype(&free)> P(strdup(S), &free);
}

void sharedOverMalloc() {
  std::shared_ptr<int> P(mallocInt()); // expected-warning {{'std::shared_ptr<int>' adopts memory from 'malloc' but releases it with 'delete'}}
}
void sharedOverMallocGood() {
  std::shared_ptr<int> P(mallocInt(), free);
}

void sharedOverNewArray() {
  std::shared_ptr<int> P(new int[4]); // expected-warning {{'std::shared_ptr<int>' adopts memory from 'new[]' but releases it with 'delete'}}
}
void sharedArrayOverNewArray() {
  std::shared_ptr<int[]> P(new int[4]);
}

void resetWithMalloc() {
  std::unique_ptr<int> P;
  P.reset(mallocInt()); // expected-warning {{'std::unique_ptr<int>' adopts memory from 'malloc' but releases it with 'delete'}}
}
void resetWithNew() {
  std::unique_ptr<int> P;
  P.reset(new int);
}

void sharedResetWithNewArray() {
  std::shared_ptr<int> P;
  P.reset(new int[2]); // expected-warning {{'std::shared_ptr<int>' adopts memory from 'new[]' but releases it with 'delete'}}
}

// What release() gives back still is of the family it was adopted as.
void freeOfReleased() {
  std::unique_ptr<int> P(new int);
  int *Raw = P.release();
  free(Raw); // expected-warning {{'free' releases memory from 'new'; release it with 'delete' [custody.mem-03]}}
}
void deleteOfReleased() {
  std::unique_ptr<int> P(new int);
  int *Raw = P.release();
  delete Raw;
}
void freeOfReleasedMakeUnique() {
  auto P = std::make_unique<int>(1);
  free(P.release()); // expected-warning-re {{'free' releases memory from {{.*}}; release it with 'delete' [custody.mem-03]}}
}
void deleteArrayOfReleasedMakeUnique() {
  auto P = std::make_unique<int[]>(4);
  delete[] P.release();
}

// Moving an owner moves what it holds.
void freeAfterMove() {
  std::unique_ptr<int> P(new int);
  std::unique_ptr<int> Q = std::move(P);
  free(Q.release()); // expected-warning {{'free' releases memory from 'new'; release it with 'delete' [custody.mem-03]}}
}
void deleteAfterMove() {
  std::unique_ptr<int> P(new int);
  std::unique_ptr<int> Q = std::move(P);
  delete Q.release();
}

// A temporary owner and one that is returned adopt as well.
std::unique_ptr<int> returned() {
  return std::unique_ptr<int>(mallocInt()); // expected-warning {{'std::unique_ptr<int>' adopts memory from 'malloc' but releases it with 'delete'}}
}
std::unique_ptr<int> returnedGood() { return std::unique_ptr<int>(new int); }

void use(std::unique_ptr<int> P);
void passed() {
  use(std::unique_ptr<int>(mallocInt())); // expected-warning {{'std::unique_ptr<int>' adopts memory from 'malloc' but releases it with 'delete'}}
}

// A shared owner keeps its deleter when it moves.
void sharedMoved() {
  std::shared_ptr<int> P(mallocInt(), free);
  std::shared_ptr<int> Q = std::move(P);
  Q.reset(new int); // the new deleter is delete
}
void uniqueToShared() {
  std::unique_ptr<int> P(new int);
  std::shared_ptr<int> Q(std::move(P));
}
void uniqueToSharedWrong() {
  std::unique_ptr<int> P(new int);
  std::shared_ptr<int> Q(P.release(), free); // expected-warning {{adopts memory from 'new' but releases it with 'free'}}
}
