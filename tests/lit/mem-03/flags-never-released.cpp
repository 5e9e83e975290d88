// RUN: %verify -std=c++17 %s
#include <cstdlib>
#include <memory>

struct Point {
  int X, Y;
};

void deleteOfTheStack() {
  Point P{1, 2};
  Point *Q = &P;
  delete Q; // expected-warning {{'delete' releases 'P', which lives on the stack; nothing may release it [custody.mem-03]}}
}

static Point Origin;
void deleteOfAStatic() {
  Point *Q = &Origin;
  delete Q; // expected-warning {{'delete' releases 'Origin', which has static storage; nothing may release it [custody.mem-03]}}
}

void uniquePtrOfTheStack() {
  int Local = 0;
  std::unique_ptr<int> P(&Local); // expected-warning {{'std::unique_ptr<int>' adopts 'Local', which lives on the stack; nothing may release it [custody.mem-03]}}
}

void sharedPtrOfAStatic() {
  static Point Shared;
  std::shared_ptr<Point> P(&Shared); // expected-warning {{adopts 'Shared', which has static storage; nothing may release it [custody.mem-03]}}
}
// A deleter that does nothing is the right way to share static storage.
void sharedPtrOfAStaticGood() {
  static Point Shared;
  std::shared_ptr<Point> P(&Shared, [](Point *) {});
  P->X = 1;
}

void deleteThroughAReference() {
  Point P{1, 2};
  Point &R = P;
  delete &R; // expected-warning {{'delete' releases 'P', which lives on the stack; nothing may release it [custody.mem-03]}}
}
