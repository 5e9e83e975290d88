// RUN: %verify -std=c++17 %s
// expected-no-diagnostics
//
// Looking at what an owner has is what owners are for.
#include <memory>
#include <utility>
#include <vector>

void look(const int *P);
void change(int *P);

void borrow() {
  std::unique_ptr<int> P(new int);
  look(P.get());
  change(P.get());
  int *Raw = P.get();
  *Raw = 1;
}
void conditional(bool B) {
  std::unique_ptr<int> P(new int);
  int *Raw = P.get();
  if (B) {
    P.release();
    delete Raw;
  }
}
void swapped() {
  std::unique_ptr<int> P(new int), Q(new int);
  std::swap(P, Q);
  P.swap(Q);
  delete P.release();
}
void resetToItsOwnReplacement() {
  std::unique_ptr<int> P(new int);
  P.reset(new int);
  P = std::make_unique<int>(2);
  P = nullptr;
  P.reset(new int);
}
void movedThenRefilled() {
  std::unique_ptr<int> P(new int);
  std::unique_ptr<int> Q(std::move(P));
  P.reset(new int);
}
struct Self : std::enable_shared_from_this<Self> {};
void fromThis() {
  auto P = std::make_shared<Self>();
  std::shared_ptr<Self> Q = P->shared_from_this();
}
void nulls() {
  std::unique_ptr<int> P(nullptr), Q(nullptr);
  int *None = nullptr;
  std::shared_ptr<int> R(None), S(None);
  delete P.get();
}
