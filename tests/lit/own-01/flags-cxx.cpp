// RUN: %verify -std=c++17 %s
struct Node {
  ~Node();
  int Value;
};
void deletedTwice() {
  int *P = new int;
  delete P;
  delete P; // expected-warning-re {{'delete' releases memory from 'new' that 'delete' has already released; {{.*}} [custody.own-01]}}
}
void objectDeletedTwice(Node *N) {
  delete N;
  delete N; // expected-warning-re {{'delete' has already released; {{.*}} [custody.own-01]}}
}
void arrayDeletedTwice() {
  int *P = new int[3];
  int *Q = P;
  delete[] P;
  delete[] Q; // expected-warning-re {{'delete[]' has already released; {{.*}} [custody.own-01]}}
}
void replaced() {
  int *P = new int;
  delete P;
  P = new int;
  delete P;
  P = nullptr;
  delete P;
}
