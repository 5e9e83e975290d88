// RUN: %verify -std=c++17 %s
// expected-no-diagnostics
//
// A temporary smart pointer lives until the end of the full expression.
#include <memory>
#include <utility>

struct Tree {
  int Value = 0;
  std::unique_ptr<Tree> Left;
};
std::unique_ptr<Tree> parse(int Depth) {
  auto T = std::make_unique<Tree>();
  if (Depth > 0)
    T->Left = parse(Depth - 1);
  return T;
}
void take(std::unique_ptr<Tree> T);
int value(const Tree &T) { return T.Value; }

int used() {
  take(std::unique_ptr<Tree>(new Tree));
  take(std::make_unique<Tree>());
  int V = value(*std::unique_ptr<Tree>(new Tree));
  V += std::make_unique<Tree>()->Value;
  V += std::unique_ptr<Tree>(new Tree).get()->Value;
  (void)std::unique_ptr<Tree>(new Tree);
  return V + parse(2)->Value;
}
int conditional(bool B) {
  auto T = B ? std::unique_ptr<Tree>(new Tree) : nullptr;
  return (T ? std::move(T) : std::unique_ptr<Tree>(new Tree))->Value;
}
