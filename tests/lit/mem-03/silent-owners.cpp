// RUN: %verify -std=c++17 %s
// expected-no-diagnostics
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <memory>
#include <vector>

struct Base {
  virtual ~Base();
};
struct Derived : Base {
  int X = 0;
};
std::unique_ptr<Base> polymorphic() {
  std::unique_ptr<Base> P(new Derived);
  P.reset(new Derived);
  return P;
}
std::shared_ptr<Base> converted() {
  std::unique_ptr<Derived> P = std::make_unique<Derived>();
  std::shared_ptr<Base> Q = std::move(P);
  return Q;
}

// A deleter chosen at run time may be anything.
void unknownDeleter(void (*Release)(int *)) {
  std::unique_ptr<int, void (*)(int *)> P(static_cast<int *>(malloc(4)),
                                          Release);
  std::shared_ptr<int> Q(new int[4], Release);
}
void functionObject(std::function<void(int *)> Release) {
  std::unique_ptr<int, std::function<void(int *)>> P(
      static_cast<int *>(malloc(4)), Release);
}

struct ReleaseElsewhere {
  void operator()(int *P) const;
};
void opaqueFunctor() {
  std::unique_ptr<int, ReleaseElsewhere> P(static_cast<int *>(malloc(4)));
}

// An aliasing shared_ptr adopts nothing: it shares another's ownership.
struct Whole {
  int Part = 0;
};
std::shared_ptr<int> aliasing() {
  auto W = std::make_shared<Whole>();
  return std::shared_ptr<int>(W, &W->Part);
}

// A view has no destructor that releases.
class View {
public:
  explicit View(const char *P) : P(P) {}
  ~View() { puts(P); }

private:
  const char *P;
};
void views() {
  char Local[] = "x";
  View V(Local);
  View W("literal");
}
