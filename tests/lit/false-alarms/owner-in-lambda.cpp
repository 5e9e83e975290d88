// RUN: %verify -std=c++17 %s
// expected-no-diagnostics
//
// An owner that is moved into a lambda goes with the lambda.
#include <cstdlib>
#include <functional>
#include <memory>
#include <utility>

class Owner {
public:
  explicit Owner(int *P) : P(P) {}
  Owner(Owner &&Other) : P(Other.P) { Other.P = nullptr; }
  Owner(const Owner &) = delete;
  ~Owner() { delete P; }
  int get() const { return *P; }

private:
  int *P;
};
int userWritten() {
  Owner O(new int(1));
  auto Get = [O = std::move(O)] { return O.get(); };
  return Get();
}
int standard() {
  auto P = std::make_unique<int>(1);
  auto Get = [P = std::move(P)] { return *P; };
  return Get();
}
int adoptedInside() {
  int *Raw = new int(1);
  auto Run = [Raw] {
    std::unique_ptr<int> P(Raw);
    return *P;
  };
  return Run();
}
void escaped(std::function<void()> &Out) {
  int *Raw = new int(1);
  Out = [Raw] { delete Raw; };
}
