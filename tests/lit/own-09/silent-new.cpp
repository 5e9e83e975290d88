// RUN: %verify -std=c++17 -Xclang -analyzer-checker=custody.own-09 %s
// expected-no-diagnostics
//
// Plain new throws, it never returns null.
struct Point {
  int X = 0;
};
int used() {
  Point *P = new Point;
  int X = P->X;
  delete P;
  int *Q = new int[2];
  Q[0] = 1;
  delete[] Q;
  return X;
}
