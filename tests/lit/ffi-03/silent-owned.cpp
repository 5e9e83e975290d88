// RUN: %verify -std=c++17 %s
// expected-no-diagnostics
//
// Owners release on every way out, exceptions included.
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

bool test(const int *P);

int early() {
  std::unique_ptr<int> P(new int);
  if (test(P.get()))
    return 1;
  auto S = std::make_shared<int>(3);
  if (test(S.get()))
    throw 1;
  std::unique_ptr<FILE, decltype(&fclose)> F(fopen("x", "r"), fclose);
  if (!F)
    return 2;
  return fgetc(F.get());
}

struct Member {
  std::unique_ptr<int> P;
  int *Raw;
  Member() : P(new int), Raw(new int) {}
  Member(const Member &) = delete;
  Member &operator=(const Member &) = delete;
  ~Member() { delete Raw; }
};
void members() {
  Member M;
  auto H = std::make_unique<Member>();
  (void)H;
}

void containers(std::vector<int *> &Out, std::map<int, int *> &Map) {
  Out.push_back(new int);
  Out.emplace_back(new int);
  Map[1] = new int;
  Map.emplace(2, new int);
  Map.insert({3, new int});
  std::vector<std::unique_ptr<int>> Own;
  Own.emplace_back(new int);
  Own.push_back(std::make_unique<int>());
  Own.push_back(std::unique_ptr<int>(new int));
}

void local() {
  std::vector<int *> Raw;
  Raw.push_back(new int);
  for (int *P : Raw)
    delete P;
}

std::unique_ptr<int> factory(bool B) {
  std::unique_ptr<int> P;
  if (B)
    P.reset(new int);
  else
    P = std::make_unique<int>(2);
  return P;
}
void passedOn(std::function<void(std::unique_ptr<int>)> Sink) {
  auto P = factory(true);
  Sink(std::move(P));
}

struct Node {
  Node *Next;
  explicit Node(Node *Next) : Next(Next) {}
};
Node *prepend(Node *Head) { return new Node(Head); }

struct Widget {
  explicit Widget(Widget *Parent);
  virtual ~Widget();
};
void parents(Widget *Parent) {
  new Widget(Parent);
  Widget *W = new Widget(Parent);
  (void)W;
}
