// RUN: %verify -std=c++17 %s
// expected-no-diagnostics
//
// Placement new acquires no memory.
#include <cstdlib>
#include <memory>
#include <new>
#include <string>

struct Point {
  int X = 0, Y = 0;
};
void onTheStack() {
  alignas(Point) char Storage[sizeof(Point)];
  Point *P = new (Storage) Point;
  P->X = 1;
}
void inAParameter(void *Storage) {
  new (Storage) Point;
  Point *P = new (Storage) Point;
  P->Y = 2;
}
class Maybe {
public:
  void set() { new (&Storage) Point; }

private:
  alignas(Point) unsigned char Storage[sizeof(Point)];
};
void insideAClass() {
  Maybe M;
  M.set();
}
void inAnArray(unsigned N) {
  void *Storage = malloc(N * sizeof(Point));
  if (!Storage)
    return;
  Point *First = static_cast<Point *>(Storage);
  for (unsigned I = 0; I < N; ++I)
    new (First + I) Point;
  free(Storage);
}
