// RUN: %verify -std=c++17 %s
//
// A member that owns, and a destructor that does the owner's work again.
#include <memory>

class Both {
public:
  Both() : P(new int) {}
  ~Both() { delete P.get(); } // expected-warning-re {{'delete' releases memory from 'new' that 'std::unique_ptr<int>' already owns; {{.*}} [custody.ffi-07]}}

private:
  std::unique_ptr<int> P;
};
void both() { Both B; }

class One {
public:
  One() : P(new int) {}
  ~One() { P.reset(); }

private:
  std::unique_ptr<int> P;
};
void one() { One O; }

// The same raw pointer for two members.
struct Pair {
  explicit Pair(int *Raw) : First(Raw), Second(Raw) {} // expected-warning-re {{'std::unique_ptr<int>' adopts memory from 'new' that 'std::unique_ptr<int>' already owns; {{.*}} [custody.ffi-07]}}
  std::unique_ptr<int> First, Second;
};
void pair() { Pair P(new int); }

// A copy of the shared owner keeps the value owned when the first one goes.
void sharedAndUnique() {
  auto S = std::make_shared<int>(1);
  std::shared_ptr<int> Copy = S;
  S.reset();
  std::unique_ptr<int> U(Copy.get()); // expected-warning-re {{'std::unique_ptr<int>' adopts {{.*}} already owns; {{.*}} [custody.ffi-07]}}
}
