// RUN: %verify -std=c++17 %s
// expected-no-diagnostics
//
// What the library does inside with its control blocks is its own business.
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

struct Node : std::enable_shared_from_this<Node> {
  std::vector<std::shared_ptr<Node>> Children;
  std::weak_ptr<Node> Parent;
  std::string Name;
};
std::shared_ptr<Node> build(int Depth) {
  auto N = std::make_shared<Node>();
  if (Depth > 0) {
    auto C = build(Depth - 1);
    C->Parent = N;
    N->Children.push_back(std::move(C));
  }
  return N;
}
void copies() {
  std::shared_ptr<Node> A = build(2), B = A, C;
  C = B;
  A.reset();
  std::weak_ptr<Node> W = C;
  if (auto L = W.lock())
    L->Name = "x";
  C.swap(B);
  auto D = std::shared_ptr<Node>(new Node);
  std::shared_ptr<void> E = D;
  auto F = std::static_pointer_cast<Node>(E);
  std::function<void()> G = [F] { (void)F->Name; };
  G();
}
void withAllocator() {
  auto P = std::allocate_shared<int>(std::allocator<int>(), 3);
  std::shared_ptr<int> Q(new int, std::default_delete<int>(),
                         std::allocator<int>());
  (void)*P;
}
