// RUN: %verify -std=c++17 %s
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

struct Node {
  int Value = 0;
  int get() const { return Value; }
  void out() const;
};
int memberRead() {
  Node *N = new Node;
  delete N;
  return N->Value; // expected-warning-re {{memory from 'new' is used after 'delete' released it; {{.*}} [custody.own-02]}}
}
void methodCalled() {
  Node *N = new Node;
  delete N;
  N->out(); // expected-warning-re {{memory from 'new' is used after 'delete' released it; {{.*}} [custody.own-02]}}
}
int readFirst() {
  Node *N = new Node;
  int V = N->Value;
  delete N;
  return V;
}

int ownerGone() {
  int *Raw = new int(1);
  { std::unique_ptr<int> P(Raw); }
  return *Raw; // expected-warning-re {{is used after {{.*}} released it; {{.*}} [custody.own-02]}}
}
int ownerReset() {
  auto P = std::make_unique<int>(1);
  int *Raw = P.get();
  P.reset();
  return *Raw; // expected-warning-re {{is used after {{.*}} released it; {{.*}} [custody.own-02]}}
}
int ownerAlive() {
  auto P = std::make_unique<int>(1);
  int *Raw = P.get();
  return *Raw;
}

// A container's buffer moves when the container grows.
char stringGrew(std::string &S) {
  const char *P = S.c_str();
  S += "and more";
  return P[0]; // expected-warning-re {{is used after {{.*}} invalidated it; {{.*}} [custody.own-02]}}
}
char stringAskedAgain(std::string &S) {
  const char *P = S.c_str();
  (void)P[0];
  S += "and more";
  P = S.c_str();
  return P[0];
}
int vectorGrew(std::vector<int> &V) {
  int *P = V.data();
  V.push_back(1);
  return *P; // expected-warning-re {{is used after {{.*}} invalidated it; {{.*}} [custody.own-02]}}
}
const char *stringGone() {
  std::string S("local");
  return S.c_str(); // expected-warning-re@* {{is used after {{.*}} [custody.own-02]}}
}

// Names as programs write them, and the words around them outside the quotes.
char afterTheString() {
  const char *P;
  {
    std::string S("local");
    P = S.c_str();
  }
  return *P; // expected-warning {{a string buffer that 'std::string::c_str' only lends is used after the destructor of 'std::string' may have invalidated it; ask for it again [custody.own-02]}}
}

// A string that an owner has: what the string lent ends with the owner.
char afterTheOwner() {
  auto S = std::make_unique<std::string>("local");
  const char *P = S->c_str();
  S.reset();
  return *P; // expected-warning-re {{a string buffer that 'std::string::c_str' only lends is used after 'std::unique_ptr<std::string>' may have invalidated it; {{.*}} [custody.own-02]}}
}
