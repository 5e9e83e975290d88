// RUN: %verify -std=c++17 %s
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

void newLost() {
  int *P = new int(3);
  *P = 4;
} // expected-warning {{memory from 'new' is lost without being released; release it with 'delete' [custody.ffi-03]}}
void newGood() {
  int *P = new int(3);
  delete P;
}

int arrayLost(int N) {
  int *P = new int[N];
  if (N > 3)
    return 0; // expected-warning {{memory from 'new[]' is lost without being released; release it with 'delete[]' [custody.ffi-03]}}
  delete[] P;
  return 1;
}

// release() gives the pointer up; somebody has to take it.
void releaseLost() {
  std::unique_ptr<int> P(new int);
  P.release();
} // expected-warning {{is lost without being released; release it with 'delete' [custody.ffi-03]}}
void releaseKept() {
  std::unique_ptr<int> P(new int);
  std::unique_ptr<int> Q(P.release());
}
int *releaseHandedOut() {
  auto P = std::make_unique<int>(3);
  return P.release();
}
void releaseOfNothing() {
  std::unique_ptr<int> P;
  P.release();
}
void releaseAfterMove() {
  std::unique_ptr<int> P(new int);
  std::unique_ptr<int> Q = std::move(P);
  P.release();
}

struct Node {
  int Value = 0;
  Node *Next = nullptr;
};
bool test(const Node &N);
void objectLost() {
  Node *N = new Node;
  if (!test(*N))
    return; // expected-warning {{memory from 'new' is lost without being released; release it with 'delete' [custody.ffi-03]}}
  delete N;
}

// A reference is no escape; a lambda that only borrows is none either.
void throughALambda() {
  int *P = new int(1);
  auto Print = [P] { printf("%d\n", *P); };
  Print();
} // expected-warning {{memory from 'new' is lost without being released; release it with 'delete' [custody.ffi-03]}}

// Assigning to an owner releases what it had; assigning to a raw pointer
// does not.
struct Cache {
  int *Raw = nullptr;
};
void forgottenMember() {
  Cache C;
  C.Raw = new int;
} // expected-warning {{memory from 'new' is lost without being released; release it with 'delete' [custody.ffi-03]}}

// delete releases the object; what a plain field points to is not part of it.
struct Plain {
  int *Field = nullptr;
};
void fieldLost() {
  Plain *P = new Plain;
  P->Field = new int;
  delete P;
} // expected-warning {{memory from 'new' is lost without being released; release it with 'delete' [custody.ffi-03]}}
struct Releasing {
  int *Field = nullptr;
  ~Releasing() { delete Field; }
};
void fieldReleased() {
  Releasing *P = new Releasing;
  P->Field = new int;
  delete P;
}

// Initialised where it is declared, and nobody's to release.
struct Declared {
  int *P = new int;
};
void declared() {
  Declared D;
  *D.P = 1;
} // expected-warning-re {{memory from 'new' is lost {{.*}} [custody.ffi-03]}}

// A container keeps what it is given, not itself.
void container() {
  auto *V = new std::vector<int>;
  V->reserve(3);
} // expected-warning-re {{memory from 'new' is lost {{.*}} [custody.ffi-03]}}
void containerGood() {
  auto *V = new std::vector<int>;
  V->reserve(3);
  delete V;
}
