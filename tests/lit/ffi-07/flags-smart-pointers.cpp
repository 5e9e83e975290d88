// RUN: %verify -std=c++17 %s
//
// What an owner has, nobody else releases or adopts.
#include <cstdlib>
#include <memory>
#include <utility>
#include <vector>

void deleteOfGet() {
  std::unique_ptr<int> P(new int);
  delete P.get(); // expected-warning-re {{'delete' releases {{.*}} 'std::unique_ptr<int>' already owns; {{.*}} [custody.ffi-07]}}
}
void deleteOfRelease() {
  std::unique_ptr<int> P(new int);
  delete P.release();
}

void freeOfGet() {
  std::unique_ptr<int, decltype(&free)> P(static_cast<int *>(malloc(4)), &free);
  free(P.get()); // expected-warning-re {{'free' releases {{.*}} already owns; {{.*}} [custody.ffi-07]}}
}

void deleteOfTheRaw() {
  int *Raw = new int;
  std::unique_ptr<int> P(Raw);
  delete Raw; // expected-warning-re {{'delete' releases {{.*}} 'std::unique_ptr<int>' already owns; {{.*}} [custody.ffi-07]}}
}

void deleteOfGetOfMakeUnique() {
  auto P = std::make_unique<int>(1);
  int *Raw = P.get();
  delete Raw; // expected-warning-re {{'delete' releases {{.*}} already owns; {{.*}} [custody.ffi-07]}}
}

void twoUnique() {
  int *Raw = new int;
  std::unique_ptr<int> P(Raw);
  std::unique_ptr<int> Q(Raw); // expected-warning-re {{'std::unique_ptr<int>' adopts {{.*}} 'std::unique_ptr<int>' already owns; {{.*}} [custody.ffi-07]}}
}
void oneUniqueMoved() {
  int *Raw = new int;
  std::unique_ptr<int> P(Raw);
  std::unique_ptr<int> Q(std::move(P));
}

void twoShared() {
  int *Raw = new int;
  std::shared_ptr<int> P(Raw);
  std::shared_ptr<int> Q(Raw); // expected-warning-re {{'std::shared_ptr<int>' adopts {{.*}} 'std::shared_ptr<int>' already owns; {{.*}} [custody.ffi-07]}}
}
void oneSharedCopied() {
  int *Raw = new int;
  std::shared_ptr<int> P(Raw);
  std::shared_ptr<int> Q(P);
  std::shared_ptr<int> R;
  R = Q;
}

void sharedFromGet() {
  auto P = std::make_shared<int>(1);
  std::shared_ptr<int> Q(P.get()); // expected-warning-re {{'std::shared_ptr<int>' adopts {{.*}} already owns; {{.*}} [custody.ffi-07]}}
}
void uniqueFromSharedGet() {
  std::shared_ptr<int> P(new int);
  std::unique_ptr<int> Q(P.get()); // expected-warning-re {{'std::unique_ptr<int>' adopts {{.*}} 'std::shared_ptr<int>' already owns; {{.*}} [custody.ffi-07]}}
}

void resetWithAnothers() {
  std::unique_ptr<int> P(new int), Q;
  Q.reset(P.get()); // expected-warning-re {{'std::unique_ptr<int>' adopts {{.*}} already owns; {{.*}} [custody.ffi-07]}}
}
void resetWithReleased() {
  std::unique_ptr<int> P(new int), Q;
  Q.reset(P.release());
}

void twiceInAContainer() {
  std::vector<std::unique_ptr<int>> V;
  int *Raw = new int;
  V.emplace_back(Raw);
  V.emplace_back(Raw); // expected-warning-re {{'std::unique_ptr<int>' adopts {{.*}} already owns; {{.*}} [custody.ffi-07]}}
}
void deletedAfterTheContainerTookIt(std::vector<std::unique_ptr<int>> &V) {
  int *Raw = new int;
  V.emplace_back(Raw);
  delete Raw; // expected-warning-re {{'delete' releases {{.*}} already owns; {{.*}} [custody.ffi-07]}}
}

// The owner's destructor is the first release.
void afterTheScope() {
  int *Raw = new int;
  { std::unique_ptr<int> P(Raw); }
  delete Raw; // expected-warning-re {{'delete' releases {{.*}} already released; {{.*}} [custody.ffi-07]}}
}
void afterTheReset() {
  int *Raw = new int;
  std::unique_ptr<int> P(Raw);
  P.reset();
  delete Raw; // expected-warning-re {{'delete' releases {{.*}} already released; {{.*}} [custody.ffi-07]}}
}
void adoptsTheReleased() {
  int *Raw = new int;
  delete Raw;
  std::unique_ptr<int> P(Raw); // expected-warning-re {{'std::unique_ptr<int>' adopts {{.*}} 'delete' has already released; {{.*}} [custody.ffi-07]}}
}

struct Owner {
  std::unique_ptr<int> P;
  explicit Owner(int *Raw) : P(Raw) {}
};
void throughAMember() {
  int *Raw = new int;
  Owner O(Raw);
  delete Raw; // expected-warning-re {{'delete' releases {{.*}} 'std::unique_ptr<int>' already owns; {{.*}} [custody.ffi-07]}}
}

// Passed by value: whoever took it owns it.
struct Given {
  int A = 0;
};
void take(std::unique_ptr<Given>);
void takenByAFunction() {
  Given *Raw = new Given;
  take(std::unique_ptr<Given>(Raw));
  delete Raw; // expected-warning-re {{'delete' releases {{.*}} 'std::unique_ptr<Given>' already owns; {{.*}} [custody.ffi-07]}}
}
void perhapsTaken(std::unique_ptr<Given> &);
void givenForChange() {
  Given *Raw = new Given;
  std::unique_ptr<Given> P(Raw);
  perhapsTaken(P);
  if (!P)
    delete Raw;
}
